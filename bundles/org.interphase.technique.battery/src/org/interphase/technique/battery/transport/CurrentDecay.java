package org.interphase.technique.battery.transport;

import java.util.Arrays;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.signal.Robust;

/**
 * The current after a small step of the potential: what it is at first, and where it goes. The tail is fitted by a
 * constant and an exponential; all time constants the data allow count by their likelihood, so that the steady current
 * of a record that ends too early is as uncertain as it is. Immutable.
 */
public final class CurrentDecay {

    /** Potential steps smaller than this are none, V. */
    private static final double STEP = 1e-3;
    /** Part of the jump by which the potentials before and behind a step differ at least; a glitch returns. */
    private static final double LASTS = 0.3;
    private static final int MOST_POINTS = 400;
    private static final int TIME_CONSTANTS = 80;
    /** The current may still have to fall by this part before the steady state counts as not reached. */
    private static final double REMAINS = 0.02;
    /** The steady current may be uncertain by this part. */
    private static final double UNCERTAIN = 0.05;
    /** A tail that is no exponential by this part of the steady current, root mean square, is doubted. */
    private static final double UNEVEN = 2e-3;
    /** Standard deviations of an autocorrelation. */
    private static final double STRUCTURE = 5;
    /** Rows that the initial current is extrapolated from. */
    private static final int FIRST_ROWS = 6;

    private final double[] time;
    private final double[] current;
    private final double potential;
    private final double potentialUncertainty;
    private final boolean stepSeen;
    private final double start;
    private final Tail tail;

    /**
     * The end of the decay.
     *
     * @param current steady current, A
     * @param uncertainty its standard uncertainty
     * @param time beginning of what was fitted, s after the step
     * @param amplitude what was left to fall then, A
     * @param constant time constant, s
     * @param verdict whether a steady state was reached
     */
    public record Tail(double current, double uncertainty, double time, double amplitude, double constant,
            Verdict verdict) {

        /** The fitted current at a time after the step. */
        public double at(double t) {
            return current + amplitude * Math.exp(-(t - time) / constant);
        }
    }

    private CurrentDecay(double[] time, double[] current, double potential, double potentialUncertainty,
            boolean stepSeen, double start, Tail tail) {
        this.time = time;
        this.current = current;
        this.potential = potential;
        this.potentialUncertainty = potentialUncertainty;
        this.stepSeen = stepSeen;
        this.start = start;
        this.tail = tail;
    }

    /**
     * The decay of a record: from its largest step of the potential on, or from the first row where there is none.
     *
     * @throws AnalysisException if there are too few rows
     */
    public static CurrentDecay of(CellRecord record) throws AnalysisException {
        Channel t = record.time();
        Channel e = record.voltage();
        Channel i = record.current().orElseThrow(() -> new AnalysisException("'" + record.table().name()
                + "' has no current"));
        int n = record.rows();
        int[] rows = new int[n];
        int kept = 0;
        for (int k = 0; k < n; k++) {
            if (Double.isFinite(t.get(k)) && Double.isFinite(e.get(k)) && Double.isFinite(i.get(k))) {
                rows[kept++] = k;
            }
        }
        int step = 0;
        double most = STEP;
        double noise = kept > 3 ? Robust.noise(Arrays.stream(rows, 0, kept).mapToDouble(e::get).toArray()) : 0;
        for (int k = 1; k < kept; k++) {
            double jump = Math.abs(e.get(rows[k]) - e.get(rows[k - 1]));
            if (jump > Math.max(most, 10 * noise)) {
                most = jump;
                step = k;
            }
        }
        step = lasts(e, rows, kept, step, most) ? step : 0;
        // a row caught while the potential was still on its way carries the initial current already
        while (step > 0 && Math.abs(i.get(rows[step - 1])) > Math.abs(i.get(rows[step]))) {
            step--;
        }
        int size = kept - step;
        if (size < 20) {
            throw new AnalysisException("only " + size + " rows of '" + record.table().name() + "' lie behind the step "
                    + "of the potential; the decay of the current needs 20 or more");
        }
        double start = t.get(rows[step > 0 ? step - 1 : 0]);
        double[] time = new double[size];
        double[] current = new double[size];
        double[] potential = new double[size];
        for (int k = 0; k < size; k++) {
            time[k] = t.get(rows[step + k]) - start;
            current[k] = i.get(rows[step + k]);
            potential[k] = e.get(rows[step + k]);
        }
        double after = Robust.median(potential);
        double u = Robust.mad(potential) * Robust.SIGMA_PER_MAD;
        double before = 0;
        if (step > 0) {
            double[] rest = Arrays.stream(rows, 0, step).mapToDouble(e::get).toArray();
            before = Robust.median(rest);
            u = Math.hypot(u, Robust.mad(rest) * Robust.SIGMA_PER_MAD);
        }
        double sign = Math.signum(Robust.median(Arrays.copyOfRange(current, 0, size / 2)));
        for (int k = 0; k < size; k++) {
            current[k] *= sign == 0 ? 1 : sign;
        }
        return new CurrentDecay(time, current, Math.abs(after - before), u, step > 0, start, tail(time, current));
    }

