package org.interphase.technique.elements.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.interphase.numerics.linear.Cholesky;

/**
 * Weighted linear least squares over columns that each fill a window of the channels; a column may be held near zero by
 * a normal prior.
 */
final class LinearSystem {

    private final int low;
    private final double[] weight;
    private final List<PeakProfile> columns = new ArrayList<>();
    private final List<Double> precision = new ArrayList<>();
    private final List<Double> centre = new ArrayList<>();
    private double[] factor;
    private double[] scale;
    private double[] x;

    /**
     * @param low first channel
     * @param variance variance of each channel from there on
     */
    LinearSystem(int low, double[] variance) {
        this.low = low;
        weight = new double[variance.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = 1 / variance[i];
        }
    }

    /**
     * Adds a column.
     *
     * @param sigma standard deviation of the prior about zero; infinite for none
     * @return its index
     */
    int add(PeakProfile column, double sigma) {
        return add(column, sigma, 0);
    }

    /** Adds a column with a prior about a value. */
    int add(PeakProfile column, double sigma, double about) {
        columns.add(column);
        centre.add(about);
        precision.add(1 / (sigma * sigma));
        return columns.size() - 1;
    }

    private double product(PeakProfile a, PeakProfile b) {
        int from = Math.max(a.from(), b.from());
        int to = Math.min(a.to(), b.to());
        double s = 0;
        for (int i = from; i < to; i++) {
            s += a.values()[i - a.from()] * b.values()[i - b.from()] * weight[i - low];
        }
        return s;
    }

    private double product(PeakProfile a, double[] y) {
        double s = 0;
        for (int i = 0; i < a.values().length; i++) {
            int k = i + a.from() - low;
            s += a.values()[i] * y[k] * weight[k];
        }
        return s;
    }

    /** Solves for data from the first channel on; false if the columns cannot be told apart. */
    boolean solve(double[] y) {
        int n = columns.size();
        factor = new double[n * n];
        scale = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i * n + j] = product(columns.get(i), columns.get(j));
            }
            factor[i * n + i] += precision.get(i);
            scale[i] = factor[i * n + i] > 0 ? 1 / Math.sqrt(factor[i * n + i]) : 1;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i * n + j] *= scale[i] * scale[j];
            }
            // an empty column gets the value zero
            factor[i * n + i] = (factor[i * n + i] > 0 ? factor[i * n + i] : 1) + 1e-11;
        }
        if (!Cholesky.factor(factor, n, n)) {
            return false;
        }
        double[] g = new double[n];
        for (int i = 0; i < n; i++) {
            g[i] = product(columns.get(i), y) + precision.get(i) * centre.get(i);
        }
        x = solveFor(g);
        return true;
    }

    private double[] solveFor(double[] g) {
        int n = g.length;
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = g[i] * scale[i];
        }
        Cholesky.solve(factor, n, n, v);
        for (int i = 0; i < n; i++) {
            v[i] *= scale[i];
        }
        return v;
    }

    /** The solution. */
    double[] x() {
        return x;
    }

    /** How far the solution is from the centre of its prior, squared, in standard deviations of the prior. */
    double penalty(int index) {
        double d = x[index] - centre.get(index);
        return d * d * precision.get(index);
    }

    /** A column of the covariance of the solution. */
    double[] covariance(int index) {
        double[] e = new double[columns.size()];
        e[index] = 1;
        return solveFor(e);
    }

    /** Adds a column times its factor to a model. */
    void accumulate(int index, double times, double[] model) {
        PeakProfile c = columns.get(index);
        for (int i = 0; i < c.values().length; i++) {
            model[i + c.from() - low] += times * c.values()[i];
        }
    }

    /**
     * By how many standard uncertainties a further column would be wanted, all others free.
     *
     * @param residual data less model
     * @return signed significance; NaN if the column adds nothing new
     */
    double score(PeakProfile column, double[] residual) {
        int n = columns.size();
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = product(columns.get(i), column);
        }
        double[] hb = solveFor(b);
        double own = product(column, column);
        double rest = own;
        for (int i = 0; i < n; i++) {
            rest -= b[i] * hb[i];
        }
        return rest > 1e-6 * own && own > 0 ? product(column, residual) / Math.sqrt(rest) : Double.NaN;
    }
}
