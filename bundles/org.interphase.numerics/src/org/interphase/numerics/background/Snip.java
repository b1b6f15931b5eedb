package org.interphase.numerics.background;

/**
 * SNIP: C. G. Ryan, E. Clayton, W. L. Griffin, S. H. Sie and D. R. Cousens, Nucl. Instrum. Methods B 34 (1988) 396;
 * decreasing window after M. Morhac et al., Nucl. Instrum. Methods A 401 (1997) 113. For p from the half window down to
 * 1 (or up from 1), every point with p neighbours on both sides is replaced by the smaller of itself and the mean of
 * its neighbours at distance p.
 *
 * @param halfWindow largest p, in points: half the width of the widest peak base
 * @param decreasing from the half window down to 1 (smoother) or from 1 up (the 1988 paper)
 * @param lls whether to work on {@code ln(ln(sqrt(y + 1) + 1) + 1)}, for counts over many decades; needs values
 *     that are not negative
 */
public record Snip(int halfWindow, boolean decreasing, boolean lls) {

    /** Checks the numbers. */
    public Snip {
        if (halfWindow < 1) {
            throw new IllegalArgumentException("The half window must be at least 1, got " + halfWindow);
        }
    }

    /** Decreasing window, no transform. */
    public Snip(int halfWindow) {
        this(halfWindow, true, false);
    }

    /**
     * The baseline.
     *
     * @throws IllegalArgumentException for fewer than 3 points, a value that is not finite, or a negative one under
     *     the transform
     */
    public Baseline of(double[] y) {
        Inputs.require(y.length, y, 3);
        int n = y.length;
        double[] v = y.clone();
        if (lls) {
            for (int i = 0; i < n; i++) {
                if (y[i] < 0) {
                    throw new IllegalArgumentException("The LLS transform needs values that are not negative: point "
                            + i + " is " + y[i]);
                }
                v[i] = Math.log(Math.log(Math.sqrt(y[i] + 1) + 1) + 1);
            }
        }
        double[] next = v.clone();
        int largest = Math.min(halfWindow, (n - 1) / 2);
        for (int step = 1; step <= largest; step++) {
            int p = decreasing ? largest + 1 - step : step;
            clip(v, next, p, n);
            double[] swap = v;
            v = next;
            next = swap;
        }
        if (lls) {
            for (int i = 0; i < n; i++) {
                double inner = Math.exp(Math.exp(v[i]) - 1) - 1;
                v[i] = inner * inner - 1;
            }
        }
        return new Baseline(v, largest, true);
    }

    private static void clip(double[] from, double[] to, int p, int n) {
        System.arraycopy(from, 0, to, 0, p);
        System.arraycopy(from, n - p, to, n - p, p);
        for (int i = p; i < n - p; i++) {
            to[i] = Math.min(from[i], 0.5 * (from[i - p] + from[i + p]));
        }
    }
}
