package org.interphase.technique.electrochemistry.fit;

import java.util.List;
import org.interphase.model.FitResult;
import org.interphase.model.Product;

/**
 * Fits of one circuit to the members of a series, in the order of the members.
 *
 * @param circuit the circuit in dashed form
 * @param fits one per member
 * @param verdicts on the elements, one per member
 * @param others fits of other circuits that describe the series about as well or that a person could have chosen; what
 *     follows from a fit is as uncertain as the choice among them
 * @param lead the resistance in series that the spectra may have in common though the circuit has none; null if it has
 */
public record CircuitFits(String circuit, List<FitResult> fits, List<ElementVerdicts> verdicts,
        List<CircuitFits> others, HiddenLead lead) implements Product {

    /** Copies the lists. */
    public CircuitFits {
        fits = List.copyOf(fits);
        verdicts = List.copyOf(verdicts);
        others = List.copyOf(others);
    }

    @Override
    public String title() {
        return circuit + " over " + fits.size() + " spectra";
    }
}
