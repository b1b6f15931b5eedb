package org.interphase.technique.microscopy.coating;

import java.util.Arrays;
import org.interphase.numerics.image.StepProfile;

/**
 * Fits core, coating and surroundings to the profiles along all normals: three grey levels and one blur common to all,
 * two positions for each normal; a normal whose profile needs no coating is a gap. Common and single parameters are
 * improved by turns.
 */
public final class ShellFit {

    private static final int ROUNDS = 10;

    /**
     * Result.
     *
     * @param levels grey level of core, coating, surroundings
     * @param blur standard deviation of the point spread in pixels
     * @param inner position of the inner contour along each normal; NaN if nothing was found
     * @param outer position of the outer contour
     * @param thickness outer minus inner; 0 in gaps
     * @param noise root mean square of the residuals
     */
    public record Result(double[] levels, double blur, double[] inner, double[] outer, double[] thickness,
            double noise) {
    }

    private final ShellProfiles p;
    private final double[] inner;
    private final double[] outer;
    private double[] levels;
    private double blur;
    private double noise;

    private ShellFit(ShellProfiles p) {
        this.p = p;
        this.inner = new double[p.count()];
        this.outer = new double[p.count()];
    }

    /** Levels, blur and one thickness for all from the median profile; null if it shows no coating. */
    public static Result rough(ShellProfiles p) {
        ShellFit f = new ShellFit(p);
        if (!f.start()) {
            return null;
        }
        double[] thickness = new double[p.count()];
        Arrays.fill(thickness, f.outer[0] - f.inner[0]);
        return new Result(f.levels, f.blur, f.inner, f.outer, thickness, f.noise);
    }

