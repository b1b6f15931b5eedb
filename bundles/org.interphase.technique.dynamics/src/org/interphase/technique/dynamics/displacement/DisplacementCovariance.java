package org.interphase.technique.dynamics.displacement;

/**
 * Covariance of mean squared displacements at different lags, of a process with stationary increments seen through
 * overlapping windows. Two displacements over windows that share time correlate; for increments of a Gaussian process
 * their covariance along one axis follows from the mean squared displacement alone, and that of their squares is twice
 * its square (Isserlis; H. Qian, M. P. Sheetz, E. L. Elson, Biophys. J. 60 (1991) 910-921; X. Michalet, Phys. Rev. E 82
 * (2010) 041914, for Brownian motion). Jumps add a fourth cumulant that grows with the time two windows share.
 *
 * <p>A. R. McCluskey, S. W. Coles, B. J. Morgan, J. Chem. Theory Comput. 21 (2025) 79-87, take the same covariance for
 * windows that do not overlap; here the overlap is summed exactly.
 */
public final class DisplacementCovariance {

    /** Offsets of two windows up to which each is summed. */
    private static final int OFFSETS = 400_000;

    // mean squared displacement at each whole lag of frames
    private final double[] msd;
    private final double axes;
    private final double cumulant;

    /**
     * @param msd mean squared displacement at the lags 0, 1, 2 ... frames
     * @param axes how many axes take part
     * @param cumulant fourth cumulant of the displacements that each frame adds: for rare jumps the fourth power of
     *     their length times their number; 0 for a Gaussian process
     */
    public DisplacementCovariance(double[] msd, double axes, double cumulant) {
        this.msd = msd;
        this.axes = axes;
        this.cumulant = Math.max(0, cumulant);
    }

    /**
     * Covariance of the means at lags.
     *
     * @param frames places of each walk
     * @param walkers independent walks
     */
    public double[][] at(int[] lags, int frames, double walkers) {
        double[][] out = new double[lags.length][lags.length];
        for (int i = 0; i < lags.length; i++) {
            for (int j = i; j < lags.length; j++) {
                out[i][j] = pair(lags[i], lags[j], frames) / walkers;
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    /** Mean over all pairs of windows of the covariance of their squared displacements; n is the shorter. */
    private double pair(int n, int q, int frames) {
        long a = frames - n;
        long b = frames - q;
        int tail = 2 * n + 10;
        int step = Math.max(1, (n + q + 2 * tail) / OFFSETS);
        double sum = 0;
        for (int offset = -q - tail; offset <= n + tail; offset += step) {
            long pairs = Math.min(a, b - offset) - Math.max(0, -offset);
            if (pairs > 0) {
                double g = shared(n, q, offset);
                int common = Math.max(0, Math.min(n, offset + q) - Math.max(0, offset));
                sum += step * (double) pairs * (2 / axes * g * g + cumulant * common);
            }
        }
        return sum / ((double) a * b);
    }

    /** Covariance of two displacements, all axes: over [0, n] and over [offset, offset + q]. */
    private double shared(int n, int q, int offset) {
        return 0.5 * (at(n - offset) + at(offset + q) - at(offset) - at(n - offset - q));
    }

    private double at(int lag) {
        int l = Math.abs(lag);
        return l < msd.length ? msd[l] : msd[msd.length - 1] + (l - msd.length + 1) * (msd[msd.length - 1]
                - msd[msd.length - 2]);
    }
}
