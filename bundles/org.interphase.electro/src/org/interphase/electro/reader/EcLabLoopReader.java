package org.interphase.electro.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordKinds;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/** The loops of an EC-Lab record in a file of their own: a title, then the row, counted from 0, each begins at. */
public final class EcLabLoopReader implements DatasetReader {

    private static final String TITLE = "VMP EXPERIMENT LOOP INDEXES";
    private static final long LARGEST = 1L << 26;

    @Override
    public String id() {
        return "electrochemistry.eclab-loops";
    }

    @Override
    public String title() {
        return "BioLogic EC-Lab loop indexes";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt");
    }

    @Override
    public List<String> kinds() {
        return List.of(RecordKinds.RECORD);
    }

    @Override
    public int confidence(SourceHead head) {
        return InstrumentText.head(head)[0].strip().equals(TITLE) ? 98 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        if (!lines[0].strip().equals(TITLE)) {
            throw new DatasetFormatException(file, "line 1", "the title '" + TITLE + "' is missing");
        }
        List<Double> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                double row = InstrumentText.number(file, i + 1, "row", lines[i]);
                if (!(row >= 0) || row != Math.rint(row)) {
                    throw new DatasetFormatException(file, "line " + (i + 1), "'" + lines[i].strip()
                            + "' is no number of a row");
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new DatasetFormatException(file, "line 1", "there are no loops behind the title");
        }
        double[] values = rows.stream().mapToDouble(Double::doubleValue).toArray();
        return List.of(EcLabColumns.record(source, EisTables.baseName(file), RecordKinds.RECORD, Metadata.EMPTY,
                List.of(Column.of("first row of the loop", "1", values)), List.of()));
    }
}
