package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.signal.Robust;

/**
 * The sweeps of a voltammogram, found from time and potential alone: vertices are the extremes between which the
 * potential turns by more than noise and staircase explain; what is held at a vertex or rests before the first sweep
 * belongs to none. A cycle begins with every sweep in the direction of the first. Rows that lack time, potential or
 * current are left out and counted.
 */
public final class PotentialSweeps {

    /** A turn counts from this part of the whole range on. */
    private static final double TURN = 0.01;
    /** The same in standard deviations of the potential's noise. */
    private static final double NOISY = 8;
    /** A dwell at a vertex is a hold where it lasts so many times longer than the sweep needs for the way. */
    private static final double HOLD = 5;
    private static final double WHOLE = 0.9;
    /** Rates that differ by less than this part are one. */
    private static final double SAME_RATE = 0.05;
    /** A stated rate may differ by this part before it is said. */
    private static final double STATED = 0.02;
    private static final int FEWEST_ROWS = 5;
    /** A row at a vertex is of the next sweep where its current lies so many times nearer to that. */
    private static final double TURNED = 2;
    private static final List<String> STATED_RATE = List.of("scan rate", "dE/dt", "SCANRATE");

    private final double[] time;
    private final double[] potential;
    private final double[] current;
    private final int[] row;
    private final List<PotentialSweep> sweeps;
    private final List<Remark> remarks;

    private PotentialSweeps(double[] time, double[] potential, double[] current, int[] row,
            List<PotentialSweep> sweeps, List<Remark> remarks) {
        this.time = time;
        this.potential = potential;
        this.current = current;
        this.row = row;
        this.sweeps = List.copyOf(sweeps);
        this.remarks = List.copyOf(remarks);
    }

    /**
     * The sweeps of a record.
     *
     * @throws AnalysisException if there is no current, or the potential does not run
     */
    public static PotentialSweeps of(CellRecord record) throws AnalysisException {
        Channel t = record.time();
        Channel e = record.voltage();
        Channel i = record.current().orElseThrow(() -> new AnalysisException("the record '" + record.table().name()
                + "' has no current; a voltammogram needs time, potential and current"));
        int n = record.rows();
        int[] row = new int[n];
        int kept = 0;
        int firstDropped = -1;
        int withoutCurrent = 0;
        for (int k = 0; k < n; k++) {
            if (Double.isFinite(t.get(k)) && Double.isFinite(e.get(k)) && Double.isFinite(i.get(k))) {
                row[kept++] = k;
            } else {
                firstDropped = firstDropped < 0 ? k : firstDropped;
                withoutCurrent += Double.isFinite(i.get(k)) ? 0 : 1;
            }
        }
        row = Arrays.copyOf(row, kept);
        double[] time = pick(t, row);
        double[] potential = pick(e, row);
        double[] current = pick(i, row);
        List<Remark> remarks = new ArrayList<>();
        if (kept < n) {
            remarks.add(Remark.warning((n - kept) + " of " + n + " rows of '" + record.table().name()
                    + "' lack a number (" + withoutCurrent + " of them the current; the first is row "
                    + (firstDropped + 1) + "); they are left out.").coded("rows-left-out"));
        }
        if (kept < FEWEST_ROWS) {
            throw new AnalysisException("only " + kept + " rows of '" + record.table().name() + "' have time, potential"
                    + " and current; there is no sweep");
        }
        List<PotentialSweep> sweeps = withoutTurned(find(time, potential), current);
        if (sweeps.isEmpty()) {
            throw new AnalysisException("the potential of '" + record.table().name() + "' does not run from one value "
                    + "to another; this is no voltammogram");
        }
        PotentialSweeps out = new PotentialSweeps(time, potential, current, row, sweeps, remarks);
        out.checkRate(record.metadata(), remarks);
        out.checkCycles(record, remarks);
        return new PotentialSweeps(time, potential, current, row, sweeps, remarks);
    }

