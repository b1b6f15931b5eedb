package org.interphase.testkit.example;

import java.util.List;

/**
 * A simulated photoelectron region: lines over a Shirley step (Shirley, Phys. Rev. B 5 (1972) 4709: the background
 * rises in proportion to the line area at lower binding energy) and a constant, counted with Poisson statistics.
 *
 * @param species element, for example "F"
 * @param transition orbital, for example "1s"
 * @param from lowest binding energy in eV
 * @param to highest binding energy in eV
 * @param step energy step in eV
 * @param floor counts per channel at the low binding energy end
 * @param rise background rise per line area
 * @param peaks lines, areas in counts eV
 */
record XpsRegion(String species, String transition, double from, double to, double step, double floor, double rise,
        List<Peak> peaks) {

    /** Number of channels. */
    int channels() {
        return (int) Math.round((to - from) / step) + 1;
    }

    /** Binding energies, ascending. */
    double[] energies() {
        double[] x = new double[channels()];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + i * step;
        }
        return x;
    }

    /** Expected counts per channel. */
    double[] expected() {
        double[] x = energies();
        double[] y = Peak.sum(peaks, x);
        double below = 0;
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double slice = y[i] * step;
            out[i] = floor + rise * (below + slice / 2) + y[i];
            below += slice;
        }
        return out;
    }

    /** Counts per channel. */
    double[] counts(SeededNoise noise) {
        double[] out = expected();
        for (int i = 0; i < out.length; i++) {
            out[i] = noise.poisson(out[i]);
        }
        return out;
    }
}
