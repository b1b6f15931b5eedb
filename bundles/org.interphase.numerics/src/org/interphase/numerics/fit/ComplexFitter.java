package org.interphase.numerics.fit;

import java.util.Arrays;
import org.interphase.numerics.linear.NormalEquations;

/**
 * Complex nonlinear least squares: Levenberg-Marquardt with Marquardt's scaling, analytic Jacobian, logarithms of the
 * positive parameters and bounds kept by an active set. Everything is allocated once per model, so fitting the next
 * data allocates nothing. For one thread.
 */
public final class ComplexFitter {

    private static final double FIRST_DAMPING = 1e-2;

    private final ComplexModel model;
    private final ParameterSpace space;
    private final int n;
    private final int m;
    private final double[] p;
    private final double[] theta;
    private final double[] trial;
    private final NormalEquations equations;
    private final BoxStep step;
    private double[] re;
    private double[] im;
    private double[] wRe;
    private double[] wIm;
    private double chiSquare;
    private int evaluations;
    private StopReason stop = StopReason.ITERATION_LIMIT;

    /**
     * @param model what is fitted; this fitter evaluates it from now on
     * @param space which of its parameters vary
     */
    public ComplexFitter(ComplexModel model, ParameterSpace space) {
        this.model = model;
        this.space = space;
        n = model.points();
        m = space.size();
        p = new double[space.all()];
        theta = new double[m];
        trial = new double[m];
        equations = new NormalEquations(m, 2 * n);
        step = new BoxStep(space, equations);
    }

    /**
     * Sets the data; arrays are kept, not copied.
     *
     * @param realPart real parts
     * @param imaginaryPart imaginary parts
     * @param realWeight 1/sigma of the real parts
     * @param imaginaryWeight 1/sigma of the imaginary parts
     */
    public void data(double[] realPart, double[] imaginaryPart, double[] realWeight, double[] imaginaryWeight) {
        re = realPart;
        im = imaginaryPart;
        wRe = realWeight;
        wIm = imaginaryWeight;
    }

    /**
     * Fits from a start.
     *
     * @param start natural values of all parameters; not written to
     * @param tolerance relative decrease of the sum of squares below which it stops
     * @param iterations largest number of steps
     * @return weighted sum of squares
     */
    public double fit(double[] start, double tolerance, int iterations) {
        space.toFree(start, theta);
        evaluations = 0;
        chiSquare = evaluate(theta);
        stop = StopReason.ITERATION_LIMIT;
        if (m == 0) {
            stop = StopReason.NOTHING_FREE;
            return chiSquare;
        }
        linearise();
        double damping = FIRST_DAMPING;
        double raise = 4;
        for (int i = 0; i < iterations; i++) {
            double predicted = step.from(theta, damping);
            if (predicted <= tolerance * chiSquare && damping <= 1) {
                stop = StopReason.CONVERGED;
                break;
            }
            double[] delta = step.delta();
            for (int k = 0; k < m; k++) {
                trial[k] = theta[k] + delta[k];
            }
            double next = evaluate(trial);
            if (next < chiSquare) {
                double ratio = (chiSquare - next) / predicted;
                System.arraycopy(trial, 0, theta, 0, m);
                chiSquare = next;
                linearise();
                double x = 2 * ratio - 1;
                damping = Math.max(damping * Math.max(0.05, 1 - x * x * x), 1e-12);
                raise = 4;
            } else {
                damping *= raise;
                raise *= 2;
                if (damping > 1e12 || predicted < 1e-15 * chiSquare) {
                    stop = predicted <= tolerance * chiSquare ? StopReason.CONVERGED : StopReason.STALLED;
                    break;
                }
            }
        }
        space.toNatural(theta, p);
        return chiSquare;
    }

