package org.interphase.testkit.elements;

import java.util.HashMap;
import java.util.Map;

/**
 * Lines of some elements with usual relative intensities: energies in eV after J. A. Bearden, "X-ray wavelengths", Rev.
 * Mod. Phys. 39 (1967) 78, alpha 1 and 2 as one line at their mean; intensities relative to the first line are rounded
 * and unverified. Independent of the tables
 * of the technique.
 */
final class KnownLines {

    private static final Map<String, double[][]> LINES = new HashMap<>();

    static {
        line("C K", 277, 1);
        line("N K", 392.4, 1);
        line("O K", 524.9, 1);
        line("F K", 676.8, 1);
        line("Na K", 1040.98, 1);
        line("Mg K", 1253.6, 1);
        line("Al K", 1486.6, 1, 1557.4, 0.01);
        line("Si K", 1739.8, 1, 1835.9, 0.025);
        line("P K", 2013.4, 1, 2139.1, 0.045);
        line("S K", 2307.4, 1, 2464.0, 0.065);
        line("Cl K", 2621.9, 1, 2815.6, 0.09);
        line("K K", 3312.9, 1, 3589.6, 0.115);
        line("Ca K", 3690.5, 1, 4012.7, 0.128);
        line("Ti K", 4508.8, 1, 4931.8, 0.131);
        line("V K", 4949.7, 1, 5427.3, 0.132);
        line("Cr K", 5411.6, 1, 5946.7, 0.133);
        line("Mn K", 5895.1, 1, 6490.5, 0.134);
        line("Fe K", 6399.5, 1, 7058.0, 0.135);
        line("Co K", 6925.3, 1, 7649.4, 0.136);
        line("Ni K", 7472.4, 1, 8264.7, 0.136);
        line("Cu K", 8041.1, 1, 8905.3, 0.136);
        line("Zn K", 8631.2, 1, 9572.0, 0.138);
        line("Mo L", 2292.9, 1, 2394.8, 0.6, 2518.3, 0.06, 2015.7, 0.04, 2623.5, 0.03);
        line("Ba L", 4464.8, 1, 4827.5, 0.6, 5156.5, 0.2, 5531.1, 0.09, 3954.1, 0.04, 4926.9, 0.1);
        line("Pb M", 2345.2, 1, 2442.7, 0.65, 2653.0, 0.04, 1839.5, 0.04);
        line("Pb L", 10541.3, 1, 12613.7, 0.6, 12622.6, 0.2, 14764.4, 0.1, 9184.5, 0.05);
    }

    private KnownLines() {
    }

    private static void line(String family, double... energyAndIntensity) {
        int n = energyAndIntensity.length / 2;
        double[][] out = new double[2][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            out[0][i] = energyAndIntensity[2 * i];
            out[1][i] = energyAndIntensity[2 * i + 1];
            sum += out[1][i];
        }
        for (int i = 0; i < n; i++) {
            out[1][i] /= sum;
        }
        LINES.put(family, out);
    }

    /** Energies and shares of the lines of a family such as {@code Fe K}. */
    static double[][] of(String family) {
        double[][] out = LINES.get(family);
        if (out == null) {
            throw new IllegalArgumentException("no lines of " + family + " are known here");
        }
        return out;
    }
}
