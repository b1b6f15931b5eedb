package org.interphase.numerics.linear;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's distribution, for scatters known from few points only (JCGM 100:2008, annex G). */
public final class Student {

    private static final double LEVEL = 0.975;
    /** Half width of the 95 % interval of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    private Student() {
    }

    /**
     * Half width of the 95 % interval over that of the normal distribution: what an uncertainty from a scatter of so
     * many degrees of freedom is multiplied by; NaN below one.
     */
    public static double widening(int freedom) {
        return freedom < 1 ? Double.NaN
                : new TDistribution(null, freedom).inverseCumulativeProbability(LEVEL) / NORMAL;
    }
}
