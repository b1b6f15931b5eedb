package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.numerics.signal.SavitzkyGolay;
import org.interphase.technique.battery.segmentation.PotentialSweep;

/**
 * Currents at one potential split into a part in proportion to the scan rate and one to its square root, k1 v +
 * k2 sqrt(v) with both not negative (J. Wang, J. Polleux, J. Lim, B. Dunn, J. Phys. Chem. C 111 (2007) 14925), by least
 * squares of i / sqrt(v). Immutable.
 */
public final class DunnSplit {

    private static final int POTENTIALS = 200;
    /** Part of the common range left out behind either vertex, where currents settle. */
    private static final double MARGIN = 0.05;

    private final boolean rising;
    private final double[] potential;
    private final double[] rates;
    private final double[][] currents;
    private final double[] k1;
    private final double[] k2;
    private final double[] u1;

    private DunnSplit(boolean rising, double[] potential, double[] rates, double[][] currents) {
        this.rising = rising;
        this.potential = potential;
        this.rates = rates;
        this.currents = currents;
        this.k1 = new double[potential.length];
        this.k2 = new double[potential.length];
        this.u1 = new double[potential.length];
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
        return Optional.of(new DunnSplit(rising, x, rates, i));
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
        if (a < 0) {
            a = 0;
            b = Math.max(0, sy / n);
        } else if (b < 0) {
            b = 0;
            a = Math.max(0, sxy / sxx);
        }
        double chi = 0;
        for (int r = 0; r < n; r++) {
            double res = currents[r][p] / Math.sqrt(rates[r]) - a * Math.sqrt(rates[r]) - b;
            chi += res * res;
        }
        k1[p] = a;
        k2[p] = b;
        u1[p] = Math.sqrt(chi / Math.max(1, n - 2) * n / det);
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
     * Standard uncertainty of the sum of k1 v: neighbouring potentials miss alike, so that their uncertainties add up.
     */
    public double capacitiveUncertainty(double rate) {
        double sum = 0;
        for (double u : u1) {
            sum += u * rate;
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
