package org.interphase.engine.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/**
 * An analysis as it is kept: the recipe, the data it is of, and what the last run found.
 *
 * @param recipe the recipe
 * @param input the data
 * @param measurements numbers of the last run
 * @param remarks remarks of the last run; a failure is an error with code {@link #FAILED}
 * @param provenance how the last run went; empty if the recipe has not run
 */
public record AnalysisDocument(Recipe recipe, InputReference input, List<Measurement> measurements,
        List<Remark> remarks, Optional<Provenance> provenance) {

    /** Code of the remark that says why the last run stopped. */
    public static final String FAILED = "failed";

    /** Copies the lists. */
    public AnalysisDocument {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(provenance, "provenance");
        measurements = List.copyOf(measurements);
        remarks = List.copyOf(remarks);
    }

    /** An analysis that has not run. */
    public static AnalysisDocument of(Recipe recipe, InputReference input) {
        return new AnalysisDocument(recipe, input, List.of(), List.of(), Optional.empty());
    }

    /** An analysis with what a run found. */
    public static AnalysisDocument of(Run run) {
        List<Remark> remarks = new ArrayList<>(run.remarks());
        run.failure().ifPresent(f -> remarks.add(Remark.error(f.message()).coded(FAILED).withStep(f.step())));
        return new AnalysisDocument(run.recipe(), run.input(), run.measurements(), remarks,
                Optional.of(run.provenance()));
    }

    /**
     * What of this analysis is not installed, so that it can be read and not be run again: a clause for each operation,
     * naming the plug-in that brought it where the document says so.
     */
    public List<String> missing(TechniqueRegistry registry) {
        Map<String, String> plugins = new LinkedHashMap<>();
        recipe.steps().forEach(s -> plugins.put(s.operation(), ""));
        provenance.ifPresent(p -> p.steps().forEach(s -> plugins.put(s.operation(), s.plugin())));
        List<String> out = new ArrayList<>();
        plugins.forEach((operation, plugin) -> {
            if (registry.operation(operation).isEmpty()) {
                out.add("operation '" + operation + "'" + (plugin.isEmpty() ? "" : " of plug-in " + plugin)
                        + " is not installed");
            }
        });
        return out;
    }

    /** The same analysis with another reference to the data. */
    public AnalysisDocument withInput(InputReference other) {
        return new AnalysisDocument(recipe, other, measurements, remarks, provenance.map(p -> p.withInput(other)));
    }
}
