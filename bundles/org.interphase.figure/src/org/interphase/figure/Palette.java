package org.interphase.figure;

import org.interphase.model.figure.Colour;

/**
 * The colours of a theme. Samples follow the colour-blind safe set of Okabe and Ito (Color Universal Design, 2008),
 * ordered so that neighbours differ in lightness too; components follow it unless another set is chosen.
 *
 * @param background behind everything
 * @param ink axes and text
 * @param dark whether this is a dark theme
 * @param hues colours of components
 */
public record Palette(int background, int ink, boolean dark, Hues hues) {

    /** Sets of colours that components can have; both can be told apart by the colour-blind. */
    public enum Hues {
        /** The set of Okabe and Ito. */
        OKABE_ITO,
        /** The scheme "bright" of P. Tol, Colour Schemes, SRON/EPS/TN/09-002 (2021), without its grey. */
        TOL_BRIGHT
    }

    /** For paper and light windows. */
    public static final Palette LIGHT = new Palette(0xffffff, 0x202124, false, Hues.OKABE_ITO);
    /** For dark windows. */
    public static final Palette DARK = new Palette(0x1f2226, 0xe6e8eb, true, Hues.OKABE_ITO);

    private static final int[] COMPONENTS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x8c6bb1,
        0x8a8d00};
    private static final int[] COMPONENTS_DARK = {0x56b4e9, 0xf0804d, 0x2fc99a, 0xe29bc6, 0xf2b93b, 0x9ad0f5, 0xb79ad8,
        0xc9cc3f};

    private static final int[] TOL = {0x4477aa, 0xee6677, 0x228833, 0xccbb44, 0x66ccee, 0xaa3377};

    /** The same palette with other colours of components. */
    public Palette with(Hues other) {
        return new Palette(background, ink, dark, other);
    }

    /** The sRGB colour 0xRRGGBB of a meaning. */
    public int rgb(Colour colour) {
        int[] set = dark ? COMPONENTS_DARK : COMPONENTS;
        return switch (colour.role()) {
            case DATA -> dark ? 0xb9bec5 : 0x4a4d52;
            case MODEL -> dark ? 0xf4f5f7 : 0x111111;
            case BACKGROUND -> dark ? 0x9aa0a6 : 0x777b80;
            case SAMPLE -> cyclic(set, colour.index());
            case COMPONENT -> cyclic(hues == Hues.TOL_BRIGHT ? TOL : set, colour.index());
            case RESIDUAL -> dark ? 0xc3c7cc : 0x3c4043;
            case HIGHLIGHT -> dark ? 0xffb454 : 0xc5221f;
            case MUTED -> dark ? 0x6b7178 : 0xa0a4a9;
            case GOOD -> dark ? 0x2fc99a : 0x00795a;
            case BAD -> dark ? 0xf0804d : 0xb3430a;
            case EXPLICIT -> colour.rgb();
        };
    }

    private static int cyclic(int[] set, int index) {
        return set[Math.floorMod(index, set.length)];
    }

    /** A colour between two, {@code share} of the second. */
    static int mixed(int a, int b, double share) {
        int out = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            out |= (int) Math.round((a >> shift & 0xff) * (1 - share) + (b >> shift & 0xff) * share) << shift;
        }
        return out;
    }

    /** Black or white, whichever a colour is told apart from better. */
    static int ground(int rgb) {
        double l = luminance(rgb);
        return (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? 0x000000 : 0xffffff;
    }

    /** The contrast of two colours, 1 to 21 (WCAG 2.1). */
    static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /** Relative luminance of an sRGB colour (WCAG 2.1). */
    private static double luminance(int rgb) {
        double[] c = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
        for (int i = 0; i < c.length; i++) {
            c[i] = c[i] / 255 <= 0.04045 ? c[i] / 255 / 12.92 : Math.pow((c[i] / 255 + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }

    /** A colour as CSS text. */
    public static String css(int rgb) {
        return String.format("#%06x", rgb);
    }
}
