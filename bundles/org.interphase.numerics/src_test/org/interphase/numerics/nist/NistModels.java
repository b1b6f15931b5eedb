package org.interphase.numerics.nist;

import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.interphase.numerics.fit.Model;

import java.util.Map;
import java.util.TreeMap;

/**
 * The model functions of the NIST collection, written once; derivatives by forward differentiation (exact to rounding).
 */
public final class NistModels {

    /** A model function of parameters b (b1 is {@code b[0]}) and the predictors of one point. */
    @FunctionalInterface
    interface Function {
        DerivativeStructure of(DerivativeStructure[] b, double[] x);
    }

    private static final Map<String, Function> FUNCTIONS = new TreeMap<>();

    static {
        FUNCTIONS.put("Bennett5", (b, x) -> b[0].multiply(b[1].add(x[0]).log().divide(b[2]).negate().exp()));
        FUNCTIONS.put("BoxBOD", NistModels::saturation);
        FUNCTIONS.put("Misra1a", NistModels::saturation);
        FUNCTIONS.put("Chwirut1", NistModels::chwirut);
        FUNCTIONS.put("Chwirut2", NistModels::chwirut);
        FUNCTIONS.put("DanWood", (b, x) -> b[0].multiply(b[1].multiply(Math.log(x[0])).exp()));
        FUNCTIONS.put("ENSO", NistModels::enso);
        FUNCTIONS.put("Eckerle4", (b, x) -> {
            DerivativeStructure t = b[2].subtract(x[0]).divide(b[1]);
            return b[0].divide(b[1]).multiply(t.multiply(t).multiply(-0.5).exp());
        });
        FUNCTIONS.put("Gauss1", NistModels::gauss);
        FUNCTIONS.put("Gauss2", NistModels::gauss);
        FUNCTIONS.put("Gauss3", NistModels::gauss);
        FUNCTIONS.put("Hahn1", NistModels::cubicRatio);
        FUNCTIONS.put("Thurber", NistModels::cubicRatio);
        FUNCTIONS.put("Kirby2", (b, x) -> polynomial(x[0], b[0], b[1], b[2])
                .divide(polynomial(x[0], constant(b[0], 1), b[3], b[4])));
        FUNCTIONS.put("Lanczos1", NistModels::lanczos);
        FUNCTIONS.put("Lanczos2", NistModels::lanczos);
        FUNCTIONS.put("Lanczos3", NistModels::lanczos);
        FUNCTIONS.put("MGH09", (b, x) -> b[0].multiply(b[1].multiply(x[0]).add(x[0] * x[0]))
                .divide(b[2].multiply(x[0]).add(b[3]).add(x[0] * x[0])));
        FUNCTIONS.put("MGH10", (b, x) -> b[0].multiply(b[1].divide(b[2].add(x[0])).exp()));
        FUNCTIONS.put("MGH17", (b, x) -> b[0].add(decay(b[1], b[3], x[0])).add(decay(b[2], b[4], x[0])));
        FUNCTIONS.put("Misra1b", (b, x) -> {
            DerivativeStructure u = b[1].multiply(x[0] / 2).add(1);
            return b[0].multiply(u.multiply(u).reciprocal().negate().add(1));
        });
        FUNCTIONS.put("Misra1c", (b, x) -> b[0].multiply(b[1].multiply(2 * x[0]).add(1).sqrt().reciprocal().negate()
                .add(1)));
        FUNCTIONS.put("Misra1d", (b, x) -> b[0].multiply(b[1]).multiply(x[0]).divide(b[1].multiply(x[0]).add(1)));
        FUNCTIONS.put("Nelson", (b, x) -> b[0].subtract(b[1].multiply(x[0]).multiply(b[2].multiply(-x[1]).exp())));
        FUNCTIONS.put("Rat42", (b, x) -> b[0].divide(b[1].subtract(b[2].multiply(x[0])).exp().add(1)));
        FUNCTIONS.put("Rat43", (b, x) -> b[0].divide(
                b[1].subtract(b[2].multiply(x[0])).exp().add(1).log().divide(b[3]).exp()));
        FUNCTIONS.put("Roszman1", (b, x) -> b[0].subtract(b[1].multiply(x[0]))
                .subtract(b[2].divide(b[3].negate().add(x[0])).atan().divide(Math.PI)));
    }

    private NistModels() {
    }

    /** Names of the 27 sets. */
    public static Iterable<String> names() {
        return FUNCTIONS.keySet();
    }

