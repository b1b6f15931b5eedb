package org.interphase.electro.record;

/**
 * The last decimal to which numbers are written: the largest power of ten, 1 at most, of which all of them are
 * multiples. Numbers that were computed have none.
 */
public final class LastDecimal {

    /** Finer decimals than this are no limit of a record. */
    private static final double FINEST = 1e-9;
    /** Part of a number by which its rounding may miss a multiple. */
    private static final double ROUNDING = 8 * 0x1p-53;

    private double decimal = 1;
    private boolean seen;

    /** Takes a number into account; NaN says nothing. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        seen |= value != 0;
        while (decimal > 0 && !isMultiple(value)) {
            decimal = decimal > 1.5 * FINEST ? 1 / Math.rint(10 / decimal) : 0;
        }
    }

    private boolean isMultiple(double value) {
        double n = value / decimal;
        return Math.abs(n - Math.rint(n)) <= ROUNDING * Math.abs(n);
    }

    /** The decimal; 0 where the numbers have none or all are 0. */
    public double value() {
        return seen ? decimal : 0;
    }

    /**
     * The last decimal of a channel: that of the column's own unit, in the unit of the channel. A hundredth of an hour
     * is 36 s.
     */
    public static double of(Channel channel) {
        return of(channel, channel.scale(), 1);
    }

    /**
     * The last decimal of a channel that was written in another unit than the column has.
     *
     * @param written what one of the unit in which it was written is in the unit of the column
     */
    public static double of(Channel channel, double written) {
        return of(channel, channel.scale() * written, written);
    }

    private static double of(Channel channel, double factor, double written) {
        LastDecimal d = new LastDecimal();
        for (int i = 0; i < channel.size() && d.decimal > 0; i++) {
            d.add(channel.own(i) / written);
        }
        return d.value() * Math.abs(factor);
    }
}
