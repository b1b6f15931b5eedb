package org.interphase.testkit.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * A cycler that drives a {@link CellModel} and logs what a real one would, with the truth beside it: charge and energy
 * of each half cycle to the last digit, and the drop of the voltage when a current is turned on.
 */
public final class SyntheticCycler {

    private static final double HOUR = 3600;
    private static final int PARTS = 8;

    /**
     * How a record is written.
     *
     * @param interval time between rows, s
     * @param edges whether the first and the last moment of a step are logged
     * @param voltageNoise standard deviation of the voltage, V
     * @param currentNoise standard deviation of the current as part of it
     * @param missing share of the rows that are lost at random, never the first of a step
     * @param drift drift of the reference, V per second
     * @param counters whether charge counters are written
     * @param seed of the noise
     */
    public record Logging(double interval, boolean edges, double voltageNoise, double currentNoise, double missing,
            double drift, boolean counters, long seed) {

        /** Rows every so many seconds, edges logged, no noise, with counters. */
        public static Logging every(double interval) {
            return new Logging(interval, true, 0, 0, 0, 0, true, 1);
        }

        /** The same with noise. */
        public Logging noisy(double volts, double currentPart, long seed) {
            return new Logging(interval, edges, volts, currentPart, missing, drift, counters, seed);
        }

        /** The same with rows lost. */
        public Logging losing(double share) {
            return new Logging(interval, edges, voltageNoise, currentNoise, share, drift, counters, seed);
        }

        /** The same without rows at the edges of steps. */
        public Logging withoutEdges() {
            return new Logging(interval, false, voltageNoise, currentNoise, missing, drift, counters, seed);
        }

        /** The same with a reference that drifts. */
        public Logging drifting(double voltsPerSecond) {
            return new Logging(interval, edges, voltageNoise, currentNoise, missing, voltsPerSecond, counters, seed);
        }

        /** The same without counters. */
        public Logging withoutCounters() {
            return new Logging(interval, edges, voltageNoise, currentNoise, missing, drift, false, seed);
        }
    }

    /**
     * What is true of a half cycle.
     *
     * @param direction 1 charge, -1 discharge
     * @param charge A.h, positive
     * @param energy W.h, positive
     * @param current current at its beginning, A
     * @param ohmic drop at once with the charge transfer, V, positive
     * @param afterSecond drop after one second, V, positive
     * @param afterTen drop after ten seconds, V, positive
     */
    public record Half(int direction, double charge, double energy, double current, double ohmic, double afterSecond,
            double afterTen) {
    }

    private final CellModel cell;
    private final Logging logging;
    private final Random random;
    private final List<Half> truth = new ArrayList<>();
    private double[][] rows = new double[8][1024];
    private int n;
    private double t;
    private int step;
    private int cycle = 1;
    private double charged;
    private double discharged;
    private double halfCharge;
    private double halfEnergy;
    private Half begun;
    private double denseFor;
    private double denseEvery = 1;

    /** Drives a cell. */
    public SyntheticCycler(CellModel cell, Logging logging) {
        this.cell = cell;
        this.logging = logging;
        random = new Random(logging.seed);
    }

    /** From now on each step begins with rows at another interval, as cyclers log what follows a switching. */
    public SyntheticCycler denseAtFirst(double seconds, double interval) {
        denseFor = seconds;
        denseEvery = interval;
        return this;
    }

    /** The cell. */
    public CellModel cell() {
        return cell;
    }

    private void log(double current) {
        if (n == rows[0].length) {
            for (int k = 0; k < rows.length; k++) {
                rows[k] = Arrays.copyOf(rows[k], 2 * n);
            }
        }
        rows[0][n] = t;
        rows[1][n] = cell.voltage(current) + logging.voltageNoise * random.nextGaussian() + logging.drift * t;
        rows[2][n] = current * (1 + logging.currentNoise * random.nextGaussian());
        rows[3][n] = step;
        rows[4][n] = cycle;
        rows[5][n] = charged;
        rows[6][n] = discharged;
        rows[7][n++] = random.nextDouble();
    }

    /** Passes a constant current for a time, its charge and energy counted. */
    private void pass(double current, double dt) {
        double sum = 0;
        double v = cell.voltage(current);
        int parts = current == 0 ? 1 : PARTS;
        for (int k = 0; k < parts; k++) {
            cell.pass(current, dt / parts);
            double after = cell.voltage(current);
            sum += (v + after) / 2 / parts;
            v = after;
        }
        double q = Math.abs(current) * dt / HOUR;
        halfCharge += q;
        halfEnergy += q * sum;
        charged += current > 0 ? q : 0;
        discharged += current < 0 ? q : 0;
        t += dt;
    }

    /** Rests for a time. */
    public SyntheticCycler rest(double seconds) {
        step++;
        run(0, seconds, Double.NaN, logging.interval);
        return this;
    }

