package org.interphase.technique.battery.voltammetry;

/**
 * The rise of a current out of its quiet line, up to so many thresholds: where the tangent at its steepest crosses the
 * quiet line, and where the derivative reaches a tenth of its largest value. Abscissae are those of a
 * {@link SweepCurve}; uncertainties hold noise, that of the quiet line, and a step of the staircase.
 *
 * @param tangent abscissa of the crossing
 * @param uTangent its standard uncertainty
 * @param level ordinate of the crossing
 * @param derivative abscissa at which the derivative sets in
 * @param uDerivative its standard uncertainty
 * @param foot first abscissa of the quiet line, and its ordinate
 * @param top last abscissa of the rise, and the tangent's ordinate there
 * @param whole whether the current rises as far as was to be looked at
 */
record OnsetRise(double tangent, double uTangent, double level, double derivative, double uDerivative, double[] foot,
        double[] top, boolean whole) {

    /** Part of the largest derivative at which the derivative sets in. */
    private static final double TENTH = 0.1;
    /** Potential over which the tangent is fitted at least, V. */
    private static final double TANGENT = 0.01;
    private static final FootLine.Choice FOOT = new FootLine.Choice(0.02, 2);

    /**
     * Looks at a rise.
     *
     * @param smooth smoothed ordinates
     * @param from first point
     * @param at point at which the threshold is passed
     * @param half half a window of the smoothing
     * @param ceiling ordinate up to which the rise is looked at
     * @return null if there is no quiet current before it, or one that grows faster than the rise
     */
    static OnsetRise of(SweepCurve c, double[] smooth, int from, int at, int half, double ceiling) {
        double[] x = c.x();
        int top = at;
        while (top + 1 < smooth.length && smooth[top + 1] < ceiling && smooth[top + 1] > smooth[top] - 2 * c.noise()) {
            top++;
        }
        int wide = Math.max(half, (int) Math.round(TANGENT / c.spacing() / 2));
        int steepest = -1;
        double most = 0;
        double uMost = 0;
        double[] slopes = new double[x.length];
        for (int k = from; k <= top; k++) {
            int lo = Math.max(0, k - wide);
            int hi = Math.min(x.length, k + wide + 1);
            LocalPolynomial line = LocalPolynomial.of(x, c.y(), lo, hi, 1);
            slopes[k] = line == null ? 0 : line.slope();
            if (k >= at - wide && slopes[k] > most) {
                most = slopes[k];
                steepest = k;
                uMost = Math.max(c.noise(), line.rms()) * c.correlation() * Math.sqrt(line.slopeVariance());
            }
        }
        FootLine quiet = FootLine.of(c, smooth, from, Math.max(steepest, at), Math.max(steepest, at), x.length - 1,
                FOOT, PeakSettings.Base.FOOT);
        if (steepest < 0 || quiet == null) {
            return null;
        }
        double own = quiet.line().slope();
        if (!(most > own)) {
            // what leaves the quiet line more slowly than that goes on never crosses it backwards
            return null;
        }
        double sigma = Math.max(c.noise(), quiet.line().rms()) * c.correlation();
        double back = (smooth[steepest] - quiet.line().at(x[steepest])) / (most - own);
        double cross = x[steepest] - back;
        double uHeight = c.noise() * c.correlation() / Math.sqrt(2 * half + 1);
        double uQuiet = sigma * Math.sqrt(quiet.line().varianceAt(cross));
        double sampling = c.sweep().increment() / Math.sqrt(12);
        // the largest of several noisy slopes is larger than the slope, by sqrt(2 ln m) of its noise
        double others = 2 * Math.log(1 + (top - at) / (2.0 * wide + 1));
        double uBack = back * uMost * Math.sqrt(1 + others);
        double uTangent = Math.hypot(Math.sqrt(uBack * uBack + uHeight * uHeight + uQuiet * uQuiet) / (most - own),
                sampling);
        int k = steepest;
        while (k > from && slopes[k] - own > TENTH * (most - own)) {
            k--;
        }
        double bend = (slopes[Math.min(top, k + wide)] - slopes[Math.max(from, k - wide)])
                / (x[Math.min(top, k + wide)] - x[Math.max(from, k - wide)]);
        // the slope there, that of the quiet line, and a tenth of the steepest
        double uOwn = (1 - TENTH) * sigma * Math.sqrt(quiet.line().slopeVariance());
        double uDerivative = bend > 0 ? Math.hypot(Math.hypot(uMost, uOwn) / bend, sampling) : x[steepest] - x[k];
        double level = quiet.line().at(cross);
        return new OnsetRise(cross, uTangent, level, x[k], uDerivative,
                new double[] {x[quiet.from()], quiet.line().at(x[quiet.from()])},
                new double[] {x[top], smooth[steepest] + most * (x[top] - x[steepest])},
                top + 1 < smooth.length && smooth[top + 1] >= ceiling);
    }
}
