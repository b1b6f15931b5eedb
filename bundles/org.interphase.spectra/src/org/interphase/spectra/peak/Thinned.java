package org.interphase.spectra.peak;

import java.util.Arrays;
import org.interphase.api.Outcome;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.FitResult;
import org.interphase.model.Signal;
import org.interphase.numerics.signal.Resample;

/**
 * A curve whose noise hangs together between neighbours, as zero filling, smoothing and interpolation leave it, by
 * every second, third ... point: what a fit takes for independent is so.
 */
public final class Thinned {

    private Thinned() {
    }

    /** Every so many of the values, the first included. */
    public static double[] every(double[] values, int every) {
        double[] out = new double[(values.length + every - 1) / every];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i * every];
        }
        return out;
    }

    /** Every so many points of a curve; the same for 1. */
    public static Curve of(Curve curve, int every) {
        if (every <= 1) {
            return curve;
        }
        double[] u = curve.signal().hasSigma() ? every(curve.signal().sigma(), every) : null;
        return new Curve(curve.header().without(Background.class), curve.axis().withValues(every(curve.axis().values(),
                every)), Signal.of(curve.signal().quantity(), curve.signal().unit(), every(curve.signal().values(),
                        every), u));
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
            out = out.with(new Background("fitted background", under(all.axis(), fitted.axis(),
                    fitted.product(Background.class).get().values()), null));
        }
        return o.withDataset(out);
    }

    /** By straight lines within the part that has values; NaN outside. */
    private static double[] under(Axis all, Axis thinned, double[] y) {
        int first = 0;
        int last = y.length - 1;
        while (first < last && Double.isNaN(y[first])) {
            first++;
        }
        while (last > first && Double.isNaN(y[last])) {
            last--;
        }
        double[] out = new double[all.size()];
        Arrays.fill(out, Double.NaN);
        int from = 0;
        while (from < out.length && all.get(from) < thinned.get(first)) {
            from++;
        }
        int to = out.length;
        while (to > from && all.get(to - 1) > thinned.get(last)) {
            to--;
        }
        if (last > first) {
            System.arraycopy(Resample.linear(thinned.slice(first, last + 1).values(), Arrays.copyOfRange(y, first,
                    last + 1), all.slice(from, to).values()), 0, out, from, to - from);
        }
        return out;
    }
}
