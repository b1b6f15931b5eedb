package org.interphase.model.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are written for people: value and uncertainty rounded together. */
public final class Numbers {

    private static final int MOST_DECIMALS = 6;

    private Numbers() {
    }

    /**
     * Writes {@code value ± uncertainty} with the uncertainty rounded to two significant digits (JCGM 100:2008,
     * 7.2.6) and the value to the same decimal place. Without a usable uncertainty the value has six digits.
     */
    public static String withUncertainty(double value, double uncertainty) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not determined" : Double.toString(value);
        }
        if (!Double.isFinite(uncertainty) || uncertainty <= 0) {
            return plain(value, 6);
        }
        BigDecimal u = twoDigits(uncertainty);
        int scale = u.scale();
        BigDecimal v = new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN);
        int magnitude = Math.max(exponent(v), exponent(u));
        if (magnitude >= 6 || magnitude <= -4 || scale > MOST_DECIMALS) {
            BigDecimal vs = v.movePointLeft(magnitude);
            BigDecimal us = u.movePointLeft(magnitude);
            return "(" + vs.toPlainString() + " \u00b1 " + us.toPlainString() + ")\u00d710" + superscript(magnitude);
        }
        return v.setScale(Math.max(scale, 0), RoundingMode.HALF_EVEN).toPlainString() + " \u00b1 "
                + u.setScale(Math.max(scale, 0), RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * The decimals to which a value and its uncertainty are rounded: those of two significant digits of the
     * uncertainty; negative for tens and hundreds.
     *
     * @param uncertainty finite and above 0
     */
    public static int decimals(double uncertainty) {
        return twoDigits(uncertainty).scale();
    }

    private static BigDecimal twoDigits(double uncertainty) {
        BigDecimal u = new BigDecimal(uncertainty).round(new MathContext(2, RoundingMode.HALF_UP));
        // 0.5 and 0.52 side by side in a table both have two digits
        return u.precision() < 2 ? u.setScale(u.scale() + 2 - u.precision()) : u;
    }

    /** A value with a number of significant digits, without trailing zeros; very large or small ones as x×10ⁿ. */
    public static String plain(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221e" : "\u2212\u221e";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal v = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int magnitude = exponent(v);
        if (magnitude >= Math.max(6, digits) || magnitude <= -4) {
            String mantissa = v.movePointLeft(magnitude).toPlainString();
            return mantissa + "\u00d710" + superscript(magnitude);
        }
        return v.toPlainString();
    }

    private static int exponent(BigDecimal v) {
        return v.signum() == 0 ? Integer.MIN_VALUE : v.precision() - v.scale() - 1;
    }

    private static String superscript(int n) {
        StringBuilder out = new StringBuilder();
        for (char c : Integer.toString(n).toCharArray()) {
            out.append(c == '-' ? '\u207b'
                    : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
        }
        return out.toString();
    }
}
