package org.interphase.technique.battery.voltammetry;

/**
 * A straight baseline below peaks, in the forward coordinates of a {@link SweepCurve}.
 *
 * @param line the straight line
 * @param from first point of the foot
 * @param to point after the last of the foot
 * @param end point at which the area ends
 * @param closed whether the current is back at the line there
 */
record FootLine(LocalPolynomial line, int from, int to, int end, boolean closed) {

    /** The current is back where this part of the height is left. */
    private static final double BACK = 0.15;
    /** A current below so many standard deviations of the noise is quiet. */
    private static final double NOISE = 2;
    /** A current that rises by less than this part of the steepest flank is flat. */
    private static final double FLAT = 0.05;
    private static final int ROUNDS = 8;
    private static final int FEWEST = 5;

    /**
     * How a foot is chosen.
     *
     * @param quiet part of the peak's height up to which the current belongs to the foot
     * @param length length of the foot over the way from its end to the maximum
     */
    record Choice(double quiet, double length) {
    }

    /**
     * The line before a group of peaks.
     *
     * @param smooth smoothed ordinates
     * @param left first point the foot may use
     * @param first maximum of the first peak of the group
     * @param last maximum of the last
     * @param right last point that may belong to the group
     * @return null if there is no foot
     */
    static FootLine of(SweepCurve c, double[] smooth, int left, int first, int last, int right, Choice choice,
            PeakSettings.Base base) {
        double[] x = c.x();
        LocalPolynomial line = null;
        int from = left;
        int to = first;
        double floor = smooth[flat(x, smooth, left, first)];
        for (int round = 0; round < ROUNDS; round++) {
            LocalPolynomial now = line;
            double height = smooth[first] - (now == null ? floor : now.at(x[first]));
            if (!(height > 0)) {
                return null;
            }
            int end = first;
            double quiet = Math.max(choice.quiet * height, NOISE * c.noise());
            while (end > left && smooth[end] - (now == null ? floor : now.at(x[end])) > quiet) {
                end--;
            }
            int begin = end;
            double length = choice.length * (x[first] - x[end]);
            while (begin > left && x[end] - x[begin - 1] <= length) {
                begin--;
            }
            begin = Math.max(left, Math.min(begin, end - FEWEST));
            if (end - begin + 1 < FEWEST) {
                return line == null ? null : finish(c, smooth, line, from, to, last, right, choice, base);
            }
            LocalPolynomial next = LocalPolynomial.of(x, c.y(), begin, end + 1, 1);
            if (next == null || from == begin && to == end + 1) {
                break;
            }
            line = next;
            from = begin;
            to = end + 1;
        }
        return line == null ? null : finish(c, smooth, line, from, to, last, right, choice, base);
    }

    /** Where the flank of a peak begins: the last point before its steepest part that is flat beside it. */
    private static int flat(double[] x, double[] smooth, int left, int first) {
        int step = Math.max(1, (first - left) / 100);
        double steepest = 0;
        int at = first;
        for (int k = first; k - step >= left; k -= step) {
            double slope = (smooth[k] - smooth[k - step]) / (x[k] - x[k - step]);
            if (slope > steepest) {
                steepest = slope;
                at = k;
            } else if (slope < FLAT * steepest && k < at) {
                return k;
            }
        }
        return left;
    }

    /** The line through a stated range of abscissae; null if fewer than five points lie in it. */
    static FootLine stated(SweepCurve c, double[] smooth, int from, int to, int last, int right, Choice choice) {
        if (to - from < FEWEST) {
            return null;
        }
        LocalPolynomial line = LocalPolynomial.of(c.x(), c.y(), from, to, 1);
        return line == null ? null : finish(c, smooth, line, from, to, last, right, choice, PeakSettings.Base.FOOT);
    }

    private static FootLine finish(SweepCurve c, double[] smooth, LocalPolynomial line, int from, int to, int last,
            int right, Choice choice, PeakSettings.Base base) {
        double[] x = c.x();
        double height = smooth[last] - line.at(x[last]);
        int lowest = last;
        int end = -1;
        for (int k = last + 1; k <= right; k++) {
            double above = smooth[k] - line.at(x[k]);
            lowest = above < smooth[lowest] - line.at(x[lowest]) ? k : lowest;
            if (end < 0 && above < Math.max(choice.quiet * height, NOISE * c.noise())) {
                end = k;
            }
        }
        boolean back = lowest > last && smooth[lowest] - line.at(x[lowest]) < BACK * height;
        int stop = end >= 0 ? end : lowest;
        if (base == PeakSettings.Base.FOOT || !back && base == PeakSettings.Base.AUTO) {
            return new FootLine(line, from, to, stop, back);
        }
        int far = stop;
        double length = Math.max(choice.length * (x[last] - x[to - 1]) / 2, 0);
        while (far < right && x[far + 1] - x[stop] <= length) {
            far++;
        }
        far = Math.min(right, Math.max(far, stop + FEWEST));
        LocalPolynomial both = through(c, from, to, stop, far + 1);
        return both == null ? new FootLine(line, from, to, stop, back) : new FootLine(both, from, to, stop, true);
    }

    /** One line through two ranges of points. */
    private static LocalPolynomial through(SweepCurve c, int from, int to, int from2, int to2) {
        int n = to - from + to2 - from2;
        double[] x = new double[n];
        double[] y = new double[n];
        System.arraycopy(c.x(), from, x, 0, to - from);
        System.arraycopy(c.x(), from2, x, to - from, to2 - from2);
        System.arraycopy(c.y(), from, y, 0, to - from);
        System.arraycopy(c.y(), from2, y, to - from, to2 - from2);
        return LocalPolynomial.of(x, y, 0, n, 1);
    }
}
