package org.interphase.technique.dynamics.trajectory;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.model.unit.Unit;

/**
 * Frames at equal steps of time.
 *
 * @param interval time between frames in ps
 * @param frames how many of them count: a last one out of step does not
 */
public record TimeScale(double interval, int frames) {

    private static final Unit PICOSECOND = Unit.of("ps");
    private static final double FEMTO = 1e-3;
    private static final double EQUAL = 1e-4;

    /**
     * The times of a trajectory.
     *
     * @param timeStep time of a simulation step in fs, as stated; null if it is not
     * @param frameInterval time between frames of the file in fs, as stated; null if it is not
     * @throws AnalysisException if nothing tells the time, or frames are not equally far apart
     */
    public static TimeScale of(Trajectory t, Double timeStep, Double frameInterval) throws AnalysisException {
        Trajectory.Frames f = t.frames();
        if (f.size() < 2) {
            throw new AnalysisException("the trajectory has " + f.size() + " frame; displacements need more than one");
        }
        boolean times = !Double.isNaN(f.times()[0]) && t.units().time().isPresent();
        double[] x = new double[f.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = times ? t.units().time().get().convert(f.times()[k], PICOSECOND) : f.steps()[k];
        }
        double step = x[1] - x[0];
        int n = x.length;
        for (int k = 1; k < x.length; k++) {
            if (!(Math.abs(x[k] - x[k - 1] - step) <= EQUAL * Math.abs(step)) || !(step > 0)) {
                if (k == x.length - 1 && k > 2 && x[k] > x[k - 1]) {
                    n--;
                    break;
                }
                throw new AnalysisException(String.format(Locale.ROOT, "frames must be equally far apart: frame %d "
                        + "comes "
                        + "%.6g behind the one before, the second %.6g behind the first", k + 1, x[k] - x[k - 1],
                        step));
            }
        }
        if (times) {
            return new TimeScale(step, n);
        }
        if (frameInterval != null) {
            return new TimeScale(frameInterval * FEMTO * f.every(), n);
        }
        if (f.steppedBySimulation() && timeStep != null) {
            return new TimeScale(step * timeStep * FEMTO, n);
        }
        throw new AnalysisException(f.steppedBySimulation() ? "the file states steps, not times; say how long a step "
                + "of "
                + "the simulation is with the parameter timeStep, or the time between frames with frameInterval (fs)"
                : "the file states no times; say the time between its frames with the parameter frameInterval (fs)");
    }
}
