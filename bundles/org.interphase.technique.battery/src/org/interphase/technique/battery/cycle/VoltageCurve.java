package org.interphase.technique.battery.cycle;

import java.util.Arrays;
import org.interphase.electro.record.Channel;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.CurrentSignal;
import org.interphase.technique.battery.segmentation.RecordClock;

/**
 * Voltage over the charge a step has moved, row by row; stray readings and missing values are left out.
 *
 * @param charge A.h from the beginning of the step, its end being the charge of the step
 * @param voltage V
 * @param time s since the first row
 */
public record VoltageCurve(double[] charge, double[] voltage, double[] time) {

    private static final double HOUR = 3600;

    /** The curve of a step with current. */
    public static VoltageCurve of(CellSegmentation s, CellStep step) {
        int n = step.rows();
        double[] q = new double[n];
        double[] v = new double[n];
        double[] t = new double[n];
        CurrentSignal current = s.current();
        RecordClock clock = s.clock();
        Channel voltage = s.record().voltage();
        int k = 0;
        double sum = 0;
        double before = 0;
        double start = clock.at(step.from());
        for (int i = step.from(); i < step.to(); i++) {
            double c = step.direction() * current.at(i);
            double at = clock.at(i) - start;
            if (!(c > 0) || Double.isNaN(at) || Double.isNaN(voltage.get(i))) {
                continue;
            }
            if (k > 0) {
                sum += current.isCounted() ? step.direction() * current.increment(i)
                        : (c + before) / 2 * (at - t[k - 1]) / HOUR;
            }
            q[k] = sum;
            v[k] = voltage.get(i);
            t[k++] = at;
            before = c;
        }
        double scale = sum > 0 && step.charge().capacity() > 0 ? step.charge().capacity() / sum : 1;
        for (int i = 0; i < k; i++) {
            q[i] *= scale;
        }
        return new VoltageCurve(Arrays.copyOf(q, k), Arrays.copyOf(v, k), Arrays.copyOf(t, k));
    }

    /** The same with at most so many points, evenly over the charge, ends kept. */
    public VoltageCurve thinned(int most) {
        int n = charge.length;
        if (n <= most) {
            return this;
        }
        double[][] out = new double[3][most];
        int k = 0;
        double width = charge[n - 1] / (most - 1);
        for (int i = 0; i < n && k < most; i++) {
            if (i == n - 1 || k < most - 1 && charge[i] >= k * width) {
                out[0][k] = charge[i];
                out[1][k] = voltage[i];
                out[2][k++] = time[i];
            }
        }
        return new VoltageCurve(Arrays.copyOf(out[0], k), Arrays.copyOf(out[1], k), Arrays.copyOf(out[2], k));
    }
}
