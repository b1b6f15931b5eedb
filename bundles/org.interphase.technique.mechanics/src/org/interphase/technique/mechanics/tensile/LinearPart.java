package org.interphase.technique.mechanics.tensile;

import java.util.ArrayList;
import java.util.List;
import org.interphase.numerics.linear.Student;

/**
 * The straight part of the rise of a stress-strain curve and the line through it.
 *
 * <p>Every window between two levels of stress is tried. The uncertainty of its slope is the scatter about the line
 * (widened where neighbours hang together) and half the difference between the slopes of its halves, which is what is
 * left of toe and yield in it. Of the windows whose slope is known about as well as that of the best one, the longest
 * is
 * the straight part; the spread of the slopes of the others is the uncertainty of this choice. Windows less steep than
 * 3/4 of the steepest well-known one lie in toe or yield. The idea of testing all windows by residuals and of checking
 * parts of a window is that of ASTM E3076-18 and E. Lucon, J. Splett, J. Res. NIST (2019-2021); the criteria are the
 * founders'.
 *
 * @param from first point
 * @param to behind the last point
 * @param slope MPa per unit strain, that is the modulus
 * @param intercept stress at zero strain, MPa
 * @param scatter standard uncertainty of the slope by scatter and curvature
 * @param choice standard uncertainty by the choice of the window
 * @param curvature half the difference of the slopes of both halves over the slope
 */
