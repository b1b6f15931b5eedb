package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.interphase.model.Remark;

/**
 * The time since the start of a test from what a file holds: times that begin again at 0 with a step are added up,
 * times of day go on over midnight, a single row that falls back is lifted to the row before. Everything that was not
 * as recorded is remarked.
 */
final class TimeBase {

    private static final double DAY = 86400;
    private static final double NEAR_START = 0.02;
    private static final double JITTER = 1;
    private static final int SHOWN = 5;

    private final int rows;
    private final IntToDoubleFunction time;
    private final IntToDoubleFunction date;
    private final IntToDoubleFunction step;
    private final boolean clock;
    private final List<Remark> remarks = new ArrayList<>();
    private double[] mended;
    private boolean isStepTime;

    /**
     * @param time time in seconds by row
     * @param date seconds since 1970 by row; null where there is none
     * @param step number of the step by row; null where there is none
     * @param clock whether times are written as on a clock, which may be one of the day
     */
    TimeBase(int rows, IntToDoubleFunction time, IntToDoubleFunction date, IntToDoubleFunction step, boolean clock) {
        this.rows = rows;
        this.time = time;
        this.date = date;
        this.step = step;
        this.clock = clock;
    }

    /** Times that differ from those recorded; null where none does. */
    double[] mended() {
        return mended;
    }

    /** Whether the times recorded are those since the start of the step. */
    boolean isStepTime() {
        return isStepTime;
    }

    List<Remark> remarks() {
        return remarks;
    }

    TimeBase mend() {
        List<Integer> single = new ArrayList<>();
        List<Integer> restarts = new ArrayList<>();
        List<Integer> midnights = new ArrayList<>();
        List<Integer> jumps = new ArrayList<>();
        int jitter = 0;
        int firstJitter = -1;
        double before = Double.NaN;
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            double t = time.applyAsDouble(i);
            largest = t > largest ? t : largest;
            if (t < before) {
                double next = i + 1 < rows ? time.applyAsDouble(i + 1) : Double.NaN;
                if (next > before && before - t > JITTER) {
                    single.add(i);
                    continue;
                }
                if (clock && before > DAY * (1 - NEAR_START * 10) && before < DAY && t < DAY * NEAR_START * 10) {
                    midnights.add(i);
                } else if (before - t <= JITTER && t > 0) {
                    jitter++;
                    firstJitter = firstJitter < 0 ? i : firstJitter;
                } else if (t <= Math.max(JITTER, NEAR_START * before)) {
                    restarts.add(i);
                } else {
                    jumps.add(i);
                }
            }
            before = Double.isNaN(t) ? before : t;
        }
        if (!restarts.isEmpty() && step != null) {
            // where steps count from 0, a first interval longer than the step before is none that fell back
            List<Integer> begun = single.stream().filter(i -> i > 0
                    && step.applyAsDouble(i) != step.applyAsDouble(i - 1)).toList();
            single.removeAll(begun);
            restarts.addAll(begun);
            restarts.sort(null);
        }
        if (largest >= DAY) {
            jumps.addAll(midnights);
            midnights.clear();
        }
        if (!single.isEmpty() || !restarts.isEmpty() || !midnights.isEmpty() || !jumps.isEmpty()) {
            mend(single, restarts, midnights, jumps);
        }
        if (jitter > 0) {
            remarks.add(Remark.warning("The time falls back by a little in " + count(jitter, "row") + " (first row "
                    + (firstJitter + 1) + "); the rows are kept as recorded.").coded("time-jitter"));
        }
        return this;
    }

    private void mend(List<Integer> single, List<Integer> restarts, List<Integer> midnights, List<Integer> jumps) {
        mended = new double[rows];
        double offset = 0;
        double last = 0;
        int s = 0;
        int r = 0;
        int m = 0;
        int j = 0;
        int withStep = 0;
        boolean dated = usable();
        for (int i = 0; i < rows; i++) {
            double t = time.applyAsDouble(i);
            if (s < single.size() && single.get(s) == i) {
                s++;
                mended[i] = last;
                continue;
            }
            boolean restart = r < restarts.size() && restarts.get(r) == i;
            boolean jump = j < jumps.size() && jumps.get(j) == i;
            if (m < midnights.size() && midnights.get(m) == i) {
                m++;
                offset += DAY;
            } else if (restart || jump) {
                r += restart ? 1 : 0;
                j += jump ? 1 : 0;
                withStep += step != null && step.applyAsDouble(i) != step.applyAsDouble(i - 1) ? 1 : 0;
                // the dates tell what passed between; without them nothing is known to have
                double gap = dated ? date.applyAsDouble(i) - date.applyAsDouble(i - 1) : 0;
                offset = last + Math.max(0, Double.isNaN(gap) ? 0 : gap) - t;
            }
            mended[i] = offset + t;
            last = Double.isNaN(t) ? last : mended[i];
        }
        isStepTime = !restarts.isEmpty() && jumps.isEmpty() && step != null && withStep == restarts.size();
        if (!single.isEmpty()) {
            remarks.add(Remark.warning("The time falls back in single rows (" + listed(single) + "), which can't be; "
                    + "there it is taken as that of the row before, and 'time as recorded' has what the file says.")
                    .coded("time-falls-back"));
        }
        if (!midnights.isEmpty()) {
            remarks.add(Remark.info("The times are times of day and pass midnight " + count(midnights.size(), "time")
                    + "; a day is added each time.").coded("time-of-day"));
        }
        if (!restarts.isEmpty()) {
            remarks.add(Remark.warning("The time begins again " + count(restarts.size(), "time") + " ("
                    + listed(restarts) + (isStepTime ? "), always with a step: it is the time since the start of the "
                            + "step. The times of the steps are added up" : "). The parts are put one behind the other")
                    + (dated ? ", with what the dates say passed between." : "; what passed between is not recorded "
                            + "and taken as nothing.")).coded("time-restarts"));
        }
        if (!jumps.isEmpty()) {
            remarks.add(Remark.warning("The time jumps back (" + listed(jumps) + "); the parts are put one behind the "
                    + "other" + (dated ? ", with what the dates say passed between." : "; what passed between is not "
                            + "recorded and taken as nothing.")).coded("time-jumps"));
        }
    }

    /** Whether the dates run on. */
    private boolean usable() {
        if (date == null) {
            return false;
        }
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            double d = date.applyAsDouble(i);
            if (d < before || Double.isNaN(d)) {
                return false;
            }
            before = d;
        }
        return true;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static String listed(List<Integer> at) {
        StringBuilder out = new StringBuilder(at.size() == 1 ? "row " : "rows ");
        for (int i = 0; i < Math.min(SHOWN, at.size()); i++) {
            out.append(i == 0 ? "" : ", ").append(at.get(i) + 1);
        }
        return at.size() <= SHOWN ? out.toString() : out + " and " + (at.size() - SHOWN) + " more";
    }
}
