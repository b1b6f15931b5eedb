package org.interphase.numerics.shape;

/**
 * Faddeeva function {@code w(z) = exp(-z^2) erfc(-iz)} for Im z at least 0, by the modified trapezoidal rules of M. M.
 * Al Azah and S. N. Chandler-Wilde, "Computation of the complex error function using modified trapezoidal rules", SIAM
 * J. Numer. Anal. 59 (2021) 2346, with 12 nodes. The real part is summed from positive terms, so it keeps its relative
 * accuracy where it is far smaller than the imaginary part.
 */
public final class Faddeeva {

    private static final int N = 11;
    private static final double H = Math.sqrt(Math.PI / (N + 1));
    private static final double INVERSE_ROOT_PI = 1 / Math.sqrt(Math.PI);
    private static final double[] NODE = new double[N + 1];
    private static final double[] NODE_WEIGHT = new double[N + 1];
    private static final double[] MIDPOINT = new double[N + 1];
    private static final double[] MIDPOINT_WEIGHT = new double[N + 1];

    static {
        for (int k = 0; k <= N; k++) {
            NODE[k] = k * H;
            NODE_WEIGHT[k] = Math.exp(-NODE[k] * NODE[k]);
            MIDPOINT[k] = (k + 0.5) * H;
            MIDPOINT_WEIGHT[k] = Math.exp(-MIDPOINT[k] * MIDPOINT[k]);
        }
    }

    private Faddeeva() {
    }

    /**
     * w(x + iy).
     *
     * @param y at least 0
     * @param out real part at 0, imaginary part at 1
     */
    public static void w(double x, double y, double[] out) {
        double ax = Math.abs(x);
        if (y >= Math.max(ax, Math.PI / H)) {
            sum(ax, y, MIDPOINT, MIDPOINT_WEIGHT, 0, out);
        } else {
            double phase = ax / H - Math.floor(ax / H);
            // the rule whose nodes are farther from z, so that its poles do no harm
            boolean midpoint = !(y < ax && phase >= 0.25 && phase <= 0.75);
            if (midpoint) {
                sum(ax, y, MIDPOINT, MIDPOINT_WEIGHT, 0, out);
                addPole(ax, y, 1, out);
            } else {
                sum(ax, y, NODE, NODE_WEIGHT, 1, out);
                // the node at zero: i h / (pi z)
                double norm = H / (Math.PI * (ax * ax + y * y));
                out[0] += norm * y;
                out[1] += norm * ax;
                addPole(ax, y, -1, out);
            }
        }
        if (x < 0) {
            out[1] = -out[1];
        }
    }

    /** (2 i h z / pi) sum of weight / (z^2 - t^2) = (i h / pi) sum of weight (1/(z - t) + 1/(z + t)). */
    private static void sum(double x, double y, double[] t, double[] weight, int from, double[] out) {
        double re = 0;
        double im = 0;
        for (int k = from; k <= N; k++) {
            double below = x - t[k];
            double above = x + t[k];
            double a = weight[k] / (below * below + y * y);
            double b = weight[k] / (above * above + y * y);
            re += a + b;
            im += a * below + b * above;
        }
        out[0] = H / Math.PI * y * re;
        out[1] = H / Math.PI * im;
    }

    /** Adds 2 exp(-z^2) / (1 + sign exp(-2 i pi z / h)). */
    private static void addPole(double x, double y, double sign, double[] out) {
        double log = (y - x) * (y + x);
        if (log < -745) {
            return;
        }
        double size = 2 * Math.exp(log);
        double angle = -2 * x * y;
        // with E = exp(2 i pi z / h) = e^(-2 pi y / h) e^(i theta): 1/(1 + s/E) = E/(E + s), no overflow
        double decay = Math.exp(-2 * Math.PI * y / H);
        double theta = 2 * Math.PI * (x / H - Math.rint(x / H));
        double ec = decay * Math.cos(theta);
        double es = decay * Math.sin(theta);
        double denominator = (ec + sign) * (ec + sign) + es * es;
        double qr = (ec * (ec + sign) + es * es) / denominator;
        double qi = (es * (ec + sign) - ec * es) / denominator;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        out[0] += size * (c * qr - s * qi);
        out[1] += size * (c * qi + s * qr);
    }

    /**
     * Scaled complementary error function {@code exp(x^2) erfc(x)} for x at least -26 (below, it overflows to
     * infinity).
     */
    public static double erfcx(double x) {
        double[] w = new double[2];
        if (x >= 0) {
            w(0, x, w);
            return w[0];
        }
        w(0, -x, w);
        return 2 * Math.exp(x * x) - w[0];
    }

    /** Derivative of {@link #erfcx}: {@code 2 x erfcx(x) - 2/sqrt(pi)}. */
    static double erfcxDerivative(double x, double value) {
        return 2 * (x * value - INVERSE_ROOT_PI);
    }
}
