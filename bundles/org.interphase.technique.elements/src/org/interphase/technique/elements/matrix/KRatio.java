package org.interphase.technique.elements.matrix;

import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * Intensity of a family in the specimen over that in a standard, at equal dose.
 *
 * @param family family of lines
 * @param value ratio
 * @param uncertainty relative standard uncertainty without that of the doses, which ratios share
 * @param standard composition of the standard
 */
public record KRatio(XrayFamily family, double value, double uncertainty, Composition standard) {

    /** Symbol of the element. */
    public String symbol() {
        return family.element().symbol();
    }
}
