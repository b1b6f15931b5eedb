package org.interphase.technique.dynamics.displacement;

import org.interphase.api.Progress;

/**
 * Mean squared displacements over lags, averaged over all origins of time (windows overlap) and over walkers.
 *
 * @param lags lags in frames, ascending
 * @param mean mean squared displacement at each lag
 * @param spread variance of a single squared displacement at each lag
 * @param ofWalker mean over the origins for each lag and walker
 * @param ofAxis mean for each axis alone at each lag
 */
public record SquaredDisplacements(int[] lags, double[] mean, double[] spread, double[][] ofWalker,
        double[][] ofAxis) {

    /** Lags grow by this factor where they don't grow by one. */
    private static final double RATIO = 1.25;
    /** Longest lag as a share of the run. */
    private static final int PART = 2;
    /** How many times longer than the longest lag all walks along all axes together must be. */
    private static final int INDEPENDENT = 30;
    /** Origins a lag of many frames needs within its own length; more say nothing new. */
    private static final int ORIGINS = 32;
    /** Squared displacements up to which every origin is taken. */
    private static final double WORK = 3e8;

    /**
     * Lags for a run: 1, 2, 3 ... then growing by a quarter, up to half of it and as far as there are 30 independent
     * displacements along an axis.
     */
    public static int[] lags(int frames, int walkers, int axes) {
        double most = Math.min((frames - 1) / (double) PART, (double) walkers * axes * (frames - 1) / INDEPENDENT);
        int[] out = new int[200];
        int n = 0;
        for (double lag = 1; lag <= most; lag = Math.max(lag + 1, lag * RATIO)) {
            out[n++] = (int) Math.round(lag);
        }
        return java.util.Arrays.copyOf(out, n);
    }

    /** Squared displacements of walks at lags. */
    public static SquaredDisplacements of(Walks walks, int[] lags, Progress progress) {
        int k = lags.length;
        double[] mean = new double[k];
        double[] spread = new double[k];
        double[][] ofWalker = new double[k][walks.walkers()];
        double[][] ofAxis = new double[k][walks.axes()];
        boolean all = (double) k * walks.walkers() * walks.frames() * walks.axes() < WORK;
        for (int i = 0; i < k; i++) {
            progress.report((double) i / k, "squared displacements");
            int stride = all ? 1 : Math.max(1, lags[i] / ORIGINS);
            double squares = 0;
            long count = 0;
            for (int w = 0; w < walks.walkers(); w++) {
                progress.checkCancelled();
                float[] x = walks.places()[w];
                int axes = walks.axes();
                int jump = lags[i] * axes;
                double sum = 0;
                int origins = 0;
                for (int at = 0; at + jump < x.length; at += stride * axes) {
                    double square = 0;
                    for (int a = 0; a < axes; a++) {
                        double d = (double) x[at + jump + a] - x[at + a];
                        square += d * d;
                        ofAxis[i][a] += d * d;
                    }
                    sum += square;
                    squares += square * square;
                    origins++;
                }
                ofWalker[i][w] = sum / origins;
                mean[i] += sum;
                count += origins;
            }
            mean[i] /= count;
            spread[i] = Math.max(0, squares / count - mean[i] * mean[i]);
            for (int a = 0; a < walks.axes(); a++) {
                ofAxis[i][a] /= count;
            }
        }
        return new SquaredDisplacements(lags, mean, spread, ofWalker, ofAxis);
    }

    /**
     * How many axes take part, weighted by how far they spread: (sum of M)^2 / sum of M^2 over the axes at a lag; 3
     * where all spread alike, 1 where a single one does.
     */
    public double activeAxes(int index) {
        double sum = 0;
        double squares = 0;
        for (double m : ofAxis[index]) {
            sum += m;
            squares += m * m;
        }
        return squares > 0 ? sum * sum / squares : ofAxis[index].length;
    }
}
