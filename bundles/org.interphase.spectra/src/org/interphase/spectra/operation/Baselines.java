package org.interphase.spectra.operation;

import org.interphase.numerics.background.AirPls;
import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.background.AsymmetricLeastSquares;
import org.interphase.numerics.background.ModifiedPolynomial;
import org.interphase.numerics.background.RollingBall;
import org.interphase.numerics.background.RubberBand;
import org.interphase.numerics.background.Shirley;
import org.interphase.numerics.background.Snip;
import org.interphase.numerics.background.SplineBackground;

/** Chooses the numerics' algorithm for the parameters of a baseline step. */
final class Baselines {

    private Baselines() {
    }

    /**
     * The baseline.
     *
     * @throws IllegalArgumentException if the algorithm cannot work with the data or parameters
     */
    static double[] find(double[] x, double[] y, BaselineOperation.Parameters p) {
        double lambda = Math.pow(10, p.smoothness());
        double span = x[x.length - 1] - x[0];
        double step = span / (x.length - 1);
        double width = p.width() == null ? span / 10 : p.width();
        int half = Math.max(1, Math.min((x.length - 1) / 2, (int) Math.round(width / step / 2)));
        return switch (p.method()) {
            case ARPLS -> new ArPls(lambda).of(y).values();
            case ASLS -> new AsymmetricLeastSquares(lambda, p.asymmetry()).of(y).values();
            case AIRPLS -> new AirPls(lambda).of(y).values();
            case SNIP -> new Snip(half).of(y).values();
            case ROLLING_BALL -> new RollingBall(half, half).of(y).values();
            case RUBBER_BAND -> new RubberBand().of(x, y).values();
            case POLYNOMIAL -> new ModifiedPolynomial(p.degree()).of(x, y).values();
            case SPLINE -> spline(x, y, p);
            case LINEAR -> line(x, y);
            case SHIRLEY -> Shirley.withEndWindow(Math.max(1, x.length / 20)).of(x, y).values();
        };
    }

    private static double[] spline(double[] x, double[] y, BaselineOperation.Parameters p) {
        double[] anchors = p.anchors().stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
        if (anchors.length == 0) {
            throw new IllegalArgumentException("a spline needs anchors: positions where there is no band");
        }
        return new SplineBackground(Math.max(1, Math.min(9, x.length / 50)) | 1).of(x, y, anchors).values();
    }

    /** Straight line between the mean levels of a twentieth of the points at either end. */
    private static double[] line(double[] x, double[] y) {
        int n = x.length;
        int window = Math.max(1, n / 20);
        double left = 0;
        double right = 0;
        double xLeft = 0;
        double xRight = 0;
        for (int i = 0; i < window; i++) {
            left += y[i] / window;
            xLeft += x[i] / window;
            right += y[n - 1 - i] / window;
            xRight += x[n - 1 - i] / window;
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = left + (right - left) * (x[i] - xLeft) / (xRight - xLeft);
        }
        return out;
    }
}
