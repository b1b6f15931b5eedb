package org.interphase.technique.microscopy.sampling;

import org.interphase.model.Verdict;

/** How well the mean of so many counted objects is known. */
public final class Counted {

    /** With fewer objects the spread between them is hardly known. */
    private static final int LEAST = 6;

    private Counted() {
    }

    /**
     * Standard error of the mean of n values with a standard deviation estimated from themselves: s / sqrt(n), widened
     * to the standard deviation of Student's distribution, sqrt((n - 1) / (n - 3)) for more than three values (JCGM
     * 101:2008, 6.4.9.4).
     */
    public static double error(double deviation, double n) {
        return deviation / Math.sqrt(n) * (n > 3 ? Math.sqrt((n - 1) / (n - 3)) : Math.sqrt(3));
    }

    /** Doubt where there are too few. */
    public static Verdict verdict(int n, String what) {
        return n >= LEAST ? Verdict.SOUND : Verdict.doubtful("there are only " + n + " whole " + what);
    }
}
