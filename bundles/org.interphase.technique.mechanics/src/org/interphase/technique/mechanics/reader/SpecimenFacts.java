package org.interphase.technique.mechanics.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.io.TextLayout;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.mechanics.tensile.TensileTable;

/** Sizes of the specimen that a table states: in lines above it, or in columns that hold one number. */
final class SpecimenFacts {

    private static final List<TextLayout> LAYOUTS = List.of(new TextLayout(',', false), new TextLayout('\t', false),
            new TextLayout(';', true), new TextLayout('\t', true), new TextLayout(';', false));
    private static final Map<Pattern, String> KEYS = new LinkedHashMap<>();
    private static final Pattern LINE = Pattern.compile("^[\"#;%\\s]*([^:=]+?)\\s*[:=]\\s*([-+0-9.,eE]+)\\s*([^\\s\"]*)"
            + "[\"\\s]*$");

    static {
        key("(final|after|fracture).*(length|l_?u)", TensileTable.FINAL_LENGTH);
        key("(final|after|fracture).*diameter", TensileTable.FINAL_DIAMETER);
        key("(final|after|fracture).*(section|area)", TensileTable.FINAL_SECTION);
        key("(gau?ge|original|initial|start|measuring).*length|^l_?0\\b|messl", TensileTable.GAUGE);
        key("cross.?section|^(specimen |original |initial )?area\\b|^s_?0\\b|^a_?0\\b", TensileTable.SECTION);
        key("diameter|^d_?0\\b", TensileTable.DIAMETER);
        key("thickness|^a_?0\\b|dicke", TensileTable.THICKNESS);
        key("width|^b_?0\\b|breite", TensileTable.WIDTH);
    }

    private SpecimenFacts() {
    }

    private static void key(String words, String name) {
        KEYS.put(Pattern.compile(words), name);
    }

    /** The facts of a block. */
    static Metadata of(TextBlock block) {
        Metadata out = Metadata.EMPTY;
        List<String> lines = block.preamble();
        for (String line : lines) {
            out = fromLine(out, line);
        }
        for (TextColumn c : block.columns()) {
            if (c.isNumeric() && single(c.values()).isPresent()) {
                out = with(out, c.heading(), single(c.values()).get(), c.hasUnit() ? c.unit().text() : "");
            }
        }
        return out;
    }

    /** A line such as {@code "Specimen width",6.02,"mm"} or {@code Diameter: 10 mm}. */
    private static Metadata fromLine(Metadata m, String line) {
        for (TextLayout layout : LAYOUTS) {
            List<String> fields = layout.split(line);
            if (fields.size() >= 2 && fields.size() <= 4 && layout.isNumber(fields.get(1).strip())) {
                return with(m, fields.get(0), layout.number(fields.get(1).strip()),
                        fields.size() > 2 ? fields.get(2) : "");
            }
        }
        Matcher pair = LINE.matcher(line);
        TextLayout plain = LAYOUTS.get(pair.matches() && pair.group(2).contains(",") ? 2 : 0);
        return pair.matches() && plain.isNumber(pair.group(2))
                ? with(m, pair.group(1), plain.number(pair.group(2)), pair.group(3)) : m;
    }

    /** The number of a column that holds only one. */
    private static Optional<Double> single(double[] v) {
        double found = Double.NaN;
        for (double x : v) {
            if (!Double.isNaN(x)) {
                if (!Double.isNaN(found) && x != found) {
                    return Optional.empty();
                }
                found = x;
            }
        }
        return Double.isNaN(found) ? Optional.empty() : Optional.of(found);
    }

    private static Metadata with(Metadata m, String key, double value, String unit) {
        String k = key.replace("\"", "").strip().toLowerCase(Locale.ROOT);
        for (Map.Entry<Pattern, String> e : KEYS.entrySet()) {
            if (e.getKey().matcher(k).find()) {
                String to = e.getValue().contains("section") ? "mm2" : "mm";
                String text = unit.isBlank() ? MechanicalUnit.bracketed(k) : unit.replace("\"", "").strip();
                Optional<MechanicalUnit> u = MechanicalUnit.of(text).filter(x -> x.unit().isCompatible(Unit.of(to)));
                // a size without unit is not taken: it will be asked for
                return u.isEmpty() || m.has(e.getValue()) || !(value > 0) ? m
                        : m.with(e.getValue(), u.get().convert(new double[] {value}, Unit.of(to))[0], to);
            }
        }
        return m;
    }
}
