package org.interphase.testkit.dynamics;

import java.util.Arrays;
import java.util.Random;

/**
 * Particles that jump on a lattice or walk freely, whose diffusion coefficient is known. Lengths in angstroms, times in
 * ps. Places are {@code [particle][3 frame + axis]}.
 *
 * @param places where each particle is at each frame
 * @param interval time between frames
 * @param diffusion tracer diffusion coefficient in three dimensions, angstrom^2/ps: MSD = 6 D t
 */
public record WalkTruth(double[][] places, double interval, double diffusion) {

    private static final int AXES = 3;

    /** Number of particles. */
    public int particles() {
        return places.length;
    }

    /** Number of frames. */
    public int frames() {
        return places[0].length / AXES;
    }

    /** Free Brownian motion. */
    public static WalkTruth brownian(int particles, int frames, double interval, double diffusion, long seed) {
        Random random = new Random(seed);
        double step = Math.sqrt(2 * diffusion * interval);
        double[][] x = new double[particles][AXES * frames];
        for (double[] p : x) {
            for (int k = AXES; k < p.length; k++) {
                p[k] = p[k - AXES] + step * random.nextGaussian();
            }
        }
        return new WalkTruth(x, interval, diffusion);
    }

    /**
     * Jumps of one length along random axes at random times. After a jump the next goes straight back with a
     * probability more than chance, so that the correlation factor is f = (1 - back) / (1 + back) (J. Bardeen,
     * C. Herring 1952).
     *
     * @param rate jumps of a particle per ps
     * @param jump length of a jump
     * @param back probability that a jump is taken back on purpose, 0 to below 1
     */
    public static WalkTruth jumps(int particles, int frames, double interval, double rate, double jump, double back,
            long seed) {
        Random random = new Random(seed);
        double[][] x = new double[particles][AXES * frames];
        for (double[] p : x) {
            double[] at = new double[AXES];
            int axis = 0;
            int sign = 0;
            double next = -Math.log(1 - random.nextDouble()) / rate;
            for (int f = 1; f < frames; f++) {
                while (next < f * interval) {
                    if (sign != 0 && random.nextDouble() < back) {
                        sign = -sign;
                    } else {
                        axis = random.nextInt(AXES);
                        sign = random.nextBoolean() ? 1 : -1;
                    }
                    at[axis] += sign * jump;
                    next -= Math.log(1 - random.nextDouble()) / rate;
                }
                System.arraycopy(at, 0, p, AXES * f, AXES);
            }
        }
        return new WalkTruth(x, interval, (1 - back) / (1 + back) * rate * jump * jump / 6);
    }

    /**
     * Particles on a cubic lattice that block each other's sites. What is known exactly is the diffusion of the charge,
     * {@code (1 - c) rate jump^2 / 6} at the share c of sites taken (non-interacting lattice gas; R. Kutner, Phys.
     * Lett. A 81 (1981) 239); it is given as {@code diffusion}, the tracer's is smaller.
     *
     * @param side sites along an edge
     */
    public static WalkTruth exclusion(int side, int particles, int frames, double interval, double rate, double jump,
            long seed) {
        Random random = new Random(seed);
        int sites = side * side * side;
        boolean[] taken = new boolean[sites];
        int[][] site = new int[particles][AXES];
        int[][] turn = new int[particles][AXES];
        for (int i = 0; i < particles; i++) {
            int s;
            do {
                s = random.nextInt(sites);
            } while (taken[s]);
            taken[s] = true;
            site[i] = new int[] {s % side, s / side % side, s / side / side};
        }
        double[][] x = new double[particles][AXES * frames];
        double next = 0;
        for (int f = 0; f < frames; f++) {
            while (next < f * interval) {
                int i = random.nextInt(particles);
                int axis = random.nextInt(AXES);
                int sign = random.nextBoolean() ? 1 : -1;
                int[] to = site[i].clone();
                to[axis] = Math.floorMod(to[axis] + sign, side);
                int index = to[0] + side * (to[1] + side * to[2]);
                if (!taken[index]) {
                    taken[site[i][0] + side * (site[i][1] + side * site[i][2])] = false;
                    taken[index] = true;
                    site[i] = to;
                    turn[i][axis] += sign;
                }
                next -= Math.log(1 - random.nextDouble()) / (rate * particles);
            }
            for (int i = 0; i < particles; i++) {
                for (int a = 0; a < AXES; a++) {
                    x[i][AXES * f + a] = turn[i][a] * jump;
                }
            }
        }
        // relative to the first frame; where each site is does not matter
        return new WalkTruth(x, interval, (1 - (double) particles / sites) * rate * jump * jump / 6);
    }

