package org.interphase.numerics.image;

/** Values between pixels. */
public final class Interpolation {

    private Interpolation() {
    }

    /** Bilinear value at a position in pixels (centres at whole numbers); NaN outside the outermost centres. */
    public static double bilinear(float[] pixels, int width, int height, double x, double y) {
        if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) {
            return Double.NaN;
        }
        int x0 = Math.min((int) x, Math.max(0, width - 2));
        int y0 = Math.min((int) y, Math.max(0, height - 2));
        int x1 = Math.min(x0 + 1, width - 1);
        int y1 = Math.min(y0 + 1, height - 1);
        double fx = x - x0;
        double fy = y - y0;
        double top = pixels[y0 * width + x0] * (1 - fx) + pixels[y0 * width + x1] * fx;
        double bottom = pixels[y1 * width + x0] * (1 - fx) + pixels[y1 * width + x1] * fx;
        return top * (1 - fy) + bottom * fy;
    }
}
