package org.interphase.technique.battery.cycle;

/**
 * A number with its standard uncertainty.
 *
 * @param value NaN where there is none
 * @param u standard uncertainty
 */
public record Uncertain(double value, double u) {

    /** No number. */
    public static final Uncertain NONE = new Uncertain(Double.NaN, Double.NaN);

    /**
     * This over another, taken as independent, both measured with one instrument.
     *
     * @param unshared relative standard uncertainty of what their gains do not share and the ratio does not cancel
     */
    public Uncertain over(Uncertain o, double unshared) {
        double ratio = value / o.value;
        return new Uncertain(ratio, Math.abs(ratio) * Math.hypot(Math.hypot(u / value, o.u / o.value), unshared));
    }

    /** This in another unit. */
    public Uncertain times(double factor) {
        return new Uncertain(value * factor, u * Math.abs(factor));
    }

    /** This with a further standard uncertainty, independent of what it has. */
    public Uncertain and(double other) {
        return new Uncertain(value, Math.hypot(u, other));
    }

    /** Whether there is a number. */
    public boolean exists() {
        return !Double.isNaN(value);
    }
}