    private static boolean lasts(Channel e, int[] rows, int kept, int step, double jump) {
        if (step < 1) {
            return false;
        }
        double before = Robust.median(Arrays.stream(rows, 0, step).mapToDouble(e::get).toArray());
        double after = Robust.median(Arrays.stream(rows, step, kept).mapToDouble(e::get).toArray());
        return Math.abs(after - before) > LASTS * jump;
    }

    private static Tail tail(double[] time, double[] current) {
        double end = time[time.length - 1];
        Tail half = tail(time, current, end / 2);
        Tail third = tail(time, current, 0.7 * end);
        // where the tail begins is a choice: the two are ends of a rectangular distribution
        double choice = Math.abs(third.current - half.current) / Math.sqrt(3);
        double last = half.at(end);
        double remains = (last - half.current) / Math.abs(half.current);
        // resistances "after" are those at the end of the record: what is left to fall may be theirs
        double left = (last - half.current) / Math.sqrt(3);
        double u = Math.sqrt(half.uncertainty * half.uncertainty + choice * choice + left * left);
        Verdict v = half.verdict;
        if (remains > REMAINS) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the steady state is not reached: the current "
                    + "still has to fall by %.0f %%", 100 * remains)));
        } else if (remains < -REMAINS) {
            v = v.and(Verdict.doubtful("the current rises at the end: no steady state, but a cell that changes or "
                    + "leaks"));
        } else if (u > UNCERTAIN * Math.abs(half.current)) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the record does not tell where the current goes: "
                    + "the steady current is uncertain by %.0f %%", 100 * u / Math.abs(half.current))));
        }
        return new Tail(half.current, u, half.time, half.amplitude, half.constant, v);
    }

    private static Tail tail(double[] time, double[] current, double from) {
        int first = 0;
        while (first < time.length - 10 && time[first] < from) {
            first++;
        }
        int lump = 1 + (time.length - first - 1) / MOST_POINTS;
        int n = (time.length - first) / lump;
        double[] t = new double[n];
        double[] i = new double[n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < lump; j++) {
                t[k] += time[first + k * lump + j] / lump;
                i[k] += current[first + k * lump + j] / lump;
            }
        }
        double span = t[n - 1] - t[0];
        double[][] fits = new double[TIME_CONSTANTS][];
        double best = Double.POSITIVE_INFINITY;
        for (int q = 0; q < TIME_CONSTANTS; q++) {
            double tau = span / 15 * Math.pow(60, (double) q / (TIME_CONSTANTS - 1));
            fits[q] = exponential(t, i, tau);
            best = Math.min(best, fits[q][3]);
        }
        double variance = Math.max(best / Math.max(1, n - 3), 1e-24 * current[0] * current[0]);
        double sum = 0;
        double mean = 0;
        double square = 0;
        double[] chosen = null;
        for (double[] f : fits) {
            double w = Math.exp(-(f[3] - best) / (2 * variance));
            sum += w;
            mean += w * f[0];
            square += w * (f[0] * f[0] + variance * f[2]);
            chosen = f[3] == best ? f : chosen;
        }
        mean /= sum;
        double u = Math.sqrt(Math.max(0, square / sum - mean * mean));
        return new Tail(mean, u, t[0], chosen[1] + chosen[0] - mean, chosen[4], smooth(t, i, chosen));
    }

    /** Whether what the exponential leaves is noise: steps and bends of the current hang together. */
    private static Verdict smooth(double[] t, double[] i, double[] fit) {
        int n = t.length;
        double sum = 0;
        double product = 0;
        double before = 0;
        for (int k = 0; k < n; k++) {
            double r = i[k] - fit[0] - fit[1] * Math.exp(-(t[k] - t[0]) / fit[4]);
            sum += r * r;
            product += r * before;
            before = r;
        }
        double rms = Math.sqrt(sum / n);
        return product / sum > STRUCTURE / Math.sqrt(n) && rms > UNEVEN * Math.abs(fit[0])
                ? Verdict.doubtful("the end of the current is no smooth decay: a step of the temperature, a contact, "
                        + "or more than one process") : Verdict.SOUND;
    }

    /** Constant, amplitude, variance of the constant over that of a point, sum of squares, time constant. */
    private static double[] exponential(double[] t, double[] i, double tau) {
        int n = t.length;
        double sg = 0;
        double sgg = 0;
        double si = 0;
        double sgi = 0;
        for (int k = 0; k < n; k++) {
            double g = Math.exp(-(t[k] - t[0]) / tau);
            sg += g;
            sgg += g * g;
            si += i[k];
            sgi += g * i[k];
        }
        double det = n * sgg - sg * sg;
        double constant = (sgg * si - sg * sgi) / det;
        double amplitude = (n * sgi - sg * si) / det;
        double chi = 0;
        for (int k = 0; k < n; k++) {
            double r = i[k] - constant - amplitude * Math.exp(-(t[k] - t[0]) / tau);
            chi += r * r;
        }
        return new double[] {constant, amplitude, sgg / det, chi, tau};
    }

    /** Seconds between the last row before the step, or the first of the record, and the first current. */
    public double delay() {
        return time[0];
    }

    /** The first current, A. */
    public double firstSample() {
        return current[0];
    }

    /** Standard deviation of a current, A. */
    public double noise() {
        return Robust.noise(current);
    }

    /**
     * The current at the step itself, by a straight line in the square root of time through the first rows: so
     * diffusion begins.
     */
    public double extrapolated() {
        return time[0] <= 0 ? current[0] : firstRows().intercept();
    }

    /** Standard uncertainty of that by the scatter of the rows it comes from, A. */
    public double extrapolatedUncertainty() {
        if (time[0] <= 0) {
            return noise();
        }
        int n = Math.min(FIRST_ROWS, time.length);
        double[] x = Arrays.stream(time, 0, n).map(Math::sqrt).toArray();
        double mx = Arrays.stream(x).average().orElse(0);
        double sxx = Arrays.stream(x).map(v -> (v - mx) * (v - mx)).sum();
        return Math.max(firstRows().interceptSigma(), noise() * Math.sqrt(1.0 / n + mx * mx / sxx));
    }

    private StraightLine firstRows() {
        int n = Math.min(FIRST_ROWS, time.length);
        return StraightLine.through(Arrays.stream(time, 0, n).map(Math::sqrt).toArray(), Arrays.copyOf(current, n),
                new double[n]);
    }

    /** The end of the decay. */
    public Tail tail() {
        return tail;
    }

    /** Size of the potential step, or the potential itself where the record begins behind it, V. */
    public double potential() {
        return potential;
    }

    /** Standard uncertainty of that, V. */
    public double potentialUncertainty() {
        return potentialUncertainty;
    }

    /** Whether the record holds the step. */
    public boolean stepSeen() {
        return stepSeen;
    }

    /** Time of the step in the record, s. */
    public double start() {
        return start;
    }

    /** Seconds after the step. Not to be written to. */
    public double[] time() {
        return time;
    }

    /** Current in the direction of the step, A. Not to be written to. */
    public double[] current() {
        return current;
    }
}
