package org.interphase.technique.battery.reader;

import java.util.function.IntToDoubleFunction;

/**
 * The direction of a current without sign, row by row, from counters of charge and discharge: 1 while the charge rises,
 * -1 while the discharge does. A row in which neither rises (the first of a step, a counter of few digits) goes the way
 * of the next rise, else of the one before, within the rows through which the current flows without a break.
 *
 * @param way 1 or -1 by row; 0 where no counter ever rises
 * @param guessed rows with a current in whose whole run no counter rises: they go the way of the run before
 */
record CountedDirections(byte[] way, int guessed) {

    /**
     * @param least current below which none flows
     * @param step number of the step by row, at whose change the direction may change too; null where there is none
     */
    static CountedDirections of(int rows, IntToDoubleFunction current, double least, IntToDoubleFunction charge,
            IntToDoubleFunction discharge, IntToDoubleFunction step) {
        byte[] out = new byte[rows];
        boolean[] begins = new boolean[rows];
        boolean[] flows = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            flows[i] = Math.abs(current.applyAsDouble(i)) > least;
            begins[i] = i == 0 || !flows[i - 1] || step != null && step.applyAsDouble(i) != step.applyAsDouble(i - 1);
            if (i > 0 && flows[i]) {
                boolean up = charge.applyAsDouble(i) > charge.applyAsDouble(i - 1);
                boolean down = Math.abs(discharge.applyAsDouble(i)) > Math.abs(discharge.applyAsDouble(i - 1));
                out[i] = (byte) (up == down ? 0 : up ? 1 : -1);
            }
        }
        for (int i = rows - 2; i >= 0; i--) {
            out[i] = flows[i] && flows[i + 1] && out[i] == 0 && !begins[i + 1] ? out[i + 1] : out[i];
        }
        for (int i = 1; i < rows; i++) {
            out[i] = flows[i] && out[i] == 0 && !begins[i] ? out[i - 1] : out[i];
        }
        int guessed = 0;
        byte last = 0;
        for (int i = 0; i < rows; i++) {
            guessed += flows[i] && out[i] == 0 ? 1 : 0;
            last = out[i] != 0 ? out[i] : last;
            out[i] = last;
        }
        for (int i = rows - 1; i >= 0; i--) {
            last = out[i] != 0 ? out[i] : last;
            out[i] = last;
        }
        return new CountedDirections(out, guessed);
    }
}
