package org.interphase.technique.topography.profile;

/**
 * Parameters of ISO 21920-2:2021 of one filtered profile about its mean, in the unit of heights. Ra to Rku are over the
 * evaluation length; Rp, Rv and Rz are means over its sections, Rt is over all of it.
 *
 * @param ra arithmetical mean height
 * @param rq root-mean-square height
 * @param rsk skewness
 * @param rku kurtosis
 * @param rp mean peak height of the sections
 * @param rv mean pit depth of the sections, positive
 * @param rz mean of peak height and pit depth of the sections
 * @param rt highest peak and deepest pit
 * @param rsm mean spacing of profile elements, in the unit of length; NaN if there are fewer than two
 * @param rdq root-mean-square gradient
 * @param points measured points
 */
public record ProfileParameters(double ra, double rq, double rsk, double rku, double rp, double rv, double rz,
        double rt, double rsm, double rdq, int points) {

    /** Part of Rz that an element must rise above and fall below the mean line: half of 10 % each. */
    private static final double DISCRIMINATION = 0.05;

    /**
     * The parameters of a profile.
     *
     * @param z heights, NaN where nothing was measured
     * @param step distance of points in the unit of length
     * @param toLength by what a height is multiplied to be in the unit of length
     * @param section length of a section in points; as many as fit count, at least one
     */
    public static ProfileParameters of(double[] z, double step, double toLength, double section) {
        double mean = 0;
        int n = 0;
        for (double v : z) {
            if (v == v) {
                mean += v;
                n++;
            }
        }
        mean /= n;
        double abs = 0;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double gradient = 0;
        int steps = 0;
        for (int i = 0; i < z.length; i++) {
            double d = z[i] - mean;
            if (d != d) {
                continue;
            }
            abs += Math.abs(d);
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
            high = Math.max(high, d);
            low = Math.min(low, d);
            if (i + 1 < z.length && z[i + 1] == z[i + 1]) {
                double g = (z[i + 1] - z[i]) * toLength / step;
                gradient += g * g;
                steps++;
            }
        }
        double rq = Math.sqrt(m2 / n);
        double rp = 0;
        double rv = 0;
        int counted = 0;
        int sections = Math.max(1, (int) (z.length / section + 1e-9));
        for (int s = 0; s < sections; s++) {
            double top = Double.NEGATIVE_INFINITY;
            double bottom = Double.POSITIVE_INFINITY;
            int end = (int) Math.min(z.length, Math.round((s + 1) * section));
            for (int i = (int) Math.round(s * section); i < end; i++) {
                if (z[i] == z[i]) {
                    top = Math.max(top, z[i] - mean);
                    bottom = Math.min(bottom, z[i] - mean);
                }
            }
            if (top >= bottom) {
                rp += top;
                rv -= bottom;
                counted++;
            }
        }
        rp /= counted;
        rv /= counted;
        return new ProfileParameters(abs / n, rq, rq > 0 ? m3 / n / (rq * rq * rq) : Double.NaN,
                rq > 0 ? m4 / n / (rq * rq * rq * rq) : Double.NaN, rp, rv, rp + rv, high - low,
                spacing(z, mean, DISCRIMINATION * (rp + rv)) * step, Math.sqrt(gradient / steps), n);
    }

    /** Mean distance in points of rises through the mean line, each between a pit and a peak that are no noise. */
    private static double spacing(double[] z, double mean, double least) {
        double first = Double.NaN;
        double last = Double.NaN;
        int elements = 0;
        boolean below = false;
        double rise = Double.NaN;
        for (int i = 0; i < z.length; i++) {
            double d = z[i] - mean;
            if (d < -least) {
                below = true;
                rise = Double.NaN;
            } else if (below && i > 0 && z[i - 1] - mean < 0 && d >= 0) {
                rise = i - d / (z[i] - z[i - 1]);
            }
            if (below && d > least && rise == rise) {
                if (first == first) {
                    elements++;
                } else {
                    first = rise;
                }
                last = rise;
                below = false;
            }
        }
        return elements == 0 ? Double.NaN : (last - first) / elements;
    }
}