    /** The fit, or null if the median profile shows no coating between core and surroundings. */
    public static Result of(ShellProfiles p) {
        ShellFit f = new ShellFit(p);
        if (!f.start()) {
            return null;
        }
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double chi = f.positions(round == 0);
            f.common();
            if (Math.abs(before - chi) < 1e-5 * chi && round > 2) {
                break;
            }
            before = chi;
        }
        f.positions(true);
        double[] thickness = new double[p.count()];
        for (int i = 0; i < thickness.length; i++) {
            thickness[i] = f.outer[i] - f.inner[i];
        }
        return new Result(f.levels, f.blur, f.inner, f.outer, thickness, f.noise);
    }

    /** Levels, blur and mean positions from the median profile; one step against two. */
    private boolean start() {
        double[] v = p.medianProfile();
        double[] t = p.t();
        int from = 0;
        int to = t.length - 1;
        while (from < to && Double.isNaN(v[from])) {
            from++;
        }
        while (to > from && Double.isNaN(v[to])) {
            to--;
        }
        if (to - from < 8) {
            return false;
        }
        double core = mean(v, from, from + 3);
        double far = mean(v, to - 2, to + 1);
        StepProfile.Fit best = null;
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            double coat = core + share * (far - core);
            for (double thick : new double[] {2, 5, 10, 20, 35, 60, 90, 140, 250}) {
                if (thick > 0.8 * (to - from)) {
                    continue;
                }
                for (double begin : new double[] {-thick, -thick / 2, 0}) {
                    StepProfile.Fit fit = StepProfile.fit(t, v, new double[] {core, coat, far},
                            new double[] {begin, begin + thick}, 1.5, true, true);
                    double d = fit.positions()[1] - fit.positions()[0];
                    boolean inside = fit.positions()[0] > t[from] + 1 && fit.positions()[1] < t[to] - 1;
                    double part = (fit.levels()[1] - fit.levels()[0]) / (fit.levels()[2] - fit.levels()[0]);
                    if (d > 0.3 && inside && part > 0.03 && part < 0.97 && fit.blur() < 6
                            && (best == null || fit.rms() < best.rms())) {
                        best = fit;
                    }
                }
            }
        }
        StepProfile.Fit one = StepProfile.fit(t, v, new double[] {core, far}, new double[] {0}, 1.5, true, true);
        if (best == null || best.rms() > 0.9 * one.rms()) {
            return false;
        }
        levels = best.levels();
        blur = best.blur();
        Arrays.fill(inner, best.positions()[0]);
        Arrays.fill(outer, best.positions()[1]);
        return true;
    }

    private static double mean(double[] v, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += v[i] / (to - from);
        }
        return sum;
    }

    /**
     * Positions of every normal at the present levels; the sum of squares.
     *
     * @param afresh whether to start from the typical positions as well as from the present ones
     */
    private double positions(boolean afresh) {
        double[] middleInner = {median(inner), 0};
        double[] middleOuter = {median(outer), 0};
        double chi = 0;
        long n = 0;
        double[] ends = {levels[0], levels[2]};
        for (int i = 0; i < p.count(); i++) {
            double[] v = p.levels()[i];
            StepProfile.Fit best = null;
            for (int s = 0; s < (afresh ? 2 : 1); s++) {
                double a = s == 0 && !Double.isNaN(inner[i]) ? inner[i] : middleInner[0];
                double b = s == 0 && !Double.isNaN(outer[i]) ? outer[i] : middleOuter[0];
                StepProfile.Fit fit = StepProfile.fit(p.t(), v, levels, new double[] {a, Math.max(b, a + 0.5)}, blur,
                        false, false);
                if (best == null || fit.rms() < best.rms()) {
                    best = fit;
                }
            }
            // without coating the core meets the surroundings: one position
            StepProfile.Fit gap = StepProfile.fit(p.t(), v, ends, new double[] {best.positions()[0]}, blur, false,
                    false);
            boolean none = best.positions()[1] <= best.positions()[0] || gap.rms() <= best.rms() * 1.0005;
            inner[i] = none ? gap.positions()[0] : best.positions()[0];
            outer[i] = none ? inner[i] : best.positions()[1];
            double rms = none ? gap.rms() : best.rms();
            int m = 0;
            for (double x : v) {
                m += Double.isNaN(x) ? 0 : 1;
            }
            if (!ShellProfiles.seen(v) || inner[i] < p.t()[0] || outer[i] > p.t()[p.t().length - 1]) {
                inner[i] = Double.NaN;
                outer[i] = Double.NaN;
                continue;
            }
            chi += rms * rms * m;
            n += m;
        }
        noise = Math.sqrt(chi / Math.max(1, n));
        return chi;
    }

    /** Levels (linear least squares) and blur (one Gauss-Newton step) from all normals. */
    private void common() {
        double[][] a = new double[4][4];
        double[] g = new double[4];
        double[] d = new double[4];
        for (int i = 0; i < p.count(); i++) {
            if (Double.isNaN(inner[i])) {
                continue;
            }
            for (int k = 0; k < p.t().length; k++) {
                double v = p.levels()[i][k];
                if (Double.isNaN(v)) {
                    continue;
                }
                double z1 = (p.t()[k] - inner[i]) / blur;
                double z2 = (p.t()[k] - outer[i]) / blur;
                double f1 = StepProfile.phi(z1);
                double f2 = StepProfile.phi(z2);
                d[0] = 1 - f1;
                d[1] = f1 - f2;
                d[2] = f2;
                d[3] = -((levels[1] - levels[0]) * density(z1) * z1 + (levels[2] - levels[1]) * density(z2) * z2)
                        / blur;
                double r = v - levels[0] * d[0] - levels[1] * d[1] - levels[2] * d[2];
                for (int x = 0; x < 4; x++) {
                    g[x] += d[x] * r;
                    for (int y = 0; y < 4; y++) {
                        a[x][y] += d[x] * d[y];
                    }
                }
            }
        }
        double[] step = solve(a, g);
        if (step == null) {
            return;
        }
        levels = new double[] {levels[0] + step[0], levels[1] + step[1], levels[2] + step[2]};
        double part = (levels[1] - levels[0]) / (levels[2] - levels[0]);
        if (part < 0.05 || part > 0.95) {
            levels[1] = levels[0] + Math.max(0.05, Math.min(0.95, part)) * (levels[2] - levels[0]);
        }
        blur = Math.max(0.2, blur + Math.max(-0.3 * blur, Math.min(0.3 * blur, step[3])));
    }

    private static double density(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    /** Gaussian elimination with pivoting of a small symmetric system; null if singular. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            if (Math.abs(a[pivot][c]) < 1e-12) {
                return null;
            }
            double[] row = a[c];
            a[c] = a[pivot];
            a[pivot] = row;
            double v = b[c];
            b[c] = b[pivot];
            b[pivot] = v;
            for (int r = c + 1; r < n; r++) {
                double f = a[r][c] / a[c][c];
                for (int k = c; k < n; k++) {
                    a[r][k] -= f * a[c][k];
                }
                b[r] -= f * b[c];
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double sum = b[r];
            for (int k = r + 1; k < n; k++) {
                sum -= a[r][k] * x[k];
            }
            x[r] = sum / a[r][r];
        }
        return x;
    }

    private static double median(double[] v) {
        double[] s = Arrays.stream(v).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return s.length == 0 ? 0 : s[s.length / 2];
    }
}
