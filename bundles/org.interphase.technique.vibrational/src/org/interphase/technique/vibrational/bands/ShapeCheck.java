package org.interphase.technique.vibrational.bands;

/**
 * By how much the data differ from the fitted shape of a band, as its height, width, place and area would change: what
 * the residuals are at its top, on both flanks at half height, and under it, as far as noise does not explain them. The
 * flanks move a half height by the residual over the slope there, which is 2 ln 2 h / w for a Gauss and h / w for a
 * Lorentz curve; the smaller one is taken.
 *
 * @param position change of the position
 * @param height change of the height
 * @param fwhm change of the full width at half maximum
 * @param area change of the area
 */
record ShapeCheck(double position, double height, double fwhm, double area) {

    /** Half width of the stretches averaged at top and flanks, over the width of the band. */
    private static final double STRETCH = 0.15;
    /** Half width of what lies under the band, over its width. */
    private static final double UNDER = 1.5;

    static ShapeCheck of(double[] x, double[] residual, double[] sigma, double centre, double width, double height) {
        double[] top = mean(x, residual, sigma, centre, STRETCH * width);
        double[] low = mean(x, residual, sigma, centre - width / 2, STRETCH * width);
        double[] high = mean(x, residual, sigma, centre + width / 2, STRETCH * width);
        double[] under = mean(x, residual, sigma, centre, UNDER * width);
        double slope = height / width;
        double flanks = low[1] + high[1];
        double span = 2 * UNDER * width;
        return new ShapeCheck(beyond((high[0] - low[0]) / (2 * slope), flanks / (4 * slope * slope)),
                beyond(top[0], top[1]), beyond((high[0] + low[0] - top[0]) / slope, (flanks + top[1])
                        / (slope * slope)), beyond(under[0] * span, under[1] * span * span));
    }

    /** The part of a difference that its noise does not explain. */
    private static double beyond(double difference, double variance) {
        double square = difference * difference - variance;
        return square > 0 ? Math.sqrt(square) : 0;
    }

    /** Mean of the residuals in a stretch, at least of the nearest point, and the variance noise gives it. */
    private static double[] mean(double[] x, double[] r, double[] sigma, double at, double half) {
        double sum = 0;
        double variance = 0;
        int n = 0;
        int nearest = 0;
        for (int i = 0; i < x.length; i++) {
            nearest = Math.abs(x[i] - at) < Math.abs(x[nearest] - at) ? i : nearest;
            if (Math.abs(x[i] - at) <= half) {
                sum += r[i];
                variance += sigma[i] * sigma[i];
                n++;
            }
        }
        return n == 0 ? new double[] {r[nearest], sigma[nearest] * sigma[nearest]}
                : new double[] {sum / n, variance / n / n};
    }
}
