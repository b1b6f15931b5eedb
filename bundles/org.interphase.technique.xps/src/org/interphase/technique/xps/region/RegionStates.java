package org.interphase.technique.xps.region;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Product;
import org.interphase.model.Verdict;

/**
 * The chemical states a fit found in a region, and those it looked for in vain, for what compares regions.
 *
 * @param states one per component that was looked for
 */
public record RegionStates(List<State> states) implements Product {

    /**
     * A chemical state in a region.
     *
     * @param name component
     * @param position binding energy in eV; NaN if it was not detected
     * @param area area of all its lines, in the signal's unit times eV; 0 if it was not detected
     * @param uncertainty standard uncertainty of the area, model included; NaN if it was not detected
     * @param limit area above which it would have been detected; NaN if it was
     * @param verdict verdict on its area and its name
     */
    public record State(String name, double position, double area, double uncertainty, double limit,
            Verdict verdict) {

        /** Whether it was found. */
        public boolean isDetected() {
            return Double.isNaN(limit);
        }
    }

    /** Copies the list. */
    public RegionStates {
        states = List.copyOf(states);
    }

    /** The state of a name; empty if it was not looked for. */
    public Optional<State> state(String name) {
        return states.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    @Override
    public String title() {
        return "Chemical states";
    }
}
