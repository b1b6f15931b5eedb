package org.interphase.report;

import java.util.ArrayList;
import java.util.List;

/** Lists of a page that must not become endless. */
final class Lines {

    private Lines() {
    }

    /**
     * The first of many lines, with a last one that says how many are left out.
     *
     * @param where where all of them are; empty to say nothing
     */
    static List<String> some(List<String> lines, int most, String where) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> out = new ArrayList<>(lines.subList(0, most));
        out.add("and " + (lines.size() - most) + " more" + (where.isEmpty() ? "" : "; " + where));
        return out;
    }

    /** Names as a sentence has them: a, b and c. */
    static String listed(List<String> names) {
        return names.size() < 2 ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
