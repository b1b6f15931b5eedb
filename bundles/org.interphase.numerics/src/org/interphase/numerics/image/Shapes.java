package org.interphase.numerics.image;

import java.util.Arrays;

/**
 * Size and shape of components from their runs: area, centroid, second moments, perimeter, Feret diameters. All in
 * pixels.
 */
public final class Shapes {

    /**
     * One component.
     *
     * @param label its label
     * @param area number of pixels
     * @param x centroid, pixel centres at whole numbers
     * @param y centroid
     * @param major major axis of the ellipse of equal second moments (pixels count as unit squares)
     * @param minor minor axis of that ellipse
     * @param angle direction of the major axis, radians from +x towards +y (down)
     * @param perimeter by the Cauchy-Crofton formula over four directions
     * @param feretMax largest distance between two parallel tangents
     * @param feretMin smallest distance between two parallel tangents
     * @param border whether it touches the edge of the picture
     */
    public record Shape(int label, int area, double x, double y, double major, double minor, double angle,
            double perimeter, double feretMax, double feretMin, boolean border) {

        /** Diameter of the disc of equal area. */
        public double equivalentDiameter() {
            return 2 * Math.sqrt(area / Math.PI);
        }

        /** 4 pi area / perimeter squared, at most 1. */
        public double circularity() {
            return Math.min(1, 4 * Math.PI * area / (perimeter * perimeter));
        }

        /** Major by minor axis. */
        public double aspectRatio() {
            return major / minor;
        }
    }

    private Shapes() {
    }

    /** Shapes of all labels 1..count of a label image; labels without pixels are left out. */
    public static Shape[] of(int[] labels, int width, int height, int count) {
        Grid.require(labels.length, width, height);
        double[][] m = new double[6][count + 1];
        double[] crossings = new double[count + 1];
        boolean[] border = new boolean[count + 1];
        Extent[] extents = new Extent[count + 1];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                int l = labels[row + x];
                if (l == 0) {
                    continue;
                }
                border[l] |= x == 0 || y == 0 || x == width - 1 || y == height - 1;
                crossings[l] += ends(labels, width, height, x, y, l);
                if (x == 0 || labels[row + x - 1] != l) {
                    int end = x + 1;
                    while (end < width && labels[row + end] == l) {
                        end++;
                    }
                    moments(m, l, x, end, y);
                    if (extents[l] == null) {
                        extents[l] = new Extent();
                    }
                    extents[l].add(x, end - 1, y);
                }
            }
        }
        Shape[] out = new Shape[count];
        int n = 0;
        for (int l = 1; l <= count; l++) {
            if (m[0][l] > 0) {
                out[n++] = shape(l, m, crossings[l], extents[l], border[l]);
            }
        }
        return Arrays.copyOf(out, n);
    }

    /**
     * Weighted boundary crossings of a pixel along four directions. Crofton: perimeter = pi/2 * mean over directions
     * of (crossings * line spacing); spacing 1 along rows and columns, 1/sqrt 2 along diagonals. Each chord has two
     * ends.
     */
    private static double ends(int[] labels, int w, int h, int x, int y, int l) {
        double straight = differs(labels, w, h, x - 1, y, l) + differs(labels, w, h, x + 1, y, l)
                + differs(labels, w, h, x, y - 1, l) + differs(labels, w, h, x, y + 1, l);
        double diagonal = differs(labels, w, h, x - 1, y - 1, l) + differs(labels, w, h, x + 1, y - 1, l)
                + differs(labels, w, h, x - 1, y + 1, l) + differs(labels, w, h, x + 1, y + 1, l);
        return Math.PI / 8 * (straight + diagonal / Math.sqrt(2));
    }

    private static int differs(int[] labels, int w, int h, int x, int y, int l) {
        return x < 0 || y < 0 || x >= w || y >= h || labels[y * w + x] != l ? 1 : 0;
    }

    private static void moments(double[][] m, int l, int x0, int x1, int y) {
        double n = x1 - x0;
        double sx = (x0 + x1 - 1) * n / 2;
        double a = x1 - 1;
        double b = x0 - 1;
        double sxx = (a * (a + 1) * (2 * a + 1) - b * (b + 1) * (2 * b + 1)) / 6;
        m[0][l] += n;
        m[1][l] += sx;
        m[2][l] += n * y;
        m[3][l] += sxx;
        m[4][l] += sx * y;
        m[5][l] += n * y * y;
    }

    private static Shape shape(int l, double[][] m, double perimeter, Extent extent, boolean border) {
        double n = m[0][l];
        double cx = m[1][l] / n;
        double cy = m[2][l] / n;
        // a pixel is a unit square with second moment 1/12
        double xx = m[3][l] / n - cx * cx + 1.0 / 12;
        double xy = m[4][l] / n - cx * cy;
        double yy = m[5][l] / n - cy * cy + 1.0 / 12;
        double mean = (xx + yy) / 2;
        double diff = Math.hypot((xx - yy) / 2, xy);
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        double[] feret = extent.feret();
        return new Shape(l, (int) n, cx, cy, 4 * Math.sqrt(mean + diff), 4 * Math.sqrt(Math.max(0, mean - diff)),
                angle, perimeter, feret[0], feret[1], border);
    }

    /** Convex extent of a component collected row by row. */
    private static final class Extent {
        private int[] points = new int[16];
        private int n;

        void add(int x0, int x1, int y) {
            if (n + 4 > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
            }
            // several runs of one row: only the outermost count
            if (n >= 4 && points[n - 1] == y) {
                points[n - 4] = Math.min(points[n - 4], x0);
                points[n - 2] = Math.max(points[n - 2], x1 + 1);
                return;
            }
            points[n++] = x0;
            points[n++] = y;
            points[n++] = x1 + 1;
            points[n++] = y;
        }

        /** Largest and smallest width over 180 directions of the pixels as unit squares. */
        double[] feret() {
            double[] corners = hull();
            double max = 0;
            double min = Double.POSITIVE_INFINITY;
            for (int k = 0; k < 180; k++) {
                double c = Math.cos(Math.PI * k / 180);
                double s = Math.sin(Math.PI * k / 180);
                double lo = Double.POSITIVE_INFINITY;
                double hi = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < corners.length; i += 2) {
                    double p = corners[i] * c + corners[i + 1] * s;
                    lo = Math.min(lo, p);
                    hi = Math.max(hi, p);
                }
                max = Math.max(max, hi - lo);
                min = Math.min(min, hi - lo);
            }
            return new double[] {max, min};
        }

        /** Corner points that can be extreme: of each row the outermost, above and below. */
        private double[] hull() {
            double[] c = new double[2 * n];
            int k = 0;
            for (int i = 0; i < n; i += 2) {
                c[k++] = points[i];
                c[k++] = points[i + 1];
                c[k++] = points[i];
                c[k++] = points[i + 1] + 1;
            }
            return c;
        }
    }
}