    /**
     * The response the model predicts: the logarithm for Nelson, zero for Lanczos1 (whose model predicts the residual,
     * see {@link #model}), y as it is for the others.
     */
    public static double[] response(NistProblem problem) {
        double[] y = problem.y().clone();
        if (problem.name().equals("Lanczos1")) {
            return new double[y.length];
        }
        if (problem.name().equals("Nelson")) {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.log(y[i]);
            }
        }
        return y;
    }

    /**
     * The model of one set over its predictors. Lanczos1 has residuals of 1e-13 in values of order 1, so that their sum
     * of squares drowns in double rounding; its model computes the residual itself with 40 digits and rounds that.
     */
    public static Model model(NistProblem problem) {
        Function function = FUNCTIONS.get(problem.name());
        int n = problem.y().length;
        int m = problem.certified().length;
        double[][] points = new double[n][problem.x().length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < problem.x().length; k++) {
                points[i][k] = problem.x()[k][i];
            }
        }
        boolean residual = problem.name().equals("Lanczos1");
        return Model.of(n, m, (p, f) -> {
            if (residual) {
                for (int i = 0; i < n; i++) {
                    f[i] = BigExponential.lanczosResidual(p, points[i][0], problem.y()[i]);
                }
                return;
            }
            DerivativeStructure[] b = variables(p, 0);
            for (int i = 0; i < n; i++) {
                f[i] = function.of(b, points[i]).getValue();
            }
        }, (p, columns) -> {
            DerivativeStructure[] b = variables(p, 1);
            for (int i = 0; i < n; i++) {
                double[] all = function.of(b, points[i]).getAllDerivatives();
                for (int j = 0; j < m; j++) {
                    columns[j][i] = all[j + 1];
                }
            }
        });
    }

    private static DerivativeStructure[] variables(double[] p, int order) {
        DerivativeStructure[] b = new DerivativeStructure[p.length];
        for (int j = 0; j < p.length; j++) {
            b[j] = new DerivativeStructure(p.length, order, j, p[j]);
        }
        return b;
    }

    private static DerivativeStructure constant(DerivativeStructure like, double value) {
        return new DerivativeStructure(like.getFreeParameters(), like.getOrder(), value);
    }

    private static DerivativeStructure decay(DerivativeStructure factor, DerivativeStructure rate, double x) {
        return factor.multiply(rate.multiply(-x).exp());
    }

    private static DerivativeStructure saturation(DerivativeStructure[] b, double[] x) {
        return b[0].multiply(b[1].multiply(-x[0]).exp().negate().add(1));
    }

    private static DerivativeStructure chwirut(DerivativeStructure[] b, double[] x) {
        return b[0].multiply(-x[0]).exp().divide(b[1].add(b[2].multiply(x[0])));
    }

    private static DerivativeStructure enso(DerivativeStructure[] b, double[] x) {
        double year = 2 * Math.PI * x[0];
        DerivativeStructure slow = b[3].reciprocal().multiply(year);
        DerivativeStructure quick = b[6].reciprocal().multiply(year);
        return b[0].add(b[1].multiply(Math.cos(year / 12))).add(b[2].multiply(Math.sin(year / 12)))
                .add(b[4].multiply(slow.cos())).add(b[5].multiply(slow.sin()))
                .add(b[7].multiply(quick.cos())).add(b[8].multiply(quick.sin()));
    }

    private static DerivativeStructure gauss(DerivativeStructure[] b, double[] x) {
        return decay(b[0], b[1], x[0]).add(bell(b[2], b[3], b[4], x[0])).add(bell(b[5], b[6], b[7], x[0]));
    }

    private static DerivativeStructure bell(DerivativeStructure h, DerivativeStructure c, DerivativeStructure w,
            double x) {
        DerivativeStructure t = c.subtract(x).divide(w);
        return h.multiply(t.multiply(t).negate().exp());
    }

    private static DerivativeStructure cubicRatio(DerivativeStructure[] b, double[] x) {
        return polynomial(x[0], b[0], b[1], b[2], b[3]).divide(polynomial(x[0], constant(b[0], 1), b[4], b[5], b[6]));
    }

    private static DerivativeStructure lanczos(DerivativeStructure[] b, double[] x) {
        return decay(b[0], b[1], x[0]).add(decay(b[2], b[3], x[0])).add(decay(b[4], b[5], x[0]));
    }

    private static DerivativeStructure polynomial(double x, DerivativeStructure... c) {
        DerivativeStructure value = c[c.length - 1];
        for (int k = c.length - 2; k >= 0; k--) {
            value = value.multiply(x).add(c[k]);
        }
        return value;
    }
}
