package org.interphase.figure;

/**
 * What part of a panel is in sight.
 *
 * @param x range of the horizontal axis
 * @param y range of the vertical axis
 */
public record PanelView(DataRange x, DataRange y) {

    /** The same view with another horizontal range. */
    public PanelView withX(DataRange other) {
        return new PanelView(other, y);
    }

    /** The same view with another vertical range. */
    public PanelView withY(DataRange other) {
        return new PanelView(x, other);
    }

    /** A range moved by a fraction of itself; on a logarithmic axis by that fraction of its decades. */
    public static DataRange moved(DataRange r, double fraction, boolean logarithmic) {
        if (logarithmic) {
            double factor = Math.pow(r.max() / r.min(), fraction);
            return new DataRange(r.min() * factor, r.max() * factor);
        }
        double d = r.span() * fraction;
        return new DataRange(r.min() + d, r.max() + d);
    }

    /** A range made smaller (factor below 1) or larger about the point a fraction along it. */
    public static DataRange zoomed(DataRange r, double factor, double at, boolean logarithmic) {
        if (logarithmic) {
            double lo = Math.log(r.min());
            double span = Math.log(r.max()) - lo;
            double centre = lo + at * span;
            return checked(Math.exp(centre - at * span * factor), Math.exp(centre + (1 - at) * span * factor), r);
        }
        double centre = r.min() + at * r.span();
        return checked(centre - at * r.span() * factor, centre + (1 - at) * r.span() * factor, r);
    }

    private static DataRange checked(double min, double max, DataRange before) {
        double smallest = 1e-10 * Math.max(Math.abs(min), Math.abs(max));
        return max - min > smallest && Double.isFinite(max - min) && max - min < 1e300 ? new DataRange(min, max)
                : before;
    }
}
