package org.interphase.technique.mechanics.indent;

import java.util.Arrays;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Model;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.numerics.signal.Robust;

/**
 * Power law of an unloading, P = Pu ((h - hf) / (hu - hf))^m (Oliver and Pharr 1992, eq. 9, written so that the force
 * Pu at the depth where the record begins to unload is a parameter). The law is then read at the greatest force, so
 * that the noise of this one depth counts in neither force, depth nor stiffness. The stiffness is S = m Pu / (hu - hf).
 *
 * @param start depth hu in nm
 * @param force Pu in mN
 * @param residual depth hf in nm
 * @param exponent m
 * @param stiffness S in mN/nm
 * @param stiffnessU standard uncertainty of S by the scatter about the fit
 * @param choice standard uncertainty of S by the choice of the part that is fitted
 * @param settled whether the fit ended in a minimum with no parameter at a bound
 * @param misfit root mean square of what is left beyond the noise between neighbours, over the force; 0 within
 *        what such a noise is known to
 */
public record UnloadingFit(double start, double force, double residual, double exponent, double stiffness,
        double stiffnessU, double choice, boolean settled, double misfit) {

    private static final int FEWEST = 8;
    /**
     * Two standard deviations of the difference between a mean square (variance 2 / n) and the square of a robust noise
     * (8 / n, by the efficiency of 0.37 of the median deviation of differences), times the root of n.
     */
    private static final double SEEN = 2 * Math.sqrt(10);
    private static final double[][] PARTS = {{0.2, 0.9}, {0.3, 0.98}, {0.4, 0.95}, {0.5, 0.98}};

    /**
     * Fits.
     *
     * @param h depths in nm from the start of unloading on
     * @param p forces in mN
     * @param start depth where unloading begins
     * @param top force there
     * @param low least force that takes part, over the top force
     * @param high largest force that takes part, over the top force
     * @return null if there are too few points or no fit
     */
    public static UnloadingFit of(double[] h, double[] p, double start, double top, double low, double high) {
        UnloadingFit fit = one(h, p, start, top, low, high);
        if (fit == null) {
            return null;
        }
        double square = 0;
        int n = 0;
        for (double[] part : PARTS) {
            UnloadingFit other = one(h, p, start, top, Math.max(low, part[0]), Math.min(high, part[1]));
            if (other != null && other.stiffnessU < 0.2 * other.stiffness) {
                // what scatter alone would make of it is no effect of the choice
                double d = other.stiffness - fit.stiffness;
                double noise = Math.max(0, other.stiffnessU * other.stiffnessU - fit.stiffnessU * fit.stiffnessU);
                square += Math.max(0, d * d - noise);
                n++;
            }
        }
        return new UnloadingFit(fit.start, fit.force, fit.residual, fit.exponent, fit.stiffness, fit.stiffnessU,
                n == 0 ? 0.05 * fit.stiffness : Math.sqrt(square / n), fit.settled, fit.misfit);
    }

    private static UnloadingFit one(double[] h, double[] p, double start, double top, double low, double high) {
        double[] x = new double[h.length];
        double[] y = new double[h.length];
        int n = 0;
        for (int i = 0; i < h.length; i++) {
            if (p[i] >= low * top && p[i] <= high * top) {
                x[n] = h[i];
                y[n++] = p[i];
            }
        }
        if (n < FEWEST) {
            return null;
        }
        double[] depth = Arrays.copyOf(x, n);
        double[] force = Arrays.copyOf(y, n);
        double least = Arrays.stream(depth).min().orElseThrow();
        double floor = least - Math.max(1e-3, 1e-4 * Math.abs(start));
        double slope = Math.max(1e-9, (top - force[n - 1]) / Math.max(1e-9, start - depth[n - 1]));
        double guess = Math.min(floor - 1e-3 * Math.abs(start), start - 1.3 * top / slope / 1.2);
        Model model = Model.numeric(n, 3, (q, f) -> {
            for (int i = 0; i < f.length; i++) {
                f[i] = q[0] * Math.pow(Math.max(0, (depth[i] - q[1]) / (start - q[1])), q[2]);
            }
        });
        try {
            FitResult r = LeastSquares.fit(model, Parameters.of(Parameter.of("force", top, 0.5 * top, 1.5 * top),
                    Parameter.of("residual", guess, start - 50 * top / slope, floor),
                    Parameter.of("exponent", 1.3, 0.8, 4)), force, Weights.unit());
            double pu = r.value(0);
            double hf = r.value(1);
            double m = r.value(2);
            double hu = hf + (start - hf) * Math.pow(top / pu, 1 / m);
            double s = m * top / (hu - hf);
            double alike = NoiseLevel.correlationOfResiduals(r.residuals(), 1);
            double u = r.propagate(new double[] {s / m / pu, s / (start - hf),
                s / m * (1 + Math.log(top / pu) / m)}) * Math.max(1, alike);
            double square = Arrays.stream(r.residuals()).map(v -> v * v).sum() / n;
            double white = Robust.noise(r.residuals());
            double beyond = square - white * white;
            // both are known to their own scatter only: what is within it is no misfit
            double rms = beyond > SEEN / Math.sqrt(n) * white * white ? Math.sqrt(beyond) : 0;
            return Double.isFinite(s) && s > 0 && Double.isFinite(u)
                    ? new UnloadingFit(hu, top, hf, m, s, u, 0, r.converged()
                            && r.identifiability().atBound().isEmpty(), rms / pu) : null;
        } catch (IllegalArgumentException e) {
            // no fit is no stiffness: the caller says so
            return null;
        }
    }

    /** Force of the fit at a depth. */
    public double at(double depth) {
        return force * Math.pow(Math.max(0, (depth - residual) / (start - residual)), exponent);
    }

    /** Standard uncertainty of the stiffness. */
    public double sigma() {
        return Math.hypot(stiffnessU, choice);
    }
}
