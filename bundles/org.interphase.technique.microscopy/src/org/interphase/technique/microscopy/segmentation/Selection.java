package org.interphase.technique.microscopy.segmentation;

import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Region;
import org.interphase.model.Raster;

/**
 * The part of a picture that is analysed: a rectangle, and within it the pixels that a drawn region selects and that
 * have a value.
 *
 * @param x left edge in pixels of the picture
 * @param y upper edge
 * @param width of the rectangle
 * @param height of the rectangle
 * @param within 0 or 1 per pixel of the rectangle, or null if all are selected; not to be written to
 */
public record Selection(int x, int y, int width, int height, byte[] within) {

    /**
     * The specimen field cut by a region.
     *
     * @throws AnalysisException if nothing is left, or the region is a line
     */
    public static Selection of(Raster raster, Region region) throws AnalysisException {
        Raster.Field f = raster.field();
        if (region.isAll()) {
            return new Selection(f.x(), f.y(), f.width(), f.height(), null).valued(raster);
        }
        if (region.form() == Region.Form.LINE) {
            throw new AnalysisException("A line encloses nothing; draw a rectangle, an ellipse or a polygon.");
        }
        double[] xs = region.x();
        double[] ys = region.y();
        int x0 = (int) Math.max(f.x(), Math.floor(min(xs)));
        int y0 = (int) Math.max(f.y(), Math.floor(min(ys)));
        int x1 = (int) Math.min(f.x() + f.width(), Math.ceil(max(xs)));
        int y1 = (int) Math.min(f.y() + f.height(), Math.ceil(max(ys)));
        if (x1 - x0 < 2 || y1 - y0 < 2) {
            throw new AnalysisException("The region lies outside the specimen field (" + f.width() + " x "
                    + f.height() + " pixels from " + f.x() + "," + f.y() + "); draw it inside.");
        }
        if (region.form() == Region.Form.RECTANGLE) {
            return new Selection(x0, y0, x1 - x0, y1 - y0, null).valued(raster);
        }
        int w = x1 - x0;
        byte[] within = new byte[w * (y1 - y0)];
        long count = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                boolean in = region.contains(x + 0.5, y + 0.5);
                within[(y - y0) * w + x - x0] = (byte) (in ? 1 : 0);
                count += in ? 1 : 0;
            }
        }
        if (count < 16) {
            throw new AnalysisException("The region selects only " + count + " pixels; draw a larger one.");
        }
        return new Selection(x0, y0, w, y1 - y0, within).valued(raster);
    }

    /** The selection without pixels that have no value. */
    private Selection valued(Raster raster) throws AnalysisException {
        if (!MissingPixels.in(raster, x, y, width, height)) {
            return this;
        }
        byte[] out = new byte[width * height];
        long count = 0;
        for (int i = 0; i < out.length; i++) {
            boolean in = has(i) && !Double.isNaN(raster.get(x + i % width, y + i / width));
            out[i] = (byte) (in ? 1 : 0);
            count += in ? 1 : 0;
        }
        if (count < 16) {
            throw new AnalysisException("Only " + count + " pixels of the region hold a value; draw it elsewhere.");
        }
        return new Selection(x, y, width, height, out);
    }

    /**
     * The same selection if all its rectangle's pixels have a value.
     *
     * @throws AnalysisException if one has none, for what cannot leave pixels out
     */
    public Selection complete(Raster raster) throws AnalysisException {
        if (MissingPixels.in(raster, x, y, width, height)) {
            throw new AnalysisException("Some pixels of the region hold no value; draw a region in which all do.");
        }
        return this;
    }

    private static double min(double[] v) {
        return java.util.Arrays.stream(v).min().orElseThrow();
    }

    private static double max(double[] v) {
        return java.util.Arrays.stream(v).max().orElseThrow();
    }

    /** Whether a pixel of the rectangle is selected. */
    public boolean has(int index) {
        return within == null || within[index] != 0;
    }

    /** For each label whether it touches a pixel that is not selected, so that its part beyond is not known. */
    public boolean[] cut(int[] labels, int count) {
        boolean[] out = new boolean[count + 1];
        for (int i = 0; within != null && i < labels.length; i++) {
            if (within[i] == 0) {
                int x = i % width;
                out[x > 0 ? labels[i - 1] : 0] = true;
                out[x < width - 1 ? labels[i + 1] : 0] = true;
                out[i >= width ? labels[i - width] : 0] = true;
                out[i + width < labels.length ? labels[i + width] : 0] = true;
            }
        }
        return out;
    }

    /** A mask in which what is not selected counts as phase: nothing is known to end there. */
    public byte[] open(byte[] mask) {
        if (within == null) {
            return mask;
        }
        byte[] out = mask.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] |= (byte) (1 - within[i]);
        }
        return out;
    }

    /** Number of selected pixels. */
    public long area() {
        if (within == null) {
            return (long) width * height;
        }
        long n = 0;
        for (byte b : within) {
            n += b;
        }
        return n;
    }

    /** Grey levels of the rectangle. */
    public float[] floats(Raster raster) {
        float[] out = new float[width * height];
        for (int r = 0; r < height; r++) {
            raster.pixels().copyTo((y + r) * raster.width() + x, out, r * width, width);
        }
        return out;
    }
}
