package org.interphase.technique.topography.surface;

import org.interphase.api.Progress;
import org.interphase.numerics.linear.Cholesky;
import org.interphase.numerics.signal.Robust;

/**
 * A polynomial surface of a total degree, fitted by least squares to the measured points, plain or robust (Tukey's
 * biweight with 4.685 robust standard deviations after least trimmed squares: P. J. Huber, E. M. Ronchetti, Robust
 * Statistics, 2nd ed., 2009, doi:10.1002/9780470434697).
 */
public final class Levelling {

    /** Tuning constant of the biweight: 95 % efficiency for normal residuals. */
    private static final double TUKEY = 4.685;
    private static final int ROUNDS = 20;
    private static final int HALVES = 10;
    /** Points that a robust fit looks at: more do not change it. */
    private static final int ENOUGH = 200_000;
    /** Highest total degree. */
    public static final int HIGHEST = 8;

    private final int degree;
    private final int width;
    private final int height;
    private final double[] coefficients;

    private Levelling(int degree, int width, int height, double[] coefficients) {
        this.degree = degree;
        this.width = width;
        this.height = height;
        this.coefficients = coefficients;
    }

    /**
     * The polynomial surface of a map; of fewer terms if the measured points do not determine all of them.
     *
     * @param degree total degree from 0 (a level) to {@link #HIGHEST}
     * @param robust whether spikes and pits are to have no say
     */
    public static Levelling of(HeightField f, int degree, boolean robust, Progress progress) {
        for (int d = degree; d > 0; d--) {
            double[] c = fit(f, d, robust, progress);
            if (c != null) {
                return new Levelling(d, f.width(), f.height(), c);
            }
        }
        return new Levelling(0, f.width(), f.height(), new double[] {f.mean()});
    }

    /** A plane by medians of height differences over an eighth of a side: an edge has a say in few of them. */
    public static Levelling byMedians(HeightField f) {
        return new Levelling(1, f.width(), f.height(), start(f, 1, every(f)));
    }

    private static int every(HeightField f) {
        return Math.max(1, (int) Math.sqrt((double) f.z().length / ENOUGH));
    }

    private static double[] fit(HeightField f, int degree, boolean robust, Progress progress) {
        int step = robust ? every(f) : 1;
        double[] c = solve(f, degree, step, null, 0, false, progress);
        if (c == null || !robust) {
            return c;
        }
        // a step at one side turns the least-squares surface so that weights can't find back
        c = start(f, degree, step);
        for (int round = 0; round < ROUNDS; round++) {
            Levelling now = new Levelling(degree, f.width(), f.height(), c);
            double scale = now.scale(f, step);
            if (!(scale > 0)) {
                return c;
            }
            // first the nearer half of the points alone (least trimmed squares), so that the other level of a step is
            // out of reach when the weights come
            boolean half = round < HALVES;
            double reach = half ? scale / Robust.SIGMA_PER_MAD : TUKEY * scale;
            double[] next = solve(f, degree, step, now, reach, half, progress);
            if (next == null) {
                return c;
            }
            double change = 0;
            for (int i = 0; i < c.length; i++) {
                change = Math.max(change, Math.abs(next[i] - c[i]));
            }
            c = next;
            if (!half && change < 1e-6 * scale) {
                break;
            }
        }
        return c;
    }

    /** A plane by medians: of height differences over an eighth of a side, then of what is left. */
    private static double[] start(HeightField f, int degree, int step) {
        int w = f.width();
        int h = f.height();
        int lagX = Math.max(1, w / 8);
        int lagY = Math.max(1, h / 8);
        double[] dx = new double[(w / step + 1) * (h / step + 1)];
        double[] dy = new double[dx.length];
        double[] rest = new double[dx.length];
        int nx = 0;
        int ny = 0;
        for (int y = 0; y < h; y += step) {
            for (int x = 0; x < w; x += step) {
                double v = f.z()[y * w + x];
                double right = x + lagX < w ? f.z()[y * w + x + lagX] - v : Double.NaN;
                double below = y + lagY < h ? f.z()[(y + lagY) * w + x] - v : Double.NaN;
                if (right == right) {
                    dx[nx++] = right;
                }
                if (below == below) {
                    dy[ny++] = below;
                }
            }
        }
        double[] c = new double[(degree + 1) * (degree + 2) / 2];
        // the coordinate runs over 2 from side to side
        c[degree + 1] = median(dx, nx) / lagX * (w - 1) / 2;
        c[1] = median(dy, ny) / lagY * (h - 1) / 2;
        int n = 0;
        for (int y = 0; y < h; y += step) {
            for (int x = 0; x < w; x += step) {
                double v = f.z()[y * w + x];
                if (v == v) {
                    rest[n++] = v - c[degree + 1] * at(x, w) - c[1] * at(y, h);
                }
            }
        }
        c[0] = median(rest, n);
        return c;
    }

