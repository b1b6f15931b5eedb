package org.interphase.numerics.image;

/**
 * Erosion, dilation, opening and closing by true discs through the exact distance transform, and hole filling. A disc
 * of radius r holds the pixels at distance up to r. Beyond the picture there is nothing: neither erosion nor dilation
 * comes in from the edge.
 */
public final class Morphology {

    private Morphology() {
    }

    /** Foreground pixels with no background within the radius (pixels). */
    public static byte[] erode(byte[] mask, int width, int height, double radius) {
        return farther(DistanceTransform.squared(mask, width, height), radius);
    }

    /** Pixels with foreground within the radius (pixels). */
    public static byte[] dilate(byte[] mask, int width, int height, double radius) {
        return invert(farther(DistanceTransform.squared(invert(mask), width, height), radius));
    }

    /** Erosion, then dilation: removes what the disc does not fit into. */
    public static byte[] open(byte[] mask, int width, int height, double radius) {
        return dilate(erode(mask, width, height, radius), width, height, radius);
    }

    /** Dilation, then erosion: closes gaps the disc does not fit into. */
    public static byte[] close(byte[] mask, int width, int height, double radius) {
        return erode(dilate(mask, width, height, radius), width, height, radius);
    }

    private static byte[] farther(int[] squared, double radius) {
        double limit = radius * radius;
        byte[] out = new byte[squared.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (squared[i] > limit ? 1 : 0);
        }
        return out;
    }

    /** Foreground and background exchanged. */
    public static byte[] invert(byte[] mask) {
        byte[] out = new byte[mask.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (1 - mask[i]);
        }
        return out;
    }

    /** Background that does not reach the edge of the picture (through sides) becomes foreground. */
    public static byte[] fillHoles(byte[] mask, int width, int height) {
        Components outside = Components.of(invert(mask), width, height, Components.Connectivity.FOUR);
        return invert(outside.mask(outside.touchingBorder()));
    }

    /** Components of fewer pixels than {@code area} removed (pixels touching by corners belong together). */
    public static byte[] removeSmall(byte[] mask, int width, int height, int area) {
        Components all = Components.of(mask, width, height, Components.Connectivity.EIGHT);
        int[] areas = all.areas();
        boolean[] keep = new boolean[areas.length];
        for (int i = 1; i < areas.length; i++) {
            keep[i] = areas[i] >= area;
        }
        return all.mask(keep);
    }

    /** The component with the most pixels, alone. */
    public static byte[] largest(byte[] mask, int width, int height) {
        Components all = Components.of(mask, width, height, Components.Connectivity.EIGHT);
        int[] areas = all.areas();
        int best = 0;
        for (int i = 1; i < areas.length; i++) {
            best = best == 0 || areas[i] > areas[best] ? i : best;
        }
        boolean[] keep = new boolean[areas.length];
        if (best > 0) {
            keep[best] = true;
        }
        return all.mask(keep);
    }
}
