package org.interphase.technique.vibrational.pvdf;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.technique.vibrational.bands.LocalFit;

/**
 * The fit of one window, and fits with lines of another shape or other baselines that describe the data as well.
 *
 * @param fit the fit that is reported
 * @param others the same bands of the other line shape, and over baselines of one degree less and one more
 * @param disturbed the same fit of data to which each error of the baseline that one knows of was added, each of the
 *     size of its standard uncertainty
 */
public record PhaseWindow(LocalFit fit, List<LocalFit> others, List<LocalFit> disturbed) {

    private static final double WORSE = 1.5;

    /** Copies the lists. */
    public PhaseWindow {
        others = List.copyOf(others);
        disturbed = List.copyOf(disturbed);
    }

    /**
     * Standard uncertainty of a quantity from line shape and baseline. Their choice: the largest difference is the
     * half width of a rectangular distribution (JCGM 100:2008, 4.3.7); those that describe the data clearly worse do
     * not count. Known errors of the baseline: each by the difference it makes.
     */
    public double spread(ToDoubleFunction<LocalFit> quantity) {
        double best = fit.reducedChiSquare();
        for (LocalFit o : others) {
            best = Math.min(best, o.reducedChiSquare());
        }
        double largest = 0;
        for (LocalFit o : others) {
            double d = Math.abs(quantity.applyAsDouble(o) - quantity.applyAsDouble(fit));
            if (o.converged() && o.reducedChiSquare() <= WORSE * Math.max(1, best) && d > largest) {
                largest = d;
            }
        }
        double sum = largest * largest / 3;
        for (LocalFit d : disturbed) {
            double by = quantity.applyAsDouble(d) - quantity.applyAsDouble(fit);
            sum += by * by;
        }
        return Math.sqrt(sum);
    }
}
