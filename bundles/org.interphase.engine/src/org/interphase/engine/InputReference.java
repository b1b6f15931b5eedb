package org.interphase.engine;

import java.util.List;
import java.util.Objects;

/**
 * Which data an analysis is of.
 *
 * @param path the raw file: absolute in memory, relative to the document in a saved document; of a series, the folder
 *     of its files or a name
 * @param sha256 SHA-256 of the raw file as lower-case hexadecimal digits; of a series, of its members' hashes; empty
 *     for data that is in no file
 * @param dataset name of the dataset within the file
 * @param index number of the dataset within the file, from 0
 * @param members of a series, its members in order; else empty
 */
public record InputReference(String path, String sha256, String dataset, int index, List<InputReference> members) {

    /** Copies the list. */
    public InputReference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(dataset, "dataset");
        members = List.copyOf(members);
    }

    /** A dataset of a file. */
    public InputReference(String path, String sha256, String dataset, int index) {
        this(path, sha256, dataset, index, List.of());
    }

    /** Data that is in no file. */
    public static InputReference none(String dataset) {
        return new InputReference("", "", dataset, 0);
    }

    /** Whether this is a series of several datasets. */
    public boolean isSeries() {
        return !members.isEmpty();
    }

    /** The same reference under another path. */
    public InputReference withPath(String other) {
        return new InputReference(other, sha256, dataset, index, members);
    }
}
