package org.interphase.technique.topography.surface;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.interphase.api.Progress;

/**
 * Fourier transforms of rectangular grids whose sides are powers of two, in place, on separate real and imaginary
 * parts.
 */
public final class PlaneTransform {

    private PlaneTransform() {
    }

    /** The smallest power of two that is not less. */
    public static int powerOfTwo(int least) {
        return Integer.highestOneBit(Math.max(2, least - 1)) << 1;
    }

    /**
     * Forward or inverse transform; the inverse is divided by the number of points.
     *
     * @param re real parts, row after row; changed
     * @param im imaginary parts; changed
     */
    public static void transform(double[] re, double[] im, int width, int height, boolean inverse, Progress progress) {
        TransformType way = inverse ? TransformType.INVERSE : TransformType.FORWARD;
        double[][] line = {new double[width], new double[width]};
        for (int y = 0; y < height; y++) {
            progress.checkCancelled();
            System.arraycopy(re, y * width, line[0], 0, width);
            System.arraycopy(im, y * width, line[1], 0, width);
            FastFourierTransformer.transformInPlace(line, DftNormalization.STANDARD, way);
            System.arraycopy(line[0], 0, re, y * width, width);
            System.arraycopy(line[1], 0, im, y * width, width);
        }
        // columns in bundles, so that a row's cache line is used whole
        int bundle = Math.min(8, width);
        double[][][] columns = new double[bundle][2][height];
        for (int x = 0; x < width; x += bundle) {
            progress.checkCancelled();
            for (int y = 0; y < height; y++) {
                for (int k = 0; k < bundle; k++) {
                    columns[k][0][y] = re[y * width + x + k];
                    columns[k][1][y] = im[y * width + x + k];
                }
            }
            for (double[][] c : columns) {
                FastFourierTransformer.transformInPlace(c, DftNormalization.STANDARD, way);
            }
            for (int y = 0; y < height; y++) {
                for (int k = 0; k < bundle; k++) {
                    re[y * width + x + k] = columns[k][0][y];
                    im[y * width + x + k] = columns[k][1][y];
                }
            }
        }
    }
}
