package org.interphase.technique.mechanics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * Description of a test method of Agilent (Keysight, KLA) NanoSuite as text: channels with formulas, inputs with
 * default values, steps. It holds no measured points; what it states are the settings of the evaluation.
 */
public final class NanoSuiteMethodReader implements DatasetReader {

    /** Kind of data: the settings of an indentation method. */
    public static final String KIND = "mechanics.indentation-method";

    private static final String SIGNATURE = "Method Name :";
    private static final String VALUE = "Default Value :";
    private static final long LIMIT = 64L << 20;

    @Override
    public String id() {
        return "mechanics.nanosuite-method";
    }

    @Override
    public String title() {
        return "NanoSuite method, text";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt");
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.isText() && head.text().startsWith(SIGNATURE) && head.text().contains("Internal Name :") ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<String> lines = DelimitedText.lines(TextDecoder.decode(source.name(), source.readAll(LIMIT)));
        if (lines.isEmpty() || !lines.get(0).startsWith(SIGNATURE)) {
            throw new DatasetFormatException(source.name(), "line 1", "it does not begin with '" + SIGNATURE + "'");
        }
        Metadata m = Metadata.EMPTY.with("file", source.name())
                .with("method", lines.get(0).substring(SIGNATURE.length()).strip());
        List<String> channels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        String title = "";
        String internal = "";
        for (int i = 1; i < lines.size(); i++) {
            String t = lines.get(i).strip();
            if (t.startsWith("Internal Name :")) {
                title = lines.get(i - 1).strip();
                internal = t.substring("Internal Name :".length()).strip();
            } else if (t.startsWith("Units :") && !title.isEmpty()) {
                channels.add(title);
            } else if (t.startsWith(VALUE)) {
                String[] words = t.substring(VALUE.length()).strip().split("\\s+", 2);
                Optional<Double> value = number(words[0]);
                if (value.isPresent()) {
                    values.add(value.get());
                    m = with(m, title, internal, value.get(), words.length > 1 ? words[1] : "");
                }
            }
        }
        if (values.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "the method has no inputs with numbers");
        }
        m = m.with("channels", channels);
        double[] index = new double[values.size()];
        for (int k = 0; k < index.length; k++) {
            index[k] = k + 1;
        }
        DatasetHeader header = DatasetHeader.of(source.name(), KIND, m).remarking(Remark.warning("This file describes "
                + "a test method; it holds no measured points. Hardness and modulus over depth need the results that "
                + "were measured with it, exported as a table or workbook.").coded("no-points"));
        return List.of(new Table(header, List.of(Column.of("input", Unit.ONE, index), Column.of("value", Unit.ONE,
                values.stream().mapToDouble(Double::doubleValue).toArray()))));
    }

    private static Optional<Double> number(String word) {
        try {
            return Optional.of(Double.parseDouble(word)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            // an input that a person fills in has none
            return Optional.empty();
        }
    }

    private static Metadata with(Metadata m, String title, String internal, double value, String unit) {
        String key = internal.equals("PoissonsRatio") ? IndentTable.POISSON : title.toLowerCase(Locale.ROOT);
        return !unit.isBlank() && Unit.isKnown(unit) ? m.with(key, value, unit) : m.with(key, (Object) value);
    }
}
