package org.interphase.technique.vibrational.bandfit;

import java.util.Arrays;
import org.interphase.api.Outcome;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.FitResult;
import org.interphase.model.Signal;
import org.interphase.spectra.peak.FittedComponents;

/**
 * A curve whose noise hangs together between neighbours, as zero filling, smoothing and interpolation leave it, by
 * every second, third ... point: what a fit takes for independent is so.
 */
public final class Thinned {

    private Thinned() {
    }

    /** Every so many points of a curve; the same for 1. */
    public static Curve of(Curve curve, int every) {
        if (every <= 1) {
            return curve;
        }
        Axis axis = curve.axis();
        int n = (axis.size() + every - 1) / every;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] u = curve.signal().hasSigma() ? new double[n] : null;
        for (int i = 0; i < n; i++) {
            x[i] = axis.get(i * every);
            y[i] = curve.signal().get(i * every);
            if (u != null) {
                u[i] = curve.signal().sigma()[i * every];
            }
        }
        return new Curve(curve.header().without(Background.class), axis.withValues(x),
                Signal.of(curve.signal().quantity(), curve.signal().unit(), y, u));
    }

    /** The outcome of a fit of thinned data with all points of the curve, and the fitted baseline under them. */
    public static Outcome restored(Outcome o, Curve all) {
        Curve fitted = (Curve) o.dataset();
        Curve out = all;
        if (fitted.product(FitResult.class).isPresent()) {
            out = out.with(fitted.product(FitResult.class).get());
        }
        if (fitted.product(FittedComponents.class).isPresent()) {
            out = out.with(fitted.product(FittedComponents.class).get());
        }
        if (fitted.product(Background.class).isPresent()) {
            out = out.with(new Background("fitted background", between(fitted.axis().values(),
                    fitted.product(Background.class).get().values(), all.axis().values()), null));
        }
        return new Outcome(out, o.extra(), o.measurements(), o.overlays(), o.remarks(), o.figures(), o.handles(),
                o.resolved());
    }

    /** By straight lines; NaN outside and where a neighbour is NaN. */
    private static double[] between(double[] x, double[] y, double[] at) {
        double[] out = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            int k = Arrays.binarySearch(x, at[i]);
            int right = -k - 1;
            out[i] = k >= 0 ? y[k] : right == 0 || right == x.length ? Double.NaN
                    : y[right - 1] + (y[right] - y[right - 1]) * (at[i] - x[right - 1]) / (x[right] - x[right - 1]);
        }
        return out;
    }
}
