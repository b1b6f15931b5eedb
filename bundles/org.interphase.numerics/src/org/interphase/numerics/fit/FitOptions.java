package org.interphase.numerics.fit;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * How a fit is done; immutable.
 *
 * @param tolerance stop when the decrease of chi-square still to be expected, relative to chi-square, is below
 *     this; the step that would bring it is still taken, so the excess left over is much smaller
 * @param maxIterations limit on accepted and rejected steps together
 * @param damping initial damping, relative to the unit diagonal of the scaled normal equations
 * @param loss robust loss
 * @param lossScale weighted residual at which the loss departs from the square (1 means one standard deviation)
 * @param careful whether to try two slower strategies that follow curved valleys and don't run off into flat
 *     regions, take the lower chi-square, and polish it with undamped steps; several times the cost
 * @param cancelled asked once per iteration; returning true ends the fit with {@link StopReason#CANCELLED}
 */
public record FitOptions(double tolerance, int maxIterations, double damping, Loss loss, double lossScale,
        boolean careful, BooleanSupplier cancelled) {

    private static final BooleanSupplier NEVER = () -> false;

    /** Checks the numbers. */
    public FitOptions {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(cancelled, "cancelled");
        if (!(tolerance >= 0) || !(damping > 0) || !(lossScale > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("Fit options need tolerance >= 0, damping > 0, loss scale > 0 and at "
                    + "least one iteration, got " + tolerance + ", " + damping + ", " + lossScale + ", "
                    + maxIterations);
        }
    }

    /** Tolerance 1e-7, 400 iterations, damping 0.01, ordinary least squares. */
    public static FitOptions defaults() {
        return new FitOptions(1e-7, 400, 1e-2, Loss.LINEAR, 1, false, NEVER);
    }

    /**
     * As {@link #defaults()}, but careful and iterated to the limit of double precision, at most 10,000 steps per
     * strategy.
     */
    public static FitOptions precise() {
        return new FitOptions(0, 10_000, 1e-2, Loss.LINEAR, 1, true, NEVER);
    }

    /** The same with another tolerance. */
    public FitOptions withTolerance(double value) {
        return new FitOptions(value, maxIterations, damping, loss, lossScale, careful, cancelled);
    }

    /** The same with another limit on steps. */
    public FitOptions withMaxIterations(int value) {
        return new FitOptions(tolerance, value, damping, loss, lossScale, careful, cancelled);
    }

    /** The same with another initial damping. */
    public FitOptions withDamping(double value) {
        return new FitOptions(tolerance, maxIterations, value, loss, lossScale, careful, cancelled);
    }

    /** The same with another loss that departs from the square at a weighted residual of {@code scale}. */
    public FitOptions withLoss(Loss value, double scale) {
        return new FitOptions(tolerance, maxIterations, damping, value, scale, careful, cancelled);
    }

    /** The same with another question whether to end. */
    public FitOptions withCancel(BooleanSupplier value) {
        return new FitOptions(tolerance, maxIterations, damping, loss, lossScale, careful, value);
    }

    /** The same, careful or not. */
    public FitOptions withCareful(boolean value) {
        return new FitOptions(tolerance, maxIterations, damping, loss, lossScale, value, cancelled);
    }
}
