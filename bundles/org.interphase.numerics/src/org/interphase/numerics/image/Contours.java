package org.interphase.numerics.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of equal value by marching squares with linear interpolation (W. E. Lorensen, H. E. Cline, SIGGRAPH 1987, in
 * two dimensions). Coordinates are pixel centres: pixel (0, 0) is at x = 0, y = 0. Outside the picture everything is
 * below the level, so that every line closes.
 */
public final class Contours {

    /**
     * A closed line; the first point is not repeated. The part above the level lies to its left when y points down
     * the picture is read as y up.
     */
    public record Contour(double[] x, double[] y) {

        /** Enclosed area in pixels squared (shoelace formula), never negative. */
        public double area() {
            double sum = 0;
            for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
                sum += x[j] * y[i] - x[i] * y[j];
            }
            return Math.abs(sum) / 2;
        }

        /** Length in pixels. */
        public double length() {
            double sum = 0;
            for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
                sum += Math.hypot(x[i] - x[j], y[i] - y[j]);
            }
            return sum;
        }
    }

    private Contours() {
    }

    /** All contours of a mask at 0.5, that is along pixel sides rounded at corners. */
    public static List<Contour> ofMask(byte[] mask, int width, int height) {
        float[] values = new float[mask.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = mask[i];
        }
        return of(values, width, height, 0.5);
    }

    /** All contours at a level. */
    public static List<Contour> of(float[] pixels, int width, int height, double level) {
        Grid.require(pixels.length, width, height);
        Tracer tracer = new Tracer(pixels, width, height, level);
        List<Contour> out = new ArrayList<>();
        for (int y = -1; y < height; y++) {
            for (int x = -1; x < width; x++) {
                Contour c = tracer.from(x, y);
                if (c != null) {
                    out.add(c);
                }
            }
        }
        return out;
    }

    /** Follows a line through cells; a cell is the square between four pixel centres. */
    private static final class Tracer {
        private static final int[] STEP_X = {0, 1, 0, -1};
        private static final int[] STEP_Y = {-1, 0, 1, 0};

        private final float[] pixels;
        private final int width;
        private final int height;
        private final double level;
        /** Cells that a line has left through their top. */
        private final boolean[] left;
        private double[] xs = new double[256];
        private double[] ys = new double[256];

        Tracer(float[] pixels, int width, int height, double level) {
            this.pixels = pixels;
            this.width = width;
            this.height = height;
            this.level = level;
            this.left = new boolean[(width + 1) * (height + 1)];
        }

        private double value(int x, int y) {
            return pixels[y * width + x];
        }

        private boolean above(int x, int y) {
            return x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x] >= level;
        }

        /** Corners above the level: 1 top left, 2 top right, 4 bottom right, 8 bottom left. */
        private int shape(int x, int y) {
            return (above(x, y) ? 1 : 0) | (above(x + 1, y) ? 2 : 0) | (above(x + 1, y + 1) ? 4 : 0)
                    | (above(x, y + 1) ? 8 : 0);
        }

        /** The contour through the top side of this cell with the high corner on the left, if not yet followed. */
        Contour from(int x, int y) {
            int shape = shape(x, y);
            // lines are started only where they leave a cell through its top: every closed line does so somewhere
            if ((shape & 3) != 1 || left[(y + 1) * (width + 1) + x + 1]) {
                return null;
            }
            int n = 0;
            int cx = x;
            int cy = y;
            int leave = 0;
            do {
                if (n == xs.length) {
                    xs = Arrays.copyOf(xs, 2 * n);
                    ys = Arrays.copyOf(ys, 2 * n);
                }
                crossing(cx, cy, leave, n++);
                if (leave == 0) {
                    left[(cy + 1) * (width + 1) + cx + 1] = true;
                }
                cx += STEP_X[leave];
                cy += STEP_Y[leave];
                leave = next(cx, cy, (leave + 2) % 4);
            } while (cx != x || cy != y || leave != 0);
            return new Contour(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n));
        }

        /** Position of the line on a side (0 top, 1 right, 2 bottom, 3 left) of a cell. */
        private void crossing(int x, int y, int side, int at) {
            int ax = side == 1 ? x + 1 : x;
            int ay = side == 2 ? y + 1 : y;
            int bx = side == 3 ? x : x + 1;
            int by = side == 0 ? y : y + 1;
            boolean inA = ax >= 0 && ay >= 0 && ax < width && ay < height;
            boolean inB = bx >= 0 && by >= 0 && bx < width && by < height;
            double t;
            if (inA && inB) {
                double a = value(ax, ay);
                double b = value(bx, by);
                t = (level - a) / (b - a);
            } else {
                t = 0.5;
            }
            xs[at] = ax + t * (bx - ax);
            ys[at] = ay + t * (by - ay);
        }

        /** The side by which a line leaves that came in through {@code entered}, keeping the high part on its left. */
        private int next(int x, int y, int entered) {
            int shape = shape(x, y);
            if (shape == 5 || shape == 10) {
                // saddle (never at the edge, where two neighbouring corners are outside): the mean decides whether the
                // high corners are joined, and the line then goes round the low corner on its right
                double mean = (value(x, y) + value(x + 1, y) + value(x + 1, y + 1) + value(x, y + 1)) / 4;
                return mean >= level ? (entered + 3) % 4 : (entered + 1) % 4;
            }
            for (int side = 0; side < 4; side++) {
                if (side != entered && crosses(shape, side)) {
                    return side;
                }
            }
            throw new IllegalStateException("a contour line ends inside the picture");
        }

        private static boolean crosses(int shape, int side) {
            int a = shape >> side & 1;
            int b = shape >> (side + 1) % 4 & 1;
            return a != b;
        }
    }
}
