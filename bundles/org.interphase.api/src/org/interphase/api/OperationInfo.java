package org.interphase.api;

import java.util.List;
import java.util.Objects;
import org.interphase.model.Dataset;

/**
 * What an operation is called, takes and cites.
 *
 * @param id identifier such as {@code xps.shirley}, unique over all techniques
 * @param version raised whenever the same input and parameters give other numbers
 * @param title a few words for lists and forms
 * @param help a paragraph: what it does, on what, and when not to use it
 * @param input shape it takes
 * @param parameters its parameter record
 * @param kinds kinds of data it takes; empty for any kind of that shape
 * @param citations where the method is published
 * @param <D> shape it takes
 * @param <P> parameter record
 */
public record OperationInfo<D extends Dataset, P extends Record>(String id, int version, String title, String help,
        Class<D> input, Class<P> parameters, List<String> kinds, List<Citation> citations) {

    /** Requires all parts. */
    public OperationInfo {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(parameters, "parameters");
        if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + id + "' is no operation identifier");
        }
        kinds = List.copyOf(kinds);
        citations = List.copyOf(citations);
    }

    /** An operation for any kind of a shape. */
    public static <D extends Dataset, P extends Record> OperationInfo<D, P> of(String id, int version, String title,
            String help, Class<D> input, Class<P> parameters, Citation... citations) {
        return new OperationInfo<>(id, version, title, help, input, parameters, List.of(), List.of(citations));
    }

    /** The same operation restricted to kinds. */
    public OperationInfo<D, P> forKinds(String... ids) {
        return new OperationInfo<>(id, version, title, help, input, parameters, List.of(ids), citations);
    }

    /** Those of its citations that have one of these keys, in their order; for operations that cite by parameters. */
    public List<Citation> cited(String... keys) {
        List<String> wanted = List.of(keys);
        return citations.stream().filter(c -> wanted.contains(c.key())).toList();
    }

    /** Whether the operation takes this dataset. */
    public boolean accepts(Dataset dataset) {
        return input.isInstance(dataset) && (kinds.isEmpty() || kinds.contains(dataset.kind().id()));
    }
}
