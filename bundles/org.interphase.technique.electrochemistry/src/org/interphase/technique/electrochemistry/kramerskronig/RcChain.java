package org.interphase.technique.electrochemistry.kramerskronig;

import java.util.Arrays;
import java.util.List;
import org.interphase.numerics.linear.Householder;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * A chain of RC elements with fixed time constants, a resistance, and an inductance and a capacitance where wanted,
 * fitted to a spectrum by linear least squares with residuals relative to |Z|.
 */
final class RcChain {

    /** Length of what is left of a column below which it depends on the others. */
    private static final double DEPENDENT = 1e-9;
    /** Standard deviation over median absolute deviation of normal noise. */
    private static final double MEDIAN = 1.4826;
    private static final int WINDOW = 8;

    private final int n;
    private final int m;
    private final List<Integer> without;
    private final double[] model;
    private final double[] residuals;
    private final double mu;
    private final double[][] weighted;
    /** Made when it is asked for: most chains are only looked at. */
    private double[][] orthonormal;
    private int columns;
    private final double series;

    /**
     * Fits a chain.
     *
     * @param m number of RC elements
     * @param without rows that take no part
     */
    RcChain(ImpedanceSpectrum s, int m, boolean inductance, boolean capacitance, List<Integer> without) {
        this.n = s.size();
        this.m = m;
        this.without = List.copyOf(without);
        int extras = 1 + (inductance ? 1 : 0) + (capacitance ? 1 : 0);
        double[][] basis = basis(s, m, inductance, capacitance, extras);
        double[] modulus = s.modulus();
        weighted = new double[basis.length][];
        for (int c = 0; c < basis.length; c++) {
            weighted[c] = weighed(basis[c], modulus);
        }
        double[] data = new double[2 * n];
        System.arraycopy(s.re(), 0, data, 0, n);
        System.arraycopy(s.im(), 0, data, n, n);
        double[] y = weighed(data, modulus);
        // it works in place
        double[] x = Householder.solve(Arrays.stream(weighted).map(double[]::clone).toArray(double[][]::new), y);
        double negative = 0;
        double positive = 0;
        for (int k = extras; k < x.length; k++) {
            negative += Math.max(0, -x[k]);
            positive += Math.max(0, x[k]);
        }
        mu = positive > 0 ? 1 - negative / positive : 0;
        series = x[0];
        model = new double[2 * n];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < 2 * n; i++) {
                model[i] += x[c] * basis[c][i];
            }
        }
        residuals = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            residuals[i] = (data[i] - model[i]) / modulus[i % n];
        }
    }

    private static double[][] basis(ImpedanceSpectrum s, int m, boolean inductance, boolean capacitance, int extras) {
        int n = s.size();
        double fast = 1 / (2 * Math.PI * s.frequency()[0]);
        // a tail that is not quite that of a capacitance goes on beyond the lowest frequency
        double slow = (capacitance ? 10 : 1) / (2 * Math.PI * s.frequency()[n - 1]);
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
        return basis;
    }

    /** Relative to |Z|, and zero in the rows that take no part. */
    private double[] weighed(double[] column, double[] modulus) {
        double[] out = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            out[i] = column[i] / modulus[i % n];
        }
        for (int i : without) {
            out[i] = 0;
            out[n + i] = 0;
        }
        return out;
    }

    /** Gram-Schmidt, twice for the sake of rounding; dependent columns are left out. */
    private double[][] orthonormal() {
        if (orthonormal != null) {
            return orthonormal;
        }
        double[][] q = new double[weighted.length][];
        for (double[] column : weighted) {
            double[] v = column.clone();
            double before = Math.sqrt(dot(v, v));
            project(q, columns, v);
            project(q, columns, v);
            double length = Math.sqrt(dot(v, v));
            if (length > DEPENDENT * before) {
                for (int i = 0; i < v.length; i++) {
                    v[i] /= length;
                }
                q[columns++] = v;
            }
        }
        orthonormal = q;
        return q;
    }

    private static void project(double[][] q, int columns, double[] v) {
        for (int c = 0; c < columns; c++) {
            double share = dot(q[c], v);
            for (int i = 0; i < v.length; i++) {
                v[i] -= share * q[c][i];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** What the chain leaves of a change of the impedance, relative to |Z|; zero in the rows that take no part. */
    double[] left(double[] relative) {
        double[] v = relative.clone();
        for (int i : without) {
            v[i] = 0;
            v[n + i] = 0;
        }
        double[][] q = orthonormal();
        project(q, columns, v);
        project(q, columns, v);
        return v;
    }

    int elements() {
        return m;
    }

    double mu() {
        return mu;
    }

    /** Resistance in series. */
    double series() {
        return series;
    }

    List<Integer> without() {
        return without;
    }

    double[] model() {
        return model;
    }

    /** (Z - model)/|Z|: real parts, then imaginary parts. */
    double[] residuals() {
        return residuals;
    }

    private double squares() {
        double sum = 0;
        for (int i = 0; i < 2 * n; i++) {
            sum += without.contains(i % n) ? 0 : residuals[i] * residuals[i];
        }
        return sum;
    }

    /** Bayesian information criterion with the variance of the noise profiled out. */
    double bic() {
        orthonormal();
        int values = 2 * (n - without.size());
        return values * Math.log(squares() / values + 1e-14) + columns * Math.log(values);
    }

    /** Standard deviation of the noise: the smaller of what is left per degree of freedom and the robust one. */
    double scatter() {
        orthonormal();
        double nu = Math.max(1, 2.0 * (n - without.size()) - columns);
        double[] size = standardised();
        Arrays.sort(size);
        return Math.min(Math.sqrt(squares() / nu), MEDIAN * size[n]);
    }

    private double[] leverage() {
        double[] out = new double[2 * n];
        double[][] q = orthonormal();
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < 2 * n; i++) {
                out[i] += q[c][i] * q[c][i];
            }
        }
        return out;
    }

    /** The row that stands out most beyond a sum of squared standardised residuals; -1 if none does. */
    int furthest(double limit) {
        double[] size = standardised();
        double sigma = Math.max(scatter(), Drift.FLOOR);
        int worst = -1;
        double most = limit;
        for (int i = 0; i < n; i++) {
            double own = Math.max(sigma, around(size, i));
            double sum = (size[i] * size[i] + size[n + i] * size[n + i]) / (own * own);
            if (!without.contains(i) && sum > most) {
                most = sum;
                worst = i;
            }
        }
        return worst;
    }

    /** Robust scatter of the points around one. */
    private double around(double[] size, int row) {
        int from = Math.max(0, row - WINDOW);
        int to = Math.min(n, row + WINDOW + 1);
        double[] near = new double[2 * (to - from)];
        for (int i = from; i < to; i++) {
            near[2 * (i - from)] = size[i];
            near[2 * (i - from) + 1] = size[n + i];
        }
        Arrays.sort(near);
        return MEDIAN * near[near.length / 2];
    }

    /** Absolute residuals, each as large as if it had not pulled at the chain. */
    private double[] standardised() {
        double[] leverage = leverage();
        double[] size = new double[2 * n];
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(residuals[i]) / Math.sqrt(Math.max(1e-3, 1 - leverage[i]));
        }
        return size;
    }
}
