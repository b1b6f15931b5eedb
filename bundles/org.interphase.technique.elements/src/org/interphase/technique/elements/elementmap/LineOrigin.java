package org.interphase.technique.elements.elementmap;

import org.interphase.model.Product;
import org.interphase.model.Verdict;

/**
 * What the map of a line says about its numbers.
 *
 * @param counts verdict on whether the values are counts
 * @param scale relative standard uncertainty of the size of a pixel; NaN if not known
 */
public record LineOrigin(Verdict counts, double scale) implements Product {

    @Override
    public String title() {
        return "Map of the line";
    }
}
