package org.interphase.engine.recipe;

import java.util.Map;
import java.util.Objects;
import org.interphase.api.Outcome;
import org.interphase.api.parameters.Parameters;

/**
 * What one step of a run gave.
 *
 * @param step id of the step
 * @param operation identifier of the operation
 * @param version version of the operation
 * @param parameters resolved parameters as a plain tree; paths as written in the recipe
 * @param outcome what the operation gave, every part stamped with the step's id
 */
public record StepResult(String step, String operation, int version, Map<String, Object> parameters,
        Outcome outcome) {

    /** Copies the tree. */
    public StepResult {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(outcome, "outcome");
        parameters = Parameters.copyTree(parameters);
    }
}
