package org.interphase.numerics.image;

/** How much of the foreground survives opening by discs of growing radius. */
public final class Granulometry {

    private Granulometry() {
    }

    /**
     * Fraction of the foreground left by an opening for each radius.
     *
     * @param mask 0 or 1 per pixel
     * @param radii in pixels
     * @return one fraction per radius, 1 for radius 0; all 0 without foreground
     */
    public static double[] surviving(byte[] mask, int width, int height, double[] radii) {
        double[] out = new double[radii.length];
        long all = area(mask);
        if (all == 0) {
            return out;
        }
        int[] squared = DistanceTransform.squared(mask, width, height);
        byte[] rest = new byte[mask.length];
        int[] back = new int[mask.length];
        for (int k = 0; k < radii.length; k++) {
            double limit = radii[k] * radii[k];
            boolean some = false;
            for (int i = 0; i < rest.length; i++) {
                boolean inside = squared[i] > limit;
                some |= inside;
                rest[i] = (byte) (inside ? 0 : 1);
            }
            if (!some) {
                continue;
            }
            DistanceTransform.squared(rest, width, height, back);
            long left = 0;
            for (int v : back) {
                left += v <= limit ? 1 : 0;
            }
            out[k] = (double) left / all;
        }
        return out;
    }

    private static long area(byte[] mask) {
        long n = 0;
        for (byte b : mask) {
            n += b;
        }
        return n;
    }
}
