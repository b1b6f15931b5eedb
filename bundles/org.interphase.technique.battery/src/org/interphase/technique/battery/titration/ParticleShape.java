package org.interphase.technique.battery.titration;

import org.apache.commons.math3.special.Erf;
import org.interphase.numerics.linear.StraightLine;

/**
 * Shape of the particles lithium diffuses in, with the response of the surface concentration to a constant flux that
 * starts at time 0. Time is {@code theta = D t / L^2}, L the thickness of a slab whose one face takes up lithium, or
 * the radius of a sphere. The response is the rise of the surface concentration over the rise of the mean
 * concentration after {@code L^2 / D}; for large times it is {@code theta} plus a constant, for small ones it goes
 * with {@code sqrt(theta)} as in a half-space.
 *
 * <p>Source: Crank, The Mathematics of Diffusion, 2nd ed. 1975, eqs. 4.55 (slab) and 6.45 (sphere); the forms for small
 * times are their Laplace transforms with terms of the order exp(-1/theta) left out.
 */
public enum ParticleShape {

    /** A slab of thickness L, one face closed. */
    SLAB("slab", 1) {
        @Override
        double late(double theta) {
            double sum = 0;
            for (int n = 1; n <= TERMS; n++) {
                double k = n * Math.PI;
                sum += Math.exp(-k * k * theta) / (k * k);
            }
            return theta + 1.0 / 3 - 2 * sum;
        }

        @Override
        double lateSlope(double theta) {
            double sum = 0;
            for (int n = 1; n <= TERMS; n++) {
                double k = n * Math.PI;
                sum += Math.exp(-k * k * theta);
            }
            return 1 + 2 * sum;
        }

        @Override
        double early(double theta) {
            return 2 * Math.sqrt(theta / Math.PI);
        }

        @Override
        double earlySlope(double theta) {
            return 1 / Math.sqrt(Math.PI * theta);
        }
    },

    /** A sphere of radius L. */
    SPHERE("sphere", 1.0 / 3) {
        @Override
        double late(double theta) {
            double sum = 0;
            for (double k : ROOTS) {
                sum += Math.exp(-k * k * theta) / (k * k);
            }
            return theta + 1.0 / 15 - 2.0 / 3 * sum;
        }

        @Override
        double lateSlope(double theta) {
            double sum = 0;
            for (double k : ROOTS) {
                sum += Math.exp(-k * k * theta);
            }
            return 1 + 2.0 / 3 * sum;
        }

        @Override
        double early(double theta) {
            return (Math.exp(theta) * (1 + Erf.erf(Math.sqrt(theta))) - 1) / 3;
        }

        @Override
        double earlySlope(double theta) {
            return (Math.exp(theta) * (1 + Erf.erf(Math.sqrt(theta))) + 1 / Math.sqrt(Math.PI * theta)) / 3;
        }
    };

    /** Key of the metadata that state the radius or thickness. */
    public static final String RADIUS = "particle radius";

    /** Below this time exp(-1/theta) is less than 1e-14. */
    private static final double EARLY = 0.03;
    private static final int TERMS = 11;
    private static final int SAMPLES = 60;
    private static final double[] ROOTS = roots();

    private final String word;
    private final double volumeOverArea;

    ParticleShape(String word, double volumeOverArea) {
        this.word = word;
        this.volumeOverArea = volumeOverArea;
    }

    abstract double late(double theta);

    abstract double lateSlope(double theta);

    abstract double early(double theta);

    abstract double earlySlope(double theta);

    /** Positive roots of tan k = k, by Newton's method from just below (n + 1/2) pi. */
    private static double[] roots() {
        double[] out = new double[TERMS];
        for (int n = 1; n <= TERMS; n++) {
            double far = (n + 0.5) * Math.PI;
            double k = far - 1 / far;
            for (int i = 0; i < 20; i++) {
                // sin k - k cos k has no pole
                k -= (Math.sin(k) - k * Math.cos(k)) / (k * Math.sin(k));
            }
            out[n - 1] = k;
        }
        return out;
    }

    /** Name for people. */
    public String word() {
        return word;
    }

    /** Volume over the area through which lithium enters, in units of L: 1 for a slab, 1/3 for a sphere. */
    public double volumeOverArea() {
        return volumeOverArea;
    }

    /** The response at a time; 0 before the flux starts. */
    public double response(double theta) {
        return theta <= 0 ? 0 : theta < EARLY ? early(theta) : late(theta);
    }

    /** Derivative of the response by time; infinite at 0. */
    public double slope(double theta) {
        return theta < EARLY ? earlySlope(theta) : lateSlope(theta);
    }

    /**
     * By what factor the formula of Weppner and Huggins (J. Electrochem. Soc. 124 (1977) 1569), which takes the
     * particle for a half-space, misses D after a pulse of this length, its slope over the square root of time taken by
     * a straight line over all of the pulse but its first hundredth: 1 for short ones.
     */
    public double formulaBias(double theta) {
        double[] root = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double at = theta * (PulsePoint.SKIP + (1 - PulsePoint.SKIP) * i / (SAMPLES - 1.0));
            root[i] = Math.sqrt(at);
            y[i] = response(at);
        }
        double slope = StraightLine.through(root, y, new double[SAMPLES]).slope();
        return 4 / Math.PI * volumeOverArea * volumeOverArea / (slope * slope);
    }
}