public record LinearPart(int from, int to, double slope, double intercept, double scatter, double choice,
        double curvature) {

    private static final int LEVELS = 30;
    private static final int FEWEST = 5;
    private static final double STEEP = 0.75;
    private static final double KNOWN = 0.1;
    private static final double AS_WELL = 1.5;
    private static final double CLOSE = 0.002;
    private static final double WIDER = 2.5;

    /** Strain at which the line meets zero stress: the origin after toe compensation (ASTM D638, annex A1). */
    public double origin() {
        return -intercept / slope;
    }

    /** Standard uncertainty of the slope without that of machine and specimen. */
    public double sigma() {
        return Math.hypot(scatter, choice);
    }

    /** Finds it before the peak; null if there are too few points. */
    public static LinearPart find(double[] e, double[] s, int peak) {
        Sums sums = new Sums(e, s, peak + 1);
        int[] at = levels(s, peak);
        List<LinearPart> all = new ArrayList<>();
        for (int a = 0; a < at.length; a++) {
            for (int b = a + 1; b < at.length; b++) {
                LinearPart w = at[b] - at[a] >= FEWEST ? sums.window(at[a], at[b]) : null;
                if (w != null && w.slope > 0) {
                    all.add(w);
                }
            }
        }
        double steepest = all.stream().filter(w -> w.scatter < KNOWN * w.slope && w.to - w.from >= 8)
                .mapToDouble(w -> w.slope - w.scatter).max().orElseGet(() -> all.stream().mapToDouble(w -> w.slope
                        - w.scatter).max().orElse(0));
        List<LinearPart> steep = all.stream().filter(w -> w.slope >= STEEP * steepest).toList();
        if (steep.isEmpty()) {
            return null;
        }
        double best = steep.stream().mapToDouble(w -> w.scatter / w.slope).min().orElseThrow();
        LinearPart chosen = steep.stream().filter(w -> w.scatter / w.slope <= AS_WELL * best + CLOSE)
                .max((x, y) -> Double.compare(s[x.to - 1] - s[x.from], s[y.to - 1] - s[y.from])).orElseThrow();
        double span = s[chosen.to - 1] - s[chosen.from];
        double sum = 0;
        int n = 0;
        for (LinearPart w : steep) {
            boolean near = w.from < chosen.to && w.to > chosen.from && s[w.to - 1] - s[w.from] > span / 3;
            if (near && w.scatter / w.slope <= WIDER * (AS_WELL * best + CLOSE)) {
                sum += (w.slope - chosen.slope) * (w.slope - chosen.slope);
                n++;
            }
        }
        return chosen.chosenAmong(n < 2 ? 0 : Math.sqrt(sum / (n - 1)));
    }

    /** The line through the points before the peak whose stress lies in a range; null if there are too few. */
    public static LinearPart within(double[] e, double[] s, int peak, double low, double high) {
        int from = 0;
        while (from < peak && s[from] < low) {
            from++;
        }
        int to = from;
        while (to <= peak && s[to] <= high) {
            to++;
        }
        return to - from < FEWEST ? null : new Sums(e, s, peak + 1).window(from, to);
    }

    private LinearPart chosenAmong(double other) {
        return new LinearPart(from, to, slope, intercept, scatter, other, curvature);
    }

    /** Where the stress first reaches levels that are closer together at low stress. */
    private static int[] levels(double[] s, int peak) {
        int[] at = new int[LEVELS + 1];
        double low = Math.max(0, s[0]);
        int i = 0;
        for (int k = 0; k <= LEVELS; k++) {
            double level = low + (s[peak] - low) * Math.pow(k / (double) LEVELS, 1.5);
            while (i < peak && s[i] < level) {
                i++;
            }
            at[k] = i;
        }
        return at;
    }

    /** Running sums, so that every window costs the same. */
    private static final class Sums {
        private final double[] e;
        private final double[] s;
        private final double[][] sum;

        Sums(double[] e, double[] s, int n) {
            this.e = e;
            this.s = s;
            sum = new double[5][n + 1];
            for (int i = 0; i < n; i++) {
                double[] add = {e[i], s[i], e[i] * e[i], e[i] * s[i], s[i] * s[i]};
                for (int k = 0; k < add.length; k++) {
                    sum[k][i + 1] = sum[k][i] + add[k];
                }
            }
        }

        /** Slope, its variance by scatter, intercept, r2; null where no line is defined. */
        private double[] line(int a, int b) {
            int n = b - a;
            double[] t = new double[5];
            for (int k = 0; k < t.length; k++) {
                t[k] = sum[k][b] - sum[k][a];
            }
            double sxx = t[2] - t[0] * t[0] / n;
            double sxy = t[3] - t[0] * t[1] / n;
            double syy = t[4] - t[1] * t[1] / n;
            if (!(sxx > 1e-14 * t[2]) || n < 3) {
                return null;
            }
            double slope = sxy / sxx;
            double rest = Math.max(0, syy - slope * sxy);
            return new double[] {slope, rest / (n - 2) / sxx, (t[1] - slope * t[0]) / n, syy > 0 ? 1 - rest / syy : 0};
        }

        LinearPart window(int a, int b) {
            double[] all = line(a, b);
            int middle = (a + b) / 2;
            double[] lower = line(a, middle);
            double[] upper = line(middle, b);
            if (all == null) {
                return null;
            }
            double curved = lower == null || upper == null ? 0 : Math.abs(upper[0] - lower[0]) / 2;
            double noise = Math.sqrt(all[1]) * Student.widening(b - a - 2) * together(a, b, all);
            // scatter of the strain makes a line of stress over strain too flat by 1 - r2
            double flat = all[0] * (1 - all[3]) / 2;
            return new LinearPart(a, b, all[0], all[2], Math.sqrt(noise * noise + curved * curved + flat * flat), 0,
                    curved / all[0]);
        }

        /** How much noisier the slope is because residuals of neighbours are alike. */
        private double together(int a, int b, double[] line) {
            double product = 0;
            double square = 0;
            double before = 0;
            int step = Math.max(1, (b - a) / 400);
            for (int i = a; i < b; i += step) {
                double r = s[i] - line[2] - line[0] * e[i];
                product += i > a ? r * before : 0;
                square += r * r;
                before = r;
            }
            double rho = square > 0 ? Math.min(0.9, Math.max(0, product / square)) : 0;
            return Math.sqrt((1 + rho) / (1 - rho));
        }
    }
}
