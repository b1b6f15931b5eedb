package org.interphase.technique.electrochemistry.kramerskronig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;

/**
 * Kramers-Kronig test by a chain of RC elements with fixed, logarithmically spaced time constants, which satisfies the
 * relations by construction: what it cannot describe violates them (Lin-KK). The number M of elements grows until mu
 * falls below a limit, where {@code mu = 1 - sum |R_k < 0| / sum |R_k >= 0|} tells over- from underfitting
 * (M. Schönleber, D. Klotz, E. Ivers-Tiffée, Electrochimica Acta 131 (2014) 20-27); a chain that is still too coarse
 * there, so that more elements describe the spectrum decisively better (BIC), goes on growing. Single points that
 * stand out of the others are left out of the chain one by one; the end points too, whose pull on the chain is taken
 * off.
 *
 * @param elements number M of RC elements
 * @param mu final mu
 * @param model impedance of the chain: real parts, then imaginary parts
 * @param residualRe (Z - model)/|Z| of the real parts
 * @param residualIm the same of the imaginary parts
 * @param noise standard deviation of the residuals that changes from point to point, robustly
 * @param outliers rows of single points that stand out, ascending; the chain was fitted without them
 * @param drift what the residuals say of a cell that changes during the sweep
 */
public record LinKk(int elements, double mu, double[] model, double[] residualRe, double[] residualIm, double noise,
        List<Integer> outliers, Drift drift) {

    /** Elements per decade from which on mu is looked at: with fewer, mu falls because the chain is too coarse. */
    private static final double FEWEST_PER_DECADE = 2;
    private static final double MOST_PER_DECADE = 7;
    private static final int WINDOW = 8;
    private static final int NEIGHBOURS = 2;
    /** Difference of BIC that counts as very strong evidence (Kass and Raftery 1995). */
    private static final double DECISIVE = 10;
    /**
     * Sum of two squared standardised residuals of a point that stands out: noise has it once in
     * 65 million points (chi-square, 2), and once in some 10,000 where its size is known from 34 values.
     */
    private static final double STANDS_OUT = 36;
    /** Largest part of the points that may stand out one by one; more are a systematic deviation. */
    private static final double SINGLE = 0.1;

    /**
     * Runs the test.
     *
     * @param limit mu below which no further elements are added, 0.85 in the paper
     * @param most largest M
     * @param inductance whether the chain has a series inductance
     * @param capacitance whether it has a series capacitance, for spectra that rise towards low frequency
     */
    public static LinKk test(ImpedanceSpectrum s, double limit, int most, boolean inductance, boolean capacitance) {
        int largest = Math.max(3, Math.min(most, 2 * s.size() - 4));
        double decades = Math.log10(s.frequency()[0] / s.frequency()[s.size() - 1]);
        int fewest = Math.max(3, Math.min(largest, (int) Math.round(FEWEST_PER_DECADE * decades)));
        int densest = Math.max(fewest, Math.min(Math.min(largest, s.size() - 2),
                (int) Math.round(MOST_PER_DECADE * decades)));
        RcChain chosen = null;
        for (int m = fewest; m <= largest; m++) {
            chosen = new RcChain(s, m, inductance, capacitance, List.of());
            if (chosen.mu() < limit) {
                break;
            }
        }
        // a finer chain would follow a disturbed last point: whether it is needed is asked of the others
        RcChain others = withoutOutliers(s, chosen, inductance, capacitance);
        for (int m = chosen.elements() + 1; m <= densest; m++) {
            RcChain finer = new RcChain(s, m, inductance, capacitance, others.without());
            others = finer.bic() < others.bic() - DECISIVE ? finer : others;
        }
        RcChain all = others.without().isEmpty() ? others
                : new RcChain(s, others.elements(), inductance, capacitance, List.of());
        return of(s, withoutOutliers(s, all, inductance, capacitance));
    }

    private static RcChain withoutOutliers(ImpedanceSpectrum s, RcChain all, boolean inductance, boolean capacitance) {
        int allowed = Math.max(1, (int) (SINGLE * s.size()));
        List<Integer> out = new ArrayList<>(negative(s, allowed));
        RcChain chain = out.isEmpty() ? all : new RcChain(s, all.elements(), inductance, capacitance, out);
        while (out.size() <= allowed) {
            int worst = chain.furthest(STANDS_OUT);
            if (worst < 0) {
                return isScattered(out) ? chain : all;
            }
            out.add(worst);
            out.sort(null);
            chain = new RcChain(s, all.elements(), inductance, capacitance, out);
        }
        return all;
    }

    /** Rows with a negative real part, which no passive cell has, if they are few. */
    private static List<Integer> negative(ImpedanceSpectrum s, int allowed) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (s.re()[i] < 0) {
                out.add(i);
            }
        }
        return out.size() <= allowed ? out : List.of();
    }

    /** Whether no three points in a row are among them; those would be a deviation and not single points. */
    private static boolean isScattered(List<Integer> rows) {
        for (int i = 2; i < rows.size(); i++) {
            if (rows.get(i) - rows.get(i - 2) == 2) {
                return false;
            }
        }
        return true;
    }

    private static LinKk of(ImpedanceSpectrum s, RcChain chain) {
        int n = s.size();
        double[] re = Arrays.copyOf(chain.residuals(), n);
        double[] im = Arrays.copyOfRange(chain.residuals(), n, 2 * n);
        return new LinKk(chain.elements(), chain.mu(), chain.model(), re, im, noise(re, im, 0, n), chain.without(),
                Drift.of(s, chain));
    }

    /** The usual test of a spectrum: 0.85 as in the paper, with an inductance, and a capacitance where -Im Z rises. */
    public static LinKk usual(ImpedanceSpectrum s) {
        return test(s, 0.85, 100, true, SpectrumTails.rising(s));
    }

    /**
     * Point-to-point noise from the median absolute second difference (factor √6 for white noise) of the rows from
     * {@code from} to {@code to}.
     */
    public static double noise(double[] re, double[] im, int from, int to) {
        double[] d = new double[2 * Math.max(0, to - from - 2)];
        for (int i = from + 2; i < to; i++) {
            d[i - from - 2] = Math.abs(re[i] - 2 * re[i - 1] + re[i - 2]);
            d[to - from - 2 + i - from - 2] = Math.abs(im[i] - 2 * im[i - 1] + im[i - 2]);
        }
        Arrays.sort(d);
        return d.length == 0 ? 0 : 1.4826 * d[d.length / 2] / Math.sqrt(6);
    }

    /**
     * Points that deviate systematically: the mean residual over five neighbours, in the real or imaginary part, lies
     * above the tolerance and above four times what the noise around it would leave, at two or more neighbours; single
     * points that stand out by more than the tolerance; and where a drift that was seen is largest.
     *
     * @param tolerance relative deviation still accepted, for example 0.01
     */
    public boolean[] violations(double tolerance) {
        int n = residualRe.length;
        boolean[] beyond = new boolean[n];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, Math.min(i - NEIGHBOURS, n - 2 * NEIGHBOURS - 1));
            int to = Math.min(n, from + 2 * NEIGHBOURS + 1);
            double own = noise(residualRe, residualIm, Math.max(0, i - WINDOW), Math.min(n, i + WINDOW + 1));
            double limit = Math.max(tolerance, 4 * own / Math.sqrt(to - from));
            beyond[i] = !outliers.contains(i) && (Math.abs(mean(residualRe, from, to)) > limit
                    || Math.abs(mean(residualIm, from, to)) > limit);
        }
        boolean[] out = new boolean[n];
        for (int i = 0; i < n; i++) {
            // one point alone is an outlier, not a drift
            out[i] = beyond[i] && (i > 0 && beyond[i - 1] || i + 1 < n && beyond[i + 1]);
        }
        for (int i : outliers) {
            out[i] |= Math.abs(worst(i)) > tolerance;
        }
        if (drift.isSeen()) {
            for (int i = 0; i < n; i++) {
                out[i] |= drift.rules(i);
            }
        }
        return out;
    }

    private double mean(double[] v, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int i = from; i < to; i++) {
            sum += outliers.contains(i) ? 0 : v[i];
            n += outliers.contains(i) ? 0 : 1;
        }
        return n == 0 ? 0 : sum / n;
    }

    /** The larger of the relative residuals of the two parts at a point, with its sign. */
    public double worst(int point) {
        return Math.abs(residualRe[point]) > Math.abs(residualIm[point]) ? residualRe[point] : residualIm[point];
    }

    /** Root mean square of all relative residuals. */
    public double rms() {
        double sum = 0;
        for (int i = 0; i < residualRe.length; i++) {
            sum += residualRe[i] * residualRe[i] + residualIm[i] * residualIm[i];
        }
        return Math.sqrt(sum / (2 * residualRe.length));
    }

    /** Largest absolute relative residual. */
    public double largest() {
        double max = 0;
        for (int i = 0; i < residualRe.length; i++) {
            max = Math.max(max, Math.max(Math.abs(residualRe[i]), Math.abs(residualIm[i])));
        }
        return max;
    }
}
