package org.interphase.testkit.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * A galvanostatic intermittent titration by finite volumes: Fickian diffusion in particles, a curved equilibrium
 * potential, a resistance and a double layer. Knows no series and no formula of the analysis it tests. Immutable; each
 * change gives another.
 *
 * @param sphere whether the particles are spheres; else slabs that take up lithium through one face
 * @param diffusionTime square of the radius or thickness over the diffusion coefficient, s
 * @param pulse length of a pulse, s
 * @param rest length of a rest, s
 * @param pulses how many
 * @param current A; charging is positive
 * @param slope change of the equilibrium potential by a pulse at the beginning, V
 * @param curvature of the equilibrium potential by pulses squared, V
 * @param resistance ohm
 * @param doubleLayer share of the resistance that answers with a delay, and its time constant in s
 * @param interval time between rows, s
 * @param noise standard deviation of the potential, V
 * @param drift of the reference, V/s
 * @param mixture share of the current into particles with another diffusion time, and that time over the first
 * @param leak current that discharges the cell all the time, over the current of a pulse
 * @param prelude currents before the first pulse, over that of a pulse: each is set for a tenth of a pulse, without a
 *     rest between them; a rest follows
 */
public record TitrationTruth(boolean sphere, double diffusionTime, double pulse, double rest, int pulses,
        double current, double slope, double curvature, double resistance, double[] doubleLayer, double interval,
        double noise, double drift, double[] mixture, double leak,
        double[] prelude) {

    private static final int CELLS = 300;
    private static final double START = 3.7;
    /** Steps in time: a share of the interval between rows, and of the time since the switching. */
    private static final double STEP = 0.005;
    private static final double FRACTION = 0.01;
    /** Steps after a switching that damp what the switching excites. */
    private static final int DAMPED = 4;

    /** Spheres, a pulse of 600 s at 1 mA every 3,600 s, 10 mV a pulse, 5 ohm, a row every 5 s, noise 20 uV. */
    public static TitrationTruth spheres(double diffusionTime) {
        return new TitrationTruth(true, diffusionTime, 600, 3000, 4, 1e-3, 0.01, 0, 5, new double[] {0, 1}, 5, 2e-5, 0,
                new double[] {0, 1}, 0, new double[0]);
    }

    /** The same with slabs. */
    public static TitrationTruth slabs(double diffusionTime) {
        TitrationTruth s = spheres(diffusionTime);
        return new TitrationTruth(false, s.diffusionTime, s.pulse, s.rest, s.pulses, s.current, s.slope, s.curvature,
                s.resistance, s.doubleLayer, s.interval, s.noise, s.drift, s.mixture, s.leak, s.prelude);
    }

    /** The same with other times. */
    public TitrationTruth timed(double otherPulse, double otherRest, double otherInterval) {
        return new TitrationTruth(sphere, diffusionTime, otherPulse, otherRest, pulses, current, slope, curvature,
                resistance, doubleLayer, otherInterval, noise, drift, mixture, leak, prelude);
    }

    /** The same with another equilibrium potential and direction of the current. */
    public TitrationTruth along(double otherCurrent, double otherSlope, double otherCurvature) {
        return new TitrationTruth(sphere, diffusionTime, pulse, rest, pulses, otherCurrent, otherSlope, otherCurvature,
                resistance, doubleLayer, interval, noise, drift, mixture, leak, prelude);
    }

    /** The same with another number of pulses. */
    public TitrationTruth pulsed(int other) {
        return new TitrationTruth(sphere, diffusionTime, pulse, rest, other, current, slope, curvature, resistance,
                doubleLayer, interval, noise, drift, mixture, leak, prelude);
    }

    /** The same with another noise. */
    public TitrationTruth noisy(double other) {
        return new TitrationTruth(sphere, diffusionTime, pulse, rest, pulses, current, slope, curvature, resistance,
                doubleLayer, interval, other, drift, mixture, leak, prelude);
    }

    /** The same with what breaks the model: a double layer, a drifting reference, a mixture of particles, a leak. */
    public TitrationTruth broken(double[] layer, double otherDrift, double[] otherMixture, double otherLeak) {
        return new TitrationTruth(sphere, diffusionTime, pulse, rest, pulses, current, slope, curvature, resistance,
                layer, interval, noise, otherDrift, otherMixture, otherLeak, prelude);
    }

    /** The same with other currents before. */
    public TitrationTruth after(double... otherPrelude) {
        return new TitrationTruth(sphere, diffusionTime, pulse, rest, pulses, current, slope, curvature, resistance,
                doubleLayer, interval, noise, drift, mixture, leak, otherPrelude);
    }

    /** One population of particles: concentrations in volumes that get thinner towards the surface. */
    private static final class Particles {
        private final double diffusivity;
        private final double[] volume = new double[CELLS];
        private final double[] area = new double[CELLS + 1];
        private final double[] middle = new double[CELLS];
        private final double[] c = new double[CELLS];
        private final double total;

        Particles(boolean sphere, double time) {
            diffusivity = 1 / time;
            double[] edge = new double[CELLS + 1];
            double sum = 0;
            for (int i = 0; i <= CELLS; i++) {
                double q = 1 - i / (double) CELLS;
                edge[i] = 1 - q * q;
                area[i] = sphere ? edge[i] * edge[i] : 1;
            }
            for (int i = 0; i < CELLS; i++) {
                volume[i] = sphere ? (Math.pow(edge[i + 1], 3) - Math.pow(edge[i], 3)) / 3 : edge[i + 1] - edge[i];
                middle[i] = (edge[i] + edge[i + 1]) / 2;
                sum += volume[i];
            }
            total = sum;
        }

        /** A step by the theta method; {@code rate} is the rise of the mean per second. */
        void step(double dt, double rate, double implicit) {
            double[] lower = new double[CELLS];
            double[] diagonal = new double[CELLS];
            double[] upper = new double[CELLS];
            double[] right = new double[CELLS];
            for (int i = 0; i < CELLS; i++) {
                double in = i > 0 ? diffusivity * area[i] / (middle[i] - middle[i - 1]) : 0;
                double out = i < CELLS - 1 ? diffusivity * area[i + 1] / (middle[i + 1] - middle[i]) : 0;
                double flow = (i > 0 ? in * (c[i - 1] - c[i]) : 0) + (i < CELLS - 1 ? out * (c[i + 1] - c[i]) : 0);
                lower[i] = -in * dt * implicit;
                upper[i] = -out * dt * implicit;
                diagonal[i] = volume[i] + (in + out) * dt * implicit;
                right[i] = volume[i] * c[i] + (1 - implicit) * dt * flow + (i == CELLS - 1 ? rate * total * dt : 0);
            }
            for (int i = 1; i < CELLS; i++) {
                double w = lower[i] / diagonal[i - 1];
                diagonal[i] -= w * upper[i - 1];
                right[i] -= w * right[i - 1];
            }
            c[CELLS - 1] = right[CELLS - 1] / diagonal[CELLS - 1];
            for (int i = CELLS - 2; i >= 0; i--) {
                c[i] = (right[i] - upper[i] * c[i + 1]) / diagonal[i];
            }
        }

        double surface(double rate) {
            return c[CELLS - 1] + rate * total / area[CELLS] / diffusivity * (1 - middle[CELLS - 1]);
        }
    }

    /** The record: time, voltage, current; a row before the first pulse, at each switching and every interval. */
    public Table record(long seed) {
        Random random = new Random(seed);
        Particles[] particles = {new Particles(sphere, diffusionTime), new Particles(sphere, diffusionTime
                * mixture[1])};
        double[] share = {1 - mixture[0], mixture[0]};
        List<double[]> rows = new ArrayList<>();
        double t = 0;
        double layer = 0;
        rows.add(new double[] {0, START + noise * random.nextGaussian(), 0});
        int early = prelude.length == 0 ? 0 : prelude.length + 1;
        for (int k = -early; k < 2 * pulses; k++) {
            double set = k < -1 ? prelude[k + early] : Math.floorMod(k, 2) == 0 ? 1 : 0;
            double start = t;
            double end = t + (k < -1 ? pulse / 10 : set > 0 ? pulse : rest);
            double rate = Math.signum(current) * (set / pulse - leak / pulse);
            double next = start + interval / 50;
            for (int step = 0; t < end - 1e-9; step++) {
                double dt = Math.min(Math.max(STEP * interval, FRACTION * (t - start)), Math.min(next, end) - t);
                for (Particles p : particles) {
                    p.step(dt, rate, step < DAMPED ? 1 : 0.5);
                }
                double goal = set * current * resistance * doubleLayer[0];
                layer = goal + (layer - goal) * Math.exp(-dt / doubleLayer[1]);
                t += dt;
                if (t >= next - 1e-9 || t >= end - 1e-9) {
                    double x = 0;
                    for (int i = 0; i < particles.length; i++) {
                        x += share[i] * particles[i].surface(rate);
                    }
                    double e = START + (slope + curvature * x) * x + set * current * resistance * (1
                            - doubleLayer[0]) + layer + drift * t;
                    rows.add(new double[] {t, e + noise * random.nextGaussian(), set * current});
                    next = t - start < interval ? start + interval : next + interval;
                }
            }
        }
        return new Table(DatasetHeader.of("titration", "cycling", Metadata.EMPTY), List.of(
                Column.of("time", "s", column(rows, 0)), Column.of("voltage", "V", column(rows, 1)),
                Column.of("current", "A", column(rows, 2))));
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(r -> r[k]).toArray();
    }

    /** Change of the equilibrium potential by a pulse, V; numbered from 0. */
    public double equilibrium(int number) {
        double from = Math.signum(current) * number;
        double to = Math.signum(current) * (number + 1);
        return slope * (to - from) + curvature * (to * to - from * from);
    }
}
