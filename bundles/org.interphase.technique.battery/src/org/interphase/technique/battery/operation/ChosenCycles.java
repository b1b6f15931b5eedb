package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.interphase.api.AnalysisException;
import org.interphase.technique.battery.segmentation.CellCycle;

/** Cycles chosen by a text such as {@code 1, 2, 10-20, last}; auto is up to eight spread over all complete ones. */
final class ChosenCycles {

    /** Help text for a parameter of this form. */
    static final String HELP = "Numbers of cycles such as 1, 2, 10-20, last; all; auto takes up to eight complete ones "
            + "spread evenly.";
    private static final int SPREAD = 8;

    private ChosenCycles() {
    }

    static List<CellCycle> of(String text, List<CellCycle> cycles) throws AnalysisException {
        String t = text.strip().toLowerCase(java.util.Locale.ROOT);
        if (t.equals("all")) {
            return cycles;
        }
        if (t.isEmpty() || t.equals("auto")) {
            List<CellCycle> whole = cycles.stream().filter(CellCycle::isComplete).toList();
            return spread(whole.isEmpty() ? cycles : whole);
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : t.split(",")) {
            String p = part.strip().replace("last", String.valueOf(cycles.getLast().number()));
            if (!p.matches("\\d{1,9}(\\s*-\\s*\\d{1,9})?")) {
                throw new AnalysisException("'" + part.strip() + "' names no cycle; say numbers such as 1, 2, 10-20, "
                        + "last, or all, or auto");
            }
            String[] ends = p.split("\\s*-\\s*");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            cycles.stream().map(CellCycle::number).filter(n -> n >= from && n <= to).forEach(numbers::add);
        }
        List<CellCycle> out = cycles.stream().filter(c -> numbers.contains(c.number())).toList();
        if (out.isEmpty()) {
            throw new AnalysisException("there is no cycle '" + text.strip() + "'; there are " + cycles.get(0).number()
                    + " to " + cycles.getLast().number());
        }
        return out;
    }

    private static List<CellCycle> spread(List<CellCycle> cycles) {
        if (cycles.size() <= SPREAD) {
            return cycles;
        }
        List<CellCycle> out = new ArrayList<>();
        for (int k = 0; k < SPREAD; k++) {
            out.add(cycles.get((int) Math.round(k * (cycles.size() - 1.0) / (SPREAD - 1))));
        }
        return out;
    }
}
