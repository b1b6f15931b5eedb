package org.interphase.testkit;

import java.util.Map;
import org.interphase.model.Dataset;

/**
 * Input on which an operation that no recipe template uses is tried.
 *
 * @param operation identifier of the operation
 * @param input data it takes
 * @param parameters parameters as a tree; missing ones take their defaults
 */
public record OperationCase(String operation, Dataset input, Map<String, Object> parameters) {

    /** An operation with its default parameters. */
    public static OperationCase of(String operation, Dataset input) {
        return new OperationCase(operation, input, Map.of());
    }
}
