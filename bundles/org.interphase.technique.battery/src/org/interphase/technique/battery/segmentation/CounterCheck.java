package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/**
 * Recorded counters of charge against the integral of the current. A counter that agrees is used, since an instrument
 * integrates between rows too; one that does not is left for the integral, and it is said which and how far off.
 */
final class CounterCheck {

    /** A counter and the integral agree within this share, or within four uncertainties of the integral. */
    private static final double AGREES = 0.01;
    private static final double UNCERTAINTIES = 4;
    /** A factor of a unit is recognised within this share. */
    private static final double FACTOR = 0.03;
    private static final double[] UNITS = {1000, 1e-3, 3600, 1 / 3600.0, 60, 1 / 60.0, 3.6, 1 / 3.6, 1e6, 1e-6};
    private static final double RECTANGULAR = Math.sqrt(6);

    private CounterCheck() {
    }

    /**
     * What came of it.
     *
     * @param steps steps with the charge to be used
     * @param counters what the counters do, for people; empty where there are none
     * @param agrees whether the counters as a whole agree with the integral
     * @param verdict on every charge of the record
     */
    record Result(List<CellStep> steps, String counters, boolean agrees, Verdict verdict) {
    }

    static Result of(List<CellStep> steps, List<Remark> remarks) {
        double counted = 0;
        double integral = 0;
        double tolerance = 0;
        int active = 0;
        int resets = 0;
        int turns = 0;
        int direction = 0;
        double[] ratios = new double[steps.size()];
        double[] weights = new double[steps.size()];
        for (CellStep s : steps) {
            StepCharge c = s.charge();
            if (!s.isActive() || Double.isNaN(c.counter())) {
                continue;
            }
            turns += direction != 0 && direction != s.direction() ? 1 : 0;
            direction = s.direction();
            resets += Math.min(1, c.resets());
            if (c.integral() > 0) {
                ratios[active] = c.counter() / c.integral();
                weights[active++] = c.integral();
            }
            counted += c.counter();
            integral += c.integral();
            tolerance += Math.pow(allowed(c), 2);
        }
        if (active == 0) {
            return new Result(steps, "", false, Verdict.SOUND);
        }
        double ratio = weightedMedian(ratios, weights, active);
        String how = resets == 0 ? "run on" : resets >= 0.8 * (active - 1) ? "start anew with each step"
                : resets <= 1.3 * (turns / 2 + 1) ? "start anew with each cycle" : "start anew now and then";
        boolean agrees = Math.abs(ratio - 1) <= AGREES || Math.abs(counted - integral) <= Math.sqrt(tolerance);
        if (!agrees) {
            return disagreeing(steps, how, ratio, remarks);
        }
        List<CellStep> out = new ArrayList<>(steps.size());
        int odd = 0;
        int firstOdd = 0;
        int k = 0;
        while (k < steps.size()) {
            // steps of one direction that follow each other share their edges, of which the counter knows more
            int end = k + 1;
            while (end < steps.size() && steps.get(end).direction() == steps.get(k).direction()) {
                end++;
            }
            Stretch stretch = Stretch.of(steps.subList(k, end));
            for (CellStep s : steps.subList(k, end)) {
                StepCharge c = s.charge();
                double resolution = resolution(c);
                if (!s.isActive() || Double.isNaN(c.counter())) {
                    out.add(s);
                } else if (stretch.agrees) {
                    double u = c.gap() > 0 ? c.integralU() : stretch.u * Math.sqrt(c.integral() / stretch.charge);
                    // a gap is no matter where the counter went on; a joint may have set it back
                    Verdict own = c.verdict().equals(StepSums.GAPPED) ? Verdict.SOUND : c.verdict();
                    out.add(s.with(c.using(c.counter(), Math.hypot(u, resolution)).judged(own)));
                } else {
                    firstOdd = odd++ == 0 ? s.number() : firstOdd;
                    out.add(s.with(c.judged(Verdict.doubtful("its counter shows " + String.format(Locale.ROOT, "%.4g",
                            c.counter() / c.integral()) + " of the integral of the current").and(c.verdict()))));
                }
            }
            k = end;
        }
        if (odd > 0) {
            remarks.add(Remark.warning("In " + odd + (odd == 1 ? " step" : " steps") + ", first in step " + firstOdd
                    + ", the recorded counter does not agree with the integral of the current, though it does in the "
                    + "others; the integral is used there.").coded("counter-step"));
        }
        remarks.add(Remark.info(String.format(Locale.ROOT, "The counters of charge %s; over all steps they show %.5g "
                + "of the integral of the current.", how, counted / integral)).coded("counter-agrees"));
        return new Result(out, how, true, Verdict.SOUND);
    }

    private static double resolution(StepCharge c) {
        return Double.isNaN(c.resolution()) ? 0 : c.resolution() / RECTANGULAR;
    }

    /** Steps of one direction in a row: whether their counter agrees, its uncertainty, and their charge, A.h. */
    private record Stretch(boolean agrees, double u, double charge) {
        static Stretch of(List<CellStep> steps) {
            double off = 0;
            double allowed = 0;
            double u = 0;
            double charge = 0;
            double resolution = 0;
            boolean gap = false;
            for (CellStep s : steps) {
                StepCharge c = s.charge();
                off += c.counter() - c.integral();
                charge += c.integral();
                u += c.integralU() * c.integralU();
                resolution = Math.max(resolution, resolution(c));
                gap |= c.gap() > 0;
            }
            allowed = Math.max(AGREES * charge, UNCERTAINTIES * Math.sqrt(u)) + UNCERTAINTIES * resolution;
            boolean agrees = Math.abs(off) <= allowed || gap && off >= 0;
            double own = Math.sqrt(u);
            // what the integral can't explain is unsure in either
            double used = Math.abs(off) > 2 * own + resolution ? Math.abs(off) : Math.min(Math.abs(off),
                    own + resolution);
            return new Stretch(agrees, used, charge);
        }
    }

    private static double allowed(StepCharge c) {
        return Math.max(AGREES * c.integral(), UNCERTAINTIES * c.integralU());
    }

    private static Result disagreeing(List<CellStep> steps, String how, double ratio, List<Remark> remarks) {
        double unit = 0;
        for (double u : UNITS) {
            unit = Math.abs(ratio / u - 1) < FACTOR ? u : unit;
        }
        Verdict verdict = Verdict.doubtful(String.format(Locale.ROOT, "the recorded charge is %.4g of the integral of "
                + "the current, and nothing tells which is right", ratio));
        String text;
        if (Math.abs(ratio / 2 - 1) < FACTOR) {
            text = "The counters of charge count double: they show twice the integral of the current, which is used.";
        } else if (unit != 0) {
            text = String.format(Locale.ROOT, "The counters of charge show %.4g times the integral of the current: "
                    + "either they or the time or the current are not in the unit the file states; say which.", ratio);
            verdict = Verdict.doubtful("the recorded charge and the integral of the current differ by the factor of a "
                    + "unit, " + String.format(Locale.ROOT, "%.4g", ratio));
        } else {
            text = String.format(Locale.ROOT, "The counters of charge %s and show %.4g of the integral of the current; "
                    + "the integral is used.", how, ratio);
        }
        remarks.add(Remark.warning(text).coded("counter-ignored"));
        return new Result(steps, how, false, verdict);
    }

    private static double weightedMedian(double[] values, double[] weights, int n) {
        Integer[] order = new Integer[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            order[i] = i;
            all += weights[i];
        }
        java.util.Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum >= all / 2) {
                return values[i];
            }
        }
        return Double.NaN;
    }
}