    /**
     * Velocities that keep their direction for a time, so that motion begins ballistically. With the velocity of a
     * frame keeping the share a to the next, D = v^2 dt (1 + a) / (1 - a) / 2 along each axis.
     *
     * @param speed standard deviation of a velocity along an axis, angstrom/ps
     * @param memory time over which it is kept
     */
    public static WalkTruth ballistic(int particles, int frames, double interval, double speed, double memory,
            long seed) {
        Random random = new Random(seed);
        double keep = Math.exp(-interval / memory);
        double[][] x = new double[particles][AXES * frames];
        for (double[] p : x) {
            double[] v = new double[AXES];
            for (int a = 0; a < AXES; a++) {
                v[a] = speed * random.nextGaussian();
            }
            for (int k = AXES; k < p.length; k++) {
                int a = k % AXES;
                p[k] = p[k - AXES] + v[a] * interval;
                v[a] = keep * v[a] + Math.sqrt(1 - keep * keep) * speed * random.nextGaussian();
            }
        }
        return new WalkTruth(x, interval, speed * speed * interval * (1 + keep) / (1 - keep) / 2);
    }

    /**
     * Jumps after waiting times that have no mean: the displacement grows less than time for ever, and there is no
     * diffusion coefficient (the truth given is 0).
     *
     * @param power exponent of the distribution of waiting times, below 1
     */
    public static WalkTruth trapped(int particles, int frames, double interval, double jump, double power, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[particles][AXES * frames];
        for (double[] p : x) {
            double[] at = new double[AXES];
            double next = Math.pow(1 - random.nextDouble(), -1 / power);
            for (int f = 1; f < frames; f++) {
                while (next < f * interval) {
                    at[random.nextInt(AXES)] += random.nextBoolean() ? jump : -jump;
                    next += Math.pow(1 - random.nextDouble(), -1 / power);
                }
                System.arraycopy(at, 0, p, AXES * f, AXES);
            }
        }
        return new WalkTruth(x, interval, 0);
    }

    /** The same with motion along the first axis only; a third of the diffusion coefficient. */
    public WalkTruth alongOneAxis() {
        double[][] x = copy();
        for (double[] p : x) {
            for (int k = 0; k < p.length; k++) {
                p[k] *= k % AXES == 0 ? 1 : 0;
            }
        }
        return new WalkTruth(x, interval, diffusion / AXES);
    }

    /** The same with each particle rattling about its place, with a memory of some time. */
    public WalkTruth rattling(double amplitude, double memory, long seed) {
        Random random = new Random(seed);
        double keep = memory > 0 ? Math.exp(-interval / memory) : 0;
        double[][] x = copy();
        for (double[] p : x) {
            double[] at = new double[AXES];
            for (int a = 0; a < AXES; a++) {
                at[a] = amplitude * random.nextGaussian();
            }
            for (int k = 0; k < p.length; k++) {
                int a = k % AXES;
                at[a] = k < AXES ? at[a] : keep * at[a] + Math.sqrt(1 - keep * keep) * amplitude
                        * random.nextGaussian();
                p[k] += at[a];
            }
        }
        return new WalkTruth(x, interval, diffusion);
    }

    /** The same with every particle moved alike by a velocity in angstrom/ps along the first axis. */
    public WalkTruth drifting(double velocity) {
        double[][] x = copy();
        for (double[] p : x) {
            for (int k = 0; k < p.length; k += AXES) {
                int frame = k / AXES;
                p[k] += velocity * interval * frame;
            }
        }
        return new WalkTruth(x, interval, diffusion);
    }

    /** The same particles and others, over the same frames; the mean diffusion coefficient. */
    public WalkTruth with(WalkTruth other) {
        double[][] x = Arrays.copyOf(places, particles() + other.particles());
        System.arraycopy(other.places, 0, x, particles(), other.particles());
        return new WalkTruth(x, interval, (diffusion * particles() + other.diffusion * other.particles()) / x.length);
    }

    /** The same with every particle beginning somewhere in a cubic box. */
    public WalkTruth scattered(double box, long seed) {
        Random random = new Random(seed);
        double[][] x = copy();
        for (double[] p : x) {
            for (int a = 0; a < AXES; a++) {
                double from = box * random.nextDouble();
                for (int k = a; k < p.length; k += AXES) {
                    p[k] += from;
                }
            }
        }
        return new WalkTruth(x, interval, diffusion);
    }

    /** The same with places brought back into a cubic box. */
    public WalkTruth wrapped(double box) {
        double[][] x = copy();
        for (double[] p : x) {
            for (int k = 0; k < p.length; k++) {
                p[k] -= box * Math.floor(p[k] / box);
            }
        }
        return new WalkTruth(x, interval, diffusion);
    }

    private double[][] copy() {
        double[][] x = new double[places.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = places[i].clone();
        }
        return x;
    }
}
