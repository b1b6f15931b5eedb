package org.interphase.figure;

/**
 * Maps axis values to positions on the page.
 *
 * @param min value at one end of the axis range
 * @param max value at the other end
 * @param start position of {@code min}
 * @param end position of {@code max}
 * @param logarithmic whether equal ratios are equally long
 */
public record Scale(double min, double max, double start, double end, boolean logarithmic) {

    /** Position of a value; NaN for a value a logarithmic scale cannot show. */
    public double at(double value) {
        double f = logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
        return start + f * (end - start);
    }

    /** Value at a position. */
    public double valueAt(double position) {
        double f = (position - start) / (end - start);
        return logarithmic ? min * Math.pow(max / min, f) : min + f * (max - min);
    }
}
