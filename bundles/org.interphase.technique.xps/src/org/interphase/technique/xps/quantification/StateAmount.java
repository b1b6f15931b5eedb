package org.interphase.technique.xps.quantification;

import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.model.Curve;
import org.interphase.spectra.peak.FittedComponents;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.technique.xps.comparison.RegionFit;

/**
 * Amount of an element in one chemical state, from one component of a fitted region, in the units of
 * {@link AmountScale}.
 *
 * @param value amount; 0 if it was not detected
 * @param uncertainty standard uncertainty, sensitivity factor included; NaN if not detected
 * @param limit amount above which it would have been detected; NaN if it was
 */
public record StateAmount(double value, double uncertainty, double limit) {

    /** Whether the state was found. */
    public boolean isDetected() {
        return Double.isNaN(limit);
    }

    /** States of one region: the fit the curve already carries, or that of a recipe run on it. */
    public static final class Region {

        private final Curve curve;
        private final String line;
        private final AmountScale scale;
        private final FittedComponents carried;
        private final PeakFitStep.Result fitted;

        private Region(Curve curve, String line, AmountScale scale, FittedComponents carried,
                PeakFitStep.Result fitted) {
            this.curve = curve;
            this.line = line;
            this.scale = scale;
            this.carried = carried;
            this.fitted = fitted;
        }

        /**
         * The states of a region; empty if the recipe does not suit it or finds nothing to fit.
         *
         * @param recipe a background step and a fit step
         * @param component a component a fit must have to be taken over from the curve
         */
        public static Optional<Region> of(Curve c, String line, Recipe recipe, String component, AmountScale scale,
                Progress progress) {
            FittedComponents carried = c.product(FittedComponents.class).orElse(null);
            if (carried != null && carried.names().contains(component)) {
                return Optional.of(new Region(c, line, scale, carried, null));
            }
            if (recipe.applies().score(c) == 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Region(c, line, scale, null, RegionFit.of(recipe).run(c, progress)));
            } catch (AnalysisException e) {
                // a region that cannot be fitted supports no statement about its states
                return Optional.empty();
            }
        }

        /** Amount of a state; empty if the fit did not look for it or no sensitivity factor is known. */
        public Optional<StateAmount> amount(String component) {
            PeakFit fit = carried != null ? carried.fit() : fitted.fit();
            int i = fit == null ? -1 : fit.components().stream().map(p -> p.name()).toList().indexOf(component);
            if (i >= 0) {
                PeakFit.Estimate area = fit.totalArea(i);
                double u = fitted == null ? area.uncertainty() : fitted.uncertainty(i, "total area");
                return scale.amountPerArea(curve, line, fit.estimate(i, "position").value())
                        .map(a -> new StateAmount(a * area.value(), Math.hypot(a * u,
                                scale.factorUncertainty() * a * area.value()), Double.NaN));
            }
            if (fitted == null) {
                return Optional.empty();
            }
            double middle = 0.5 * (curve.axis().min() + curve.axis().max());
            return fitted.missing().stream().filter(m -> m.name().equals(component)).findFirst()
                    .flatMap(m -> scale.amountPerArea(curve, line, middle)
                            .map(a -> new StateAmount(0, Double.NaN, a * m.limit())));
        }
    }
}
