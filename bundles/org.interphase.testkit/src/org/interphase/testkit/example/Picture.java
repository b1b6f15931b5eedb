package org.interphase.testkit.example;

import java.util.function.DoubleBinaryOperator;

/** A simulated micrograph: brightness by a function of place, box-averaged over each pixel, blurred, with noise. */
final class Picture {

    final int width;
    final int height;
    private double[] grey;

    /**
     * Renders brightness 0 to 1 at 4 x 4 places in each pixel, so that edges are at sub-pixel places.
     *
     * @param brightness function of (x, y) in pixels
     */
    Picture(int width, int height, DoubleBinaryOperator brightness) {
        this.width = width;
        this.height = height;
        grey = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int j = 0; j < 4; j++) {
                    for (int i = 0; i < 4; i++) {
                        sum += brightness.applyAsDouble(x + (i + 0.5) / 4, y + (j + 0.5) / 4);
                    }
                }
                grey[y * width + x] = sum / 16;
            }
        }
    }

    /** Blurs with a Gaussian of a standard deviation in pixels. */
    Picture blurred(double sigma) {
        int r = (int) Math.ceil(4 * sigma);
        double[] kernel = new double[2 * r + 1];
        double total = 0;
        for (int i = -r; i <= r; i++) {
            kernel[i + r] = Math.exp(-i * i / (2 * sigma * sigma));
            total += kernel[i + r];
        }
        double[] along = new double[grey.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double sum = 0;
                    for (int i = -r; i <= r; i++) {
                        int px = pass == 0 ? Math.clamp(x + i, 0, width - 1) : x;
                        int py = pass == 0 ? y : Math.clamp(y + i, 0, height - 1);
                        sum += kernel[i + r] * grey[py * width + px];
                    }
                    along[y * width + x] = sum / total;
                }
            }
            double[] swap = grey;
            grey = along;
            along = swap;
        }
        return this;
    }

    /** 8-bit pixels with normal noise of a standard deviation in grey levels. */
    byte[] bytes(SeededNoise noise, double sigma) {
        byte[] out = new byte[grey.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(Math.round(255 * grey[i] + sigma * noise.normal()), 0, 255);
        }
        return out;
    }
}
