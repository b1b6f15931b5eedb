package org.interphase.testkit.mechanics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An indent whose hardness and modulus are known: the forward model of Oliver and Pharr, with a hold at the greatest
 * force, an unloading by a power law of exponent 1.4, and what spoils it.
 *
 * @param time s
 * @param depth nm
 * @param force mN
 * @param hardness MPa
 * @param reduced MPa
 * @param modulus MPa
 */
public record IndentTruth(double[] time, double[] depth, double[] force, double hardness, double reduced,
        double modulus) {

    private static final double EPSILON = 0.75;
    private static final double EXPONENT = 1.4;
    private static final double DIAMOND = 1141e3 / (1 - 0.07 * 0.07);

    /**
     * What is indented, and how.
     *
     * @param hardness MPa
     * @param modulus MPa
     * @param poisson Poisson's ratio
     * @param top greatest force in mN
     * @param points rows
     * @param noise standard deviation of depth in nm
     * @param drift nm/s
     * @param creep nm of creep per e-fold of time in the hold, which goes on while unloading
     * @param pileUp true over apparent contact area
     * @param zero nm by which the zero of depth is wrong
     * @param errors whether scales and constants have errors of their usual size
     */
    public record Test(double hardness, double modulus, double poisson, double top, int points, double noise,
            double drift, double creep, double pileUp, double zero, boolean errors) {
    }

    /** A polymer of a hardness of 5.94 MPa and a modulus of 204.74 MPa. */
    public static Test polymer() {
        return new Test(5.94, 204.74, 0.3, 0.1, 600, 0.3, 0, 0, 1, 0, true);
    }

    /** An indent. */
    public static IndentTruth of(Test t, long seed) {
        Random random = new Random(seed);
        double scale = t.errors ? 1 : 0;
        double force = 1 + 0.01 / Math.sqrt(3) * scale * random.nextGaussian();
        double tip = 1 + 0.03 / Math.sqrt(3) * scale * random.nextGaussian();
        double beta = 1 + 0.02 * scale * random.nextGaussian();
        double poisson = t.poisson + 0.05 * scale * random.nextGaussian();
        double reduced = 1 / ((1 - poisson * poisson) / t.modulus + 1 / DIAMOND);
        List<double[]> rows = new ArrayList<>();
        int third = t.points / 3;
        double hold = 10;
        double ramp = 20;
        double h = 0;
        for (int i = 0; i < third; i++) {
            double p = t.top * (i + 1) / third;
            h = depth(t, p, tip, beta, reduced)[0];
            rows.add(new double[] {ramp * (i + 1) / third, h, p});
        }
        for (int i = 1; i <= third; i++) {
            double at = hold * i / third;
            rows.add(new double[] {ramp + at, h + t.creep * Math.log1p(at), t.top});
        }
        double[] last = depth(t, t.top, tip, beta, reduced);
        double start = h + t.creep * Math.log1p(hold);
        for (int i = 1; i <= third; i++) {
            double p = t.top * (1 - 0.97 * i / third);
            double at = ramp * 0.97 * i / third;
            double back = EXPONENT * t.top / last[1] * (1 - Math.pow(p / t.top, 1 / EXPONENT));
            rows.add(new double[] {ramp + hold + at, start - back + t.creep * Math.log1p(at / (1 + hold)), p});
        }
        return new IndentTruth(rows.stream().mapToDouble(r -> r[0]).toArray(), rows.stream().mapToDouble(r -> r[1]
                + t.drift * r[0] + t.zero + t.noise * random.nextGaussian()).toArray(),
                rows.stream().mapToDouble(r -> r[2] * force).toArray(), t.hardness, reduced, t.modulus);
    }

    /** Depth in nm and stiffness in mN/nm at a force in mN. */
    private static double[] depth(Test t, double p, double tip, double beta, double reduced) {
        double area = p / t.hardness * 1e9;
        double contact = Math.sqrt(area / t.pileUp / (24.5 * tip));
        double stiffness = 2 * beta / Math.sqrt(Math.PI) * reduced * 1e-9 * Math.sqrt(area);
        return new double[] {contact + EPSILON * p / stiffness, stiffness};
    }
}
