package org.interphase.technique.dynamics.displacement;

/**
 * Places of walkers at equal steps of time, relative to where each began.
 *
 * @param interval time between two places in ps
 * @param axes how many coordinates each place has
 * @param places one array a walker: the coordinates of each place one behind the other, in angstroms
 */
public record Walks(double interval, int axes, float[][] places) {

    /** Number of walkers. */
    public int walkers() {
        return places.length;
    }

    /** Number of places of each. */
    public int frames() {
        return places[0].length / axes;
    }

    /**
     * The sum of all walkers over the root of their number, as one walk: its spread over time is that of the charge.
     */
    public Walks together() {
        int n = places[0].length;
        float[] sum = new float[n];
        double root = Math.sqrt(walkers());
        for (int k = 0; k < n; k++) {
            double s = 0;
            for (float[] walk : places) {
                s += walk[k];
            }
            sum[k] = (float) (s / root);
        }
        return new Walks(interval, axes, new float[][] {sum});
    }

    /** The mean displacement of all walkers over the whole run, along each axis. */
    public double[] meanDisplacement() {
        double[] out = new double[axes];
        int last = places[0].length - axes;
        for (float[] walk : places) {
            for (int a = 0; a < axes; a++) {
                out[a] += (walk[last + a] - walk[a]) / (double) walkers();
            }
        }
        return out;
    }

    /** The walks relative to the mean of all walkers at each place. */
    public Walks aboutTheirMean() {
        int n = places[0].length;
        float[][] out = new float[walkers()][n];
        for (int k = 0; k < n; k++) {
            double mean = 0;
            for (float[] walk : places) {
                mean += walk[k];
            }
            mean /= walkers();
            for (int i = 0; i < out.length; i++) {
                out[i][k] = (float) (places[i][k] - mean);
            }
        }
        return new Walks(interval, axes, out);
    }
}
