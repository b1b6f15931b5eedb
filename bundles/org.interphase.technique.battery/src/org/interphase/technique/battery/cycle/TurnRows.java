package org.interphase.technique.battery.cycle;

import java.util.Arrays;
import java.util.Locale;
import org.interphase.electro.record.Channel;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;

/** The rows around a turn of the current from a rest, and what the voltage moves by at a time after it. */
final class TurnRows {

    private static final int REST_ROWS = 8;
    private static final int LEAST = 4;
    private static final int SCATTER_ROWS = 60;
    /** Rows of the extrapolation, s: after the charge transfer, before the state of charge changes much. */
    private static final double FROM = 0.5;
    private static final double UNTIL = 30;
    private static final double LATEST = 300;
    private static final int CURVED = 8;
    /** Difference of Schwarz's criterion from which on one form of the voltage over time is clearly the better one. */
    private static final double CLEAR = 10;
    /** Part of what is extrapolated that is taken as unsure. */
    private static final double UNSEEN = 0.15;
    /** First rows later than this, s, tell too little of the beginning to trust one form of it. */
    private static final double COARSE = 2;
    /** Intervals a first row may at most stand after the turn where only the time of the step tells. */
    private static final double MOST_MISSING = 3;
    /** Intervals between rows up to so many uncertainties of the moment of the turn are dense. */
    private static final double DENSE = 4;
    /** How far from its level a current may be, to be at it. */
    private static final double LEVEL = 0.1;

    private final CellSegmentation s;
    private final CellStep step;
    private final double[] t;
    private final double[] v;
    private final double begin;
    private final double beginU;
    private final double before;
    private final double beforeU;
    private final double noise;
    private final Verdict verdict;

    /**
     * The rows around a turn.
     *
     * @param toldU standard uncertainty of the moment the current was turned on by the recorded time of the step, s
     * @param anew whether the clock starts anew with each step
     */
    TurnRows(CellSegmentation s, CellStep rest, CellStep step, double toldU, boolean anew) {
        this.s = s;
        this.step = step;
        int[] rows = rows();
        t = Arrays.stream(rows).mapToDouble(s.clock()::at).toArray();
        v = Arrays.stream(rows).mapToDouble(s.record().voltage()::get).toArray();
        double usual = 0;
        for (int i = 1; i < Math.min(LEAST, t.length); i++) {
            usual = Math.max(usual, t[i] - t[i - 1]);
        }
        double first = s.clock().at(step.from());
        double pause = first - rest.end();
        boolean joint = s.clock().isOpen(step.from());
        double told = s.record().stepTime().map(c -> c.get(step.from())).orElse(joint && anew ? pause : Double.NaN);
        if (told >= 0 && told <= (joint ? MOST_MISSING * usual : pause * 1.001) + 1e-9) {
            begin = first - told;
            beginU = toldU;
        } else {
            double open = usual > 0 && (joint || usual < pause) ? usual : pause;
            begin = first - open / 2;
            beginU = open / Math.sqrt(12);
        }
        verdict = joint && !anew ? Verdict.doubtful("a joint of unknown length lies between the rest and the current")
                : Verdict.SOUND;
        double[][] still = rest(rest);
        double[] tr = still[0];
        double[] vr = still[1];
        double resolution = resolution(vr, v);
        double scatter = scatter(rest);
        int last = tr.length - 1;
        if (tr.length >= LEAST && tr[last] > tr[0]) {
            noise = Math.max(scatter, resolution);
            double[] u = new double[tr.length];
            Arrays.fill(u, noise);
            StraightLine line = StraightLine.through(tr, vr, u);
            before = line.at(0);
            beforeU = Math.hypot(line.sigmaAt(0), (line.at(1) - before) * (joint ? usual : beginU));
        } else {
            noise = resolution;
            before = last < 0 ? Double.NaN : vr[last];
            beforeU = Math.max(resolution, last > 0 ? Math.abs(vr[last] - vr[last - 1]) / 2 : 0);
        }
    }

