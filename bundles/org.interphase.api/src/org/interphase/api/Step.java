package org.interphase.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.interphase.api.parameters.Parameters;

/**
 * One step of a recipe. Parameters are kept as a tree of text, numbers, truth values, lists and maps, so that a
 * document stays readable where the operation is not installed.
 *
 * @param id unique within the recipe, for example "fit"
 * @param operation operation identifier
 * @param enabled whether it runs
 * @param parameters values that differ from or repeat the defaults; missing ones take the default
 */
public record Step(String id, String operation, boolean enabled, Map<String, Object> parameters) {

    /** Deep-copies the parameter tree. */
    public Step {
        Objects.requireNonNull(operation, "operation");
        if (!id.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("'" + id + "' is no step name (letters, digits, - and _)");
        }
        parameters = Parameters.copyTree(parameters);
    }

    /** A step with an operation's parameter record. */
    public static Step of(String id, Operation<?, ?> operation, Record parameters) {
        return new Step(id, operation.info().id(), true, Parameters.encode(parameters));
    }

    /** A step with an operation's default parameters. */
    public static Step of(String id, Operation<?, ?> operation) {
        return new Step(id, operation.info().id(), true, Map.of());
    }

    /** The same step with other parameters. */
    public Step withParameters(Map<String, Object> other) {
        return new Step(id, operation, enabled, other);
    }

    /** The same step with a parameter record. */
    public Step withParameters(Record record) {
        return new Step(id, operation, enabled, Parameters.encode(record));
    }

    /** The same step switched on or off. */
    public Step enabled(boolean on) {
        return new Step(id, operation, on, parameters);
    }

    /** The step as a tree for documents. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("operation", operation);
        if (!enabled) {
            tree.put("enabled", false);
        }
        tree.put("parameters", parameters);
        return tree;
    }
}
