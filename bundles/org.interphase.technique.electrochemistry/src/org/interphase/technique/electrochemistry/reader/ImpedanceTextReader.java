package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextBlock;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.electrochemistry.impedance.EisColumns;

/**
 * Impedance as delimited text (CSV, TSV, exports of NOVA, CH Instruments, PowerSuite, Zahner and others, Eco Chemie
 * .P00 and .i2b): columns found by their headings, or by their
 * numbers where there are none; delimiter and decimal mark found from the content. The sign of the imaginary part
 * follows from the heading; where that leaves it open, most points of a spectrum are taken to be capacitive.
 */
public final class ImpedanceTextReader implements DatasetReader {

    /** Files of this extension have lines of words above their numbers, but no headings. */
    private static final String NAMELESS = "i2b";

    @Override
    public String id() {
        return "electrochemistry.impedance-text";
    }

    @Override
    public String title() {
        return "Impedance as delimited text";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "dat", "p00", NAMELESS);
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        if (DelimitedText.columnsIn(head) < 3) {
            return 0;
        }
        try {
            String text = TextDecoder.decode(head.name(), head.bytes());
            int cut = head.size() > head.bytes().length ? text.lastIndexOf('\n') : text.length();
            ImpedanceColumns found = find(head.hasExtension(NAMELESS),
                    DelimitedText.parse(head.name(), text.substring(0, Math.max(cut, 0))).table());
            return found == null ? 0 : found.named() ? 75 : 40;
        } catch (DatasetFormatException | IllegalArgumentException e) {
            // what is no table of numbers is no impedance either
            return 0;
        }
    }

    private static ImpedanceColumns find(boolean nameless, TextBlock block) {
        ImpedanceColumns found = ImpedanceColumns.find(block);
        return found == null && nameless ? ImpedanceColumns.byNumbers(block) : found;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        DelimitedText text = DelimitedText.read(source);
        List<TextBlock> blocks = new ArrayList<>();
        List<ImpedanceColumns> found = new ArrayList<>();
        for (TextBlock b : text.blocks()) {
            progress.checkCancelled();
            ImpedanceColumns c = find(file.toLowerCase(Locale.ROOT).endsWith("." + NAMELESS), b);
            if (c != null) {
                blocks.add(b);
                found.add(c);
            }
        }
        if (found.isEmpty()) {
            TextBlock b = text.table();
            throw new DatasetFormatException(file, b.rows() > 0 ? "line " + b.line(0) : "",
                    "no columns of frequency, real and imaginary part of an impedance can be told among: "
                            + String.join(", ", b.columns().stream().map(c -> c.heading().isBlank() ? "(no heading)"
                                    : c.heading()).toList()));
        }
        List<Dataset> out = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Metadata m = Metadata.EMPTY;
            for (Map.Entry<String, String> e : blocks.get(i).properties().entrySet()) {
                m = m.with(e.getKey(), e.getValue());
            }
            String name = EisTables.baseName(file) + (found.size() == 1 ? "" : " #" + (i + 1));
            out.addAll(EisTables.of(file, name, m.with("imaginary part", found.get(i).note()),
                    found.get(i).columns()));
        }
        return out;
    }
}
