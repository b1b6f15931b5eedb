package org.interphase.technique.battery.cycle;

import java.util.SortedSet;
import java.util.TreeSet;
import org.interphase.api.AnalysisException;

/** Cycles by a text such as {@code all}, {@code 2}, {@code 1, 3-5, last}, {@code 10-last}, {@code 10-50:5}. */
public final class CycleChoice {

    private CycleChoice() {
    }

    /**
     * The cycles a text names; an empty one names all.
     *
     * @param there numbers of the cycles there are, at least one
     * @throws AnalysisException if the text can't be read or names a cycle that is not there
     */
    public static SortedSet<Integer> of(String text, SortedSet<Integer> there) throws AnalysisException {
        if (text.isBlank() || text.strip().equalsIgnoreCase("all")) {
            return new TreeSet<>(there);
        }
        SortedSet<Integer> out = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] range = part.split(":", -1);
            String[] ends = range[0].split("-", -1);
            int from = number(ends[0].strip(), there, text);
            int to = number(ends[ends.length - 1].strip(), there, text);
            if (!there.contains(from) || !there.contains(to) || from > to || ends.length > 2) {
                throw new AnalysisException("'" + text.strip() + "' names cycles that are not there; the record has "
                        + there.first() + " to " + there.last());
            }
            int every = range.length == 1 ? 1 : every(range, ends, text);
            there.subSet(from, to + 1).stream().filter(n -> (n - from) % every == 0).forEach(out::add);
        }
        return out;
    }

    private static int every(String[] range, String[] ends, String whole) throws AnalysisException {
        String step = range[1].strip();
        if (range.length > 2 || ends.length != 2 || !step.matches("[1-9]\\d{0,8}")) {
            throw new AnalysisException("'" + whole.strip() + "' names no cycles; every fifth is 10-50:5");
        }
        return Integer.parseInt(step);
    }

    private static int number(String text, SortedSet<Integer> there, String whole) throws AnalysisException {
        if (text.equalsIgnoreCase("last")) {
            return there.last();
        }
        if (!text.matches("\\d{1,9}")) {
            throw new AnalysisException("'" + whole.strip() + "' names no cycles; write all, 2, last or 1, 3-5, last");
        }
        return Integer.parseInt(text);
    }
}
