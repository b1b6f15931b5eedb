package org.interphase.figure;

/**
 * How a picture is dressed.
 *
 * @param palette colours
 * @param small size of numbers, labels and legend, in page units
 * @param large size of axis titles
 * @param point page units per point of a style's line width
 * @param metrics how long texts are
 */
public record Theme(Palette palette, double small, double large, double point, TextMetrics metrics) {

    /** For figures a column or a page wide, set in the fonts of this bundle. */
    public static Theme page(Palette palette) {
        return new Theme(palette, 11, 12, 1, Typeface::width);
    }

    /** For windows, set in their fonts. */
    public static Theme screen(Palette palette, TextMetrics metrics) {
        return new Theme(palette, 12, 13, 1.2, metrics);
    }

    /** For what a window shows, written to a file: as large as there, light, in the fonts of this bundle. */
    public static Theme export(Palette.Hues hues) {
        return screen(Palette.LIGHT.with(hues), Typeface::width);
    }

    /** A line of numbers, a label or an entry of a legend. */
    Typeset.Line small(String text) {
        return Typeset.line(text, small, false, metrics);
    }

    /** A line of a title. */
    Typeset.Line large(String text) {
        return Typeset.line(text, large, false, metrics);
    }
}
