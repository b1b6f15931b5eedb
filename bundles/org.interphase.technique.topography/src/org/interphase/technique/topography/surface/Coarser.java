package org.interphase.technique.topography.surface;

/** A map averaged over squares of points. */
public final class Coarser {

    private Coarser() {
    }

    /** The map with points {@code factor} times as far apart, each the mean of what was measured in its square. */
    public static HeightField of(HeightField f, int factor) {
        if (factor <= 1) {
            return f;
        }
        int w = f.width() / factor;
        int h = f.height() / factor;
        if (w < 3 || h < 3) {
            return f;
        }
        double[] z = new double[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double sum = 0;
                int n = 0;
                for (int k = 0; k < factor * factor; k++) {
                    double v = f.z()[(y * factor + k / factor) * f.width() + x * factor + k % factor];
                    if (v == v) {
                        sum += v;
                        n++;
                    }
                }
                z[y * w + x] = n == 0 ? Double.NaN : sum / n;
            }
        }
        return new HeightField(z, w, h, f.stepX() * factor, f.stepY() * factor, f.unit(), f.length());
    }
}
