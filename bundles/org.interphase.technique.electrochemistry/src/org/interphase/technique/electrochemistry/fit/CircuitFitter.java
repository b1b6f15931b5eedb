package org.interphase.technique.electrochemistry.fit;

import java.util.Arrays;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.leastsquares.NormalEquations;

/**
 * Complex nonlinear least squares: Levenberg-Marquardt with Marquardt's scaling, analytic Jacobian, logarithms of the
 * positive parameters and bounds kept by an active set. Everything is allocated once per circuit and frequency grid,
 * so fitting the next spectrum allocates nothing. For one thread.
 */
final class CircuitFitter {

    /** Why a fit stopped. */
    enum Stop {
        /** The predicted decrease fell below the tolerance. */
        CONVERGED("converged"),
        /** No step however short lowered the sum of squares. */
        NO_DECREASE("no step lowers the sum of squares further"),
        /** The limit of iterations was reached. */
        ITERATIONS("limit of iterations reached");

        final String text;

        Stop(String text) {
            this.text = text;
        }
    }

    private static final double FIRST_DAMPING = 1e-2;
    /** Longest step of a logarithm: a factor of 20. */
    private static final double LONGEST = 3;

    private final CompiledCircuit compiled;
    private final ParameterSpace space;
    private final int n;
    private final int m;
    private final double[] p;
    private final double[] theta;
    private final double[] trial;
    private final double[] delta;
    private final double[] gradient;
    private final double[][] columns;
    private final double[] gram;
    private final double[] normal;
    private final double[] work;
    private final double[] rhs;
    private final int[] index;
    private final boolean[] held;
    private double[] re;
    private double[] im;
    private double[] wRe;
    private double[] wIm;
    private double chiSquare;
    private int evaluations;
    private Stop stop = Stop.ITERATIONS;

    CircuitFitter(Circuit circuit, Frequencies frequencies, ParameterSpace space) {
        this.compiled = new CompiledCircuit(circuit, frequencies);
        this.space = space;
        this.n = frequencies.size();
        this.m = space.size();
        this.p = new double[space.all()];
        this.theta = new double[m];
        this.trial = new double[m];
        this.delta = new double[m];
        this.gradient = new double[m];
        this.columns = new double[(m + 4) / 4 * 4][2 * n];
        this.gram = new double[(m + 1) * (m + 1)];
        this.normal = new double[m * m];
        this.work = new double[m * m];
        this.rhs = new double[m];
        this.index = new int[m];
        this.held = new boolean[m];
    }

    /**
     * Sets the spectrum; arrays are kept, not copied.
     *
     * @param realPart Re Z at each frequency
     * @param imaginaryPart Im Z (not -Im Z)
     * @param realWeight 1/sigma of the real part
     * @param imaginaryWeight 1/sigma of the imaginary part
     */
    void data(double[] realPart, double[] imaginaryPart, double[] realWeight, double[] imaginaryWeight) {
        re = realPart;
        im = imaginaryPart;
        wRe = realWeight;
        wIm = imaginaryWeight;
    }

    /**
     * Fits from a start.
     *
     * @param start natural values of all circuit parameters; not written to
     * @param tolerance relative decrease of the sum of squares below which it stops
     * @param iterations largest number of steps
     * @return weighted sum of squares
     */
    double fit(double[] start, double tolerance, int iterations) {
        space.toFree(start, theta);
        evaluations = 0;
        chiSquare = evaluate(theta);
        stop = Stop.ITERATIONS;
        if (m == 0) {
            stop = Stop.CONVERGED;
            return chiSquare;
        }
        normalEquations();
        double damping = FIRST_DAMPING;
        double raise = 4;
        for (int i = 0; i < iterations; i++) {
            double predicted = step(damping);
            if (predicted <= tolerance * chiSquare && damping <= 1) {
                stop = Stop.CONVERGED;
                break;
            }
            for (int k = 0; k < m; k++) {
                trial[k] = theta[k] + delta[k];
            }
            double next = evaluate(trial);
            if (next < chiSquare) {
                double ratio = (chiSquare - next) / predicted;
                System.arraycopy(trial, 0, theta, 0, m);
                chiSquare = next;
                normalEquations();
                double x = 2 * ratio - 1;
                damping = Math.max(damping * Math.max(0.05, 1 - x * x * x), 1e-12);
                raise = 4;
            } else {
                damping *= raise;
                raise *= 2;
                if (damping > 1e12 || predicted < 1e-15 * chiSquare) {
                    stop = predicted <= tolerance * chiSquare ? Stop.CONVERGED : Stop.NO_DECREASE;
                    break;
                }
            }
        }
        space.toNatural(theta, p);
        return chiSquare;
    }

