package org.interphase.engine.recipe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interphase.api.Citation;
import org.interphase.api.parameters.Parameters;

/**
 * How results came about. Written by the runner alone.
 *
 * @param software program and version
 * @param java version of the Java runtime
 * @param time when the run ended
 * @param input the data
 * @param steps the steps that ran, in order
 */
public record Provenance(String software, String java, Instant time, InputReference input,
        List<StepProvenance> steps) {

    /**
     * How one step ran.
     *
     * @param step id of the step
     * @param operation identifier of the operation
     * @param version version of the operation
     * @param parameters resolved parameters, seeds included, as a plain tree; paths as written in the recipe
     * @param methods sentence for the methods section of a report
     * @param citations where the method is published
     * @param plugin identifier and version of the plug-in that brought the operation; empty where it is the program's
     */
    public record StepProvenance(String step, String operation, int version, Map<String, Object> parameters,
            String methods, List<Citation> citations, String plugin) {

        /** Copies tree and list. */
        public StepProvenance {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(methods, "methods");
            Objects.requireNonNull(plugin, "plugin");
            parameters = Parameters.copyTree(parameters);
            citations = List.copyOf(citations);
        }

        /** By an operation of the program itself. */
        public StepProvenance(String step, String operation, int version, Map<String, Object> parameters,
                String methods, List<Citation> citations) {
            this(step, operation, version, parameters, methods, citations, "");
        }
    }

    /** Copies the list. */
    public Provenance {
        Objects.requireNonNull(software, "software");
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(input, "input");
        steps = List.copyOf(steps);
    }

    /** The same provenance with another reference to the data. */
    public Provenance withInput(InputReference other) {
        return new Provenance(software, java, time, other, steps);
    }
}
