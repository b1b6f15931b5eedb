package org.interphase.testkit.electrochemistry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;

/**
 * Spectra that obey what recipes for impedance assume, and spectra that break it in ways measured ones do, several
 * levels each. Their resistances are known.
 */
public final class ImpedanceAdversary {

    /** What is done to a spectrum. */
    public enum Family {
        /** One depressed arc. */
        ONE_ARC(true),
        /** Two arcs, 1.7 to 4 decades apart. */
        TWO_ARCS(true),
        /** An arc, then a blocked electrode. */
        BLOCKED(true),
        /** Two arcs at 15 or 20 frequencies. */
        FEW_POINTS(true),
        /** Two arcs and the inductance of the leads. */
        LEAD(true),
        /** A lead whose inductance has a resistance beside it, as eddy currents make it. */
        EDDY_LEAD(false),
        /** The slower arc grows during the sweep. */
        DRIFT(false),
        /** A third, small arc between the two. */
        EXTRA_ARC(false),
        /** Asymmetric arcs (Havriliak and Negami 1967). */
        ASYMMETRIC(false),
        /** Noise of one size at all frequencies, or with heavy tails. */
        OTHER_NOISE(false),
        /** Two points disturbed by the mains. */
        DISTURBED(false),
        /** Part of the frequencies measured in another range, which is off by a part of a percent or more. */
        RANGE_JUMP(false);

        private final boolean obeys;

        Family(boolean obeys) {
            this.obeys = obeys;
        }

        /** Whether the spectra are what the recipes assume. */
        public boolean obeys() {
            return obeys;
        }
    }

    /**
     * A spectrum with its truth.
     *
     * @param hertz frequencies, descending
     * @param z real parts, imaginary parts
     * @param series resistance in series
     * @param arcs resistances of the arcs, fastest first; those at the start of the sweep
     * @param grown resistances of the arcs at the end of the sweep
     */
    public record Spectrum(double[] hertz, double[][] z, double series, double[] arcs, double[] grown) {

        /** Sum of the arcs, of those that lie between the start and the end of the sweep the one nearest to a value. */
        public double polarisation(double near) {
            return nearest(near, sum(arcs), sum(grown));
        }

        /** Resistance of an arc, between start and end of the sweep the one nearest to a value. */
        public double arc(int k, double near) {
            return nearest(near, arcs[k], grown[k]);
        }

        private static double sum(double[] v) {
            double s = 0;
            for (double x : v) {
                s += x;
            }
            return s;
        }

