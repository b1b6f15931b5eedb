package org.interphase.technique.battery.reader;

import java.util.HashMap;
import java.util.Map;

/**
 * Currents in files of BTS up to version 8 are integers, whose step depends on the range of the instrument. The table
 * is a fact from public descriptions of the format (NewareNDA, BSD-3-Clause); a range that is not in it has no scale.
 */
final class NewareRange {

    private static final Map<Integer, Double> MILLIAMPERE = new HashMap<>();

    static {
        put(10, -100000000);
        put(1e-2, -200000, -100000, -60000, -50000, -40000, -30000, -20000, -12000, -10000, -6000, -5000, -3000, -2000,
                -1000, 100, 200, 250, 500);
        put(1e-3, -500, -100, 10, 20, 50);
        put(1e-4, -50, -25, -20, -10, 1, 2, 5);
        put(1e-5, -5, -2, -1);
        put(1e-1, 1000, 6000, 10000, 12000, 20000, 30000, 40000, 50000, 60000, 100000, 200000);
        put(0, 0);
    }

    private NewareRange() {
    }

    private static void put(double step, int... ranges) {
        for (int r : ranges) {
            MILLIAMPERE.put(r, step);
        }
    }

    /** Step of the current in mA in a range; NaN for a range that is not known. */
    static double milliampere(int range) {
        return MILLIAMPERE.getOrDefault(range, Double.NaN);
    }
}
