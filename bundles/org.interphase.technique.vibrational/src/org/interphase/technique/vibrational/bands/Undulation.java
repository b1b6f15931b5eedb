package org.interphase.technique.vibrational.bands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.model.Verdict;

/**
 * How far what the found bands leave over undulates at the width of a band: fringes, a baseline that does not follow,
 * noise that hangs together. At every place of the spectrum the height of a bell of that width is fitted to what is
 * left, over its own mean; a band may be as much too high or too low as those heights scatter.
 */
public final class Undulation {

    /** A band is doubtful below so many standard deviations of the undulation. */
    private static final double STANDS_OUT = 6;
    /** Half width of the bell's surroundings over its full width at half maximum. */
    private static final double REACH = 1.5;
    private static final double NORMAL = 1.4826;
    private static final int FEWEST = 12;
    /** Uncertainty of a bell's place over its width, per relative uncertainty of its height in its flanks. */
    private static final double PLACE = 0.5;

    private Undulation() {
    }

    /**
     * The bands with what the undulation adds to their uncertainties.
     *
     * @param x abscissa, ascending
     * @param net ordinate over the baseline
     */
    public static List<Band> counted(double[] x, double[] net, List<Band> bands) {
        double[] rest = net.clone();
        for (Band b : bands) {
            for (int i = 0; i < x.length; i++) {
                rest[i] -= b.at(x[i]);
            }
        }
        Optional<Ripple> ripple = Ripple.of(x, net);
        return bands.stream().map(b -> counted(b, scatter(x, rest, b.fwhm()))).map(b -> ripple.filter(r -> r.mayHold(b))
                .map(r -> b.judged(Verdict.doubtful(String.format(Locale.ROOT, "fringes of a period of %.3g and an "
                        + "amplitude of %.2g run through the spectrum", r.period(), r.amplitude())))).orElse(b))
                .toList();
    }

    private static Band counted(Band b, double scatter) {
        if (Double.isNaN(scatter)) {
            return b.judged(Verdict.doubtful("the spectrum is too short to tell how the baseline undulates"));
        }
        if (scatter == 0) {
            return b;
        }
        double share = scatter / b.height();
        // what is left over holds the noise, which is in the uncertainties: the larger of the two counts
        Band out = new Band(b.position(), larger(b.positionU(), PLACE * share * b.fwhm()), b.height(),
                larger(b.heightU(), scatter), b.fwhm(), larger(b.fwhmU(), share * b.fwhm()), b.area(),
                larger(b.areaU(), Math.sqrt(2) * share * b.area()), b.mixing(), b.significance(), b.shoulder(),
                b.verdict());
        return b.height() >= STANDS_OUT * scatter ? out : out.judged(Verdict.doubtful(String.format(Locale.ROOT,
                "the baseline undulates by %.2g of its height at its width", share)));
    }

    /** An uncertainty that is not known stays so. */
    private static double larger(double u, double other) {
        return Double.isNaN(u) ? u : Math.max(u, other);
    }

    /** Robust standard deviation of the heights of bells of a width all over the spectrum; NaN if it is too short. */
    private static double scatter(double[] x, double[] rest, double fwhm) {
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        int half = Math.max(2, (int) Math.round(REACH * fwhm / step));
        double[] bell = new double[2 * half + 1];
        double mean = 0;
        for (int k = -half; k <= half; k++) {
            bell[k + half] = Math.exp(-4 * Math.log(2) * Math.pow(k * step / fwhm, 2));
            mean += bell[k + half] / bell.length;
        }
        double norm = 0;
        for (int k = 0; k < bell.length; k++) {
            bell[k] -= mean;
            norm += bell[k] * bell[k];
        }
        int stride = Math.max(1, half / 4);
        double[] heights = new double[Math.max(0, (x.length - bell.length) / stride + 1)];
        for (int h = 0; h < heights.length && x.length >= bell.length; h++) {
            for (int k = 0; k < bell.length; k++) {
                heights[h] += bell[k] * rest[h * stride + k] / norm;
            }
            heights[h] = Math.abs(heights[h]);
        }
        if (heights.length < FEWEST) {
            return Double.NaN;
        }
        Arrays.sort(heights);
        return NORMAL * heights[heights.length / 2];
    }
}
