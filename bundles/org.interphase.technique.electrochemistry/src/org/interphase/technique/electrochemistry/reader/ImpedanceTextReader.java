package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.Temperatures;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * Impedance as columns of delimited text or of a workbook (CSV, TSV, exports of NOVA, CH Instruments, PowerSuite,
 * Zahner and others, Eco Chemie .P00 and .i2b): columns found by their headings, or by their numbers where there are
 * none; delimiter and decimal mark found from the content. The sign of the imaginary part follows from the heading;
 * where that leaves it open, most points of a spectrum are taken to be capacitive.
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
        return "Impedance as delimited text or workbook";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "dat", "p00", NAMELESS, "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (DelimitedText.columnsIn(head) < 3) {
            return 0;
        }
        try {
            String text = TextDecoder.decode(head.name(), head.bytes());
            int cut = head.size() > head.bytes().length ? text.lastIndexOf('\n') : text.length();
            List<ImpedanceColumns> found = find(head.name(), head.stated(),
                    DelimitedText.parse(head.name(), text.substring(0, Math.max(cut, 0))).table());
            return found.isEmpty() ? 0 : found.get(0).named() ? 75 : isStated(head.stated()) ? StatedColumns.SURE : 40;
        } catch (DatasetFormatException | IllegalArgumentException e) {
            // what is no table of numbers is no impedance either
            return isStated(head.stated()) ? StatedColumns.SURE : 0;
        }
    }

    private static boolean isStated(Stated stated) {
        return stated.kind().filter(EisColumns.KIND::equals).isPresent();
    }

    private static List<ImpedanceColumns> find(String file, Stated stated, TextBlock block) {
        Boolean minus = stated.text(Fact.SIGNAL).flatMap(ImpedanceHeading::negativeImaginary).orElse(null);
        List<ImpedanceColumns> found = ImpedanceColumns.find(block, minus);
        boolean nameless = file.toLowerCase(Locale.ROOT).endsWith("." + NAMELESS);
        return found.isEmpty() && (nameless || isStated(stated)) ? ImpedanceColumns.byNumbers(block, minus, true)
                : found;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        TableFile text = TableFile.read(source, progress);
        List<TextBlock> blocks = new ArrayList<>();
        List<ImpedanceColumns> found = new ArrayList<>();
        List<List<Remark>> stated = new ArrayList<>();
        for (TextBlock b : text.blocks()) {
            progress.checkCancelled();
            StatedColumns said = axis(b, source.stated());
            for (ImpedanceColumns c : find(file, source.stated(), said.block())) {
                blocks.add(said.block());
                found.add(c);
                stated.add(said.remarks());
            }
        }
        if (found.isEmpty()) {
            throw nothing(file, text.table());
        }
        long tables = blocks.stream().distinct().count();
        List<Dataset> out = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            ImpedanceColumns c = found.get(i);
            Metadata m = Metadata.EMPTY;
            for (Map.Entry<String, String> e : blocks.get(i).properties().entrySet()) {
                m = m.with(e.getKey(), e.getValue());
            }
            m = m.with("imaginary part", c.note());
            if (!c.label().isEmpty()) {
                m = Temperatures.complete(m.with("spectrum", c.label()), c.label(), "heading");
            }
            String name = EisTables.baseName(file) + (c.label().isEmpty() ? "" : " " + c.label())
                    + (tables == 1 ? "" : " #" + (blocks.stream().distinct().toList().indexOf(blocks.get(i)) + 1));
            List<Remark> remarks = new ArrayList<>(c.remarks());
            remarks.addAll(stated.get(i));
            TextBlock block = blocks.get(i);
            int[] measured = c.measured().stream().mapToInt(block.columns()::indexOf).toArray();
            remarks.addAll(block.complete(measured).remarks());
            out.addAll(EisTables.of(source, name, m, c.columns(), remarks));
        }
        return out;
    }

    /** The block with the heading of its first column as stated; what is stated of the signal is its sign alone. */
    private static StatedColumns axis(TextBlock block, Stated stated) {
        return StatedColumns.of(block, stated.with(Fact.SIGNAL, "").with(Fact.SIGNAL_UNIT, ""));
    }

    private static DatasetFormatException nothing(String file, TextBlock b) {
        return new DatasetFormatException(file, b.rows() > 0 ? b.place(0) : "",
                "no columns of frequency, real and imaginary part of an impedance can be told among: "
                        + String.join(", ", b.columns().stream().map(c -> c.heading().isBlank() ? "(no heading)"
                                : c.heading()).toList()));
    }
}
