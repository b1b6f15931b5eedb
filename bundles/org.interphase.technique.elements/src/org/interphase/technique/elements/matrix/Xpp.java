package org.interphase.technique.elements.matrix;

import java.util.Map;
import org.interphase.technique.elements.reference.ElementFacts;
import org.interphase.technique.elements.reference.XrayTables;

/**
 * Depth distribution of the ionisations of one subshell in a bulk material, phi(rho z) = A exp(-a rho z) + (B rho z +
 * phi0 - A) exp(-b rho z), after the model XPP: J.-L. Pouchou and F. Pichoir, "Quantitative analysis of homogeneous or
 * stratified microvolumes applying the model PAP", in Electron Probe Quantitation, ed. K. F. J. Heinrich and D. E.
 * Newbury, Plenum (1991) 31-75, doi:10.1007/978-1-4899-2617-3_4, appendices 1 to 4. Depths are masses per area in
 * g/cm2, energies keV.
 */
public final class Xpp {

    private final double phi0;
    private final double area;
    private final double b;
    private final double bigA;
    private final double bigB;
    private final double epsilon;
    private final double meanDepth;
    private final double crossSection;

    /**
     * @param material mass fractions; normalised here
     * @param edge ionisation energy of the subshell in keV
     * @param shell K, L or M
     * @param z atomic number of the ionised element
     * @param beam energy of the electrons in keV
     * @throws IllegalArgumentException if the beam cannot ionise the subshell
     */
    public Xpp(Composition material, double edge, char shell, int z, double beam) {
        if (!(beam > edge)) {
            throw new IllegalArgumentException("electrons of " + beam + " keV cannot ionise a shell of " + edge
                    + " keV");
        }
        double m = 0;
        double logJ = 0;
        double rootZ = 0;
        for (Map.Entry<String, Double> e : material.normalised().fractions().entrySet()) {
            ElementFacts f = XrayTables.require(e.getKey());
            double za = e.getValue() * f.z() / f.weight();
            m += za;
            logJ += za * Math.log(1e-3 * f.z() * (10.04 + 8.25 * Math.exp(-f.z() / 11.22)));
            rootZ += e.getValue() * Math.sqrt(f.z());
        }
        double j = Math.exp(logJ / m);
        double zb = rootZ * rootZ;
        double u0 = beam / edge;
        double eta = 1.75e-3 * zb + 0.37 * (1 - Math.exp(-0.015 * Math.pow(zb, 1.3)));
        double exponent = exponent(shell, z);
        crossSection = Math.log(u0) / (Math.pow(u0, exponent) * edge * edge);
        area = backscatter(eta, u0) * inverseStopping(u0, beam / j, m, j, exponent) / crossSection;
        phi0 = 1 + 3.3 * (1 - Math.pow(u0, -(2 - 2.3 * eta))) * Math.pow(eta, 1.2);
        double x = 1 + 1.3 * Math.log(zb);
        double y = 0.2 + zb / 200;
        double overR = 1 + x * Math.log(1 + y * (1 - Math.pow(u0, -0.42))) / Math.log(1 + y);
        meanDepth = area / Math.max(overR, phi0);
        b = Math.sqrt(2) * (1 + Math.sqrt(Math.max(0, 1 - meanDepth * phi0 / area))) / meanDepth;
        double g = 0.22 * Math.log(4 * zb) * (1 - 2 * Math.exp(-zb * (u0 - 1) / 15));
        double h = 1 - 10 * (1 - 1 / (1 + u0 / 10)) / (zb * zb);
        double p = Math.min(g * Math.pow(h, 4), 0.9 * b * meanDepth * meanDepth * (b - 2 * phi0 / area)) * area
                / (meanDepth * meanDepth);
        double a = (p + b * (2 * phi0 - b * area)) / (b * area * (2 - b * meanDepth) - phi0);
        double e = (a - b) / b;
        epsilon = Math.abs(e) > 1e-6 ? e : Math.copySign(1e-6, e);
        bigB = (b * b * area * (1 + epsilon) - p - phi0 * b * (2 + epsilon)) / epsilon;
        bigA = (bigB / b + phi0 - b * area) * (1 + epsilon) / epsilon;
    }

    /** Exponent of the overvoltage in the ionisation cross section. */
    private static double exponent(char shell, int z) {
        return switch (shell) {
            case 'K' -> 0.86 + 0.12 * Math.exp(-(z / 5.0) * (z / 5.0));
            case 'L' -> 0.82;
            default -> 0.78;
        };
    }

    private static double backscatter(double eta, double u0) {
        double w = 0.595 + eta / 3.7 + Math.pow(eta, 4.55);
        double q = (2 * w - 1) / (1 - w);
        double ju = 1 + u0 * (Math.log(u0) - 1);
        double g = (u0 - 1 - (1 - Math.pow(u0, -(1 + q))) / (1 + q)) / ((2 + q) * ju);
        return 1 - eta * w * (1 - g);
    }

    private static double inverseStopping(double u0, double v0, double m, double j, double exponent) {
        double[] d = {6.6e-6, 1.12e-5 * (1.35 - 0.45 * j * j), 2.2e-6 / j};
        double[] power = {0.78, 0.1, -0.5 + 0.25 * j};
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double t = 1 + power[k] - exponent;
            sum += d[k] * Math.pow(v0 / u0, power[k]) * (t * Math.pow(u0, t) * Math.log(u0) - Math.pow(u0, t) + 1)
                    / (t * t);
        }
        return u0 / (v0 * m) * sum;
    }

    /** phi at the surface. */
    public double surface() {
        return phi0;
    }

    /** Area under phi(rho z) in g/cm2. */
    public double area() {
        return area;
    }

    /** Mean depth of the ionisations in g/cm2. */
    public double meanDepth() {
        return meanDepth;
    }

    /** Relative ionisation cross section at the beam's energy, ln U / (U^m E^2), E in keV. */
    public double crossSection() {
        return crossSection;
    }

    /** phi at a depth. */
    public double at(double depth) {
        return bigA * Math.exp(-b * (1 + epsilon) * depth) + (bigB * depth + phi0 - bigA) * Math.exp(-b * depth);
    }

    /**
     * Area under phi(rho z) exp(-chi rho z): what leaves the material.
     *
     * @param chi attenuation coefficient times the cosecant of the take-off angle, in cm2/g
     */
    public double emitted(double chi) {
        return (phi0 + bigB / (b + chi) - bigA * b * epsilon / (b * (1 + epsilon) + chi)) / (b + chi);
    }
}
