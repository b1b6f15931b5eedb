package org.interphase.technique.microscopy.figure;

import java.util.Arrays;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Layers in panel coordinates: x to the right and y downward from the upper left corner, in the picture's unit. */
public final class PictureLayers {

    /** Longest side of a picture laid over another: more is not seen and costs memory. */
    private static final int LONGEST = 2048;

    private PictureLayers() {
    }

    /** A 0/1 mask of an area as picture. */
    public static Layer mask(String label, Raster base, Selection area, byte[] mask, Style style) {
        int f = factor(area);
        int w = (area.width() + f - 1) / f;
        int h = (area.height() + f - 1) / f;
        byte[] small = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                small[y * w + x] = mask[y * f * area.width() + x * f];
            }
        }
        return picture(label, base, area, w, h, f, Pixels.ofBytes(small), "Phase", Unit.ONE, Layer.ColourMap.MASK,
                style);
    }

    /** Labels of an area as picture. */
    public static Layer labels(String label, Raster base, Selection area, int[] labels, Style style) {
        int f = factor(area);
        int w = (area.width() + f - 1) / f;
        int h = (area.height() + f - 1) / f;
        float[] small = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                small[y * w + x] = labels[y * f * area.width() + x * f];
            }
        }
        return picture(label, base, area, w, h, f, Pixels.ofFloats(small), "Segment", Unit.ONE,
                Layer.ColourMap.LABELS, style);
    }

    /** Where different labels meet, as lines one pixel of the shown picture wide. */
    public static Layer necks(String label, Raster base, Selection area, int[] labels, Style style) {
        int f = factor(area);
        int w = (area.width() + f - 1) / f;
        int h = (area.height() + f - 1) / f;
        byte[] small = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = y * f * area.width() + x * f;
                int here = labels[at];
                int right = x + 1 < w ? labels[at + f] : 0;
                int below = y + 1 < h ? labels[at + f * area.width()] : 0;
                boolean meet = here != 0 && (right != 0 && right != here || below != 0 && below != here);
                small[y * w + x] = (byte) (meet ? 1 : 0);
            }
        }
        return picture(label, base, area, w, h, f, Pixels.ofBytes(small), "Neck", Unit.ONE, Layer.ColourMap.MASK,
                style);
    }

    /** A map of squared radii as thickness in the unit of length; NaN (nothing) where there is none. */
    public static Layer thickness(String label, Raster base, Selection area, int[] squaredRadii, double pixel,
            Style style) {
        int f = factor(area);
        int w = (area.width() + f - 1) / f;
        int h = (area.height() + f - 1) / f;
        float[] small = new float[w * h];
        Arrays.fill(small, Float.NaN);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int r = squaredRadii[y * f * area.width() + x * f];
                if (r > 0) {
                    small[y * w + x] = (float) (2 * Math.sqrt(r) * pixel);
                }
            }
        }
        return picture(label, base, area, w, h, f, Pixels.ofFloats(small), "Pore size", base.calibration().unit(),
                Layer.ColourMap.VIRIDIS, style);
    }

    private static int factor(Selection area) {
        return (Math.max(area.width(), area.height()) + LONGEST - 1) / LONGEST;
    }

    private static Layer picture(String label, Raster base, Selection area, int w, int h, int f, Pixels pixels,
            String quantity, Unit unit, Layer.ColourMap colours, Style style) {
        var c = base.calibration();
        Raster raster = Raster.of(DatasetHeader.of(label, "image", Metadata.EMPTY), w, h, pixels, quantity, unit,
                new org.interphase.model.Calibration(c.pixelWidth() * f, c.pixelHeight() * f, c.unit(),
                        c.relativeUncertainty(), c.source()));
        return new Layer.Picture(label, raster, colours, Double.NaN, Double.NaN, area.x() * c.pixelWidth(),
                area.y() * c.pixelHeight(), (area.x() + (double) w * f) * c.pixelWidth(),
                (area.y() + (double) h * f) * c.pixelHeight(), style);
    }

    /** Positions of pixel centres (pixel (0, 0) at 0) of an area to panel coordinates. */
    public static double[] panel(double[] pixels, double offset, double size) {
        double[] out = new double[pixels.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (pixels[i] + offset + 0.5) * size;
        }
        return out;
    }
}
