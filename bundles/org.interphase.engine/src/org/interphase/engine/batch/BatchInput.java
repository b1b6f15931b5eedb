package org.interphase.engine.batch;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A raw file a batch is over.
 *
 * @param name what people call it
 * @param sample name of the sample it is of; empty if none is known
 * @param file where it is
 * @param dataset number of the dataset that is meant, from 0; -1 for whichever suit
 */
public record BatchInput(String name, String sample, Path file, int dataset) {

    /** Requires all. */
    public BatchInput {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sample, "sample");
        Objects.requireNonNull(file, "file");
    }

    /** A file of no known sample, with whichever of its datasets suit. */
    public static BatchInput of(String name, Path file) {
        return new BatchInput(name, "", file, -1);
    }
}
