package org.interphase.technique.electrochemistry.kramerskronig;

import java.util.Arrays;
import org.interphase.numerics.linear.Householder;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * Kramers-Kronig test by a chain of RC elements with fixed, logarithmically spaced time constants, which satisfies the
 * relations by construction: what it cannot describe violates them (Lin-KK). The number M of elements grows until mu
 * falls below a limit, where mu = 1 - sum |R_k < 0| / sum |R_k >= 0| tells over- from underfitting (M. Schönleber,
 * D. Klotz, E. Ivers-Tiffée, Electrochimica Acta 131 (2014) 20-27).
 *
 * @param elements number M of RC elements
 * @param mu final mu
 * @param model impedance of the chain: real parts, then imaginary parts
 * @param residualRe (Z - model)/|Z| of the real parts
 * @param residualIm the same of the imaginary parts
 * @param noise standard deviation of the residuals that changes from point to point, robustly
 */
public record LinKk(int elements, double mu, double[] model, double[] residualRe, double[] residualIm, double noise) {

    /** Elements per decade from which on mu is looked at: with fewer, mu falls because the chain is too coarse. */
    private static final double FEWEST_PER_DECADE = 2;
    private static final int WINDOW = 8;
    private static final int NEIGHBOURS = 2;

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
        LinKk last = null;
        for (int m = fewest; m <= largest; m++) {
            last = of(s, m, inductance, capacitance);
            if (last.mu < limit) {
                break;
            }
        }
        return last;
    }

    /** The test with a given number of elements. */
    static LinKk of(ImpedanceSpectrum s, int m, boolean inductance, boolean capacitance) {
        int n = s.size();
        double fast = 1 / (2 * Math.PI * s.frequency()[0]);
        double slow = 1 / (2 * Math.PI * s.frequency()[n - 1]);
        double[] modulus = s.modulus();
        int extras = 1 + (inductance ? 1 : 0) + (capacitance ? 1 : 0);
        double[][] basis = new double[extras + m][2 * n];
        for (int i = 0; i < n; i++) {
            double w = 2 * Math.PI * s.frequency()[i];
            int at = 0;
            basis[at++][i] = 1;
            if (inductance) {
                basis[at++][n + i] = w * fast;
            }
            if (capacitance) {
                basis[at++][n + i] = -1 / (w * slow);
            }
            for (int k = 0; k < m; k++) {
                double x = w * fast * Math.pow(slow / fast, k / (m - 1.0));
                basis[at + k][i] = 1 / (1 + x * x);
                basis[at + k][n + i] = -x / (1 + x * x);
            }
        }
        double[][] weighted = new double[basis.length][2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < basis.length; c++) {
                weighted[c][i] = basis[c][i] / modulus[i];
                weighted[c][n + i] = basis[c][n + i] / modulus[i];
            }
            y[i] = s.re()[i] / modulus[i];
            y[n + i] = s.im()[i] / modulus[i];
        }
        double[] x = Householder.solve(weighted, y);
        double negative = 0;
        double positive = 0;
        for (int k = extras; k < x.length; k++) {
            negative += Math.max(0, -x[k]);
            positive += Math.max(0, x[k]);
        }
        double[] model = new double[2 * n];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < 2 * n; i++) {
                model[i] += x[c] * basis[c][i];
            }
        }
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = (s.re()[i] - model[i]) / modulus[i];
            im[i] = (s.im()[i] - model[n + i]) / modulus[i];
        }
        double mu = positive > 0 ? 1 - negative / positive : 0;
        return new LinKk(m, mu, model, re, im, noise(re, im, 0, n));
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
     * above the tolerance and above four times what the noise around it would leave, at two or more neighbours.
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
            beyond[i] = Math.abs(mean(residualRe, from, to)) > limit || Math.abs(mean(residualIm, from, to)) > limit;
        }
        boolean[] out = new boolean[n];
        for (int i = 0; i < n; i++) {
            // one point alone is an outlier, not a drift
            out[i] = beyond[i] && (i > 0 && beyond[i - 1] || i + 1 < n && beyond[i + 1]);
        }
        return out;
    }

    private static double mean(double[] v, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += v[i];
        }
        return sum / (to - from);
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
