package org.interphase.technique.elements.presence;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Product;

/**
 * The elements found in a spectrum, for later steps.
 *
 * @param elements symbols of those that are there, most counts first
 * @param doubtful those among them whose name is not sure, each with its reason
 * @param from lowest energy of the fit in eV
 * @param to highest energy of the fit in eV
 * @param beam energy of the electrons in eV
 * @param landing reason for doubt about the energy at which electrons land; empty for none
 */
public record ElementList(List<String> elements, List<String> doubtful, double from, double to, double beam,
        String landing) implements Product {

    /** Copies the lists. */
    public ElementList {
        elements = List.copyOf(elements);
        doubtful = List.copyOf(doubtful);
    }

    /** Why the name of an element is not sure; empty if it is. */
    public Optional<String> doubt(String symbol) {
        return doubtful.stream().filter(d -> d.startsWith(symbol + ": ")).map(d -> d.substring(symbol.length() + 2))
                .findFirst();
    }

    @Override
    public String title() {
        return "Elements found";
    }
}