        private static double nearest(double near, double a, double b) {
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), near));
        }
    }

    private ImpedanceAdversary() {
    }

    /** A spectrum of a family; the level follows from the seed. */
    public static Spectrum of(Family family, long seed) {
        SplittableRandom r = new SplittableRandom(1000 * seed + family.ordinal());
        int level = (int) (seed % 3);
        double noise = new double[] {0.001, 0.003, 0.01}[r.nextInt(3)];
        double[] hertz = ImpedanceTruth.frequencies(1e6, 1e-2, family == Family.FEW_POINTS ? 15 + 5 * (level % 2) : 65);
        double series = 5 + 10 * r.nextDouble();
        Arc fast = new Arc(20 + 60 * r.nextDouble(), Math.pow(10, -4.5 + r.nextDouble()), 0.8 + 0.15 * r.nextDouble());
        Arc slow = new Arc(40 + 80 * r.nextDouble(), fast.tau() * Math.pow(10, 1.7 + 2.3 * r.nextDouble()),
                0.8 + 0.15 * r.nextDouble());
        ImpedanceTruth two = ImpedanceTruth.of(series, fast, slow);
        double[] both = {fast.resistance(), slow.resistance()};
        return switch (family) {
            case ONE_ARC -> plain(hertz, ImpedanceTruth.of(series, fast), noise, seed);
            case TWO_ARCS, FEW_POINTS -> plain(hertz, two, noise, seed);
            case BLOCKED -> plain(hertz, ImpedanceTruth.of(series, fast).withTail(200 + 800 * r.nextDouble(),
                    0.75 + 0.2 * r.nextDouble()), noise, seed);
            case LEAD -> plain(hertz, two.withInductance((0.5 + level) * 1e-6), noise, seed);
            case EDDY_LEAD -> changed(hertz, two, noise, seed, (i, z) -> eddy(hertz[i], (1 + level) * 3e-6, z));
            case DRIFT -> {
                double growth = new double[] {0.02, 0.05, 0.1}[level];
                yield new Spectrum(hertz, two.drifting(hertz, growth, noise, seed), series, both,
                        new double[] {both[0], both[1] * (1 + growth)});
            }
            case EXTRA_ARC -> {
                Arc extra = new Arc(slow.resistance() * new double[] {0.05, 0.1, 0.2}[level],
                        Math.sqrt(fast.tau() * slow.tau()), 0.9);
                yield plain(hertz, ImpedanceTruth.of(series, fast, extra, slow), noise, seed);
            }
            case ASYMMETRIC -> {
                double beta = new double[] {0.9, 0.75, 0.6}[level];
                double[][] z = noisy(hertz, noise, seed, f -> havriliakNegami(f, series, fast, slow, beta));
                yield new Spectrum(hertz, z, series, both, both);
            }
            case OTHER_NOISE -> {
                double[][] z = two.measured(hertz, 0, seed);
                for (double[] part : z) {
                    for (int i = 0; i < hertz.length; i++) {
                        double t = r.nextGaussian() / Math.sqrt((square(r) + square(r) + square(r) + square(r)) / 4);
                        part[i] += level == 0 ? noise * series * r.nextGaussian()
                                : noise * Math.hypot(z[0][i], z[1][i]) * t * (level == 1 ? 1 : 0.7);
                    }
                }
                yield new Spectrum(hertz, z, series, both, both);
            }
            case DISTURBED -> changed(hertz, two, noise, seed, (i, z) -> {
                double by = i == 35 ? 1 + 0.05 * (1 + level) : i == 38 ? 1 - 0.04 * (1 + level) : 1;
                return new double[] {z[0] * by, z[1] * by};
            });
            case RANGE_JUMP -> {
                int from = 20 + r.nextInt(25);
                double by = 1 + new double[] {0.005, 0.01, 0.03}[level];
                yield changed(hertz, two, noise, seed, (i, z) -> i < from ? z : new double[] {z[0] * by, z[1] * by});
            }
        };
    }

    private static double square(SplittableRandom r) {
        double g = r.nextGaussian();
        return g * g;
    }

    @FunctionalInterface
    private interface Change {
        double[] of(int row, double[] z);
    }

    @FunctionalInterface
    private interface Impedance {
        double[] at(double hertz);
    }

    private static Spectrum plain(double[] hertz, ImpedanceTruth truth, double noise, long seed) {
        double[] arcs = truth.arcs().stream().mapToDouble(Arc::resistance).toArray();
        return new Spectrum(hertz, truth.measured(hertz, noise, seed), truth.series(), arcs, arcs);
    }

    private static Spectrum changed(double[] hertz, ImpedanceTruth truth, double noise, long seed, Change change) {
        Spectrum s = plain(hertz, truth, noise, seed);
        for (int i = 0; i < hertz.length; i++) {
            double[] z = change.of(i, new double[] {s.z[0][i], s.z[1][i]});
            s.z[0][i] = z[0];
            s.z[1][i] = z[1];
        }
        return s;
    }

    private static double[][] noisy(double[] hertz, double noise, long seed, Impedance z) {
        SplittableRandom r = new SplittableRandom(seed);
        double[][] out = new double[2][hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            double[] at = z.at(hertz[i]);
            double s = noise * Math.hypot(at[0], at[1]);
            out[0][i] = at[0] + s * r.nextGaussian();
            out[1][i] = at[1] + s * r.nextGaussian();
        }
        return out;
    }

    /** Adds an inductance with a resistance of 5 ohm beside it. */
    private static double[] eddy(double hertz, double henry, double[] z) {
        double x = 2 * Math.PI * hertz * henry;
        double r = 5;
        double d = r * r + x * x;
        return new double[] {z[0] + r * x * x / d, z[1] + r * r * x / d};
    }

    /** Two arcs R / (1 + (jωτ)^φ)^β. */
    private static double[] havriliakNegami(double hertz, double series, Arc first, Arc second, double beta) {
        double re = series;
        double im = 0;
        for (Arc a : List.of(first, second)) {
            double m = Math.pow(2 * Math.PI * hertz * a.tau(), a.phi());
            double x = 1 + m * Math.cos(a.phi() * Math.PI / 2);
            double y = m * Math.sin(a.phi() * Math.PI / 2);
            double size = a.resistance() * Math.pow(Math.hypot(x, y), -beta);
            double angle = -beta * Math.atan2(y, x);
            re += size * Math.cos(angle);
            im += size * Math.sin(angle);
        }
        return new double[] {re, im};
    }

    /** Resistances of an ion conductor at several temperatures with one activation energy, and a lead in series. */
    public static List<Spectrum> temperatures(double[] kelvin, double energy, double lead, double noise, long seed) {
        List<Spectrum> out = new ArrayList<>();
        double[] hertz = ImpedanceTruth.frequencies(3e6, 1, 60);
        for (int i = 0; i < kelvin.length; i++) {
            double r = 2e-4 * kelvin[i] * Math.exp(energy / (8.617333262e-5 * kelvin[i]));
            out.add(plain(hertz, ImpedanceTruth.of(lead, new Arc(r, 1e-9 * r, 0.92)).withTail(2e4, 0.85), noise,
                    seed * 100 + i));
        }
        return out;
    }
}