    private static double[] pick(Channel c, int[] rows) {
        double[] out = new double[rows.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = c.get(rows[k]);
        }
        return out;
    }

    /**
     * Sweeps of a potential over time.
     *
     * @param t time, s, as long as e
     * @param e potential, V
     */
    static List<PotentialSweep> find(double[] t, double[] e) {
        double low = Arrays.stream(e).min().orElse(0);
        double high = Arrays.stream(e).max().orElse(0);
        double noise = e.length < 3 ? 0 : Robust.noise(e);
        double increment = increment(e, 0, e.length);
        double turn = Math.max(TURN * (high - low), Math.max(NOISY * noise, 1.5 * increment));
        if (!(high - low > turn)) {
            return List.of();
        }
        List<int[]> runs = runs(e, turn);
        List<PotentialSweep> out = new ArrayList<>();
        for (int[] run : runs) {
            int[] moving = withoutHolds(t, e, run[0], run[1], Math.max(3 * noise, 1e-9 * (high - low)));
            if (moving[1] - moving[0] + 1 < FEWEST_ROWS || t[moving[1]] <= t[moving[0]]) {
                continue;
            }
            double[] rate = rate(t, e, moving[0], moving[1] + 1);
            int direction = e[run[1]] > e[run[0]] ? 1 : -1;
            out.add(new PotentialSweep(out.size() + 1, 0, moving[0], moving[1] + 1, direction, e[moving[0]],
                    e[moving[1]], Math.abs(rate[0]), rate[1], increment(e, moving[0], moving[1] + 1), false));
        }
        return numbered(out);
    }

    /**
     * Sweeps without a last row whose current is already that of the next one: neighbours share the row at the vertex,
     * and some instruments measure it before the turn, others behind it, where the current that charges the double
     * layer has turned too.
     */
    private static List<PotentialSweep> withoutTurned(List<PotentialSweep> found, double[] current) {
        List<PotentialSweep> out = new ArrayList<>(found);
        for (int k = 0; k + 1 < found.size(); k++) {
            PotentialSweep s = found.get(k);
            int vertex = s.to() - 1;
            if (found.get(k + 1).from() == vertex && s.size() > FEWEST_ROWS && Math.abs(current[vertex]
                    - current[vertex - 1]) > TURNED * Math.abs(current[vertex + 1] - current[vertex])) {
                out.set(k, new PotentialSweep(s.number(), s.cycle(), s.from(), vertex, s.direction(), s.start(),
                        s.end(), s.rate(), s.rateUncertainty(), s.increment(), s.whole()));
            }
        }
        return out;
    }

    /** Runs between turning points as pairs of first and last row; neighbouring runs share the vertex. */
    private static List<int[]> runs(double[] e, double turn) {
        List<Integer> vertices = new ArrayList<>();
        int low = 0;
        int high = 0;
        int direction = 0;
        int last = 0;
        for (int k = 1; k < e.length; k++) {
            low = e[k] < e[low] ? k : low;
            high = e[k] > e[high] ? k : high;
            if (direction >= 0 && e[k] < e[high] - turn) {
                if (direction > 0 || high > 0 && e[high] - e[last] > turn) {
                    vertices.add(high);
                    last = high;
                }
                direction = -1;
                low = k;
                high = k;
            } else if (direction <= 0 && e[k] > e[low] + turn) {
                if (direction < 0 || low > 0 && e[last] - e[low] > turn) {
                    vertices.add(low);
                    last = low;
                }
                direction = 1;
                low = k;
                high = k;
            }
        }
        int first = 0;
        List<int[]> out = new ArrayList<>();
        int from = first;
        for (int v : vertices) {
            out.add(new int[] {from, v});
            from = v;
        }
        int end = direction > 0 ? high : low;
        for (int k = from; k < e.length && direction != 0; k++) {
            end = direction > 0 ? e[k] > e[end] ? k : end : e[k] < e[end] ? k : end;
        }
        if (direction != 0 && end > from) {
            out.add(new int[] {from, end});
        }
        return out;
    }

