package org.interphase.engine.recipe;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.interphase.api.Stated;

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
 * @param stated what a person says of the file beyond its content; of a series, nothing: its members carry it
 * @param plugin identifier and version of the plug-in whose reader read the file; empty where it is the program's
 */
public record InputReference(String path, String sha256, String dataset, int index, List<InputReference> members,
        Stated stated, String plugin) {

    /** Copies the list. */
    public InputReference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(plugin, "plugin");
        members = List.copyOf(members);
    }

    /** A series, or a dataset of a file, of which nothing is said beyond its content. */
    public InputReference(String path, String sha256, String dataset, int index, List<InputReference> members) {
        this(path, sha256, dataset, index, members, Stated.NOTHING, "");
    }

    /** A dataset of a file of which nothing is said beyond its content. */
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
        return new InputReference(other, sha256, dataset, index, members, stated, plugin);
    }

    /** The same reference with other members. */
    public InputReference withMembers(List<InputReference> other) {
        return new InputReference(path, sha256, dataset, index, other, stated, plugin);
    }

    /** The same reference to a file of which something is said. */
    public InputReference stating(Stated other) {
        return new InputReference(path, sha256, dataset, index, members, other, plugin);
    }

    /** The same reference to a file that the reader of a plug-in read. */
    public InputReference readBy(String other) {
        return new InputReference(path, sha256, dataset, index, members, stated, other);
    }

    /** The plug-ins whose readers read it or its members, each once. */
    public List<String> plugins() {
        return Stream.concat(Stream.of(plugin), members.stream().map(InputReference::plugin))
                .filter(p -> !p.isEmpty()).distinct().sorted().toList();
    }
}
