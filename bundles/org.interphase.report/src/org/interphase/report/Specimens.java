package org.interphase.report;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;

/**
 * The same quantity of several specimens of one sample, taken together.
 *
 * <p>The number is the mean. Its standard uncertainty has two components: the scatter between the specimens,
 * s / sqrt(n) with the experimental standard deviation s (type A, JCGM 100:2008, 4.2.3), and the root mean square of
 * the uncertainties of the single numbers, which is not divided by sqrt(n): what these share, as a scale or a shape,
 * no repetition takes away, and how much that is the numbers do not say. That is never less than the truth.
 *
 * @param mean the mean with its combined standard uncertainty
 * @param scatter the first of the two, in the unit of the mean
 */
record Specimens(Measurement mean, Scatter scatter) {

    /** Numbers taken together; none where there are fewer than two, one has no value, or units differ in kind. */
    static Optional<Specimens> of(List<Measurement> all) {
        if (all.size() < 2) {
            return Optional.empty();
        }
        Unit unit = all.get(0).unit();
        if (!all.stream().allMatch(m -> m.isDetected() && m.unit().isCompatible(unit))) {
            return Optional.empty();
        }
        int n = all.size();
        double[] values = all.stream().mapToDouble(m -> m.unit().convert(m.value(), unit)).toArray();
        double mean = 0;
        for (double v : values) {
            mean += v / n;
        }
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        double scatter = Math.sqrt(squares / (n - 1) / n);
        double own = 0;
        Verdict verdict = Verdict.SOUND;
        for (Measurement m : all) {
            // one without an uncertainty adds none: the scatter is then all that is known
            double u = Double.isNaN(m.uncertainty()) ? 0 : m.uncertainty() * m.unit().scaleTo(unit);
            own += u * u / n;
            verdict = verdict.and(m.verdict());
        }
        Measurement first = all.get(0);
        return Optional.of(new Specimens(new Measurement(first.name(), first.symbol(), mean,
                Math.sqrt(scatter * scatter + own), unit, first.step(), Double.NaN, verdict,
                first.evidence()), new Scatter(n, scatter)));
    }
}
