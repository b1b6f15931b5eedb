package org.interphase.technique.microscopy.layer;

import java.util.Arrays;

/**
 * Thickness of a layer along its local normals from points of its two interfaces in physical coordinates.
 */
public final class LayerGeometry {

    /**
     * Thickness on the normals.
     *
     * @param thickness one value per normal
     * @param x1 foot points on the first interface
     * @param y1 foot points on the first interface
     * @param x2 foot points on the second interface
     * @param y2 foot points on the second interface
     * @param angle mean direction of the layer, radians from +x
     */
    public record Result(double[] thickness, double[] x1, double[] y1, double[] x2, double[] y2, double angle) {
    }

    private LayerGeometry() {
    }

    /**
     * Measures along normals of the middle line.
     *
     * @param first x and y of the first interface
     * @param second x and y of the second interface, point by point on the same lines
     * @param window half length, in lines, over which the direction of the layer is averaged
     */
    public static Result measure(double[][] first, double[][] second, int window) {
        int n = first[0].length;
        double[] mx = new double[n];
        double[] my = new double[n];
        for (int i = 0; i < n; i++) {
            mx[i] = (first[0][i] + second[0][i]) / 2;
            my[i] = (first[1][i] + second[1][i]) / 2;
        }
        double angle = direction(mx, my, 0, n);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double[][] a = turned(first, c, s);
        double[][] b = turned(second, c, s);
        double[][] m = turned(new double[][] {mx, my}, c, s);
        int[] order = org.interphase.model.Axis.ascendingOrder(m[0]);
        double[][] lineA = sorted(a);
        double[][] lineB = sorted(b);
        double[][] middle = new double[2][n];
        for (int i = 0; i < n; i++) {
            middle[0][i] = m[0][order[i]];
            middle[1][i] = m[1][order[i]];
        }
        double[] t = new double[n];
        double[][] feet = new double[4][n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            double slope = slope(middle, Math.max(0, i - window), Math.min(n, i + window + 1));
            double centre = centre(middle, Math.max(0, i - window), Math.min(n, i + window + 1), middle[0][i]);
            double norm = Math.hypot(1, slope);
            double[] p = meet(lineA, middle[0][i], centre, slope / norm, -1 / norm);
            double[] q = meet(lineB, middle[0][i], centre, slope / norm, -1 / norm);
            if (p == null || q == null) {
                continue;
            }
            t[k] = Math.hypot(p[0] - q[0], p[1] - q[1]);
            feet[0][k] = p[0] * c - p[1] * s;
            feet[1][k] = p[0] * s + p[1] * c;
            feet[2][k] = q[0] * c - q[1] * s;
            feet[3][k] = q[0] * s + q[1] * c;
            k++;
        }
        return new Result(Arrays.copyOf(t, k), Arrays.copyOf(feet[0], k), Arrays.copyOf(feet[1], k),
                Arrays.copyOf(feet[2], k), Arrays.copyOf(feet[3], k), angle);
    }

    private static double[][] turned(double[][] p, double c, double s) {
        int n = p[0].length;
        double[][] out = new double[2][n];
        for (int i = 0; i < n; i++) {
            out[0][i] = p[0][i] * c + p[1][i] * s;
            out[1][i] = -p[0][i] * s + p[1][i] * c;
        }
        return out;
    }

    private static double[][] sorted(double[][] p) {
        int[] order = org.interphase.model.Axis.ascendingOrder(p[0]);
        double[][] out = new double[2][order.length];
        for (int i = 0; i < order.length; i++) {
            out[0][i] = p[0][order[i]];
            out[1][i] = p[1][order[i]];
        }
        return out;
    }

    /** Direction of the line of least squared distances through points. */
    private static double direction(double[] x, double[] y, int from, int to) {
        double n = to - from;
        double sx = 0;
        double sy = 0;
        for (int i = from; i < to; i++) {
            sx += x[i] / n;
            sy += y[i] / n;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = from; i < to; i++) {
            xx += (x[i] - sx) * (x[i] - sx);
            xy += (x[i] - sx) * (y[i] - sy);
            yy += (y[i] - sy) * (y[i] - sy);
        }
        return 0.5 * Math.atan2(2 * xy, xx - yy);
    }

    private static double slope(double[][] p, int from, int to) {
        return line(p, from, to)[1];
    }

    private static double centre(double[][] p, int from, int to, double at) {
        double[] l = line(p, from, to);
        return l[0] + l[1] * (at - l[2]);
    }