    private static double median(double[] v, int n) {
        return n == 0 ? 0 : Robust.medianInPlace(v, n);
    }

    /** Robust standard deviation of what the surface leaves, by the median of its absolute values. */
    private double scale(HeightField f, int step) {
        double[] r = new double[(f.width() / step + 1) * (f.height() / step + 1)];
        int n = 0;
        double[] p = new double[degree + 1];
        double[] q = new double[degree + 1];
        for (int y = 0; y < f.height(); y += step) {
            legendre(at(y, f.height()), q);
            for (int x = 0; x < f.width(); x += step) {
                double v = f.z()[y * f.width() + x];
                if (v == v) {
                    legendre(at(x, f.width()), p);
                    r[n++] = Math.abs(v - sum(p, q));
                }
            }
        }
        return Robust.SIGMA_PER_MAD * median(r, n);
    }

    private static double[] solve(HeightField f, int degree, int step, Levelling last, double reach,
            boolean half, Progress progress) {
        int terms = (degree + 1) * (degree + 2) / 2;
        double[] a = new double[terms * terms];
        double[] b = new double[terms];
        double[] t = new double[terms];
        double[][] px = new double[f.width()][degree + 1];
        for (int x = 0; x < f.width(); x++) {
            legendre(at(x, f.width()), px[x]);
        }
        double[] q = new double[degree + 1];
        for (int y = 0; y < f.height(); y += step) {
            progress.checkCancelled();
            legendre(at(y, f.height()), q);
            for (int x = 0; x < f.width(); x += step) {
                double v = f.z()[y * f.width() + x];
                if (v != v) {
                    continue;
                }
                int k = 0;
                for (int i = 0; i <= degree; i++) {
                    for (int j = 0; i + j <= degree; j++) {
                        t[k++] = px[x][i] * q[j];
                    }
                }
                double weight = 1;
                if (last != null) {
                    double u = (v - last.sum(px[x], q)) / reach;
                    weight = Math.abs(u) > 1 ? 0 : half ? 1 : (1 - u * u) * (1 - u * u);
                }
                for (int i = 0; i < terms; i++) {
                    double wt = weight * t[i];
                    b[i] += wt * v;
                    for (int j = 0; j <= i; j++) {
                        a[i * terms + j] += wt * t[j];
                    }
                }
            }
        }
        double largest = 0;
        for (int i = 0; i < terms; i++) {
            largest = Math.max(largest, a[i * terms + i]);
        }
        if (!Cholesky.factor(a, terms, terms)) {
            return null;
        }
        for (int i = 0; i < terms; i++) {
            // a term that the measured points hardly tell from the others
            if (a[i * terms + i] * a[i * terms + i] < 1e-10 * largest) {
                return null;
            }
        }
        Cholesky.solve(a, terms, terms, b);
        return b;
    }

    private static double at(int i, int n) {
        return n > 1 ? 2.0 * i / (n - 1) - 1 : 0;
    }

    private static void legendre(double u, double[] out) {
        out[0] = 1;
        if (out.length > 1) {
            out[1] = u;
        }
        for (int k = 2; k < out.length; k++) {
            out[k] = ((2 * k - 1) * u * out[k - 1] - (k - 1) * out[k - 2]) / k;
        }
    }

    private double sum(double[] p, double[] q) {
        double s = 0;
        int k = 0;
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; i + j <= degree; j++) {
                s += coefficients[k++] * p[i] * q[j];
            }
        }
        return s;
    }

    /** The heights above the surface. */
    public HeightField takenFrom(HeightField f) {
        double[] out = new double[f.z().length];
        double[][] px = new double[width][degree + 1];
        for (int x = 0; x < width; x++) {
            legendre(at(x, width), px[x]);
        }
        double[] q = new double[degree + 1];
        for (int y = 0; y < height; y++) {
            legendre(at(y, height), q);
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                out[i] = f.z()[i] - sum(px[x], q);
            }
        }
        return f.with(out);
    }

    /** Slope along x of a plane, height over length; NaN for a level. */
    public double slopeX(HeightField f) {
        // the first term of degree 1 in x follows those of degree 0 in x
        return degree < 1 ? Double.NaN : coefficients[degree + 1] * 2 / ((width - 1) * f.stepX())
                * f.heightToLength();
    }

    /** Slope along y, upward, of a plane, height over length; NaN for a level. */
    public double slopeY(HeightField f) {
        return degree < 1 ? Double.NaN : -coefficients[1] * 2 / ((height - 1) * f.stepY()) * f.heightToLength();
    }

    /** Degree of the surface that was fitted. */
    public int degree() {
        return degree;
    }
}
