package org.interphase.technique.battery.voltammetry;

import java.util.Arrays;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.numerics.signal.Robust;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;

/**
 * A sweep as a curve that runs forward: the abscissa is the potential times the direction, the ordinate the current
 * times the direction, so that peaks of either direction stand upright. Rows that do not advance by half the increment
 * are averaged.
 */
final class SweepCurve {

    private static final int MOST_POINTS = 4000;

    private final PotentialSweep sweep;
    private final double[] x;
    private final double[] y;
    private final double noise;
    private final double correlation;

    private final boolean returning;

    private SweepCurve(PotentialSweep sweep, double[] x, double[] y, boolean returning) {
        this.sweep = sweep;
        this.returning = returning;
        this.x = x;
        this.y = y;
        double largest = Arrays.stream(y).map(Math::abs).max().orElse(0);
        this.noise = y.length < 8 ? 0 : Math.max(Robust.noise(y), 1e-7 * largest);
        this.correlation = y.length < 200 ? 1 : NoiseLevel.of(y, null).correlation();
    }

    /**
     * The curve of a sweep.
     *
     * @param resistance uncompensated resistance in ohm whose drop is taken off the potential; 0 for none
     * @param returning whether peaks against the direction of the sweep shall stand upright: oxidations while the
     *     potential falls, reductions while it rises
     */
    static SweepCurve of(PotentialSweeps record, PotentialSweep sweep, double resistance, boolean returning) {
        double[] e = record.potential();
        double[] i = record.current();
        int d = sweep.direction();
        int up = returning ? -d : d;
        double step = Math.max(0.5 * sweep.increment(), sweep.span() / MOST_POINTS);
        double[] x = new double[sweep.size()];
        double[] y = new double[sweep.size()];
        int n = 0;
        int count = 0;
        double begun = Double.NaN;
        for (int k = sweep.from(); k < sweep.to(); k++) {
            double here = d * (e[k] - resistance * i[k]);
            if (count > 0 && here - begun < step) {
                x[n - 1] += (here - x[n - 1]) / (count + 1);
                y[n - 1] += (up * i[k] - y[n - 1]) / (count + 1);
                count++;
                continue;
            }
            // the mean of the rows before may lie beyond this one where the potential is noisy
            if (n > 0 && here <= x[n - 1]) {
                continue;
            }
            x[n] = here;
            y[n] = up * i[k];
            n++;
            count = 1;
            begun = here;
        }
        return new SweepCurve(sweep, Arrays.copyOf(x, n), Arrays.copyOf(y, n), returning);
    }

    PotentialSweep sweep() {
        return sweep;
    }

    /** Sign of the current of its peaks. */
    int sign() {
        return returning ? -sweep.direction() : sweep.direction();
    }

    /** Whether its peaks go against the direction of the sweep. */
    boolean returning() {
        return returning;
    }

    int size() {
        return x.length;
    }

    /** Potential times direction, ascending. Not to be written to. */
    double[] x() {
        return x;
    }

    /** Current times direction, A. Not to be written to. */
    double[] y() {
        return y;
    }

    /** Standard deviation of a point's current, A. */
    double noise() {
        return noise;
    }

    /** By how much averages are noisier than white noise would make them. */
    double correlation() {
        return correlation;
    }

    /** Mean distance of points, V. */
    double spacing() {
        return (x[x.length - 1] - x[0]) / (x.length - 1);
    }

    /** First point at or beyond an abscissa; the size if there is none. */
    int indexOf(double abscissa) {
        int k = Arrays.binarySearch(x, abscissa);
        return k < 0 ? -k - 1 : k;
    }

    /** Potential of an abscissa. */
    double potential(double abscissa) {
        return sweep.direction() * abscissa;
    }
}
