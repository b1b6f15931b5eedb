package org.interphase.figure;

import org.interphase.model.figure.Layer;

/** Colours of raster values, shared by screen and page. */
public final class ColourMaps {

    /** Viridis (van der Walt and Smith, matplotlib 2015, CC0) at nine even places. */
    private static final int[] VIRIDIS =
    {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
        0xfde725};
    /** Magma (same authors, CC0) at nine even places. */
    private static final int[] MAGMA = {0x000004, 0x1c1044, 0x4f127b, 0x812581, 0xb5367a, 0xe55064, 0xfb8761, 0xfec287,
        0xfcfdbf};
    private static final int[] DIVERGING = {0x2166ac, 0x67a9cf, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xef8a62, 0xb2182b};
    private static final int[] LABELS =
            {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0xf0e442, 0x8c6bb1};

    private ColourMaps() {
    }

    /**
     * The colour 0xAARRGGBB of a value; NaN is transparent.
     *
     * @param low value at the dark end
     * @param high value at the bright end
     * @param alpha opacity 0 to 255
     * @param mask colour of a mask's true pixels, 0xRRGGBB
     */
    public static int argb(Layer.ColourMap map, double value, double low, double high, int alpha, int mask) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double f = high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0.5;
        int rgb = switch (map) {
            case GREY -> {
                int g = (int) Math.round(255 * f);
                yield g << 16 | g << 8 | g;
            }
            case VIRIDIS -> between(VIRIDIS, f);
            case MAGMA -> between(MAGMA, f);
            case DIVERGING -> between(DIVERGING, f);
            case LABELS -> LABELS[Math.floorMod((int) value - 1, LABELS.length)];
            case MASK -> mask;
        };
        boolean blank = value == 0 && map.isDistinct();
        return blank ? 0 : alpha << 24 | rgb;
    }

    private static int between(int[] stops, double f) {
        double at = f * (stops.length - 1);
        int i = Math.min((int) at, stops.length - 2);
        double t = at - i;
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = stops[i] >> shift & 0xff;
            int b = stops[i + 1] >> shift & 0xff;
            out |= (int) Math.round(a + t * (b - a)) << shift;
        }
        return out;
    }
}
