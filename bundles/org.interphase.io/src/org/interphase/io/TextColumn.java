package org.interphase.io;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.interphase.model.unit.Unit;

/**
 * A column of a block of delimited text.
 *
 * @param name heading without unit, or "column 3" where there is none
 * @param unit unit from the heading or a row of units; a pure number where none is stated
 * @param heading the heading as written; empty where there is none
 * @param values numbers, NaN where a cell is empty or words; handed out as it is, not to be written to
 * @param words the cells as written if this is a column of words, else empty
 */
public record TextColumn(String name, Unit unit, String heading, double[] values, List<String> words) {

    /** Requires all parts. */
    public TextColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(heading, "heading");
        words = List.copyOf(words);
    }

    /** What the heading says the column holds, in the words several techniques share. */
    public Optional<HeadingQuantity> quantity() {
        return HeadingQuantity.of(heading);
    }

    /** Whether the cells are numbers. */
    public boolean isNumeric() {
        return words.isEmpty();
    }

    /** Whether heading or rows state a unit. */
    public boolean hasUnit() {
        return !unit.isOne();
    }
}
