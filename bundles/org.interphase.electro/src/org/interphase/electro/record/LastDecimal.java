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

    /** The last decimal of a channel. */
    public static double of(Channel channel) {
        LastDecimal d = new LastDecimal();
        for (int i = 0; i < channel.size() && d.decimal > 0; i++) {
            d.add(channel.get(i));
        }
        return d.value();
    }
}
