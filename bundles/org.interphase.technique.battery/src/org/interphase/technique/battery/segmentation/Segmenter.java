package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/**
 * Takes a record apart: steps by current, voltage and time, half cycles by the direction of the current, cycles by a
 * rule. Columns are read by index, a few times each and in order; no object is made of a row.
 */
public final class Segmenter {

    private static final int LEAST_ROWS = 2;
    private static final double YEAR = 365.25 * 86400;
    /** Years no test of a cell lasts. */
    private static final double TOO_LONG = 10;

    private Segmenter() {
    }

    /**
     * Takes a record apart.
     *
     * @throws AnalysisException if there is no current, too few rows, or a sign that can't be known
     */
    public static CellSegmentation segment(CellRecord record, SegmentationRules rules) throws AnalysisException {
        if (record.rows() < LEAST_ROWS) {
            throw new AnalysisException("the record has " + record.rows() + " rows; steps need two at least");
        }
        List<Remark> remarks = new ArrayList<>();
        RecordClock clock = RecordClock.of(record, rules.timeFactor(), remarks);
        CurrentSignal raw = CurrentSignal.of(record, clock).orElseThrow(() -> new AnalysisException(
                "the table has no current and no increments of charge, so its steps can't be found"));
        double limit = rules.restCurrent() == null ? RestLimit.of(raw, record.rows()) : rules.restCurrent();
        Channel number = record.step().orElse(null);
        List<Remark> quiet = new ArrayList<>();
        RowRanges runs = StepFinder.turns(record, raw, clock, limit, quiet);
        RowRanges ranges = StepPieces.of(record, raw, clock, runs, StepColumn.of(number, runs, quiet), quiet);
        CurrentSignal current = SignFinder.right(record, raw, rules.sign(), clock, ranges, remarks);
        if (current == raw) {
            remarks.addAll(quiet);
        } else {
            runs = StepFinder.turns(record, current, clock, limit, remarks);
            ranges = StepPieces.of(record, current, clock, runs, StepColumn.of(number, runs, remarks), remarks);
        }
        List<CellStep> steps = StepSums.steps(record, current, clock, ranges, remarks);
        duplicates(record, clock, current, remarks);
        CounterCheck.Result checked = CounterCheck.of(steps, remarks);
        List<HalfCycle> halves = HalfCycleFinder.marked(HalfCycleFinder.of(checked.steps(), rules.minorShare(),
                remarks), record.rows());
        for (HalfCycle h : halves) {
            if (!h.isComplete()) {
                remarks.add(Remark.info("The " + (h.direction() > 0 ? "charge" : "discharge") + " from row "
                        + (h.from() + 1) + " on is incomplete: " + h.incomplete() + "; it is kept and marked, and fits "
                        + "go without it.").coded("incomplete"));
            }
        }
        List<CellCycle> cycles = CycleFinder.of(halves, record.cycle().orElse(null), rules.cycles(), remarks);
        return new CellSegmentation(record, clock, current, limit, typed(checked.steps(), halves), halves, cycles,
                checked.counters(), checked.verdict().and(lifetime(steps, remarks)), remarks);
    }

    private static Verdict lifetime(List<CellStep> steps, List<Remark> remarks) {
        double years = (steps.getLast().end() - steps.get(0).start()) / YEAR;
        if (!(years > TOO_LONG)) {
            return Verdict.SOUND;
        }
        String text = String.format(Locale.ROOT, "the record would last %.0f years if its time is in seconds", years);
        remarks.add(Remark.warning(Character.toUpperCase(text.charAt(0)) + text.substring(1) + "; say what one unit of "
                + "the time is with the parameter timeFactor.").coded("time-too-long"));
        return Verdict.doubtful(text);
    }

    /** The steps with what the half cycles found to be pulses. */
    private static List<CellStep> typed(List<CellStep> steps, List<HalfCycle> halves) {
        Map<Integer, CellStep> pulses = new HashMap<>();
        halves.forEach(h -> h.steps().stream().filter(s -> s.type() == StepType.PULSE)
                .forEach(s -> pulses.put(s.number(), s)));
        return pulses.isEmpty() ? steps : steps.stream().map(s -> pulses.getOrDefault(s.number(), s)).toList();
    }

    private static void duplicates(CellRecord record, RecordClock clock, CurrentSignal current, List<Remark> remarks) {
        int same = 0;
        int first = 0;
        Channel v = record.voltage();
        double before = record.rows() > 0 ? v.get(0) : Double.NaN;
        for (int i = 1; i < record.rows(); i++) {
            double last = before;
            before = v.get(i);
            if (before == last && clock.at(i) == clock.at(i - 1) && current.at(i) == current.at(i - 1)) {
                first = same++ == 0 ? i : first;
            }
        }
        if (same > 0) {
            remarks.add(Remark.info(same + (same == 1 ? " row repeats" : " rows repeat") + " the row before, first row "
                    + (first + 1) + "; that adds nothing to any integral.").coded("duplicate-rows"));
        }
    }
}
