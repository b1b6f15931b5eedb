package org.interphase.technique.microscopy.segmentation;

import org.interphase.model.Raster;

/** Pixels without value (NaN): where they are, and values that stand in for them while a picture is filtered. */
public final class MissingPixels {

    private MissingPixels() {
    }

    /** Whether any value of an array is missing. */
    public static boolean in(float[] pixels) {
        for (float v : pixels) {
            if (Float.isNaN(v)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any pixel of a rectangle of a picture is missing. */
    public static boolean in(Raster raster, int x, int y, int width, int height) {
        if (raster.pixels().isInteger()) {
            return false;
        }
        float[] row = new float[width];
        for (int r = 0; r < height; r++) {
            raster.pixels().copyTo((y + r) * raster.width() + x, row, 0, width);
            if (in(row)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The picture continued from its pixels with a value into those without, each taking the value of a nearest one
     * (counted in steps along rows and columns), as filters continue a picture beyond its edges. Without any value all
     * is left as it was.
     */
    public static float[] filled(float[] pixels, int width, int height) {
        float[] out = pixels.clone();
        int[] queue = new int[pixels.length];
        int end = 0;
        for (int i = 0; i < out.length; i++) {
            if (!Float.isNaN(out[i])) {
                queue[end++] = i;
            }
        }
        for (int k = 0; k < end; k++) {
            int i = queue[k];
            int x = i % width;
            int y = i / width;
            end = spread(out, x > 0 ? i - 1 : i, i, queue, end);
            end = spread(out, x < width - 1 ? i + 1 : i, i, queue, end);
            end = spread(out, y > 0 ? i - width : i, i, queue, end);
            end = spread(out, y < height - 1 ? i + width : i, i, queue, end);
        }
        return out;
    }

    private static int spread(float[] out, int to, int from, int[] queue, int end) {
        if (!Float.isNaN(out[to])) {
            return end;
        }
        out[to] = out[from];
        queue[end] = to;
        return end + 1;
    }

    /** Takes away the values where those of the original are missing. */
    public static void restore(float[] original, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isNaN(original[i]) ? Float.NaN : values[i];
        }
    }
}