    /** Rests for a time with rows at another interval. */
    public SyntheticCycler rest(double seconds, double interval) {
        step++;
        run(0, seconds, Double.NaN, interval);
        return this;
    }

    /** A pulse of constant current. */
    public SyntheticCycler pulse(double current, double seconds, double interval) {
        step++;
        begin(current);
        run(current, seconds, Double.NaN, interval);
        return this;
    }

    /** Constant current until a voltage is reached. */
    public SyntheticCycler constant(double current, double limit) {
        step++;
        begin(current);
        run(current, Double.POSITIVE_INFINITY, limit, logging.interval);
        return this;
    }

    private void begin(double current) {
        if (begun == null) {
            double i = Math.abs(current);
            begun = new Half((int) Math.signum(current), 0, 0, current, i * cell.ohmic(),
                    Math.abs(cell.voltageAfter(current, 1) - cell.voltage(0)),
                    Math.abs(cell.voltageAfter(current, 10) - cell.voltage(0)));
            halfCharge = 0;
            halfEnergy = 0;
        }
    }

    private void run(double current, double seconds, double limit, double interval) {
        double left = seconds;
        double since = t;
        // a moment later the current is at its level
        pass(current, 1e-3);
        left -= 1e-3;
        if (logging.edges) {
            log(current);
        }
        while (left > 1e-9) {
            boolean early = t - since < denseFor - 1e-9;
            double dt = Math.min(early ? denseEvery : interval, left);
            boolean ends = Math.signum(current) * (cell.voltageAfter(current, dt) - limit) >= 0;
            if (ends) {
                double low = 0;
                for (int k = 0; k < 60; k++) {
                    double mid = (low + dt) / 2;
                    if (Math.signum(current) * (cell.voltageAfter(current, mid) - limit) >= 0) {
                        dt = mid;
                    } else {
                        low = mid;
                    }
                }
            }
            pass(current, dt);
            left -= dt;
            boolean last = ends || left <= 1e-9;
            if (!last || logging.edges) {
                log(current);
            }
            if (ends) {
                return;
            }
        }
    }

    /** Holds a voltage until the current has fallen to a magnitude. */
    public SyntheticCycler held(double voltage, double until) {
        step++;
        int parts = 64;
        double h = logging.interval / parts;
        int part = 0;
        double current = 0;
        for (int guard = 0; guard < 10_000_000; guard++) {
            // the current that ends the part at the voltage, by secants; the voltage is nearly linear in it
            double a = 0;
            double fa = cell.voltageAfter(a, h) - voltage;
            double b = -fa / cell.resistance(h);
            for (int k = 0; k < 8; k++) {
                double fb = cell.voltageAfter(b, h) - voltage;
                double next = b - fb * (b - a) / (fb - fa);
                a = b;
                fa = fb;
                b = next;
                if (Math.abs(b - a) < 1e-14 * Math.abs(b) || fb == fa) {
                    break;
                }
            }
            current = b;
            pass(current, h);
            boolean done = Math.abs(current) <= until;
            if (++part % parts == 0 || done && logging.edges) {
                log(current);
            }
            if (done) {
                return this;
            }
        }
        throw new IllegalStateException("the current does not fall to " + until);
    }

    /** Ends a half cycle: its charge and energy are true from now on. */
    public SyntheticCycler endHalf() {
        truth.add(new Half(begun.direction, halfCharge, halfEnergy, begun.current, begun.ohmic, begun.afterSecond,
                begun.afterTen));
        begun = null;
        return this;
    }

    /** The next rows bear the next number of a cycle. */
    public SyntheticCycler nextCycle() {
        cycle++;
        return this;
    }

    /** What is true of the half cycles, in their order. */
    public List<Half> truth() {
        return List.copyOf(truth);
    }

    /** Number of rows logged. */
    public int rows() {
        return n;
    }

    /** The record as a reader would give it. */
    public Table table() {
        boolean[] kept = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            kept[i] = i == 0 || rows[3][i] != rows[3][i - 1] || rows[7][i] >= logging.missing;
            count += kept[i] ? 1 : 0;
        }
        String[] names = {"time", "voltage", "current", "step", "cycle", "charge capacity", "discharge capacity"};
        String[] units = {"s", "V", "A", "1", "1", "A.h", "A.h"};
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < (logging.counters ? 7 : 5); k++) {
            double[] values = new double[count];
            int at = 0;
            for (int i = 0; i < n; i++) {
                if (kept[i]) {
                    values[at++] = rows[k][i];
                }
            }
            columns.add(Column.of(names[k], units[k], values));
        }
        return new Table(DatasetHeader.of("synthetic cell", "cycling", Metadata.EMPTY), columns);
    }
}
