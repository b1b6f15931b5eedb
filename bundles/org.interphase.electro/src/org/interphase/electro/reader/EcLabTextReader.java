package org.interphase.electro.reader;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordKinds;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * BioLogic EC-Lab (and BT-Lab) text: the second line tells how many lines the header has, the last of them names the
 * tab-separated columns. Decimal comma or point. An export of chosen columns may begin with their names alone; what
 * technique it was is then not known.
 */
public final class EcLabTextReader implements DatasetReader {

    private static final long LARGEST = 1L << 30;
    private static final Pattern HEADER_LINES = Pattern.compile("Nb header lines\\s*:\\s*(\\d{1,6})\\s*");

    @Override
    public String id() {
        return "electrochemistry.eclab-text";
    }

    @Override
    public String title() {
        return "BioLogic EC-Lab text";
    }

    @Override
    public List<String> extensions() {
        return List.of("mpt", "txt");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND, RecordKinds.CV, RecordKinds.GCPL, RecordKinds.OCV, RecordKinds.LSV,
                RecordKinds.CA, RecordKinds.CP, RecordKinds.RECORD);
    }

    @Override
    public int confidence(SourceHead head) {
        return isEcLab(head.text()) ? 98 : EcLabTable.namesARecord(InstrumentText.head(head)[0]) ? 88 : 0;
    }

    private static boolean isEcLab(String text) {
        return text.startsWith("EC-Lab ASCII FILE") || text.startsWith("BT-Lab ASCII FILE");
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        if (!isEcLab(lines[0])) {
            if (!EcLabTable.namesARecord(lines[0])) {
                throw new DatasetFormatException(file, "line 1", "an EC-Lab text file starts with 'EC-Lab ASCII FILE' "
                        + "or with the names of its columns");
            }
            String kind = source.stated().kind().orElse(RecordKinds.RECORD);
            return List.of(EcLabColumns.record(source, EisTables.baseName(file), kind, Metadata.EMPTY,
                    EcLabTable.columns(file, lines, 1, progress), List.of()));
        }
        Matcher m = HEADER_LINES.matcher(lines.length > 1 ? lines[1] : "");
        if (!m.matches()) {
            throw new DatasetFormatException(file, "line 2", "'Nb header lines : n' is missing");
        }
        int header = Integer.parseInt(m.group(1));
        if (header < 3 || header > lines.length) {
            throw new DatasetFormatException(file, "line 2", "the header is said to have " + header
                    + " lines, but the file has " + lines.length);
        }
        String technique = EcLabHeader.technique(lines, header);
        return EcLabImpedance.datasets(source, EisTables.baseName(file), technique,
                EcLabHeader.metadata(lines, header, technique), EcLabTable.columns(file, lines, header, progress),
                List.of());
    }
}
