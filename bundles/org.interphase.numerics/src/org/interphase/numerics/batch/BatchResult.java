package org.interphase.numerics.batch;

import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.StopReason;

import java.util.Arrays;

/**
 * Results of many fits, stored by quantity so that maps can be drawn without copying; arrays returned by curve are
 * copies.
 */
public final class BatchResult {

    private final Parameters parameters;
    private final int count;
    private final int points;
    private final double[] values;
    private final double[] sigmas;
    private final double[] covariances;
    private final double[] chiSquares;
    private final StopReason[] reasons;
    private final int[] iterations;

    private BatchResult(Builder b) {
        parameters = b.parameters;
        count = b.count;
        points = b.points;
        values = b.values;
        sigmas = b.sigmas;
        covariances = b.covariances;
        chiSquares = b.chiSquares;
        reasons = b.reasons;
        iterations = b.iterations;
    }

    /** Collects results; different curves may be put by different threads. */
    static final class Builder {
        private final Parameters parameters;
        private final int count;
        private final int points;
        private final int k;
        private final double[] values;
        private final double[] sigmas;
        private final double[] covariances;
        private final double[] chiSquares;
        private final StopReason[] reasons;
        private final int[] iterations;

        Builder(Parameters parameters, int count, int points) {
            this.parameters = parameters;
            this.count = count;
            this.points = points;
            k = parameters.size();
            values = new double[Math.multiplyExact(count, k)];
            sigmas = new double[count * k];
            covariances = new double[Math.multiplyExact(count, k * (k + 1) / 2)];
            chiSquares = new double[count];
            reasons = new StopReason[count];
            iterations = new int[count];
            Arrays.fill(values, Double.NaN);
            Arrays.fill(sigmas, Double.NaN);
            Arrays.fill(covariances, Double.NaN);
            Arrays.fill(chiSquares, Double.NaN);
            Arrays.fill(reasons, StopReason.CANCELLED);
        }

        void put(int i, Fitter fitter, StopReason reason) {
            fitter.copyTo(values, sigmas, i * k, covariances, i * (k * (k + 1) / 2));
            chiSquares[i] = fitter.chiSquare();
            reasons[i] = reason;
            iterations[i] = fitter.iterations();
        }

        BatchResult build() {
            return new BatchResult(this);
        }
    }

    /** Number of curves. */
    public int count() {
        return count;
    }

    /** The parameters of each curve. */
    public Parameters parameters() {
        return parameters;
    }

    /** Value of one parameter for all curves; NaN where cancelled. */
    public double[] values(String name) {
        return column(values, parameters.indexOf(name));
    }

    /** Standard uncertainty of one parameter for all curves; NaN where cancelled. */
    public double[] uncertainties(String name) {
        return column(sigmas, parameters.indexOf(name));
    }

    /** All values of one curve. */
    public double[] valuesOf(int curve) {
        return row(values, curve);
    }

    /** All standard uncertainties of one curve. */
    public double[] uncertaintiesOf(int curve) {
        return row(sigmas, curve);
    }

    /** Covariance of parameters i and j of one curve. */
    public double covariance(int curve, int i, int j) {
        int k = parameters.size();
        int row = Math.max(i, j);
        return covariances[curve * (k * (k + 1) / 2) + row * (row + 1) / 2 + Math.min(i, j)];
    }

    /** Standard uncertainty of a derived quantity of one curve: sqrt(g^T C g). */
    public double propagate(int curve, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length && gradient[i] != 0; j++) {
                sum += gradient[i] * covariance(curve, i, j) * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** Sum of the squared weighted residuals of one curve; NaN where cancelled. */
    public double chiSquare(int curve) {
        return chiSquares[curve];
    }

    /** Chi-square over points minus free parameters. */
    public double reducedChiSquare(int curve) {
        long free = parameters.list().stream().filter(p -> p.free()).count();
        return chiSquares[curve] / (points - free);
    }

    /** Why the fit of one curve ended. */
    public StopReason stopReason(int curve) {
        return reasons[curve];
    }

    /** Whether the fit of one curve ended in a minimum. */
    public boolean converged(int curve) {
        return reasons[curve].converged();
    }

    /** Number of curves that converged. */
    public int convergedCount() {
        return (int) Arrays.stream(reasons).filter(StopReason::converged).count();
    }

    /** Steps tried on one curve. */
    public int iterations(int curve) {
        return iterations[curve];
    }

    private double[] column(double[] all, int j) {
        int k = parameters.size();
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = all[i * k + j];
        }
        return out;
    }

    private double[] row(double[] all, int curve) {
        int k = parameters.size();
        return Arrays.copyOfRange(all, curve * k, (curve + 1) * k);
    }
}
