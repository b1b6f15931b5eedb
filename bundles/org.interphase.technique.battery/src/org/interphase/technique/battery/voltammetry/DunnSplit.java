package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;
import org.interphase.numerics.linear.Student;
import org.interphase.numerics.signal.SavitzkyGolay;
import org.interphase.technique.battery.segmentation.PotentialSweep;

/**
 * Currents at one potential split into a part in proportion to the scan rate and one to its square root, k1 v +
 * k2 sqrt(v) with both not negative (J. Wang, J. Polleux, J. Lim, B. Dunn, J. Phys. Chem. C 111 (2007) 14925), by least
 * squares of i / sqrt(v). The scatter around the fit is that of few rates, so that uncertainties are widened by
 * Student's factor; what is known of the rates counts besides. Where one part would be negative it is zero, and as
 * uncertain as a normal distribution cut at zero leaves it. Immutable.
 */
public final class DunnSplit {

    private static final int POTENTIALS = 200;
    /** Part of the common range left out behind either vertex, where currents settle. */
    private static final double MARGIN = 0.05;

    private final boolean rising;
    private final double[] potential;
    private final double[] rates;
    private final double[] rateUncertainty;
    private final double[][] currents;
    private final double[] k1;
    private final double[] k2;
    /** Variances of k1 and k2 and their covariance. */
    private final double[][] variances = new double[3][];

    private DunnSplit(boolean rising, double[] potential, double[] rates, double[] rateUncertainty,
            double[][] currents) {
        this.rising = rising;
        this.potential = potential;
        this.rates = rates;
        this.rateUncertainty = rateUncertainty;
        this.currents = currents;
        this.k1 = new double[potential.length];
        this.k2 = new double[potential.length];
        Arrays.setAll(variances, q -> new double[potential.length]);
        for (int p = 0; p < potential.length; p++) {
            solve(p);
        }
    }

    /**
     * The split of one direction.
     *
     * @param resistance ohm whose drop is taken off the potential
     * @return empty if fewer than three scans share a range of potentials
     */
    public static Optional<DunnSplit> of(List<RateScan> scans, boolean rising, double resistance) {
        List<SweepCurve> curves = new ArrayList<>();
        for (RateScan scan : scans) {
            Optional<PotentialSweep> s = scan.sweep(rising);
            s.ifPresent(w -> curves.add(SweepCurve.of(scan.record(), w, resistance, false)));
        }
        if (curves.size() < 3) {
            return Optional.empty();
        }
        double from = curves.stream().mapToDouble(c -> c.x()[0]).max().orElse(0);
        double to = curves.stream().mapToDouble(c -> c.x()[c.size() - 1]).min().orElse(0);
        double span = to - from;
        if (!(span > 0) || curves.stream().anyMatch(c -> c.size() < 20)) {
            return Optional.empty();
        }
        double[] x = new double[POTENTIALS];
        for (int p = 0; p < POTENTIALS; p++) {
            x[p] = from + span * (MARGIN + (1 - 2 * MARGIN) * p / (POTENTIALS - 1));
        }
        double[] rates = curves.stream().mapToDouble(c -> c.sweep().rate()).toArray();
        double[] uRates = curves.stream().mapToDouble(c -> c.sweep().rateUncertainty() / c.sweep().rate()).toArray();
        double[][] i = new double[curves.size()][POTENTIALS];
        for (int r = 0; r < i.length; r++) {
            SweepCurve c = curves.get(r);
            double[] y = new SavitzkyGolay(5, 2).smooth(c.y());
            for (int p = 0; p < POTENTIALS; p++) {
                int k = Math.max(1, Math.min(c.size() - 1, c.indexOf(x[p])));
                double t = (x[p] - c.x()[k - 1]) / (c.x()[k] - c.x()[k - 1]);
                i[r][p] = y[k - 1] + t * (y[k] - y[k - 1]);
            }
        }
        int d = rising ? 1 : -1;
        for (int p = 0; p < POTENTIALS; p++) {
            x[p] *= d;
        }
        return Optional.of(new DunnSplit(rising, x, rates, uRates, i));
    }

