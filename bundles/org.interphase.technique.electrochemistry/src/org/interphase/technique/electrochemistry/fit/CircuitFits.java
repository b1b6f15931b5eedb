package org.interphase.technique.electrochemistry.fit;

import java.util.List;
import org.interphase.model.FitResult;
import org.interphase.model.Product;

/**
 * Fits of one circuit to the members of a series, in the order of the members.
 *
 * @param circuit the circuit in dashed form
 * @param fits one per member
 */
public record CircuitFits(String circuit, List<FitResult> fits) implements Product {

    /** Copies the list. */
    public CircuitFits {
        fits = List.copyOf(fits);
    }

    @Override
    public String title() {
        return circuit + " over " + fits.size() + " spectra";
    }
}
