package org.interphase.technique.vibrational;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Step;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;

/** Runs operations and recipe templates of the technique without the engine. */
final class Steps {

    private static final VibrationalTechnique TECHNIQUE = new VibrationalTechnique();

    private Steps() {
    }

    /** The reader that is surest of a file. */
    static DatasetReader reader(String name, byte[] content) throws IOException {
        return reader(Source.of(name, content));
    }

    private static DatasetReader reader(Source source) throws IOException {
        String name = source.name();
        SourceHead head = SourceHead.of(source);
        DatasetReader best = TECHNIQUE.readers().stream().max(Comparator.comparingInt(r -> r.confidence(head)))
                .orElseThrow();
        if (best.confidence(head) == 0) {
            throw new AssertionError("nobody reads " + name);
        }
        return best;
    }

    /** Whether a reader of this technique takes a file. */
    static boolean isOurs(Source source) throws IOException {
        SourceHead head = SourceHead.of(source);
        return TECHNIQUE.readers().stream().anyMatch(r -> r.confidence(head) > 0);
    }

    /** Reads a file of which something may be stated. */
    static List<Dataset> read(Source source) throws IOException {
        return reader(source).read(source, Progress.none());
    }

    /** Reads bytes under a file name. */
    static List<Dataset> read(String name, byte[] content) throws IOException {
        return reader(name, content).read(Source.of(name, content), Progress.none());
    }

    /** Runs one operation with parameters as a tree. */
    static Outcome run(String operation, Dataset input, Map<String, ?> parameters) throws AnalysisException {
        return run(operation, input, parameters, Progress.none());
    }

    @SuppressWarnings("unchecked")
    static Outcome run(String operation, Dataset input, Map<String, ?> parameters, Progress progress)
            throws AnalysisException {
        Operation<Dataset, Record> op = (Operation<Dataset, Record>) TECHNIQUE.operations().stream()
                .filter(o -> o.info().id().equals(operation)).findFirst().orElseThrow();
        return op.apply(input, Parameters.decode(op.info().parameters(), parameters), progress);
    }

    /** Runs a recipe template; outcomes by step id. {@code set} holds values by "step.parameter". */
    static Map<String, Outcome> recipe(String id, Dataset input, Map<String, ?> set) throws AnalysisException {
        Recipe recipe = TECHNIQUE.recipes().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        Map<String, Outcome> out = new LinkedHashMap<>();
        Dataset here = input;
        for (Step s : recipe.steps()) {
            Map<String, Object> parameters = new LinkedHashMap<>(s.parameters());
            set.forEach((k, v) -> {
                if (k.startsWith(s.id() + ".")) {
                    Parameters.setInTree(parameters, k.substring(s.id().length() + 1), v);
                }
            });
            Outcome o = run(s.operation(), here, parameters);
            out.put(s.id(), o);
            here = o.dataset();
        }
        return out;
    }

    /** The measurement of a name. */
    static Measurement measurement(Outcome outcome, String name) {
        List<Measurement> all = outcome.measurements();
        return all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError("no '" + name + "' among " + all.stream().map(Measurement::name).toList()));
    }
}
