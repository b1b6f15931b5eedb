package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.model.PartChoice;
import org.interphase.technique.battery.cycle.CycleChoice;
import org.interphase.technique.battery.segmentation.CellCycle;

/** Cycles chosen by a text such as {@code 1, 2, 10-20, last}; auto is up to eight spread over all complete ones. */
final class ChosenCycles {

    /** Help text for a parameter of this form. */
    static final String HELP = "Numbers of cycles such as 1, 2, 10-20, 20-100:10 (every tenth), last; all; auto takes "
            + "up to eight complete ones spread evenly.";
    private static final int SPREAD = 8;

    private ChosenCycles() {
    }

    static List<CellCycle> of(String text, List<CellCycle> cycles) throws AnalysisException {
        if (text.isBlank() || text.strip().equalsIgnoreCase("auto")) {
            List<CellCycle> whole = cycles.stream().filter(CellCycle::isComplete).toList();
            return spread(whole.isEmpty() ? cycles : whole);
        }
        SortedSet<Integer> chosen = CycleChoice.of(text, numbers(cycles));
        return cycles.stream().filter(c -> chosen.contains(c.number())).toList();
    }

    /** What there is to choose from, and what was chosen. */
    static PartChoice choice(List<CellCycle> there, List<CellCycle> chosen) {
        return new PartChoice("Cycles", "cycles", numbers(there), numbers(chosen));
    }

    private static SortedSet<Integer> numbers(List<CellCycle> cycles) {
        return cycles.stream().map(CellCycle::number).collect(Collectors.toCollection(TreeSet::new));
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