    /** First and last row of what moves between two vertices: dwells at either end are taken off. */
    private static int[] withoutHolds(double[] t, double[] e, int from, int to, double tolerance) {
        double direction = Math.signum(e[to] - e[from]);
        double span = Math.abs(e[to] - e[from]);
        double middle = middleRate(t, e, from, to);
        double near = Math.max(tolerance, 0.01 * span);
        int first = from;
        for (int k = from; k <= to && direction * (e[k] - e[from]) < 0.05 * span; k++) {
            first = direction * (e[k] - e[from]) <= Math.max(tolerance, 1e-4 * span) ? k : first;
        }
        int last = to;
        for (int k = to; k >= from && direction * (e[to] - e[k]) < 0.05 * span; k--) {
            last = direction * (e[to] - e[k]) <= Math.max(tolerance, 1e-4 * span) ? k : last;
        }
        double way = middle > 0 ? near / middle : Double.POSITIVE_INFINITY;
        return new int[] {t[first] - t[from] > HOLD * way ? first : from, t[to] - t[last] > HOLD * way ? last : to};
    }

    /** Median of the rates over twenty equal parts of the potential. */
    private static double middleRate(double[] t, double[] e, int from, int to) {
        double direction = Math.signum(e[to] - e[from]);
        double part = Math.abs(e[to] - e[from]) / 20;
        List<Double> rates = new ArrayList<>();
        int start = from;
        for (int k = from; k <= to; k++) {
            if (direction * (e[k] - e[start]) >= part) {
                if (t[k] > t[start]) {
                    rates.add(Math.abs(e[k] - e[start]) / (t[k] - t[start]));
                }
                start = k;
            }
        }
        double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Slope of the potential over time in the middle nine tenths, and its standard uncertainty. */
    private static double[] rate(double[] t, double[] e, int from, int to) {
        int cut = (to - from) / 20;
        int a = from + cut;
        int b = to - cut;
        double[] whole = slope(t, e, a, b);
        int middle = (a + b) / 2;
        if (middle - a < 3 || b - middle < 3) {
            return whole;
        }
        // an uneven run: the slopes of the halves are two draws of what the rate may be
        double uneven = (slope(t, e, a, middle)[0] - slope(t, e, middle, b)[0]) / (2 * Math.sqrt(3));
        return new double[] {whole[0], Math.hypot(whole[1], uneven)};
    }

    private static double[] slope(double[] t, double[] e, int from, int to) {
        int n = to - from;
        double mt = 0;
        double me = 0;
        for (int k = from; k < to; k++) {
            mt += t[k] / n;
            me += e[k] / n;
        }
        double tt = 0;
        double te = 0;
        for (int k = from; k < to; k++) {
            tt += (t[k] - mt) * (t[k] - mt);
            te += (t[k] - mt) * (e[k] - me);
        }
        double slope = tt > 0 ? te / tt : 0;
        double chi = 0;
        for (int k = from; k < to; k++) {
            double r = e[k] - me - slope * (t[k] - mt);
            chi += r * r;
        }
        return new double[] {slope, tt > 0 && n > 2 ? Math.sqrt(chi / (n - 2) / tt) : 0};
    }

    /** Typical difference of neighbouring rows that differ: the sampling of a ramp, the step of a staircase. */
    static double increment(double[] e, int from, int to) {
        double[] d = new double[Math.max(0, to - from - 1)];
        double most = 0;
        for (int k = 0; k < d.length; k++) {
            d[k] = Math.abs(e[from + k + 1] - e[from + k]);
            most = Math.max(most, d[k]);
        }
        double[] sorted = d.clone();
        Arrays.sort(sorted);
        double large = sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
        double[] steps = Arrays.stream(sorted).filter(v -> v > 0.5 * large).toArray();
        return steps.length == 0 ? most : steps[steps.length / 2];
    }

    private static List<PotentialSweep> numbered(List<PotentialSweep> found) {
        double[] widest = new double[2];
        for (PotentialSweep s : found) {
            int k = s.rises() ? 1 : 0;
            widest[k] = Math.max(widest[k], s.span());
        }
        List<PotentialSweep> out = new ArrayList<>();
        int cycle = 0;
        for (PotentialSweep s : found) {
            cycle += cycle == 0 || s.direction() == found.get(0).direction() ? 1 : 0;
            out.add(new PotentialSweep(s.number(), cycle, s.from(), s.to(), s.direction(), s.start(), s.end(), s.rate(),
                    s.rateUncertainty(), s.increment(), s.span() >= WHOLE * Math.max(widest[0], widest[1])));
        }
        return out;
    }

    private void checkRate(Metadata metadata, List<Remark> out) {
        OptionalDouble stated = OptionalDouble.empty();
        for (String key : STATED_RATE) {
            stated = stated.isPresent() ? stated : metadata.number(key, "V/s");
        }
        List<Double> rates = rates();
        if (stated.isPresent() && rates.size() == 1) {
            double own = rates.get(0);
            double u = sweeps.stream().mapToDouble(PotentialSweep::rateUncertainty).max().orElse(0);
            if (Math.abs(own - stated.getAsDouble()) > Math.max(STATED * stated.getAsDouble(), 3 * u)) {
                out.add(Remark.warning(String.format(Locale.ROOT, "The file states a scan rate of %s mV/s, its "
                        + "potential runs at %s mV/s over its time; the latter is used.",
                        Numbers.plain(1000 * stated.getAsDouble(), 4), Numbers.plain(1000 * own, 4)))
                        .coded("scan-rate"));
            }
        }
        if (rates.size() > 1) {
            out.add(Remark.info("The record holds sweeps at " + rates.size() + " scan rates: " + String.join(", ",
                    rates.stream().map(r -> Numbers.plain(1000 * r, 3)).toList()) + " mV/s.").coded("scan-rates"));
        }
    }

    private void checkCycles(CellRecord record, List<Remark> out) {
        record.cycle().ifPresent(c -> {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int k : row) {
                low = Math.min(low, c.get(k));
                high = Math.max(high, c.get(k));
            }
            long recorded = Math.round(high - low) + 1;
            if (Double.isFinite(high) && Math.abs(recorded - cycles()) > 1) {
                out.add(Remark.info("The file counts " + recorded + " cycles, the potential turns for " + cycles()
                        + "; cycles are counted by the turns.").coded("cycles"));
            }
        });
    }

