package org.interphase.numerics.fit;

import org.interphase.numerics.internal.kernel.Kernel;

import java.util.Arrays;

/**
 * The iteration: damped least-squares steps inside a box. Bounds are part of the step problem (an active set, held
 * exactly at the bound), not a clamp on its solution. Damping follows the ratio of actual to predicted decrease
 * (Levenberg 1944, Marquardt 1963, with the growing factor on failure of H. B. Nielsen, "Damping parameter in
 * Marquardt's method", IMM-REP-1999-05, DTU).
 */
final class LevenbergMarquardt {

    private static final double LARGEST_DAMPING = 1e30;

    /**
     * Relative decrease below which a step is close enough (a few hundredths of a standard deviation) for the mismatch
     * of predicted and actual decrease to bound the decrease still to come: for a full step the first is of third, the
     * second of fourth order in its length.
     */
    private static final double NEAR = 1e-4;

    /** How steps are damped and bent. */
    enum Strategy {
        /** Damping by the present column norms: invariant to scaling, quick. */
        PLAIN,
        /** The same with acceleration, which follows curved valleys. */
        ACCELERATED,
        /**
         * Acceleration, and damping by the largest column norms met (More 1978): does not run off where columns fade.
         */
        GUARDED
    }

    final int n;
    final int m;
    final Layout layout;
    final double[] p;
    final double[] s;
    final boolean[] held;
    double[] f;
    double[] r;
    double cost;
    int iterations;
    int evaluations;
    int jacobians;

    private final Evaluator evaluator;
    private final FitOptions options;
    private final Kernel kernel;
    private final double[][] columns;
    private final double[][] freeColumns;
    private final double[] tangent;
    private final double[] robust;
    private final double[] normal;
    private final double[] gradient;
    private final double[] trialP;
    private final double[] delta;
    private final double[] trialQ;
    private final boolean[] fixedStep;
    private final CholeskySolver cholesky;
    private double[] q;
    private double[] trialF;
    private double[] trialR;
    private double[] y;
    private QrSolver qr;
    private double[] largestNorms;
    private Acceleration acceleration;
    private boolean illConditioned;
    private boolean qrPrepared;

    LevenbergMarquardt(Model model, Layout layout, FitOptions options, Kernel kernel) {
        this.layout = layout;
        this.options = options;
        this.kernel = kernel;
        n = model.points();
        m = layout.free;
        evaluator = model.evaluator();
        columns = new double[layout.full][n];
        freeColumns = new double[m][];
        for (int j = 0; j < m; j++) {
            freeColumns[j] = columns[layout.freeToFull[j]];
        }
        tangent = layout.tied ? new double[layout.full * m] : null;
        robust = options.loss() == Loss.LINEAR ? null : new double[n];
        normal = new double[m * m];
        gradient = new double[m];
        p = new double[layout.full];
        trialP = new double[layout.full];
        q = new double[m];
        trialQ = new double[m];
        delta = new double[m];
        held = new boolean[m];
        fixedStep = new boolean[m];
        s = new double[n];
        f = new double[n];
        r = new double[n];
        trialF = new double[n];
        trialR = new double[n];
        cholesky = new CholeskySolver(m);
    }

    /** Fits; the scale {@link #s} must have been set. Leaves the solution in the fields. */
    StopReason run(double[] data, double[] starts, double damping, Strategy strategy) {
        y = data;
        largestNorms = strategy == Strategy.GUARDED ? new double[m] : null;
        acceleration = strategy == Strategy.PLAIN ? null : new Acceleration(n, m);
        cholesky.uniformDamping();
        iterations = 0;
        evaluations = 0;
        jacobians = 0;
        illConditioned = false;
        System.arraycopy(starts, 0, p, 0, p.length);
        layout.start(starts, q);
        if (!layout.expand(q, p)) {
            throw new IllegalArgumentException("A tied parameter starts outside its bounds: "
                    + Arrays.toString(p) + " for " + layout.parameters.names());
        }
        System.arraycopy(p, 0, trialP, 0, p.length);
        cost = evaluate(p, f, r);
        if (!Double.isFinite(cost)) {
            throw new IllegalArgumentException("The model is not finite at the start values: " + firstNonFinite());
        }
        return iterate(damping);
    }

