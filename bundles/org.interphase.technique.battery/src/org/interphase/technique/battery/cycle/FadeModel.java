package org.interphase.technique.battery.cycle;

import java.util.stream.IntStream;
import org.interphase.model.Verdict;

/**
 * How capacity fades with the number of cycles: the same loss each cycle, a loss in proportion to the square root of
 * the number (growth of a layer limited by diffusion), or two straight lines that meet at a knee. Schwarz's criterion
 * chooses; a knee must be better by {@link #STRONG}, since its place is sought.
 *
 * @param linear y = c0 + c1 n
 * @param root y = c0 + c1 sqrt(n)
 * @param knee two straight lines; null where there are too few cycles
 * @param kneeAt number of the cycle of the knee
 * @param kneeU its standard uncertainty
 * @param best which describes the data best
 * @param margin by how much its criterion is below the next
 */
public record FadeModel(LineFit linear, LineFit root, LineFit knee, double kneeAt, double kneeU, Kind best,
        double margin) {

    /** Difference of the criterion that is strong evidence (Kass and Raftery 1995). */
    public static final double STRONG = 10;
    /** Least number of cycles for a line. */
    public static final int LEAST = 5;
    private static final int EACH_SIDE = 4;

    /** The models. */
    public enum Kind {
        LINEAR("the same loss each cycle"), ROOT("a loss with the square root of the number"),
        KNEE("two straight lines with a knee");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The model in words. */
        public String words() {
            return words;
        }
    }

    /**
     * Fits all.
     *
     * @param n cycles since the reference, ascending, the reference itself 0
     * @param y capacities over that of the reference
     * @param noise standard uncertainty of each of them that they don't share
     */
    public static FadeModel of(double[] n, double[] y, double noise) {
        double[] one = IntStream.range(0, n.length).mapToDouble(i -> 1).toArray();
        LineFit linear = LineFit.of(new double[][] {one, n.clone()}, y, n, noise);
        LineFit root = LineFit.of(new double[][] {one.clone(), IntStream.range(0, n.length).mapToDouble(i ->
                Math.sqrt(n[i])).toArray()}, y, n, noise);
        LineFit knee = null;
        int at = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = EACH_SIDE; k < n.length - EACH_SIDE; k++) {
            double squares = squares(n, y, n[k]);
            if (squares < least) {
                least = squares;
                at = k;
            }
        }
        double kneeAt = Double.NaN;
        double kneeU = Double.NaN;
        double bent = Double.POSITIVE_INFINITY;
        if (at >= 0) {
            kneeAt = refined(n, y, n[at - 1 < EACH_SIDE ? at : at - 1], n[at + 1 < n.length - EACH_SIDE ? at + 1
                    : at]);
            double change = LineFit.solve(basis(n, kneeAt, 0), y)[2];
            // with the derivative by the place of the knee as fourth function, to first order
            knee = LineFit.of(basis(n, kneeAt, change), y, n, noise);
            kneeU = knee.sigma(3);
            bent = knee.criterion();
        }
        double a = linear.criterion();
        double b = root.criterion();
        boolean accelerates = knee != null && knee.coefficients()[2] < 0;
        if (accelerates && bent < Math.min(a, b) - STRONG) {
            return new FadeModel(linear, root, knee, kneeAt, kneeU, Kind.KNEE, Math.min(a, b) - bent);
        }
        return new FadeModel(linear, root, knee, kneeAt, kneeU, b < a ? Kind.ROOT : Kind.LINEAR, Math.abs(a - b));
    }

    /** The functions of two lines that meet; with a change of slope also the derivative by their meeting point. */
    private static double[][] basis(double[] n, double at, double change) {
        double[][] out = new double[change == 0 ? 3 : 4][n.length];
        for (int i = 0; i < n.length; i++) {
            out[0][i] = 1;
            out[1][i] = n[i];
            out[2][i] = Math.max(0, n[i] - at);
            if (change != 0) {
                out[3][i] = n[i] > at ? -change : 0;
            }
        }
        return out;
    }

    private static double squares(double[] n, double[] y, double at) {
        double[][] basis = basis(n, at, 0);
        double[] c = LineFit.solve(basis, y);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] - c[0] - c[1] * n[i] - c[2] * basis[2][i];
            sum += r * r;
        }
        return sum;
    }

    private static double refined(double[] n, double[] y, double from, double to) {
        double a = from;
        double b = to;
        for (int k = 0; k < 40 && b - a > 1e-6; k++) {
            double m1 = a + (b - a) / 3;
            double m2 = b - (b - a) / 3;
            if (squares(n, y, m1) < squares(n, y, m2)) {
                b = m2;
            } else {
                a = m1;
            }
        }
        return (a + b) / 2;
    }

    /** What speaks against the numbers of a model: its own verdict, and that another describes the data better. */
    public Verdict verdict(Kind kind) {
        LineFit fit = kind == Kind.LINEAR ? linear : kind == Kind.ROOT ? root : knee;
        return kind == best || margin < 2 ? fit.verdict()
                : Verdict.doubtful("the data are better described by " + best.words()).and(fit.verdict());
    }
}