    /** Least squares of i / sqrt(v) = k1 sqrt(v) + k2 with both not negative. */
    private void solve(int p) {
        int n = rates.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int r = 0; r < n; r++) {
            double x = Math.sqrt(rates[r]);
            double y = currents[r][p] / x;
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        double det = n * sxx - sx * sx;
        double a = (n * sxy - sx * sy) / det;
        double b = (sxx * sy - sx * sxy) / det;
        double chi = 0;
        double a2 = 0;
        double b2 = 0;
        double ab = 0;
        for (int r = 0; r < n; r++) {
            double x = Math.sqrt(rates[r]);
            double res = currents[r][p] / x - a * x - b;
            chi += res * res;
            // a rate off by a part moves i / sqrt(v) by half of it, and the abscissa too
            double moved = (a * x + b / 2) * rateUncertainty[r];
            double da = (n * x - sx) / det * moved;
            double db = (sxx - sx * x) / det * moved;
            a2 += da * da;
            b2 += db * db;
            ab += da * db;
        }
        double variance = chi / (n - 2) * Math.pow(Student.widening(n - 2), 2);
        double va = variance * n / det + a2;
        double vb = variance * sxx / det + b2;
        // of a part that is zero only what it may be counts: the other is then the whole current
        k1[p] = a < 0 ? 0 : b < 0 ? Math.max(0, sxy / sxx) : a;
        k2[p] = a < 0 ? Math.max(0, sy / n) : Math.max(0, b);
        variances[0][p] = a < 0 ? leftAtZero(a, Math.sqrt(va)) : b < 0 ? 0 : va;
        variances[1][p] = a < 0 ? 0 : b < 0 ? leftAtZero(b, Math.sqrt(vb)) : vb;
        variances[2][p] = a < 0 || b < 0 ? 0 : -variance * sx / det + ab;
    }

    /** Mean square of a normal distribution with a negative mean where it is above zero. */
    private static double leftAtZero(double mean, double sigma) {
        if (!(sigma > 0)) {
            return 0;
        }
        double z = -mean / sigma;
        double above = Erf.erfc(z / Math.sqrt(2)) / 2;
        if (z > 8) {
            return 2 * sigma * sigma / (z * z);
        }
        double hazard = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / above;
        return sigma * sigma * Math.max(0, 1 + z * z - z * hazard);
    }

    /** Whether the potential rises. */
    public boolean rising() {
        return rising;
    }

    /** Potentials, V. Not to be written to. */
    public double[] potential() {
        return potential;
    }

    /** The scan rates, V/s. Not to be written to. */
    public double[] rates() {
        return rates;
    }

    /** Measured current in the direction of the sweep at a rate and the potentials, A. Not to be written to. */
    public double[] current(int rate) {
        return currents[rate];
    }

    /** Capacitive current k1 v, A. */
    public double[] capacitive(int rate) {
        double[] out = new double[k1.length];
        for (int p = 0; p < out.length; p++) {
            out[p] = k1[p] * rates[rate];
        }
        return out;
    }

    /** Sum over the potentials of k1 v at a rate in V/s. */
    public double capacitiveSum(double rate) {
        double sum = 0;
        for (double k : k1) {
            sum += k * rate;
        }
        return sum;
    }

    /** Sum over the potentials of k1 v + k2 sqrt(v). */
    public double wholeSum(double rate) {
        double sum = capacitiveSum(rate);
        for (double k : k2) {
            sum += k * Math.sqrt(rate);
        }
        return sum;
    }

    /**
     * What this direction adds to the standard uncertainty of the capacitive share A/(A + B) of all directions:
     * neighbouring potentials miss alike, so that their uncertainties add up.
     *
     * @param capacitive A, sum of k1 v over all directions
     * @param whole A + B, with the sum of k2 sqrt(v)
     */
    public double shareUncertainty(double rate, double capacitive, double whole) {
        double g1 = rate * (whole - capacitive) / (whole * whole);
        double g2 = -Math.sqrt(rate) * capacitive / (whole * whole);
        double sum = 0;
        for (int p = 0; p < k1.length; p++) {
            sum += Math.sqrt(Math.max(0, g1 * g1 * variances[0][p] + g2 * g2 * variances[1][p]
                    + 2 * g1 * g2 * variances[2][p]));
        }
        return sum;
    }

    /** Root mean square of what the two parts leave of the currents, over the currents. */
    public double misfit() {
        double res = 0;
        double all = 0;
        for (int r = 0; r < rates.length; r++) {
            for (int p = 0; p < k1.length; p++) {
                double m = k1[p] * rates[r] + k2[p] * Math.sqrt(rates[r]);
                res += (currents[r][p] - m) * (currents[r][p] - m) / rates[r];
                all += currents[r][p] * currents[r][p] / rates[r];
            }
        }
        return Math.sqrt(res / all);
    }

    /** b at every potential: slope of ln|i| over ln v; NaN where the current changes its sign. */
    public double[] powers() {
        double[] out = new double[potential.length];
        for (int p = 0; p < out.length; p++) {
            double sx = 0;
            double sy = 0;
            double sxx = 0;
            double sxy = 0;
            int n = rates.length;
            for (int r = 0; r < n; r++) {
                double x = Math.log(rates[r]);
                double y = currents[r][p] > 0 ? Math.log(currents[r][p]) : Double.NaN;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
            out[p] = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        }
        return out;
    }
}
