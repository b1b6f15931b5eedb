package org.interphase.technique.xps.quantification;

import org.interphase.model.Product;

/**
 * Transmission of the analyser at each point of a curve, in arbitrary units, as the file gives it.
 *
 * @param values one per point; copied
 */
public record Transmission(double[] values) implements Product {

    /** Copies the array. */
    public Transmission {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String title() {
        return "Transmission of the analyser";
    }
}