    /** Time, s, without the rows left out. Not to be written to. */
    public double[] time() {
        return time;
    }

    /** Potential, V, without the rows left out. Not to be written to. */
    public double[] potential() {
        return potential;
    }

    /** Current, A, oxidation positive, without the rows left out. Not to be written to. */
    public double[] current() {
        return current;
    }

    /** Row of the table that a row of the cleaned record is. */
    public int tableRow(int k) {
        return row[k];
    }

    /** The sweeps in order of time. */
    public List<PotentialSweep> sweeps() {
        return sweeps;
    }

    /** Number of cycles begun. */
    public int cycles() {
        return sweeps.get(sweeps.size() - 1).cycle();
    }

    /** The scan rates in V/s, each once, in order of appearance; whole sweeps only, unless there are none. */
    public List<Double> rates() {
        List<PotentialSweep> counted = sweeps.stream().filter(PotentialSweep::whole).toList();
        List<Double> out = new ArrayList<>();
        for (PotentialSweep s : counted.isEmpty() ? sweeps : counted) {
            if (out.stream().noneMatch(r -> Math.abs(Math.log(s.rate() / r)) < SAME_RATE)) {
                out.add(s.rate());
            }
        }
        return out;
    }

    /** What the analyst should know of the record. */
    public List<Remark> remarks() {
        return remarks;
    }
}
