package org.interphase.technique.topography.areal;

/**
 * Interpolation of a part of a grid by cubic B-splines, mirrored at its border (M. Unser, A. Aldroubi, M. Eden, IEEE
 * Trans. Signal Process. 41 (1993) 821, doi:10.1109/78.193220).
 */
final class CubicPatch {

    private static final double POLE = Math.sqrt(3) - 2;

    private final double[] c;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    private CubicPatch(double[] c, int left, int top, int width, int height) {
        this.c = c;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    /** The part from (x0, y0) to (x1, y1), both included and cut at the grid's border. */
    static CubicPatch of(double[] grid, int w, int h, int x0, int y0, int x1, int y1) {
        int left = Math.max(0, x0);
        int top = Math.max(0, y0);
        int width = Math.min(w - 1, x1) - left + 1;
        int height = Math.min(h - 1, y1) - top + 1;
        double[] c = new double[width * height];
        double[] line = new double[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(grid, (top + y) * w + left, line, 0, width);
            coefficients(line);
            System.arraycopy(line, 0, c, y * width, width);
        }
        double[] column = new double[height];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                column[y] = c[y * width + x];
            }
            coefficients(column);
            for (int y = 0; y < height; y++) {
                c[y * width + x] = column[y];
            }
        }
        return new CubicPatch(c, left, top, width, height);
    }

    private static void coefficients(double[] s) {
        int n = s.length;
        if (n == 1) {
            return;
        }
        for (int i = 0; i < n; i++) {
            s[i] *= 6;
        }
        // start of the causal recursion over the mirrored line, whose period is 2 n - 2
        double sum = s[0] + Math.pow(POLE, n - 1) * s[n - 1];
        double z = POLE;
        for (int i = 1; i < n - 1 && Math.abs(z) > 1e-18; i++, z *= POLE) {
            sum += z * s[i];
        }
        for (int i = n - 2; i > 0; i--) {
            double power = Math.pow(POLE, 2.0 * n - 2 - i);
            if (Math.abs(power) < 1e-18) {
                break;
            }
            sum += power * s[i];
        }
        s[0] = sum / (1 - Math.pow(POLE, 2.0 * n - 2));
        for (int i = 1; i < n; i++) {
            s[i] += POLE * s[i - 1];
        }
        s[n - 1] = POLE / (POLE * POLE - 1) * (s[n - 1] + POLE * s[n - 2]);
        for (int i = n - 2; i >= 0; i--) {
            s[i] = POLE * (s[i + 1] - s[i]);
        }
    }

    /** The value at a place of the whole grid. */
    double value(double x, double y) {
        int ix = (int) Math.floor(x - left);
        int iy = (int) Math.floor(y - top);
        double fx = x - left - ix;
        double fy = y - top - iy;
        double sum = 0;
        for (int k = -1; k <= 2; k++) {
            double row = 0;
            int r = mirror(iy + k, height) * width;
            for (int m = -1; m <= 2; m++) {
                row += weight(fx - m) * c[r + mirror(ix + m, width)];
            }
            sum += weight(fy - k) * row;
        }
        return sum;
    }

    private static double weight(double t) {
        double a = Math.abs(t);
        if (a < 1) {
            return 2.0 / 3 - a * a * (1 - a / 2);
        }
        return a < 2 ? (2 - a) * (2 - a) * (2 - a) / 6 : 0;
    }

    private static int mirror(int i, int n) {
        if (n == 1) {
            return 0;
        }
        int j = Math.floorMod(i, 2 * n - 2);
        return j < n ? j : 2 * n - 2 - j;
    }
}
