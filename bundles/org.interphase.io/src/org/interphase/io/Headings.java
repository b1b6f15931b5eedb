package org.interphase.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/** The headings, units and properties found in the lines above a block. */
final class Headings {

    private static final Pattern KEY_VALUE = Pattern.compile("\\s*([^:=]{1,80}?)\\s*[:=]\\s*(.*?)\\s*");
    private static final int LINES_ABOVE = 8;
    private static final int LONGEST_UNIT = 16;

    private final List<String> names;
    private final List<String> units;
    private final Map<String, String> properties;

    private Headings(List<String> names, List<String> units, Map<String, String> properties) {
        this.names = names;
        this.units = units;
        this.properties = properties;
    }

    /** Whether a line can be the headings of a block of this width. */
    static boolean areHeadings(TextLayout layout, String line, int width) {
        return cells(layout, line, width) != null;
    }

    Map<String, String> properties() {
        return properties;
    }

    static Headings find(TextLayout layout, List<String> above, int width) {
        List<String> names = null;
        List<String> units = null;
        int nameLine = -1;
        int unitLine = -1;
        int seen = 0;
        for (int i = above.size() - 1; i >= 0 && seen < LINES_ABOVE && names == null; i--) {
            if (above.get(i).isBlank()) {
                continue;
            }
            seen++;
            List<String> cells = cells(layout, TextLayout.uncomment(above.get(i)), width);
            if (cells == null) {
                continue;
            }
            if (units == null && areUnits(cells) && hasNamesAbove(layout, above, i, width)) {
                units = cells;
                unitLine = i;
            } else if (units != null || !isBelowUnits(layout, above, i, width)) {
                names = cells;
                nameLine = i;
            }
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < above.size(); i++) {
            if (i != nameLine && i != unitLine) {
                addProperties(layout, TextLayout.uncomment(above.get(i)), properties);
            }
        }
        return new Headings(names, units, properties);
    }

    /** Whether a line is the comments that Origin writes below names and units. */
    private static boolean isBelowUnits(TextLayout layout, List<String> above, int line, int width) {
        int i = line - 1;
        while (i >= 0 && above.get(i).isBlank()) {
            i--;
        }
        List<String> cells = i < 0 ? null : cells(layout, TextLayout.uncomment(above.get(i)), width);
        return cells != null && cells.size() == width && areUnits(cells) && hasNamesAbove(layout, above, i, width);
    }

    private static boolean hasNamesAbove(TextLayout layout, List<String> above, int line, int width) {
        for (int i = line - 1; i >= 0 && i >= line - 3; i--) {
            if (!above.get(i).isBlank() && cells(layout, TextLayout.uncomment(above.get(i)), width) != null) {
                return true;
            }
        }
        return false;
    }

    /** The line's cells if it can be a row of headings for a block of this width, else null. */
    private static List<String> cells(TextLayout layout, String line, int width) {
        List<List<String>> ways = new ArrayList<>();
        ways.add(layout.split(line));
        if (layout.delimiter() == ' ') {
            ways.add(0, List.of(line.strip().split("\\t+|\\s{2,}")));
            ways.add(joinBrackets(layout.split(line)));
        }
        for (String other : List.of("\\t", ";", ",")) {
            ways.add(java.util.Arrays.stream(line.split(other, -1)).map(String::strip).toList());
        }
        if (layout.delimiter() != ' ') {
            ways.add(List.of(line.strip().split("\\t+|\\s{2,}")));
        }
        for (List<String> way : ways) {
            List<String> cells = trimEnd(way);
            if (cells.size() > width || cells.size() < width && way.size() != width && cells.size() < width - 1
                    || cells.isEmpty()) {
                continue;
            }
            // one cell less is taken only where the delimiter is a real one and the last column has no heading
            if (cells.size() < width && way.size() != width && (layout.delimiter() == ' ' || width < 3)) {
                continue;
            }
            long words = cells.stream().filter(c -> !c.isEmpty() && !layout.isNumber(c)).count();
            long numbers = cells.stream().filter(layout::isNumber).count();
            // "Region: C1s" is a property, not two headings
            boolean property = cells.get(0).endsWith(":") || cells.get(0).endsWith("=");
            if (!property && words > 0 && words >= numbers && (width > 1 || !line.contains(":"))) {
                return cells;
            }
        }
        return null;
    }

    private static List<String> trimEnd(List<String> cells) {
        int n = cells.size();
        while (n > 0 && cells.get(n - 1).isEmpty()) {
            n--;
        }
        return cells.subList(0, n);
    }

    private static List<String> joinBrackets(List<String> words) {
        List<String> out = new ArrayList<>();
        for (String w : words) {
            if (!out.isEmpty() && (w.startsWith("(") || w.startsWith("[") || w.startsWith("/"))) {
                out.set(out.size() - 1, out.get(out.size() - 1) + " " + w);
            } else {
                out.add(w);
            }
        }
        return out;
    }

    /** Whether cells are units: the first is one, most others are, and none is a quantity. */
    private static boolean areUnits(List<String> cells) {
        int known = 0;
        int other = 0;
        for (String c : cells) {
            if (c.isEmpty() || c.equals("-") || c.equals("1") || c.equals("()")) {
                continue;
            }
            if (HeaderText.unit(c).isPresent()) {
                known++;
            } else if (known == 0 || HeadingQuantity.of(c).isPresent() || c.length() > LONGEST_UNIT) {
                return false;
            } else {
                other++;
            }
        }
        return known > 0 && other <= known;
    }

    private static void addProperties(TextLayout layout, String line, Map<String, String> out) {
        if (line.isBlank()) {
            return;
        }
        List<String> cells = layout.delimiter() == ' ' ? List.of(line)
                : layout.split(line).stream().filter(c -> !c.isEmpty()).toList();
        if (cells.size() == 2) {
            out.putIfAbsent(cells.get(0).replaceFirst("\\s*[:=]\\s*$", ""), cells.get(1));
            return;
        }
        boolean pairs = cells.size() > 2 && cells.size() % 2 == 0;
        for (int i = 0; i + 1 < cells.size() && pairs; i += 2) {
            pairs = !layout.isNumber(cells.get(i)) && layout.isNumber(cells.get(i + 1));
        }
        if (pairs) {
            for (int i = 0; i < cells.size(); i += 2) {
                out.putIfAbsent(cells.get(i).replaceFirst("\\s*[:=]\\s*$", ""), cells.get(i + 1));
            }
            return;
        }
        Matcher m = KEY_VALUE.matcher(cells.size() == 1 ? cells.get(0) : line);
        if (m.matches()) {
            out.putIfAbsent(m.group(1), m.group(2));
        }
    }

    TextColumn column(int index, double[] values, List<String> words) {
        String heading = names == null || index >= names.size() ? "" : names.get(index);
        HeaderText parsed = HeaderText.parse(heading);
        Optional<Unit> unit = parsed.unit();
        String name = parsed.name();
        if (units != null && index < units.size() && HeaderText.unit(units.get(index)).isPresent()) {
            unit = HeaderText.unit(units.get(index));
            name = heading;
        } else if (units != null && index < units.size() && units.get(index).length() > 1) {
            // a unit nobody knows stays in sight of those who read the heading
            heading = heading + " (" + units.get(index) + ")";
        }
        return new TextColumn(name.isEmpty() ? "column " + (index + 1) : name, unit.orElse(Unit.ONE), heading, values,
                words);
    }
}
