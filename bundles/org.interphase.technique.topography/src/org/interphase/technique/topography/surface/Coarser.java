package org.interphase.technique.topography.surface;

/** A map averaged over squares of points. */
public final class Coarser {

    private static final int FEWEST = 3;

    private Coarser() {
    }

    /**
     * The map with points about {@code factor} times as far apart, each the mean of what was measured in its part of
     * the area; together they are all of it. A side that would be left with fewer than three points is averaged less.
     */
    public static HeightField of(HeightField f, int factor) {
        int w = side(f.width(), factor);
        int h = side(f.height(), factor);
        if (w == f.width() && h == f.height()) {
            return f;
        }
        double[] z = new double[w * h];
        for (int y = 0; y < h; y++) {
            int top = start(y, h, f.height());
            int bottom = start(y + 1, h, f.height());
            for (int x = 0; x < w; x++) {
                int right = start(x + 1, w, f.width());
                double sum = 0;
                int n = 0;
                for (int v = top; v < bottom; v++) {
                    for (int u = start(x, w, f.width()); u < right; u++) {
                        double a = f.z()[v * f.width() + u];
                        if (a == a) {
                            sum += a;
                            n++;
                        }
                    }
                }
                z[y * w + x] = n == 0 ? Double.NaN : sum / n;
            }
        }
        return new HeightField(z, w, h, f.sideX() / w, f.sideY() / h, f.unit(), f.length());
    }

    private static int side(int points, int factor) {
        return Math.min(points, Math.max(FEWEST, points / Math.max(1, factor)));
    }

    private static int start(int i, int parts, int points) {
        return (int) ((long) i * points / parts);
    }
}