    /** Mean, slope and mean abscissa of a straight line through a part of the points. */
    private static double[] line(double[][] p, int from, int to) {
        double n = to - from;
        double mx = 0;
        double my = 0;
        for (int i = from; i < to; i++) {
            mx += p[0][i] / n;
            my += p[1][i] / n;
        }
        double xy = 0;
        double xx = 0;
        for (int i = from; i < to; i++) {
            xy += (p[0][i] - mx) * (p[1][i] - my);
            xx += (p[0][i] - mx) * (p[0][i] - mx);
        }
        return new double[] {my, xx > 0 ? xy / xx : 0, mx};
    }

    /** Where the straight line through (x, y) with direction (dx, dy) meets a polyline ascending in x; null if not. */
    private static double[] meet(double[][] line, double x, double y, double dx, double dy) {
        double at = x;
        for (int i = 0; i < 8; i++) {
            double v = interpolate(line, at);
            if (Double.isNaN(v)) {
                return null;
            }
            double next = x + (v - y) / dy * dx;
            if (Math.abs(next - at) < 1e-9 * (1 + Math.abs(next))) {
                break;
            }
            at = next;
        }
        double v = interpolate(line, at);
        return Double.isNaN(v) ? null : new double[] {at, v};
    }

    private static double interpolate(double[][] line, double x) {
        double[] xs = line[0];
        int n = xs.length;
        double step = (xs[n - 1] - xs[0]) / (n - 1);
        if (x < xs[0] - step || x > xs[n - 1] + step) {
            return Double.NaN;
        }
        int i = Arrays.binarySearch(xs, x);
        int k = Math.max(0, Math.min(n - 2, i >= 0 ? i : -i - 2));
        double d = xs[k + 1] - xs[k];
        double f = d > 0 ? (x - xs[k]) / d : 0;
        return line[1][k] + Math.max(-0.5, Math.min(1.5, f)) * (line[1][k + 1] - line[1][k]);
    }

    /** Standard error of the mean of values along a line that may be correlated: from means of blocks. */
    public static double errorOfMean(double[] v) {
        int n = v.length;
        double best = 0;
        for (int blocks : new int[] {32, 16, 10}) {
            if (n < 2 * blocks) {
                continue;
            }
            double mean = Arrays.stream(v).average().orElse(0);
            double sum = 0;
            for (int b = 0; b < blocks; b++) {
                int from = (int) ((long) b * n / blocks);
                int to = (int) ((long) (b + 1) * n / blocks);
                double m = 0;
                for (int i = from; i < to; i++) {
                    m += v[i] / (to - from);
                }
                sum += (m - mean) * (m - mean);
            }
            // the largest over block lengths: blocks shorter than the correlation give too small a value
            best = Math.max(best, Math.sqrt(sum / (blocks - 1.0) / blocks));
        }
        return best > 0 ? best : n > 1 ? Math.sqrt(variance(v) / n) : Double.NaN;
    }

    /**
     * Standard error of a standard deviation, s / sqrt(2 (n - 1)), with the number of independent values taken from how
     * well the mean is known.
     */
    public static double errorOfDeviation(double deviation, double errorOfMean) {
        double independent = Math.max(2, Math.pow(deviation / errorOfMean, 2));
        return deviation > 0 && errorOfMean > 0 ? deviation / Math.sqrt(2 * (independent - 1)) : Double.NaN;
    }

    /**
     * Standard error of a layer's direction in radians: of the slope of its middle line, sqrt(12) / L times that of the
     * mean offset for points evenly spread over a length L.
     */
    public static double errorOfDirection(Result r) {
        int n = r.thickness().length;
        double[] off = new double[n];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double x = (r.x1()[i] + r.x2()[i]) / 2;
            double y = (r.y1()[i] + r.y2()[i]) / 2;
            double along = x * Math.cos(r.angle()) + y * Math.sin(r.angle());
            off[i] = y * Math.cos(r.angle()) - x * Math.sin(r.angle());
            low = Math.min(low, along);
            high = Math.max(high, along);
        }
        return high > low ? Math.sqrt(12) / (high - low) * errorOfMean(off) : Double.NaN;
    }

    public static double variance(double[] v) {
        double mean = Arrays.stream(v).average().orElse(0);
        return v.length < 2 ? 0 : Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / (v.length - 1);
    }
}
