package org.interphase.numerics.shape;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.SumModel;

import java.util.Optional;

/**
 * Centre, height, width and area of one fitted peak, each with its standard uncertainty from the full covariance.
 *
 * @param area empty where the shape has no finite area
 */
public record PeakFeatures(Estimate centre, Estimate height, Estimate fwhm, Optional<Estimate> area) {

    /** A value with its standard uncertainty. */
    public record Estimate(double value, double uncertainty) {
    }

    /**
     * Features of the peak called {@code name}, which must be a {@link LineShape} or an {@link AreaPeak}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static PeakFeatures of(SumModel model, FitResult fit, String name) {
        Component component = model.component(name);
        int at = model.firstParameter(name);
        if (component instanceof AreaPeak peak) {
            return of(peak.shape(), true, fit, at);
        }
        if (component instanceof LineShape shape) {
            return of(shape, false, fit, at);
        }
        throw new IllegalArgumentException("Component " + name + " is not a single peak");
    }

    private static PeakFeatures of(LineShape shape, boolean byArea, FitResult fit, int at) {
        double[] p = fit.values();
        double size = p[at + LineShape.HEIGHT];
        double width = p[at + LineShape.FWHM];
        double unit = shape.unitArea(p, at + LineShape.EXTRAS);
        Estimate given = estimate(fit, at + LineShape.HEIGHT);
        Optional<Estimate> other = Optional.empty();
        if (Double.isFinite(unit)) {
            // area = h w A(extras), height = a / (w A): the same log-derivatives up to their sign
            double value = byArea ? size / (width * unit) : size * width * unit;
            double sign = byArea ? -1 : 1;
            double[] gradient = new double[p.length];
            gradient[at + LineShape.HEIGHT] = byArea ? 1 / (width * unit) : width * unit;
            gradient[at + LineShape.FWHM] = sign * value / width;
            double[] extras = new double[shape.extras().size()];
            shape.unitAreaGradient(p, at + LineShape.EXTRAS, extras);
            for (int k = 0; k < extras.length; k++) {
                gradient[at + LineShape.EXTRAS + k] = sign * value * extras[k] / unit;
            }
            other = Optional.of(new Estimate(value, fit.propagate(gradient)));
        }
        Estimate height = byArea ? other.orElse(new Estimate(Double.NaN, Double.NaN)) : given;
        return new PeakFeatures(estimate(fit, at), height, estimate(fit, at + LineShape.FWHM),
                byArea ? Optional.of(given) : other);
    }

    private static Estimate estimate(FitResult fit, int i) {
        return new Estimate(fit.value(i), fit.uncertainty(i));
    }
}
