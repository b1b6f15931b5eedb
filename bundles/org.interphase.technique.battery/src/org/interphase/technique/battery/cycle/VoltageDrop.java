package org.interphase.technique.battery.cycle;

import java.util.Arrays;
import java.util.Locale;
import org.interphase.electro.record.Channel;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;

/**
 * What the voltage drops by when a current is turned on after a rest. The uncertainty holds the scatter of the voltage,
 * and when the current was turned on: unless a row or the time of the step tells, anywhere in the interval between two
 * rows.
 *
 * @param step the step whose current is turned on
 * @param drop magnitude, V; NaN where it is withheld
 * @param u standard uncertainty, V
 * @param delay time from turning on to reading, s
 * @param delayU its standard uncertainty, s
 * @param verdict on the drop
 */
public record VoltageDrop(CellStep step, double drop, double u, double delay, double delayU, Verdict verdict) {

    private static final int REST_ROWS = 8;
    private static final int LEAST = 4;
    private static final int SCATTER_ROWS = 60;
    /** Rows of the extrapolation, s: after the charge transfer, before the state of charge changes much. */
    private static final double FROM = 0.5;
    private static final double UNTIL = 30;
    private static final double LATEST = 300;
    private static final int CURVED = 8;
    /** Part of what is extrapolated that is taken as unsure. */
    private static final double UNSEEN = 0.15;
    /** First rows later than this, s, tell too little of the beginning to trust one form of it. */
    private static final double COARSE = 2;

    /** Resistance, ohm. */
    public Uncertain resistance() {
        return new Uncertain(drop, u).times(1 / Math.abs(step.current()));
    }

    /**
     * The drop of a step.
     *
     * @param rest the step before it, at rest
     */
    public static VoltageDrop of(CellSegmentation s, CellStep rest, CellStep step, DropDelay when) {
        return new Reading(s, rest, step).at(when);
    }

    /** The drop at the last row of a step. */
    public static VoltageDrop atEnd(CellSegmentation s, CellStep rest, CellStep step) {
        Reading r = new Reading(s, rest, step);
        return r.read(r.t[r.t.length - 1], false);
    }

    /** The rows around a turn of the current. */
    private static final class Reading {
        private final CellStep step;
        private final double[] t;
        private final double[] v;
        private final double begin;
        private final double beginU;
        private final double before;
        private final double beforeU;
        private final double noise;

        Reading(CellSegmentation s, CellStep rest, CellStep step) {
            this.step = step;
            int from = step.settled();
            int n = 0;
            double until = s.clock().at(from) + LATEST;
            while (from + n < step.to() && (n < LEAST || s.clock().at(from + n) <= until)) {
                n++;
            }
            t = new double[n];
            v = new double[n];
            for (int i = 0; i < n; i++) {
                t[i] = s.clock().at(from + i);
                v[i] = s.record().voltage().get(from + i);
            }
            double last = rest.end();
            double first = s.clock().at(step.from());
            Channel since = s.record().stepTime().orElse(null);
            double told = since == null ? Double.NaN : since.get(step.from());
            if (told >= 0 && told <= (first - last) * 1.001 + 1e-9) {
                begin = first - told;
                beginU = 0;
            } else {
                double usual = 0;
                for (int i = 1; i < Math.min(LEAST, n); i++) {
                    usual = Math.max(usual, t[i] - t[i - 1]);
                }
                double open = usual > 0 ? Math.min(first - last, usual) : first - last;
                begin = first - open / 2;
                beginU = open / Math.sqrt(12);
            }
            int rows = Math.min(REST_ROWS, rest.rows());
            double[] tr = new double[rows];
            double[] vr = new double[rows];
            for (int i = 0; i < rows; i++) {
                tr[i] = s.clock().at(rest.to() - rows + i) - begin;
                vr[i] = s.record().voltage().get(rest.to() - rows + i);
            }
            double resolution = resolution(vr, v);
            double scatter = scatter(s, rest);
            if (rows >= LEAST && tr[rows - 1] > tr[0]) {
                noise = Math.max(scatter, resolution);
                double[] u = new double[rows];
                Arrays.fill(u, noise);
                StraightLine line = StraightLine.through(tr, vr, u);
                before = line.at(0);
                beforeU = line.sigmaAt(0);
            } else {
                noise = resolution;
                before = vr[rows - 1];
                beforeU = Math.max(resolution, rows > 1 ? Math.abs(vr[rows - 1] - vr[rows - 2]) / 2 : 0);
            }
        }

        /** Scatter of the voltage at rest by second differences, which no smooth relaxation enters. */
        private static double scatter(CellSegmentation s, CellStep rest) {
            int n = Math.min(SCATTER_ROWS, rest.rows() - 2);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int row = rest.to() - 1 - i;
                Channel v = s.record().voltage();
                sum += Math.pow(v.get(row) - 2 * v.get(row - 1) + v.get(row - 2), 2) / 6;
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

        VoltageDrop at(DropDelay when) {
            return switch (when) {
                case FIRST_SAMPLE -> read(t[0], true);
                case EXTRAPOLATED -> extrapolated();
                default -> read(begin + when.seconds(), false);
            };
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

        VoltageDrop read(double at, boolean first) {
            double delay = at - begin;
            int k = 0;
            while (k < t.length && t[k] < at - 1e-9) {
                k++;
            }
            if (k == t.length || k == 0 && t[0] > at + 1e-9 || !first && delay < 2 * beginU) {
                String why = k == t.length ? "the step ends before " + words(delay) : "the first row stands "
                        + words(t[0] - begin) + (beginU > 0 ? " ± " + words(beginU) : "") + " after the current is "
                        + "turned on, later than " + words(delay);
                return new VoltageDrop(step, Double.NaN, Double.NaN, delay, beginU, Verdict.withheld(why));
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
            double moved = beginU == 0 ? 0 : slope() / (2 * Math.sqrt(Math.max(delay, beginU))) * beginU;
            double u = Math.sqrt(noise * noise + beforeU * beforeU + moved * moved + between * between);
            return new VoltageDrop(step, Math.abs(value - before), u, delay, beginU, Verdict.SOUND);
        }

        private static String words(double seconds) {
            return String.format(Locale.ROOT, "%.3g s", seconds);
        }

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
                return new VoltageDrop(step, Double.NaN, Double.NaN, 0, beginU, Verdict.withheld("there are " + (b - a)
                        + " rows between " + words(FROM) + " and " + words(LATEST) + " after the current is turned on; "
                        + "an extrapolation needs " + LEAST));
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
            double u = Math.sqrt(Math.pow(fit.sigma(0), 2) + beforeU * beforeU + moved * moved + shown * shown
                    + unseen * unseen + (t[a] - begin > COARSE ? other * other : 0));
            return new VoltageDrop(step, Math.abs(fit.coefficients()[0] - before), u, 0, beginU, fit.verdict());
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
}
