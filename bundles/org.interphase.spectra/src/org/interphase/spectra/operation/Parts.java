package org.interphase.spectra.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Curve;

/** Checks and pieces the operations share. */
final class Parts {

    private Parts() {
    }

    /** First (inclusive) and last (exclusive) index inside a range. */
    static int[] inside(Axis axis, Range range, int least) throws AnalysisException {
        int from = 0;
        while (from < axis.size() && !range.contains(axis.get(from))) {
            from++;
        }
        int to = axis.size();
        while (to > from && !range.contains(axis.get(to - 1))) {
            to--;
        }
        if (to - from < least) {
            throw new AnalysisException("The range " + range + " holds " + (to - from) + " points of the data ("
                    + axis.min() + " to " + axis.max() + " " + axis.unit() + "); at least " + least + " are needed.");
        }
        return new int[] {from, to};
    }

    /** The signal's values, which must all be numbers. */
    static double[] finite(Curve curve) throws AnalysisException {
        double[] y = curve.signal().values();
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new AnalysisException("The signal is not a number at " + curve.axis().get(i) + " "
                        + curve.axis().unit() + "; crop it away.");
            }
        }
        return y;
    }

    /** Filters that count in points need points at equal distances, within one per cent. */
    static void requireEqualSteps(Axis axis) throws AnalysisException {
        int n = axis.size();
        double mean = n < 2 ? 0 : (axis.max() - axis.min()) / (n - 1);
        for (int i = 1; i < n; i++) {
            if (Math.abs(axis.get(i) - axis.get(i - 1) - mean) > 0.01 * mean + 1e-9 * Math.abs(axis.max())) {
                throw new AnalysisException("The points are not at equal distances (at " + axis.get(i)
                        + "); resample the curve first.");
            }
        }
    }
}