    private StopReason iterate(double damping) {
        double lambda = damping;
        linearise();
        while (true) {
            findActiveBounds();
            if (allHeld(held)) {
                return StopReason.NOTHING_FREE;
            }
            double growth = 4;
            while (true) {
                if (options.cancelled().getAsBoolean()) {
                    return StopReason.CANCELLED;
                }
                if (iterations >= options.maxIterations()) {
                    return StopReason.ITERATION_LIMIT;
                }
                iterations++;
                double predicted = step(lambda);
                boolean last = lambda * cholesky.largestDamping() <= 1 && predicted <= Math.max(options.tolerance(),
                        0x1p-52) * cost;
                if (acceleration != null && !last && !acceleration.apply(this, lambda)) {
                    lambda = Math.max(lambda, 1e-12) * 4;
                    continue;
                }
                double trialCost = trial();
                double decrease = cost - trialCost;
                if (last) {
                    if (trialCost <= cost * (1 + n * 0x1p-52)) {
                        accept(trialCost);
                    }
                    return StopReason.CONVERGED;
                }
                double ratio = decrease / predicted;
                if (decrease > 0 && ratio > 1e-4) {
                    boolean near = lambda <= 1e-3 && predicted <= NEAR * cost;
                    boolean remaining = Math.abs(decrease - predicted) > options.tolerance() * cost;
                    accept(trialCost);
                    if (near && !remaining) {
                        return StopReason.CONVERGED;
                    }
                    lambda = ratio > 0.75 ? lambda * 0.1 : ratio < 0.25 ? lambda * 4 : lambda * 0.5;
                    break;
                }
                if (Math.abs(predicted) <= rounding() && (Math.abs(decrease) <= rounding() || lambda > 1e3)) {
                    if (decrease > 0) {
                        accept(trialCost);
                    }
                    return StopReason.NO_FURTHER_DECREASE;
                }
                lambda = Math.max(lambda, 1e-12) * growth;
                growth *= 2;
                if (lambda > LARGEST_DAMPING) {
                    return StopReason.STALLED;
                }
            }
            linearise();
        }
    }

