package org.interphase.model;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Stretches of a record that can be gone through one by one: pulses of a titration, half cycles, indents of a series.
 * Whoever shows the data may step from one to the next, with the numbers each gives beside it.
 *
 * @param title what one of them is, a noun in the singular
 * @param figure identifier of the figure they are stretches of
 * @param panel identifier of its panel
 * @param all the stretches, in order
 */
public record Segments(String title, String figure, String panel, List<Segment> all) implements Product {

    /**
     * A stretch.
     *
     * @param name name, unique among them; also the component that is selected with it
     * @param from where it begins on the horizontal axis of the figure
     * @param to where it ends
     * @param low smallest value in it on the vertical axis
     * @param high largest value in it
     * @param numbers what it gives, most important first, by the names under which they were measured
     */
    public record Segment(String name, double from, double to, double low, double high, List<Measurement> numbers) {

        /** @throws IllegalArgumentException if an end is missing or they are in the wrong order */
        public Segment {
            Objects.requireNonNull(name, "name");
            numbers = List.copyOf(numbers);
            if (!(from <= to && low <= high) || Double.isInfinite(to - from) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException("the segment '" + name + "' has no ends");
            }
        }
    }

    /** Copies the list. */
    public Segments {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(panel, "panel");
        all = List.copyOf(all);
    }

    /** The place of the segment of a name. */
    public OptionalInt named(String name) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).name().equals(name)).findFirst();
    }

    /** The place of the segment that gives a number of this name. */
    public OptionalInt giving(String measurement) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).numbers().stream()
                .anyMatch(m -> m.name().equals(measurement))).findFirst();
    }
}
