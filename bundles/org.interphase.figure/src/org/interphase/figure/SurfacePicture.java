package org.interphase.figure;

import java.util.List;

/** A surface as it is seen from one side: pixels, and the lines and texts of its axes to be drawn over them. */
public final class SurfacePicture {

    private final int width;
    private final int height;
    private final int[] pixels;
    private final List<Line> lines;
    private final List<Text> texts;

    /** A straight line between two points of the picture. */
    public record Line(double x0, double y0, double x1, double y1) {
    }

    /**
     * A text whose middle lies at a point.
     *
     * @param text plain text
     */
    public record Text(double x, double y, String text) {
    }

    SurfacePicture(int width, int height, int[] pixels, List<Line> lines, List<Text> texts) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.lines = List.copyOf(lines);
        this.texts = List.copyOf(texts);
    }

    /** Pixels in a row. */
    public int width() {
        return width;
    }

    /** Number of rows. */
    public int height() {
        return height;
    }

    /** The colour 0xRRGGBB of a pixel. */
    public int at(int x, int y) {
        return pixels[y * width + x];
    }

    /** Copies the colours of a row. */
    public void row(int y, int[] into) {
        System.arraycopy(pixels, y * width, into, 0, width);
    }

    /** Lines of the axes. */
    public List<Line> lines() {
        return lines;
    }

    /** Texts along the axes. */
    public List<Text> texts() {
        return texts;
    }
}
