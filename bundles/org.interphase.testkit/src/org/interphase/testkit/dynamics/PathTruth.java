package org.interphase.testkit.dynamics;

import java.util.Random;

/**
 * A reaction path whose barriers are known: a smooth energy along it, seen at images.
 *
 * @param place places of the images in angstroms
 * @param energy energies there in eV, with noise
 * @param force forces along the path there, -dE/ds in eV/angstrom
 * @param forward height of the top over the first image in eV
 * @param reverse height over the last
 */
public record PathTruth(double[] place, double[] energy, double[] force, double forward, double reverse) {

    /**
     * A single barrier of a shape drawn by chance between flat ends.
     *
     * @param images number of images, ends included
     * @param forward its height over the first
     * @param reverse its height over the last
     * @param noise standard deviation of the energies in eV
     * @param climbing whether one image sits on the top
     */
    public static PathTruth barrier(int images, double forward, double reverse, double noise, boolean climbing,
            long seed) {
        Random random = new Random(seed);
        double length = 2 + 2 * random.nextDouble();
        double top = 0.35 + 0.3 * random.nextDouble();
        double skew = 0.3 * random.nextGaussian();
        double[] s = new double[images];
        int peak = (int) Math.round(top * (images - 1));
        for (int k = 0; k < images; k++) {
            double part = (double) k / (images - 1);
            s[k] = climbing ? k <= peak ? top * k / peak : top + (1 - top) * (k - peak) / (images - 1 - peak) : part;
            if (!climbing && k > 0 && k < images - 1) {
                s[k] += 0.2 * (random.nextDouble() - 0.5) / (images - 1);
            }
        }
        double[] place = new double[images];
        double[] energy = new double[images];
        double[] force = new double[images];
        for (int k = 0; k < images; k++) {
            double h = 1e-5;
            place[k] = length * s[k];
            energy[k] = energy(s[k], top, skew, forward, reverse) + noise * random.nextGaussian();
            double a = Math.max(0, s[k] - h);
            double b = Math.min(1, s[k] + h);
            force[k] = -(energy(b, top, skew, forward, reverse) - energy(a, top, skew, forward, reverse)) / (b - a)
                    / length;
        }
        return new PathTruth(place, energy, force, forward, reverse);
    }

    /** Flat at 0, at the top and at 1: a sine on either side, of a path bent by the skew. */
    private static double energy(double s, double top, double skew, double forward, double reverse) {
        boolean left = s <= top;
        double x = left ? s / top : (1 - s) / (1 - top);
        double bent = x + 0.5 * skew * x * x * (1 - x) * (1 - x);
        double rise = Math.sin(Math.PI / 2 * bent);
        double height = left ? forward : reverse;
        return forward - height + height * rise * rise;
    }
}
