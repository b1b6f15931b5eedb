package org.interphase.technique.battery.transport;

import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.linear.Student;

/**
 * A straight line of ln(sigma T) or ln(sigma) over 1/T with its activation energy. The scatter of single temperatures
 * widens the points (by E/(k T^2) times their uncertainty); what all temperatures have in common shifts the energy.
 * Immutable.
 *
 * @param line over 1/T in 1/K
 * @param shifted the line if all temperatures were higher by their uncertainty
 * @param widening by how much a scatter that is known from few points only widens the line's uncertainties (Student)
 * @param energy activation energy, eV
 * @param uncertainty its standard uncertainty
 * @param withT whether the ordinate is ln(sigma T)
 * @param verdict doubtful where the points bend, scatter far beyond their uncertainties, or are two without any
 */
public record ArrheniusLine(StraightLine line, StraightLine shifted, double widening, double energy, double uncertainty,
        boolean withT, Verdict verdict) {

    /** Standard uncertainties a bend must have. */
    private static final double BEND = 3.5;
    /** Reduced chi-square from which on the points do not lie on a line. */
    private static final double SCATTER = 9;

    /**
     * The line.
     *
     * @param kelvin temperatures
     * @param sigma conductivities or conductances
     * @param relative relative standard uncertainties of those, without what all have in common
     * @param uKelvin standard uncertainty of a temperature; taken for its scatter and for a common offset alike
     */
    public static ArrheniusLine of(double[] kelvin, double[] sigma, double[] relative, double uKelvin, boolean withT) {
        int n = kelvin.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = 1 / kelvin[k];
            y[k] = Math.log(sigma[k] * (withT ? kelvin[k] : 1));
        }
        double[] u = relative.clone();
        StraightLine line = StraightLine.through(x, y, u);
        for (int pass = 0; pass < 3 && uKelvin > 0; pass++) {
            for (int k = 0; k < n; k++) {
                double t = line.slope() * x[k] * x[k] * uKelvin;
                u[k] = Math.hypot(relative[k], t);
            }
            line = StraightLine.through(x, y, u);
        }
        double energy = -PhysicalConstants.BOLTZMANN_EV * line.slope();
        StraightLine shifted = shifted(kelvin, y, u, uKelvin, withT);
        // a scatter known from few points only is that of Student
        boolean known = java.util.Arrays.stream(u).allMatch(v -> v > 0);
        double widening = known ? 1 : Student.widening(n - 2);
        double u0 = PhysicalConstants.BOLTZMANN_EV * Math.hypot(line.slopeSigma() * widening, shifted.slope()
                - line.slope());
        return new ArrheniusLine(line, shifted, widening, energy, u0, withT, verdict(x, y, u, line));
    }

    /** The line if all temperatures were off by their uncertainty. */
    private static StraightLine shifted(double[] kelvin, double[] y, double[] u, double uKelvin, boolean withT) {
        double[] x = new double[kelvin.length];
        double[] moved = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = 1 / (kelvin[k] + uKelvin);
            moved[k] = y[k] + (withT ? Math.log(1 + uKelvin / kelvin[k]) : 0);
        }
        return StraightLine.through(x, moved, u);
    }

    private static Verdict verdict(double[] x, double[] y, double[] u, StraightLine line) {
        int n = x.length;
        boolean known = true;
        for (double v : u) {
            known &= v > 0;
        }
        if (n == 2) {
            return known ? Verdict.doubtful("two temperatures always lie on a line; nothing tests it")
                    : Verdict.withheld("two temperatures without uncertainties determine no uncertainty of the energy");
        }
        Verdict v = known || n >= 5 ? Verdict.SOUND : Verdict.doubtful("fewer than five points without uncertainties "
                + "hardly tell how they scatter");
        if (known && line.reducedChiSquare() > SCATTER) {
            v = v.and(Verdict.doubtful(String.format(java.util.Locale.ROOT, "the points scatter %.1f times more than "
                    + "their uncertainties around the line", Math.sqrt(line.reducedChiSquare()))));
        }
        if (n >= 5 && Math.abs(bend(x, y, u, known)) > BEND) {
            v = v.and(Verdict.doubtful("the points bend: another mechanism sets in, a phase changes, or the "
                    + "conductivity follows Vogel, Fulcher and Tammann"));
        }
        return v;
    }

    /** Quadratic coefficient over its standard uncertainty, by orthogonal polynomials. */
    private static double bend(double[] x, double[] y, double[] u, boolean known) {
        int n = x.length;
        double[] w = new double[n];
        double sw = 0;
        double mx = 0;
        for (int k = 0; k < n; k++) {
            w[k] = known ? 1 / (u[k] * u[k]) : 1;
            sw += w[k];
            mx += w[k] * x[k];
        }
        mx /= sw;
        double[] p1 = new double[n];
        double[] p2 = new double[n];
        double s1 = 0;
        double c = 0;
        for (int k = 0; k < n; k++) {
            p1[k] = x[k] - mx;
            s1 += w[k] * p1[k] * p1[k];
            c += w[k] * p1[k] * p1[k] * p1[k];
        }
        double my = 0;
        double b = 0;
        double q = 0;
        double s2 = 0;
        for (int k = 0; k < n; k++) {
            p2[k] = p1[k] * p1[k] - c / s1 * p1[k] - s1 / sw;
            my += w[k] * y[k] / sw;
            b += w[k] * p1[k] * y[k] / s1;
            q += w[k] * p2[k] * y[k];
            s2 += w[k] * p2[k] * p2[k];
        }
        double a2 = q / s2;
        double chi = 0;
        for (int k = 0; k < n; k++) {
            double r = y[k] - my - b * p1[k] - a2 * p2[k];
            chi += w[k] * r * r;
        }
        double variance = Math.max(known ? 1 : 0, chi / (n - 3));
        return a2 * Math.sqrt(s2 / Math.max(variance, 1e-300));
    }

    /** Conductivity of the line at a temperature. */
    public double at(double kelvin) {
        return Math.exp(line.at(1 / kelvin)) / (withT ? kelvin : 1);
    }

    /** Relative standard uncertainty of that, the common offset of the temperatures included. */
    public double relativeAt(double kelvin) {
        return Math.hypot(widening * line.sigmaAt(1 / kelvin), shifted.at(1 / kelvin) - line.at(1 / kelvin));
    }

    /** Standard uncertainty of the intercept ln A, the common offset of the temperatures included. */
    public double interceptUncertainty() {
        return Math.hypot(widening * line.interceptSigma(), shifted.intercept() - line.intercept());
    }

    /** Relative change of the conductivity with the temperature, 1/K. */
    public double perKelvin(double kelvin) {
        return Math.abs(-line.slope() / (kelvin * kelvin) - (withT ? 1 / kelvin : 0));
    }
}
