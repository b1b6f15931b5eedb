package org.interphase.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.model.unit.Unit;

/**
 * One statement of {@link Fact#COLUMNS}: what a column holds, and in which unit.
 *
 * @param what what it holds, for example {@code voltage}
 * @param heading its heading in the file, without the unit stated; {@code #2} for the second column
 * @param text heading and unit as they were stated, for files that head a column just so
 * @param unit its unit, where one is stated
 */
public record StatedColumn(String what, String heading, String text, Optional<Unit> unit) {

    /**
     * Reads statements such as {@code time=Seconds [s], voltage=Volts [V]}. A comma within brackets or double quotes
     * separates nothing.
     *
     * @throws IllegalArgumentException naming the part that can't be understood
     */
    public static List<StatedColumn> parse(String text) {
        List<StatedColumn> out = new ArrayList<>();
        for (String part : parts(text)) {
            int is = part.indexOf('=');
            String what = is < 0 ? "" : part.substring(0, is).strip();
            String rest = is < 0 ? "" : part.substring(is + 1).strip();
            if (rest.length() > 1 && rest.startsWith("\"") && rest.endsWith("\"")) {
                rest = rest.substring(1, rest.length() - 1);
            }
            if (what.isEmpty() || rest.isEmpty()) {
                throw new IllegalArgumentException("'" + part.strip() + "' is not of the form what=heading [unit]");
            }
            int open = rest.endsWith("]") ? rest.lastIndexOf('[') : -1;
            String heading = open < 0 ? rest : rest.substring(0, open).strip();
            String unit = open < 0 ? "" : rest.substring(open + 1, rest.length() - 1).strip();
            boolean known = !unit.isEmpty() && Unit.isKnown(spelt(unit));
            if (!unit.isEmpty() && !known) {
                throw new IllegalArgumentException("'" + unit + "' is no unit that is known here");
            }
            if (heading.isEmpty()) {
                throw new IllegalArgumentException("'" + part.strip() + "' names no column");
            }
            out.add(new StatedColumn(what, heading, rest, known ? Optional.of(Unit.of(spelt(unit)))
                    : Optional.empty()));
        }
        return List.copyOf(out);
    }

    private static String spelt(String unit) {
        return unit.endsWith("Ah") || unit.endsWith("Wh") ? unit.substring(0, unit.length() - 1) + ".h" : unit;
    }

    private static List<String> parts(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ',' && depth <= 0 && !quoted) {
                out.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        out.add(part.toString());
        out.removeIf(String::isBlank);
        return out;
    }
}
