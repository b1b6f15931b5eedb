package org.interphase.numerics.image;

/** Thresholds that follow the local mean and standard deviation in a square window. */
public final class LocalThreshold {

    /** Which formula gives the threshold from local mean m and standard deviation s. */
    public enum Method {
        /** m + k s (W. Niblack, An Introduction to Digital Image Processing, 1986). */
        NIBLACK,
        /**
         * m (1 + k (s / R - 1)), R half the grey range (J. Sauvola, M. Pietikainen, Pattern Recognit. 33 (2000)
         * 225).
         */
        SAUVOLA,
        /**
         * m (1 + p exp(-q m) + k (s / R - 1)), p = 2, q = 10, grey levels scaled to 0..1, R = 0.5 (N. Phansalkar et
         * al., ICCSP 2011, 218).
         */
        PHANSALKAR
    }

    private LocalThreshold() {
    }

    /**
     * Pixels at or below their threshold.
     *
     * @param half half side of the window in pixels
     * @param k weight of the standard deviation; usual: Niblack -0.2, Sauvola 0.34, Phansalkar 0.25
     * @return 1 where the pixel is dark, else 0
     */
    public static byte[] dark(float[] pixels, int width, int height, Method method, int half, double k) {
        Grid.require(pixels.length, width, height);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float v : pixels) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double range = high > low ? high - low : 1;
        byte[] out = new byte[pixels.length];
        double[] sum = new double[width + 1];
        double[] square = new double[width + 1];
        double[] columnSum = new double[width];
        double[] columnSquare = new double[width];
        int rows = 0;
        for (int y = -half; y < height; y++) {
            if (y + half < height) {
                rows++;
                add(pixels, width, y + half, low, range, 1, columnSum, columnSquare);
            }
            if (y - half - 1 >= 0) {
                rows--;
                add(pixels, width, y - half - 1, low, range, -1, columnSum, columnSquare);
            }
            if (y < 0) {
                continue;
            }
            for (int x = 0; x < width; x++) {
                sum[x + 1] = sum[x] + columnSum[x];
                square[x + 1] = square[x] + columnSquare[x];
            }
            for (int x = 0; x < width; x++) {
                int x0 = Math.max(0, x - half);
                int x1 = Math.min(width, x + half + 1);
                double n = (double) rows * (x1 - x0);
                double m = (sum[x1] - sum[x0]) / n;
                double s = Math.sqrt(Math.max(0, (square[x1] - square[x0]) / n - m * m));
                double t = switch (method) {
                    case NIBLACK -> m + k * s;
                    case SAUVOLA -> m * (1 + k * (s / 0.5 - 1));
                    case PHANSALKAR -> m * (1 + 2 * Math.exp(-10 * m) + k * (s / 0.5 - 1));
                };
                out[y * width + x] = (byte) ((pixels[y * width + x] - low) / range <= t ? 1 : 0);
            }
        }
        return out;
    }

    private static void add(float[] pixels, int width, int y, float low, double range, int sign, double[] sum,
            double[] square) {
        for (int x = 0; x < width; x++) {
            double v = (pixels[y * width + x] - low) / range;
            sum[x] += sign * v;
            square[x] += sign * v * v;
        }
    }
}
