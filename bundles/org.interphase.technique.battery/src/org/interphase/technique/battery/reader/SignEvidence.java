package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Which way a recorded current counts, from what stands beside it: words that say charging or discharging, counters of
 * charge that rise, and the voltage, which a charging current pushes up and a discharging one down, at once as the
 * resistance of a cell is positive, and over a whole charge as its voltage rises with the charge it holds.
 */
final class SignEvidence {

    /** What evidence says of the sign. */
    enum Finding { CHARGE_POSITIVE, DISCHARGE_POSITIVE, UNSIGNED, NO_CURRENT, OPEN }

    private static final double CLEAR = 0.95;
    /** Part of the largest current below which none is said to flow. */
    static final double SOME = 1e-3;
    private static final double LEAST_STEP = 1e-3;
    private static final double NOISES = 5;
    private static final int MOST_STEPS = 2000;
    private static final int LEAST_WAYS = 2;

    private SignEvidence() {
    }

    /** The largest magnitude of a current. */
    static double largest(int rows, IntToDoubleFunction current) {
        double out = 0;
        for (int i = 0; i < rows; i++) {
            double v = Math.abs(current.applyAsDouble(i));
            out = v > out ? v : out;
        }
        return out;
    }

    /** From words: 1 charging, -1 discharging. */
    static Finding byState(int rows, IntToDoubleFunction current, IntToDoubleFunction state) {
        double least = SOME * largest(rows, current);
        int[][] n = new int[2][2];
        for (int i = 0; i < rows; i++) {
            double s = state.applyAsDouble(i);
            double c = current.applyAsDouble(i);
            if (Math.abs(c) > least && (s == 1 || s == -1)) {
                n[s > 0 ? 0 : 1][c > 0 ? 0 : 1]++;
            }
        }
        return finding(n);
    }

    /** From counters: the one that rises while a current flows. */
    static Finding byCounters(int rows, IntToDoubleFunction current, IntToDoubleFunction charge,
            IntToDoubleFunction discharge) {
        double least = SOME * largest(rows, current);
        int[][] n = new int[2][2];
        for (int i = 1; i < rows; i++) {
            double c = current.applyAsDouble(i);
            double up = charge.applyAsDouble(i) - charge.applyAsDouble(i - 1);
            double down = Math.abs(discharge.applyAsDouble(i)) - Math.abs(discharge.applyAsDouble(i - 1));
            if (Math.abs(c) > least && (up > 0) != (down > 0)) {
                n[up > 0 ? 0 : 1][c > 0 ? 0 : 1]++;
            }
        }
        return finding(n);
    }

    /** From rows by direction (charging, discharging) and sign (positive, negative). */
    private static Finding finding(int[][] n) {
        int charging = n[0][0] + n[0][1];
        int discharging = n[1][0] + n[1][1];
        if (charging + discharging == 0) {
            return Finding.OPEN;
        }
        double chargingUp = charging == 0 ? Double.NaN : n[0][0] / (double) charging;
        double dischargingUp = discharging == 0 ? Double.NaN : n[1][0] / (double) discharging;
        boolean up = !(chargingUp < CLEAR);
        boolean down = !(dischargingUp > 1 - CLEAR);
        if (up && down) {
            return Finding.CHARGE_POSITIVE;
        }
        if (!(chargingUp > 1 - CLEAR) && !(dischargingUp < CLEAR)) {
            // without a charging row a positive discharging current may just as well have no sign
            return charging == 0 ? Finding.UNSIGNED : Finding.DISCHARGE_POSITIVE;
        }
        boolean unsigned = !(chargingUp < CLEAR) && !(dischargingUp < CLEAR);
        return unsigned ? Finding.UNSIGNED : Finding.OPEN;
    }

    /** From the voltage where the current steps by most of its range from one row to the next. */
    static Finding byVoltage(int rows, IntToDoubleFunction current, IntToDoubleFunction voltage) {
        double most = largest(rows, current);
        if (most == 0) {
            return Finding.NO_CURRENT;
        }
        double noise = noise(rows, current, most, voltage);
        int along = 0;
        int against = 0;
        for (int i = 1; i < rows && along + against < MOST_STEPS; i++) {
            double dc = current.applyAsDouble(i) - current.applyAsDouble(i - 1);
            double dv = voltage.applyAsDouble(i) - voltage.applyAsDouble(i - 1);
            if (Math.abs(dc) > most / 4 && Math.abs(dv) >= Math.max(LEAST_STEP, NOISES * noise)) {
                along += dc > 0 == dv > 0 ? 1 : 0;
                against += dc > 0 == dv > 0 ? 0 : 1;
            }
        }
        int all = along + against;
        if (all == 0) {
            return Finding.OPEN;
        }
        return along >= CLEAR * all ? Finding.CHARGE_POSITIVE : against >= CLEAR * all ? Finding.DISCHARGE_POSITIVE
                : Finding.OPEN;
    }

    /**
     * From where the voltage goes while the current keeps its sign: up in every long charge, as a cell that took charge
     * at a falling voltage would not be stable. Only ways of half the range of the voltage count, and each direction at
     * least twice.
     */
    static Finding byTrend(int rows, IntToDoubleFunction current, IntToDoubleFunction voltage) {
        double least = SOME * largest(rows, current);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            double v = voltage.applyAsDouble(i);
            low = v < low ? v : low;
            high = v > high ? v : high;
        }
        int[][] n = new int[2][2];
        int sign = 0;
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i <= rows; i++) {
            double c = i < rows ? current.applyAsDouble(i) : 0;
            int now = Math.abs(c) > least ? c > 0 ? 1 : -1 : 0;
            double v = i < rows ? voltage.applyAsDouble(i) : Double.NaN;
            if (now != sign) {
                if (sign != 0 && Math.abs(last - first) >= (high - low) / 2) {
                    n[last > first ? 0 : 1][sign > 0 ? 0 : 1]++;
                }
                sign = now;
                first = v;
            }
            first = Double.isNaN(first) ? v : first;
            last = Double.isNaN(v) ? last : v;
        }
        return Math.min(n[0][0] + n[0][1], n[1][0] + n[1][1]) < LEAST_WAYS ? Finding.OPEN : finding(n);
    }

    /** The usual difference of neighbouring voltages where the current stays. */
    private static double noise(int rows, IntToDoubleFunction current, double most, IntToDoubleFunction voltage) {
        List<Double> out = new ArrayList<>();
        int stride = Math.max(1, rows / 2000);
        for (int i = 1; i < rows; i += stride) {
            double d = Math.abs(voltage.applyAsDouble(i) - voltage.applyAsDouble(i - 1));
            double dc = Math.abs(current.applyAsDouble(i) - current.applyAsDouble(i - 1));
            if (!Double.isNaN(d) && dc < most / 10) {
                out.add(d);
            }
        }
        double[] sorted = out.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
