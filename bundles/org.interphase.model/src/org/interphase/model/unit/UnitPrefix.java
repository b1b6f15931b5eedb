package org.interphase.model.unit;

/** Decimal SI prefixes as written in plain text ({@code u} for micro). */
enum UnitPrefix {
    NONE("", 0), FEMTO("f", -15), PICO("p", -12), NANO("n", -9), MICRO("u", -6), MILLI("m", -3), CENTI("c", -2),
    DECI("d", -1), KILO("k", 3), MEGA("M", 6), GIGA("G", 9), TERA("T", 12);

    private final String symbol;
    private final int power;

    UnitPrefix(String symbol, int power) {
        this.symbol = symbol;
        this.power = power;
    }

    String symbol() {
        return symbol;
    }

    /** The power of ten. */
    int power() {
        return power;
    }
}
