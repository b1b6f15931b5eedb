package org.interphase.model.unit;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exponent of a factor of a unit: a fraction such as 1, -2 or -1/2, or a symbol where the number is a fitted parameter
 * itself, as in {@code S.s^a} of a constant phase element.
 *
 * @param numerator numerator of the reduced fraction, with the sign; 1 or -1 with a symbol
 * @param denominator denominator, at least 1
 * @param symbolic whether the exponent is the symbol times the numerator
 */
record UnitExponent(int numerator, int denominator, boolean symbolic) {

    static final UnitExponent ONE = new UnitExponent(1, 1, false);
    /** The symbol in plain text; typeset it is the Greek letter. */
    static final String SYMBOL = "^a";
    private static final int MOST_DECIMALS = 3;
    /** No unit of any field has a larger one; a text that does is none. */
    private static final int LARGEST = 20;

    /**
     * Reads an integer or a decimal fraction.
     *
     * @throws NumberFormatException if it is none, has more than three decimals, or is beyond 20
     */
    static UnitExponent parse(String text) {
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        // looked at before it is written out: 1e999999999 has a billion digits
        if (value.precision() - value.scale() > 2 || value.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            throw new NumberFormatException("an exponent beyond " + LARGEST + ": " + text);
        }
        if (value.scale() <= 0) {
            return new UnitExponent(Integer.parseInt(value.toPlainString()), 1, false);
        }
        if (value.scale() > MOST_DECIMALS) {
            throw new NumberFormatException("too many decimals: " + text);
        }
        BigInteger n = value.unscaledValue();
        BigInteger d = BigInteger.TEN.pow(value.scale());
        BigInteger common = n.gcd(d);
        return new UnitExponent(n.divide(common).intValueExact(), d.divide(common).intValueExact(), false);
    }

    /** The exponent behind a division. */
    UnitExponent times(int sign) {
        return new UnitExponent(sign * numerator, denominator, symbolic);
    }

    boolean isOne() {
        return numerator == 1 && denominator == 1 && !symbolic;
    }

    /** The smallest multiple of a power that makes this exponent whole. */
    int wholePower(int power) {
        return power / BigInteger.valueOf(power).gcd(BigInteger.valueOf(denominator)).intValue() * denominator;
    }

    /** Typeset text: {@code ⁻¹}, {@code ⁻⁰·⁵}, {@code ^α}. */
    String pretty() {
        if (symbolic) {
            return numerator < 0 ? "^\u2212\u03b1" : "^\u03b1";
        }
        String digits = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
        String plain = BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator)).toPlainString();
        StringBuilder out = new StringBuilder();
        for (char c : plain.toCharArray()) {
            out.append(c == '-' ? '\u207b' : c == '.' ? '\u00b7' : digits.charAt(c - '0'));
        }
        return out.toString();
    }
}
