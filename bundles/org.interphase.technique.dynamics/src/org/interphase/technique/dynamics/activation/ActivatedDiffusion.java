package org.interphase.technique.dynamics.activation;

import java.util.Locale;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.linear.Student;

/**
 * D = D0 exp(-E / (k T)) (S. Arrhenius 1889) as a straight line of ln D over 1/T by weighted least squares. The scatter
 * of single temperatures widens the points, by E / (k T^2) times their uncertainty; what all temperatures have in
 * common shifts the line. Immutable.
 *
 * @param line ln D (cm2/s) over 1/T
 * @param shifted the line if all temperatures were higher by their uncertainty
 * @param widening factor for a scatter known from few points only (Student); 1 where uncertainties are known
 * @param verdict whether energy and prefactor may be published
 */
public record ActivatedDiffusion(StraightLine line, StraightLine shifted, double widening, Verdict verdict) {

    private static final double BEND = 3.5;
    private static final double SCATTER = 9;

    /**
     * The line.
     *
     * @param kelvin temperatures, not all the same
     * @param d diffusion coefficients in cm2/s, positive
     * @param u their standard uncertainties
     * @param uKelvin standard uncertainty of a temperature
     */
    public static ActivatedDiffusion of(double[] kelvin, double[] d, double[] u, double uKelvin) {
        int n = kelvin.length;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] relative = new double[n];
        boolean known = true;
        for (int k = 0; k < n; k++) {
            x[k] = 1 / kelvin[k];
            y[k] = Math.log(d[k]);
            relative[k] = u[k] / d[k];
            known &= relative[k] > 0;
        }
        StraightLine line = StraightLine.through(x, y, relative);
        double[] wide = relative.clone();
        for (int pass = 0; pass < 3 && uKelvin > 0; pass++) {
            for (int k = 0; k < n; k++) {
                wide[k] = Math.hypot(relative[k], line.slope() * x[k] * x[k] * uKelvin);
            }
            line = StraightLine.through(x, y, wide);
        }
        double[] moved = new double[n];
        for (int k = 0; k < n; k++) {
            moved[k] = 1 / (kelvin[k] + uKelvin);
        }
        double widening = known ? 1 : Student.widening(n - 2);
        return new ActivatedDiffusion(line, StraightLine.through(moved, y, wide), widening, verdict(x, y, wide, line,
                known));
    }

    private static Verdict verdict(double[] x, double[] y, double[] u, StraightLine line, boolean known) {
        int n = x.length;
        if (n == 2) {
            return known ? Verdict.doubtful("two temperatures always lie on a line; nothing tests it")
                    : Verdict.withheld("two temperatures without uncertainties determine no uncertainty of the energy");
        }
        Verdict v = known || n >= 5 ? Verdict.SOUND : Verdict.doubtful("fewer than five points without uncertainties "
                + "hardly tell how they scatter");
        if (known && line.reducedChiSquare() > SCATTER) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the points scatter %.1f times more than their "
                    + "uncertainties around the line", Math.sqrt(line.reducedChiSquare()))));
        }
        if (n >= 4 && Math.abs(bend(x, y, u, known)) > BEND) {
            v = v.and(Verdict.doubtful("the points bend: another mechanism sets in, or a phase changes"));
        }
        return v;
    }

    /** Coefficient of a parabola over its standard uncertainty; the parabola is made orthogonal to the line. */
    private static double bend(double[] x, double[] y, double[] u, boolean known) {
        int n = x.length;
        double sw = 0;
        double mean = 0;
        for (int k = 0; k < n; k++) {
            double w = known ? 1 / (u[k] * u[k]) : 1;
            sw += w;
            mean += w * x[k];
        }
        mean /= sw;
        double s2 = 0;
        double s3 = 0;
        for (int k = 0; k < n; k++) {
            double w = known ? 1 / (u[k] * u[k]) : 1;
            double z = x[k] - mean;
            s2 += w * z * z;
            s3 += w * z * z * z;
        }
        StraightLine line = StraightLine.through(x, y, u);
        double q = 0;
        double norm = 0;
        double chi = 0;
        for (int k = 0; k < n; k++) {
            double w = known ? 1 / (u[k] * u[k]) : 1;
            double z = x[k] - mean;
            double p = z * z - s3 / s2 * z - s2 / sw;
            double r = y[k] - line.at(x[k]);
            q += w * p * r;
            norm += w * p * p;
            chi += w * r * r;
        }
        double variance = Math.max(known ? 1 : 0, (chi - q * q / norm) / (n - 3));
        return q / Math.sqrt(norm * Math.max(variance, 1e-300));
    }

    /** Activation energy in eV. */
    public double energy() {
        return -ThermalConstants.BOLTZMANN_EV * line.slope();
    }

    /** Its standard uncertainty. */
    public double energyUncertainty() {
        return ThermalConstants.BOLTZMANN_EV * Math.hypot(widening * line.slopeSigma(), shifted.slope() - line.slope());
    }

    /** Natural logarithm of the prefactor in cm2/s. */
    public double logPrefactor() {
        return line.intercept();
    }

    /** Its standard uncertainty. */
    public double logPrefactorUncertainty() {
        return Math.hypot(widening * line.interceptSigma(), shifted.intercept() - line.intercept());
    }

    /** Diffusion coefficient at a temperature in cm2/s. */
    public double at(double kelvin) {
        return Math.exp(line.at(1 / kelvin));
    }

    /** Relative standard uncertainty of that. */
    public double relativeAt(double kelvin) {
        return Math.hypot(widening * line.sigmaAt(1 / kelvin), shifted.at(1 / kelvin) - line.at(1 / kelvin));
    }
}
