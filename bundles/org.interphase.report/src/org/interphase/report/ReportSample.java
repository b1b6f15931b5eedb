package org.interphase.report;

import org.interphase.model.figure.Colour;

/**
 * A sample as the report shows it.
 *
 * @param name short name, unique
 * @param description a sentence, or empty
 * @param rgb sRGB colour 0xRRGGBB it has in every figure; -1 for the palette's colour of its place
 */
public record ReportSample(String name, String description, int rgb) {

    /** A sample in the palette's colour. */
    public ReportSample(String name, String description) {
        this(name, description, -1);
    }

    /** Its colour as the sample of a place. */
    Colour colour(int place) {
        return rgb >= 0 ? Colour.rgb(rgb) : Colour.sample(place);
    }
}
