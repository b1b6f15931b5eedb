package org.interphase.technique.battery.operation;

import java.util.List;
import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.cycle.CellAmount;
import org.interphase.technique.battery.cycle.CycleValues;
import org.interphase.technique.battery.cycle.FadeModel;
import org.interphase.technique.battery.cycle.Uncertain;

/**
 * Retention and fade of one direction against a reference cycle, over the complete cycles that run at its current:
 * capacities at other currents tell of the rate.
 */
final class CapacityFade {

    private static final double PERCENT = 100;
    /** Cycles at currents that differ by more are not compared. */
    private static final double SAME_CURRENT = 0.05;

    private final CycleValues reference;
    private final int direction;
    private final String which;
    private final Verdict verdict;
    private final double unshared;
    private final List<CycleValues> same;
    private final int others;

    /**
     * Of complete cycles.
     *
     * @param verdict on every charge of the record
     * @param unshared relative standard uncertainty of the current that two cycles do not share
     */
    CapacityFade(List<CycleValues> whole, CycleValues reference, int direction, Verdict verdict, double unshared) {
        this.reference = reference;
        this.direction = direction;
        this.which = direction > 0 ? "charge" : "discharge";
        this.verdict = verdict;
        this.unshared = unshared;
        List<CycleValues> later = whole.stream().filter(v -> v.number() >= reference.number()).toList();
        this.same = later.stream().filter(v -> Math.abs(v.current(direction) / reference.current(direction) - 1)
                < SAME_CURRENT).toList();
        this.others = later.size() - same.size();
    }

    /** Measures, and gives the best model over the cycles: their numbers, and capacities; null without a fade. */
    double[][] measure(CellAmount amount, Outcome.Builder out) {
        if (!reference.capacity(direction).exists()) {
            return null;
        }
        retention(out);
        String name = "loss of " + which + " capacity per cycle (linear)";
        if (same.size() < FadeModel.LEAST) {
            out.measure(Measurement.withheld(name, "", "%", "only " + same.size() + " complete cycles run at the "
                    + "current of the reference cycle " + reference.number() + "; a fade needs " + FadeModel.LEAST));
            return null;
        }
        if (others > 0) {
            out.remark(Remark.info("Retention and fade are of the " + same.size() + " complete cycles that run at the "
                    + "current of cycle " + reference.number() + "."));
        }
        double first = reference.capacity(direction).value();
        double[] n = same.stream().mapToDouble(v -> v.number() - reference.number()).toArray();
        double[] y = same.stream().mapToDouble(v -> v.capacity(direction).value() / first).toArray();
        double noise = Math.sqrt(same.stream().mapToDouble(v -> Math.pow(v.capacity(direction).u() / first, 2))
                .average().orElse(0));
        FadeModel fade = FadeModel.of(n, y, Math.hypot(noise, unshared));
        losses(name, fade, out);
        double scale = amount.of(reference.capacity(direction)).value();
        double[][] line = new double[2][n.length];
        for (int i = 0; i < n.length; i++) {
            line[0][i] = reference.number() + n[i];
            line[1][i] = scale * model(fade, n[i]);
        }
        return line;
    }

    private void retention(Outcome.Builder out) {
        CycleValues last = same.isEmpty() ? reference : same.getLast();
        String of = "retention of " + which + " capacity";
        if (last.number() > reference.number()) {
            Uncertain kept = last.capacity(direction).over(reference.capacity(direction), unshared)
                    .times(PERCENT);
            Verdict v = verdict.and(last.verdict(direction)).and(reference.isComplete() ? reference.verdict(direction)
                    : Verdict.doubtful("the reference cycle is incomplete: " + reference.incomplete()));
            // the uncertainty is of the charges of this one cell, which a reader of the bare number can't know
            out.measure(Measurement.of(of + " in cycle " + last.number() + " against cycle " + reference.number()
                    + " of this cell", "", kept.value(), kept.u(), "%").judged(v));
            out.remark(Remark.info("Retention is of this cell: its uncertainty holds how well the charges of the two "
                    + "cycles are known, not by how much cells of one kind differ, nor what another temperature in "
                    + "one of the cycles would change.").coded("one-cell"));
        } else if (others > 0) {
            out.measure(Measurement.withheld(of, "", "%", "no complete cycle after cycle " + reference.number()
                    + " runs at its current"));
        }
    }

    private void losses(String name, FadeModel fade, Outcome.Builder out) {
        Verdict all = same.stream().map(v -> v.verdict(direction)).reduce(verdict, Verdict::and);
        loss(name, fade.linear().lossOverFirst(0, 1), all.and(fade.verdict(FadeModel.Kind.LINEAR)), out);
        loss("loss of " + which + " capacity per root of cycles (square root)", fade.root().lossOverFirst(0, 1),
                all.and(fade.verdict(FadeModel.Kind.ROOT)), out);
        if (fade.best() == FadeModel.Kind.KNEE) {
            Verdict v = all.and(fade.verdict(FadeModel.Kind.KNEE));
            out.measure(Measurement.of("knee of the fade at cycle", "", reference.number() + fade.kneeAt(),
                    fade.kneeU(), "1").judged(v));
            loss("loss per cycle before the knee", fade.knee().lossOverFirst(0, 1), v, out);
            loss("loss per cycle after the knee", fade.knee().lossOverFirst(0, 1, 1), v, out);
        }
        out.remark(Remark.info(String.format(Locale.ROOT, "Of the models of the fade, %s describes the data best (by "
                + "%.1f in Schwarz's criterion).", fade.best().words(), fade.margin())));
    }

    private static void loss(String name, Uncertain loss, Verdict verdict, Outcome.Builder out) {
        out.measure(Measurement.of(name, "", PERCENT * loss.value(), PERCENT * loss.u(), "%").judged(verdict));
    }

    private static double model(FadeModel f, double n) {
        return switch (f.best()) {
            case LINEAR -> f.linear().coefficients()[0] + f.linear().coefficients()[1] * n;
            case ROOT -> f.root().coefficients()[0] + f.root().coefficients()[1] * Math.sqrt(n);
            case KNEE -> f.knee().coefficients()[0] + f.knee().coefficients()[1] * n
                    + f.knee().coefficients()[2] * Math.max(0, n - f.kneeAt());
        };
    }
}
