package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.interphase.api.AnalysisException;

/** Cycles by a text such as {@code all}, {@code 2}, {@code 1, 3-5, last}. */
public final class CycleChoice {

    private CycleChoice() {
    }

    /**
     * The cycles a text names.
     *
     * @param last number of the last cycle
     * @throws AnalysisException if the text can't be read or names a cycle that is not there
     */
    public static SortedSet<Integer> of(String text, int last) throws AnalysisException {
        SortedSet<Integer> out = new TreeSet<>();
        if (text.isBlank() || text.strip().equalsIgnoreCase("all")) {
            for (int k = 1; k <= last; k++) {
                out.add(k);
            }
            return out;
        }
        for (String part : text.split(",")) {
            List<Integer> ends = new ArrayList<>();
            for (String end : part.strip().split("-")) {
                ends.add(number(end.strip(), last, text));
            }
            int from = ends.get(0);
            int to = ends.get(ends.size() - 1);
            if (from < 1 || to > last || from > to || ends.size() > 2) {
                throw new AnalysisException("'" + text + "' names cycles that are not there; the record has " + last);
            }
            for (int k = from; k <= to; k++) {
                out.add(k);
            }
        }
        return out;
    }

    private static int number(String text, int last, String whole) throws AnalysisException {
        if (text.equalsIgnoreCase("last")) {
            return last;
        }
        if (!text.matches("\\d{1,7}")) {
            throw new AnalysisException("'" + whole + "' names no cycles; write all, 2, last or 1, 3-5, last");
        }
        return Integer.parseInt(text);
    }
}