    /** Weighted residuals and Jacobian at a point; returns the sum of squares, infinity where it is not finite. */
    private double evaluate(double[] at) {
        evaluations++;
        space.toNatural(at, p);
        compiled.evaluate(p, true);
        double[] r = columns[m];
        double[] mr = compiled.re();
        double[] mi = compiled.im();
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

    /** Gram matrix, gradient from the derivatives of the last evaluation. */
    private void normalEquations() {
        for (int k = 0; k < m; k++) {
            int parameter = space.parameter(k);
            double scale = space.isLog(k) ? p[parameter] : 1;
            weigh(compiled.dRe(parameter), compiled.dIm(parameter), scale, columns[k]);
            for (int t = 0; t < p.length; t++) {
                if (space.source(t) == parameter) {
                    addWeighed(compiled.dRe(t), compiled.dIm(t), scale * space.ratio(t), columns[k]);
                }
            }
        }
        NormalEquations.gram(columns, m + 1, 2 * n, gram, m + 1);
        for (int k = 0; k < m; k++) {
            gradient[k] = gram[k * (m + 1) + m];
            System.arraycopy(gram, k * (m + 1), normal, k * m, m);
        }
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

    /** Damped step within the bounds into {@link #delta}; returns the decrease the linear model predicts. */
    private double step(double damping) {
        for (int k = 0; k < m; k++) {
            delta[k] = 0;
            held[k] = theta[k] <= space.lower(k) && gradient[k] <= 0 || theta[k] >= space.upper(k) && gradient[k] >= 0
                    || !(normal[k * m + k] > 0);
        }
        for (int round = 0; round <= m; round++) {
            int count = 0;
            for (int k = 0; k < m; k++) {
                if (!held[k]) {
                    index[count++] = k;
                }
            }
            solveFree(count, damping);
            // a variable that would cross its bound goes exactly onto it, and the others are solved for again
            boolean crossed = false;
            for (int i = 0; i < count; i++) {
                int k = index[i];
                double to = theta[k] + rhs[i];
                if (to < space.lower(k) || to > space.upper(k)) {
                    delta[k] = (to < space.lower(k) ? space.lower(k) : space.upper(k)) - theta[k];
                    held[k] = true;
                    crossed = true;
                }
            }
            if (!crossed) {
                for (int i = 0; i < count; i++) {
                    delta[index[i]] = rhs[i];
                }
                break;
            }
        }
        shorten();
        double predicted = 0;
        for (int k = 0; k < m; k++) {
            double h = 0;
            for (int j = 0; j < m; j++) {
                h = Math.fma(normal[k * m + j], delta[j], h);
            }
            predicted += delta[k] * (2 * gradient[k] - h);
        }
        return predicted;
    }

    private void solveFree(int count, double damping) {
        for (double extra = damping;; extra = Math.max(extra * 10, 1e-12)) {
            for (int i = 0; i < count; i++) {
                int k = index[i];
                double g = gradient[k];
                for (int j = 0; j < m; j++) {
                    g -= held[j] ? normal[k * m + j] * delta[j] : 0;
                }
                rhs[i] = g;
                for (int j = 0; j <= i; j++) {
                    work[i * m + j] = normal[k * m + index[j]];
                }
                work[i * m + i] *= 1 + extra;
            }
            if (NormalEquations.factor(work, count, m)) {
                NormalEquations.solve(work, count, m, rhs);
                return;
            }
            if (extra > 1e6) {
                Arrays.fill(rhs, 0, count, 0);
                return;
            }
        }
    }

    private void shorten() {
        double longest = 0;
        for (int k = 0; k < m; k++) {
            longest = Math.max(longest, space.isLog(k) ? Math.abs(delta[k]) / LONGEST : Math.abs(delta[k]) / 0.5);
        }
        if (longest > 1) {
            for (int k = 0; k < m; k++) {
                delta[k] /= longest;
            }
        }
    }

    /** Natural values of all circuit parameters after a fit (a copy). */
    double[] parameters() {
        return p.clone();
    }

    /** Copies the natural values of the last fit into an array. */
    void parameters(double[] target) {
        System.arraycopy(p, 0, target, 0, p.length);
    }

    double chiSquare() {
        return chiSquare;
    }

    int evaluations() {
        return evaluations;
    }

    Stop stop() {
        return stop;
    }

    /** Brings residuals and Jacobian to the given natural values, for {@link #information} and {@link #residuals}. */
    void moveTo(double[] natural) {
        space.toFree(natural, theta);
        chiSquare = evaluate(theta);
        normalEquations();
    }

    /** A copy of J'WJ over the varying parameters (rows of length {@link ParameterSpace#size()}). */
    double[] information() {
        return normal.clone();
    }

    /** A copy of the weighted residuals: real parts, then imaginary parts. */
    double[] residuals() {
        return columns[m].clone();
    }

    /** A copy of the model impedance: real parts, then imaginary parts. */
    double[] model() {
        return compiled.copy();
    }

    /** Whether a varying parameter lies on a bound. */
    boolean atBound(int k) {
        double span = 1e-9 * (1 + Math.abs(theta[k]));
        return theta[k] <= space.lower(k) + span || theta[k] >= space.upper(k) - span;
    }
}
