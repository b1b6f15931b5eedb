package org.interphase.engine.project;

import java.util.List;
import java.util.Objects;

/**
 * A sample of a project.
 *
 * @param name name, unique in the project
 * @param description what it is; may be empty
 * @param colour sRGB colour 0xRRGGBB it has in every figure; -1 for the palette's colour of its place
 * @param order place among the samples; equal ones keep the order of the document
 * @param files files of the sample: paths relative to the project's folder, with {@code *}, {@code **}, {@code ?},
 *     {@code [..]} and {@code {a,b}} as wild cards; those that begin with {@code !} take files away again
 */
public record Sample(String name, String description, int colour, int order, List<String> files) {

    /** Copies the list. */
    public Sample {
        Objects.requireNonNull(description, "description");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a sample needs a name");
        }
        files = List.copyOf(files);
    }

    /** A sample without description and colour. */
    public static Sample of(String name, String... files) {
        return new Sample(name, "", -1, 0, List.of(files));
    }
}
