package org.interphase.technique.battery.figure;

import org.interphase.model.figure.Colour;

/** Colours that run with the number of the cycle, from dark violet over green to yellow-green. */
final class CycleColours {

    /** Stops of the map viridis (S. van der Walt, N. Smith 2015, CC0), without its lightest end. */
    private static final int[] STOPS = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xb5de2b};

    private CycleColours() {
    }

    /** The colour of the i-th of n. */
    static Colour of(int i, int n) {
        double f = n < 2 ? 0 : (double) i / (n - 1) * (STOPS.length - 1);
        int k = Math.min(STOPS.length - 2, (int) f);
        double part = f - k;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = STOPS[k] >> shift & 0xff;
            int b = STOPS[k + 1] >> shift & 0xff;
            rgb |= (int) Math.round(a + part * (b - a)) << shift;
        }
        return Colour.rgb(rgb);
    }
}