    /** Rows of the first minutes of the current, those without a voltage left out. */
    private int[] rows() {
        int from = step.settled();
        double until = s.clock().at(from) + LATEST;
        int[] found = new int[step.to() - from];
        int n = 0;
        for (int i = from; i < step.to() && (n < LEAST || !(s.clock().at(i) > until)); i++) {
            if (!Double.isNaN(s.record().voltage().get(i)) && !Double.isNaN(s.clock().at(i))) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Times since the turn and voltages of the last rows of a rest. */
    private double[][] rest(CellStep rest) {
        double[][] out = new double[2][Math.min(REST_ROWS, rest.rows())];
        int n = out[0].length;
        int free = n;
        for (int i = rest.to() - 1; i >= rest.from() && free > 0; i--) {
            double voltage = s.record().voltage().get(i);
            if (!Double.isNaN(voltage) && !Double.isNaN(s.clock().at(i))) {
                out[0][--free] = s.clock().at(i) - begin;
                out[1][free] = voltage;
            }
        }
        return new double[][] {Arrays.copyOfRange(out[0], free, n), Arrays.copyOfRange(out[1], free, n)};
    }

    /** Scatter of the voltage at rest by second differences, which no smooth relaxation enters. */
    private double scatter(CellStep rest) {
        Channel voltage = s.record().voltage();
        double sum = 0;
        int n = 0;
        for (int row = rest.to() - 1; row >= Math.max(rest.from() + 2, rest.to() - SCATTER_ROWS); row--) {
            double d = voltage.get(row) - 2 * voltage.get(row - 1) + voltage.get(row - 2);
            if (!Double.isNaN(d)) {
                sum += d * d / 6;
                n++;
            }
        }
        return n > 0 ? Math.sqrt(sum / n) : 0;
    }

    /** Standard uncertainty by the smallest difference of two readings. */
    private static double resolution(double[] a, double[] b) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] v : new double[][] {a, b}) {
            for (int i = 1; i < v.length; i++) {
                double d = Math.abs(v[i] - v[i - 1]);
                // below a microvolt it is rounding of the file's numbers
                least = d > 1e-6 ? Math.min(least, d) : least;
            }
        }
        return Double.isInfinite(least) ? 1e-6 : Math.min(least, 1e-3) / Math.sqrt(12);
    }

    /** At the first row at which the current is at its level. */
    VoltageDrop first() {
        return t.length == 0 ? unread(0) : read(t[0], true);
    }

    /** A time after the current is turned on, s. */
    VoltageDrop after(double seconds) {
        return t.length == 0 ? unread(seconds) : read(begin + seconds, false);
    }

    /** At the last row at which the current is still at its level. */
    VoltageDrop last() {
        int row = step.to() - 1;
        while (row >= step.from() && (Double.isNaN(s.record().voltage().get(row)) || Double.isNaN(s.clock().at(row))
                || !(Math.abs(s.current().at(row) / step.current() - 1) <= LEVEL))) {
            row--;
        }
        if (row < step.from() || t.length == 0) {
            return unread(step.duration());
        }
        double delay = s.clock().at(row) - begin;
        return drop(s.record().voltage().get(row), delay, 0, 0);
    }

    private VoltageDrop unread(double delay) {
        return VoltageDrop.withheld(step, delay, beginU, "the step has no row with a voltage at its current");
    }

    /**
     * A drop by the voltage read.
     *
     * @param chord change of the voltage in a second between the rows it is read from; 0 where they tell nothing of it
     */
    private VoltageDrop drop(double value, double delay, double between, double chord) {
        double root = beginU == 0 ? 0 : slope() / (2 * Math.sqrt(Math.max(delay, beginU)));
        double moved = Math.max(Math.abs(root), Math.abs(chord)) * beginU;
        double u = Math.sqrt(noise * noise + beforeU * beforeU + moved * moved + between * between);
        return VoltageDrop.of(step, step.direction() * (value - before), u, delay, beginU, verdict);
    }

    /** Slope of the voltage over the root of time at the beginning. */
    private double slope() {
        double a = Math.sqrt(Math.max(0, t[0] - begin));
        int k = 1;
        while (k < t.length - 1 && Math.sqrt(t[k] - begin) < 2 * a) {
            k++;
        }
        return t.length < 2 || !(t[k] > t[0]) ? 0 : (v[k] - v[0]) / (Math.sqrt(t[k] - begin) - a);
    }

    private VoltageDrop read(double at, boolean first) {
        double delay = at - begin;
        int k = 0;
        while (k < t.length && t[k] < at - 1e-9) {
            k++;
        }
        if (k == t.length || k == 0 && t[0] > at + 1e-9 || !first && delay < 2 * beginU) {
            String why = k == t.length ? "the step ends before " + words(delay) : "the first row stands "
                    + words(t[0] - begin) + (beginU > 0 ? " ± " + words(beginU) : "") + " after the current is "
                    + "turned on, later than " + words(delay);
            return VoltageDrop.withheld(step, delay, beginU, why);
        }
        double value = v[k];
        double between = 0;
        if (k > 0 && t[k] > at + 1e-9) {
            double a = Math.sqrt(t[k - 1] - begin);
            double b = Math.sqrt(t[k] - begin);
            double f = (Math.sqrt(delay) - a) / (b - a);
            value = v[k - 1] + f * (v[k] - v[k - 1]);
            double straight = v[k - 1] + (at - t[k - 1]) / (t[k] - t[k - 1]) * (v[k] - v[k - 1]);
            between = (value - straight) / 2;
        }
        // where rows are as dense as the moment of the turn is unsure, they tell what that moves better than a law
        double chord = k > 0 && t[k] > t[k - 1] && t[k] - t[k - 1] <= DENSE * beginU
                ? (v[k] - v[k - 1]) / (t[k] - t[k - 1]) : 0;
        return drop(value, delay, between, chord);
    }

    private static String words(double seconds) {
        return String.format(Locale.ROOT, "%.3g s", seconds);
    }

    /** At once, by the root of time. */
    VoltageDrop extrapolated() {
        int a = 0;
        while (a < t.length && t[a] - begin < FROM) {
            a++;
        }
        int b = a;
        while (b < t.length && (t[b] - begin <= UNTIL || b - a < LEAST + 2)) {
            b++;
        }
        if (b - a < LEAST) {
            return VoltageDrop.withheld(step, 0, beginU, "there are " + (b - a) + " rows between " + words(FROM)
                    + " and " + words(LATEST) + " after the current is turned on; an extrapolation needs " + LEAST);
        }
        LineFit fit = fit(a, b, 0);
        double moved = beginU == 0 ? 0 : (fit(a, b, beginU).coefficients()[0]
                - fit(a, b, -Math.min(beginU, t[a] - begin)).coefficients()[0]) / 2;
        int middle = a + Math.max(LEAST, (b - a) / 2);
        double model = b - a >= 2 * LEAST ? fit.coefficients()[0] - fit(a, middle, 0).coefficients()[0] : 0;
        // of an early half only what its own scatter does not explain counts as curvature of the model
        double shown = Math.sqrt(Math.max(0, model * model - Math.pow(fit.sigma(0), 2)));
        // between the first row used and the turn nothing was seen: a part of what is extrapolated is unsure
        double unseen = UNSEEN * Math.abs(fit.coefficients()[1]) * Math.sqrt(t[a] - begin);
        double other = b - a > LEAST ? fit.coefficients()[0] - fit(a, b, 0, b - a >= CURVED ? 2 : 3)
                .coefficients()[0] : 0;
        // a resistor beside a capacitor moves the voltage with the time itself: no root of it leads back to the turn
        LineFit smooth = smooth(a, b);
        double worse = smooth.criterion() - fit.criterion();
        double form = worse < CLEAR ? smooth.coefficients()[0] - fit.coefficients()[0] : 0;
        double drop = step.direction() * (fit.coefficients()[0] - before);
        // what follows a turn goes on in its direction: a row before those of the fit has seen less than the drop
        double seen = a > 0 ? Math.max(0, step.direction() * (v[0] - before) - drop) : 0;
        double u = Math.sqrt(Math.pow(fit.sigma(0), 2) + beforeU * beforeU + moved * moved + shown * shown
                + unseen * unseen + (t[a] - begin > COARSE ? other * other : 0) + form * form + seen * seen);
        Verdict root = worse < -CLEAR ? Verdict.doubtful(String.format(Locale.ROOT, "the voltage does not go with the "
                + "root of time; a smooth curve leads to %.3g mV", 1000 * step.direction()
                * (smooth.coefficients()[0] - before))) : Verdict.SOUND;
        return VoltageDrop.of(step, drop, u, 0, beginU, fit.verdict().and(root).and(verdict));
    }

    /** A straight line or a parabola over the time, with as many coefficients as the fit over its root. */
    private LineFit smooth(int a, int b) {
        double[] x = new double[b - a];
        double[][] basis = new double[b - a >= CURVED ? 3 : 2][b - a];
        for (int i = 0; i < x.length; i++) {
            x[i] = t[a + i] - begin;
            for (int k = 0; k < basis.length; k++) {
                basis[k][i] = Math.pow(x[i], k);
            }
        }
        return LineFit.of(basis, Arrays.copyOfRange(v, a, b), x);
    }

    private LineFit fit(int a, int b, double shift) {
        return fit(a, b, shift, b - a >= CURVED ? 3 : 2);
    }

    private LineFit fit(int a, int b, double shift, int functions) {
        int n = b - a;
        double[][] basis = new double[functions][n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = t[a + i] - begin - shift;
            basis[0][i] = 1;
            basis[1][i] = Math.sqrt(Math.max(0, x[i]));
            if (basis.length > 2) {
                // the state of charge changes in proportion to the time
                basis[2][i] = x[i];
            }
        }
        return LineFit.of(basis, Arrays.copyOfRange(v, a, b), x);
    }
}