    /** Weighted residuals and model at a point; returns the sum of squares, infinity where it is not finite. */
    private double evaluate(double[] at) {
        evaluations++;
        space.toNatural(at, p);
        model.evaluate(p, true);
        double[] r = equations.target();
        double[] mr = model.re();
        double[] mi = model.im();
        for (int i = 0; i < n; i++) {
            r[i] = wRe[i] * (re[i] - mr[i]);
            r[n + i] = wIm[i] * (im[i] - mi[i]);
        }
        double s0 = 0;
        double s1 = 0;
        for (int i = 0; i < n; i++) {
            s0 = Math.fma(r[i], r[i], s0);
            s1 = Math.fma(r[n + i], r[n + i], s1);
        }
        double sum = s0 + s1;
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    /** Normal equations from the derivatives of the last evaluation. */
    private void linearise() {
        for (int k = 0; k < m; k++) {
            int parameter = space.parameter(k);
            double scale = space.isLog(k) ? p[parameter] : 1;
            double[] column = equations.column(k);
            weigh(model.dRe(parameter), model.dIm(parameter), scale, column);
            for (int t = 0; t < p.length; t++) {
                if (space.source(t) == parameter) {
                    addWeighed(model.dRe(t), model.dIm(t), scale * space.ratio(t), column);
                }
            }
        }
        equations.form();
    }

    private void weigh(double[] dRe, double[] dIm, double scale, double[] column) {
        for (int i = 0; i < n; i++) {
            column[i] = wRe[i] * scale * dRe[i];
        }
        for (int i = 0; i < n; i++) {
            column[n + i] = wIm[i] * scale * dIm[i];
        }
    }

    private void addWeighed(double[] dRe, double[] dIm, double scale, double[] column) {
        for (int i = 0; i < n; i++) {
            column[i] += wRe[i] * scale * dRe[i];
            column[n + i] += wIm[i] * scale * dIm[i];
        }
    }

    /** Natural values of all parameters after a fit (a copy). */
    public double[] parameters() {
        return p.clone();
    }

    /** Copies the natural values of the last fit into an array. */
    public void parameters(double[] target) {
        System.arraycopy(p, 0, target, 0, p.length);
    }

    /** Weighted sum of squares of the last fit or of the point moved to. */
    public double chiSquare() {
        return chiSquare;
    }

    /** Evaluations of the model in the last fit. */
    public int evaluations() {
        return evaluations;
    }

    /** Why the last fit stopped. */
    public StopReason stop() {
        return stop;
    }

    /** Brings residuals and Jacobian to the given natural values, for what follows. */
    public void moveTo(double[] natural) {
        space.toFree(natural, theta);
        chiSquare = evaluate(theta);
        linearise();
    }

    /**
     * Uncertainty at the point moved to; parameters on a bound count as exactly known.
     *
     * @param variance factor on the inverse of J'WJ: 1 for absolute weights, else chi-square per degree of freedom
     */
    public FitUncertainty uncertainty(double variance) {
        boolean[] excluded = new boolean[m];
        for (int k = 0; k < m; k++) {
            excluded[k] = atBound(k);
        }
        return uncertainty(variance, excluded);
    }

    /**
     * Uncertainty at the point moved to.
     *
     * @param variance as above
     * @param exact per varying parameter, whether it counts as exactly known
     */
    public FitUncertainty uncertainty(double variance, boolean[] exact) {
        return FitUncertainty.of(equations.matrix(), variance, p, space, exact);
    }

    /** A copy of the weighted derivatives by a varying parameter's natural value: real parts, then imaginary parts. */
    public double[] derivatives(int k) {
        double[] out = equations.column(k).clone();
        double scale = space.isLog(k) ? p[space.parameter(k)] : 1;
        for (int i = 0; i < out.length; i++) {
            out[i] /= scale;
        }
        return out;
    }

    /** A copy of what the residuals are multiplied with: real parts, then imaginary parts. */
    public double[] weights() {
        double[] out = Arrays.copyOf(wRe, 2 * n);
        System.arraycopy(wIm, 0, out, n, n);
        return out;
    }

    /** A copy of the weighted residuals: real parts, then imaginary parts. */
    public double[] residuals() {
        return equations.target().clone();
    }

    /** A copy of the model: real parts, then imaginary parts. */
    public double[] fitted() {
        double[] out = Arrays.copyOf(model.re(), 2 * n);
        System.arraycopy(model.im(), 0, out, n, n);
        return out;
    }

    /** Whether a varying parameter lies on a bound. */
    public boolean atBound(int k) {
        double span = 1e-9 * (1 + Math.abs(theta[k]));
        return theta[k] <= space.lower(k) + span || theta[k] >= space.upper(k) - span;
    }
}
