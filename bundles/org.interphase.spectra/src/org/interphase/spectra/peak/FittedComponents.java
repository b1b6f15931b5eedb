package org.interphase.spectra.peak;

import java.util.List;
import org.interphase.model.Product;

/**
 * The components of the newest peak fit with everything derivable from them, for steps that go on from a fit
 * (quantification, comparison).
 *
 * @param names component names in order
 * @param fit the fit
 */
public record FittedComponents(List<String> names, PeakFit fit) implements Product {

    /** Copies the list. */
    public FittedComponents {
        names = List.copyOf(names);
    }

    @Override
    public String title() {
        return "Fitted components";
    }
}
