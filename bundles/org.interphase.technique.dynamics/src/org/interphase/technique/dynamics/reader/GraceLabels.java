package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.Source;
import org.interphase.model.unit.Unit;

/**
 * Names and units of columns in the commands of a Grace file (.xvg of GROMACS): labels of the axes, kind of the set.
 */
final class GraceLabels {

    private static final Pattern LABEL = Pattern.compile(
            "@\\s*([xy])axis\\s+label\\s+\"([^\"(]*)\\(([^\")]*)\\)\\s*\"");
    private static final Pattern ERRORS = Pattern.compile("@\\s*TYPE\\s+xydy", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 1 << 14;

    private GraceLabels() {
    }

    /** The same columns under the labels, where the file has any. */
    static List<NumberColumn> of(Source source, List<NumberColumn> columns) throws IOException {
        String head = new String(source.read(0, HEAD), StandardCharsets.UTF_8);
        if (!head.contains("@") || columns.size() < 2) {
            return columns;
        }
        List<NumberColumn> out = new ArrayList<>(columns);
        Matcher m = LABEL.matcher(head);
        while (m.find()) {
            boolean x = m.group(1).equals("x");
            // \S2\N raises what stands between
            String unit = m.group(3).replaceAll("\\\\S(-?\\d)\\\\N", "$1").strip();
            Optional<Unit> known = Unit.isKnown(unit) ? Optional.of(Unit.of(unit)) : Optional.empty();
            for (int k = x ? 0 : 1; k < (x ? 1 : out.size()); k++) {
                out.set(k, new NumberColumn(m.group(2).strip(), known, out.get(k).values()));
            }
        }
        if (ERRORS.matcher(head).find() && out.size() > 2) {
            out.set(2, new NumberColumn("error", out.get(2).unit(), out.get(2).values()));
        }
        return out;
    }
}
