package org.interphase.technique.mechanics.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * Where on the sample an indent is, by lines such as {@code Stage X: 1.25 mm} or {@code X Position (um), 250}. Both
 * coordinates with their units are needed.
 */
final class StagePosition {

    private static final Pattern KEY = Pattern.compile("(?:(?:stage|position|pos\\.?)[ _]*([xy])|([xy])[ _-]*(?:test )?"
            + "(?:position|pos\\.?|stage))\\s*(?:[(\\[]\\s*(\\S+?)\\s*[)\\]])?");
    private static final Pattern VALUE = Pattern.compile("([-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)\\s*(\\S*)");

    private static final Pattern COLUMN = Pattern.compile("^([xy]) (?:axis )?position\\b");
    private static final Unit MICROMETRE = Unit.of("um");
    /** um beyond which a number is none of a stage. */
    private static final double FAR = 1e9;

    private StagePosition() {
    }

    /** The metadata with the position by the lines above a table, or by its columns of positions. */
    static Metadata of(Metadata before, TextBlock block) {
        Metadata m = of(before, block.properties());
        if (m.has(IndentTable.X)) {
            return m;
        }
        double[] at = {Double.NaN, Double.NaN};
        for (TextColumn c : block.columns()) {
            Matcher key = COLUMN.matcher(c.heading().strip().toLowerCase(Locale.ROOT));
            Optional<MechanicalUnit> unit = MechanicalUnit.of(c);
            if (c.isNumeric() && key.find() && unit.isPresent() && unit.get().unit().isCompatible(MICROMETRE)) {
                double[] all = Arrays.stream(unit.get().convert(c.values(), MICROMETRE)).filter(v -> Math.abs(v) < FAR)
                        .sorted().toArray();
                at[key.group(1).equals("x") ? 0 : 1] = all.length == 0 ? Double.NaN : all[all.length / 2];
            }
        }
        return with(m, at);
    }

    /** The metadata with the position, if the lines of a file state one. */
    static Metadata of(Metadata before, Map<String, String> keys) {
        double[] at = {Double.NaN, Double.NaN};
        for (Map.Entry<String, String> e : keys.entrySet()) {
            Matcher key = KEY.matcher(e.getKey().strip().toLowerCase(Locale.ROOT));
            Matcher value = VALUE.matcher(e.getValue().strip());
            if (key.matches() && value.matches()) {
                String axis = key.group(1) == null ? key.group(2) : key.group(1);
                double micrometres = micrometres(key.group(3) == null ? value.group(2) : key.group(3));
                at[axis.equals("x") ? 0 : 1] = Double.parseDouble(value.group(1)) * micrometres;
            }
        }
        return with(before, at);
    }

    private static Metadata with(Metadata before, double[] at) {
        return Double.isFinite(at[0]) && Double.isFinite(at[1]) ? before.with(IndentTable.X, at[0], "um")
                .with(IndentTable.Y, at[1], "um") : before;
    }

    private static double micrometres(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "mm" -> 1000;
            case "um", "\u00b5m", "\u03bcm", "microns", "micron" -> 1;
            case "nm" -> 1e-3;
            case "m" -> 1e6;
            default -> Double.NaN;
        };
    }
}
