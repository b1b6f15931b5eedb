package org.interphase.testkit.battery;

/**
 * What a potentiostat does: the potential runs from a start to a first vertex, to a second, and so on for some cycles.
 *
 * @param start potential at the beginning, V
 * @param first first vertex, V
 * @param second second vertex, V
 * @param cycles times to the first vertex and on to the second
 * @param rate scan rate, V/s
 * @param increment potential between two rows, V
 */
public record SweepProgram(double start, double first, double second, int cycles, double rate, double increment) {

    /** Potential of every row. */
    public double[] potential() {
        double[] turns = new double[2 * cycles + 1];
        turns[0] = start;
        for (int c = 0; c < cycles; c++) {
            turns[2 * c + 1] = first;
            turns[2 * c + 2] = second;
        }
        int rows = 1;
        for (int k = 1; k < turns.length; k++) {
            rows += steps(turns[k - 1], turns[k]);
        }
        double[] out = new double[rows];
        out[0] = start;
        int at = 1;
        for (int k = 1; k < turns.length; k++) {
            int n = steps(turns[k - 1], turns[k]);
            for (int i = 1; i <= n; i++) {
                out[at++] = turns[k - 1] + (turns[k] - turns[k - 1]) * i / n;
            }
        }
        return out;
    }

    /** Time of every row, s. */
    public double[] time() {
        double[] e = potential();
        double[] out = new double[e.length];
        for (int k = 1; k < out.length; k++) {
            out[k] = out[k - 1] + Math.abs(e[k] - e[k - 1]) / rate;
        }
        return out;
    }

    private int steps(double from, double to) {
        return (int) Math.max(1, Math.round(Math.abs(to - from) / increment));
    }

    /** The same at another rate. */
    public SweepProgram at(double other) {
        return new SweepProgram(start, first, second, cycles, other, increment);
    }
}
