package org.interphase.technique.xps.quantification;

import java.util.Optional;
import org.interphase.model.Curve;
import org.interphase.technique.xps.region.RegionStates;

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

    /**
     * Amount of a state in a region that was fitted; empty if it was not, if the state was not looked for, or if no
     * sensitivity factor is known.
     *
     * @param line the region's line, such as "F 1s"
     */
    public static Optional<StateAmount> of(Curve region, String line, String state, AmountScale scale) {
        Optional<RegionStates.State> found = region.product(RegionStates.class).flatMap(r -> r.state(state));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RegionStates.State s = found.get();
        double energy = s.isDetected() ? s.position() : 0.5 * (region.axis().min() + region.axis().max());
        return scale.amountPerArea(region, line, energy).map(a -> s.isDetected()
                ? new StateAmount(a * s.area(), Math.hypot(a * s.uncertainty(), scale.factorUncertainty() * a
                        * s.area()), Double.NaN)
                : new StateAmount(0, Double.NaN, a * s.limit()));
    }
}
