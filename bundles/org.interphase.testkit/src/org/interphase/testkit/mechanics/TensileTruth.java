package org.interphase.testkit.mechanics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A tensile test of a material with a linear elastic part and hardening s = sy + q (1 - exp(-b p)) over plastic strain
 * p, that breaks at once.
 *
 * @param strain strain as the machine records it
 * @param stress stress in MPa as the machine records it
 * @param modulus MPa
 * @param yield stress at 0.2 % plastic strain in MPa
 * @param strength stress at break in MPa
 * @param elongation strain at break
 */
public record TensileTruth(double[] strain, double[] stress, double modulus, double yield, double strength,
        double elongation) {

    /**
     * The material.
     *
     * @param modulus MPa
     * @param limit stress sy at which it leaves the straight line, MPa
     * @param hardening q in MPa
     * @param rate b
     * @param fracture plastic strain at break
     */
    public record Material(double modulus, double limit, double hardening, double rate, double fracture) {
        /** Stress in MPa at a plastic strain. */
        public double stress(double plastic) {
            return limit + hardening * (1 - Math.exp(-rate * plastic));
        }
    }

    /**
     * How the test is made.
     *
     * @param points rows up to the break
     * @param noise standard deviation of the stress in MPa
     * @param toe strain over which the grips settle
     * @param slip strain by which the grips slip at 0.6 of the elastic rise
     * @param gain relative standard deviation of the errors of both scales
     */
    public record Machine(int points, double noise, double toe, double slip, double gain) {
    }

    /** A steel. */
    public static Material steel() {
        return new Material(200e3, 350, 250, 25, 0.15);
    }

    /** A polymer film with a strength of 3.62 MPa and an elongation of 141.11 %. */
    public static Material film() {
        double plastic = 1.4111 - 3.62 / 40;
        return new Material(40, 1.6, (3.62 - 1.6) / (1 - Math.exp(-2 * plastic)), 2, plastic);
    }

    /** A test. Half of the points lie on the elastic rise and its end. */
    public static TensileTruth of(Material m, Machine with, long seed) {
        Random random = new Random(seed);
        double force = 1 + with.gain * random.nextGaussian();
        double length = 1 + with.gain * random.nextGaussian();
        double top = m.stress(m.fracture);
        double elastic = m.limit / m.modulus;
        double early = elastic + 0.006 + m.limit / m.modulus;
        double end = m.fracture + top / m.modulus;
        List<double[]> rows = new ArrayList<>();
        int half = with.points / 2;
        for (int i = 0; i < with.points; i++) {
            double e = i < half ? early * i / half : early + (end - early) * (i - half) / (with.points - 1 - half);
            double s = stress(m, e);
            double settled = with.toe * (1 - Math.exp(-s / (0.1 * m.limit)));
            double slipped = e > 0.6 * elastic ? with.slip : 0;
            rows.add(new double[] {(e + settled + slipped) * length, s * force + with.noise * random.nextGaussian()});
            if (with.slip > 0 && e <= 0.6 * elastic && e + early / half > 0.6 * elastic) {
                for (int k = 1; k < 12; k++) {
                    rows.add(new double[] {(e + settled + with.slip * k / 12) * length,
                        s * force + with.noise * random.nextGaussian()});
                }
            }
        }
        double last = rows.get(rows.size() - 1)[0];
        for (int k = 1; k <= 3; k++) {
            rows.add(new double[] {last + k * (end - early) / with.points, with.noise * random.nextGaussian()});
        }
        return new TensileTruth(rows.stream().mapToDouble(r -> r[0]).toArray(),
                rows.stream().mapToDouble(r -> r[1]).toArray(), m.modulus, m.stress(0.002), top, end);
    }

    private static double stress(Material m, double strain) {
        double low = 0;
        double high = m.fracture * 1.0001;
        if (strain * m.modulus <= m.limit) {
            return strain * m.modulus;
        }
        for (int k = 0; k < 60; k++) {
            double p = (low + high) / 2;
            if (p + m.stress(p) / m.modulus < strain) {
                low = p;
            } else {
                high = p;
            }
        }
        return m.stress(low);
    }
}
