package org.interphase.technique.vibrational.bands;

import java.util.List;
import org.interphase.model.Product;

/**
 * Bands of a spectrum in ascending position.
 *
 * @param bands the bands
 */
public record BandList(List<Band> bands) implements Product {

    /** Copies the list. */
    public BandList {
        bands = List.copyOf(bands);
    }

    @Override
    public String title() {
        return bands.size() + " bands";
    }
}