    /**
     * Undamped steps while they shrink: near the solution the gradient still tells the way when chi-square, flat to
     * rounding, no longer does.
     */
    void polish() {
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 12; round++) {
            linearise();
            findActiveBounds();
            if (allHeld(held)) {
                return;
            }
            double predicted = Math.abs(step(0));
            if (!(predicted < 0.5 * last)) {
                return;
            }
            last = predicted;
            double trialCost = trial();
            if (!(trialCost <= cost + rounding())) {
                return;
            }
            accept(trialCost);
        }
    }

    /** Bound on the rounding error of the cost: each predicted value is uncertain by a few units in the last place. */
    private double rounding() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double e = 4 * Math.ulp(Math.max(Math.abs(f[i]), Math.abs(y[i]))) * s[i];
            sum += e * (2 * Math.abs(r[i]) + e);
        }
        return sum;
    }

    private double evaluate(double[] at, double[] values, double[] residuals) {
        evaluations++;
        evaluator.values(at, values);
        double sum = kernel.residuals(y, values, s, residuals, n);
        if (robust == null) {
            return sum;
        }
        double scale = options.lossScale();
        double total = 0;
        for (int i = 0; i < n; i++) {
            double z = residuals[i] / scale;
            total += options.loss().rho(z * z);
        }
        return total * scale * scale;
    }

    private double trial() {
        if (!layout.expand(trialQ, trialP)) {
            return Double.POSITIVE_INFINITY;
        }
        double value = evaluate(trialP, trialF, trialR);
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }

    private void accept(double trialCost) {
        cost = trialCost;
        System.arraycopy(trialP, 0, p, 0, p.length);
        System.arraycopy(trialQ, 0, q, 0, m);
        double[] swap = f;
        f = trialF;
        trialF = swap;
        swap = r;
        r = trialR;
        trialR = swap;
    }

    /** Jacobian, normal equations and gradient at the accepted parameters. */
    private void linearise() {
        jacobians++;
        qrPrepared = false;
        double[] target = r;
        double[] scale = s;
        if (robust != null) {
            // first-order weights: the gradient is exact, the curvature that of the majorising parabola
            for (int i = 0; i < n; i++) {
                double z = r[i] / options.lossScale();
                double root = Math.sqrt(options.loss().slope(z * z));
                robust[i] = s[i] * root;
                trialR[i] = r[i] * root;
            }
            target = trialR;
            scale = robust;
        }
        evaluator.jacobian(p, scale, columns);
        if (layout.tied) {
            layout.foldTies(p, tangent, columns, n);
        }
        kernel.normal(freeColumns, m, target, n, normal, gradient);
        cholesky.prepare(normal, gradient);
        if (largestNorms != null) {
            cholesky.damping(largestNorms);
        }
        if (illConditioned) {
            prepareQr();
        }
    }

    private void prepareQr() {
        if (qr == null) {
            qr = new QrSolver(m, n, cholesky.relativeDamping());
        }
        double[] target = r;
        if (robust != null) {
            target = new double[n];
            for (int i = 0; i < n; i++) {
                double z = r[i] / options.lossScale();
                target[i] = r[i] * Math.sqrt(options.loss().slope(z * z));
            }
        }
        qr.prepare(freeColumns, target);
        qrPrepared = true;
    }

    /** At a bound with the gradient pushing outwards: held for this step. */
    private void findActiveBounds() {
        for (int j = 0; j < m; j++) {
            held[j] = layout.lower[j] == layout.upper[j]
                    || q[j] <= layout.lower[j] && gradient[j] <= 0
                    || q[j] >= layout.upper[j] && gradient[j] >= 0;
        }
    }

    /** Computes {@code delta} and {@code trialQ}; returns the predicted decrease. */
    private double step(double lambda) {
        System.arraycopy(held, 0, fixedStep, 0, m);
        for (int j = 0; j < m; j++) {
            delta[j] = 0;
        }
        // each round holds at least one more entry, so m rounds suffice
        for (int round = 0; round <= m; round++) {
            if (allHeld(fixedStep)) {
                break;
            }
            StepSolver solver = solver();
            if (!solver.solve(lambda, fixedStep, delta)) {
                illConditioned = true;
                prepareQr();
                qr.solve(lambda, fixedStep, delta);
            }
            boolean inside = true;
            for (int j = 0; j < m; j++) {
                double to = q[j] + delta[j];
                if (!fixedStep[j] && (to < layout.lower[j] || to > layout.upper[j])) {
                    delta[j] = (to < layout.lower[j] ? layout.lower[j] : layout.upper[j]) - q[j];
                    fixedStep[j] = true;
                    inside = false;
                    cholesky.deltaChanged();
                }
            }
            if (inside) {
                break;
            }
        }
        for (int j = 0; j < m; j++) {
            trialQ[j] = Math.min(Math.max(q[j] + delta[j], layout.lower[j]), layout.upper[j]);
        }
        return solver().predicted(delta);
    }

    /** Data of the current step for {@link Acceleration}. */
    double[] delta() {
        return delta;
    }

    double[][] freeColumns() {
        return freeColumns;
    }

    double[] freeValues() {
        return q;
    }

    double[] trialFree() {
        return trialQ;
    }

    boolean anyFixedInStep() {
        for (boolean flag : fixedStep) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    /** Values at other free parameters; false if they are not finite or outside. */
    boolean valuesAt(double[] free, double[] values) {
        if (!layout.expand(free, trialP)) {
            return false;
        }
        evaluations++;
        evaluator.values(trialP, values);
        return true;
    }

    /** Solves the damped system for another right-hand side, given in the space of residuals. */
    void solveFor(double lambda, double[] target, double[] out) {
        double[] g = new double[m];
        for (int j = 0; j < m; j++) {
            for (int i = 0; i < n; i++) {
                g[j] += freeColumns[j][i] * target[i];
            }
        }
        if (illConditioned) {
            QrSolver other = new QrSolver(m, n, cholesky.relativeDamping());
            other.prepare(freeColumns, target);
            other.solve(lambda, held, out);
        } else {
            cholesky.prepare(normal, g);
            if (!cholesky.solve(lambda, held, out)) {
                java.util.Arrays.fill(out, 0);
            }
            cholesky.prepare(normal, gradient);
        }
    }

    boolean inside(int j, double value) {
        return value >= layout.lower[j] && value <= layout.upper[j];
    }

    private StepSolver solver() {
        return illConditioned ? qr : cholesky;
    }

    private static boolean allHeld(boolean[] flags) {
        for (boolean flag : flags) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }

    /** Inverse of the normal matrix over the parameters that are not at a bound; null if singular values are needed. */
    boolean inverse(boolean[] without, double[] out) {
        return !illConditioned && cholesky.inverse(without, out);
    }

    /** As {@link #inverse}, by singular values, whatever the condition. */
    QrSolver.Inverse pseudoInverse(boolean[] without) {
        if (!qrPrepared) {
            prepareQr();
        }
        return qr.inverse(without);
    }

    boolean robustFit() {
        return robust != null;
    }

    /**
     * Ratio of the sandwich to the plain inverse for an M-estimate (Huber, Robust Statistics, 1981, section 7.6):
     * mean of (rho' r)^2 over the square of the mean slope of rho' r, relative to the first-order weights used here.
     */
    double robustVarianceFactor() {
        double psi2 = 0;
        double slope = 0;
        double weight = 0;
        double c = options.lossScale();
        for (int i = 0; i < n; i++) {
            double u = r[i] / c;
            double w = options.loss().slope(u * u);
            double h = 1e-6 * Math.max(Math.abs(u), 1);
            double up = (u + h) * options.loss().slope((u + h) * (u + h));
            double down = (u - h) * options.loss().slope((u - h) * (u - h));
            psi2 += w * w * r[i] * r[i];
            slope += (up - down) / (2 * h);
            weight += w;
        }
        return psi2 / (n - m) * weight * n / (slope * slope);
    }

    private String firstNonFinite() {
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(f[i])) {
                return "point " + i + " is " + f[i] + " with " + layout.parameters.names() + " = " + Arrays.toString(p);
            }
        }
        return "the sum of squares overflows";
    }
}
