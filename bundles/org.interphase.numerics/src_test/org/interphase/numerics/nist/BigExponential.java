package org.interphase.numerics.nist;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exponential to 40 digits. */
public final class BigExponential {

    private static final MathContext CONTEXT = new MathContext(40);

    private BigExponential() {
    }

    /** exp(x) by halving the argument ten times and Taylor's series, for |x| up to some tens. */
    public static BigDecimal of(BigDecimal x) {
        BigDecimal t = x.divide(BigDecimal.valueOf(1024), CONTEXT);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 60 && term.signum() != 0 && term.abs().compareTo(new BigDecimal("1e-45")) > 0; k++) {
            term = term.multiply(t, CONTEXT).divide(BigDecimal.valueOf(k), CONTEXT);
            sum = sum.add(term, CONTEXT);
        }
        for (int k = 0; k < 10; k++) {
            sum = sum.multiply(sum, CONTEXT);
        }
        return sum;
    }

    /**
     * {@code sum_k b[2k] exp(-b[2k+1] x) - y}, correctly rounded: residuals far below the rounding error of the sum
     * survive.
     */
    public static double lanczosResidual(double[] b, double x, double y) {
        BigDecimal sum = new BigDecimal(Double.toString(y)).negate();
        for (int k = 0; k < b.length; k += 2) {
            BigDecimal argument = new BigDecimal(-b[k + 1]).multiply(new BigDecimal(Double.toString(x)));
            sum = sum.add(new BigDecimal(b[k]).multiply(of(argument), CONTEXT), CONTEXT);
        }
        return sum.doubleValue();
    }
}
