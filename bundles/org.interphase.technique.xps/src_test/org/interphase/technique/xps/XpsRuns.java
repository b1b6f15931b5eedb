package org.interphase.technique.xps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.interphase.model.Remark;

/** Runs the technique's recipes without an engine. */
final class XpsRuns {

    private static final XpsTechnique XPS = new XpsTechnique();

    private XpsRuns() {
    }

    static List<Dataset> read(Path file) throws Exception {
        return read(Source.of(file));
    }

    static List<Dataset> read(Source source) throws Exception {
        SourceHead head = SourceHead.of(source);
        DatasetReader best = null;
        for (DatasetReader r : XPS.readers()) {
            best = best == null || r.confidence(head) > best.confidence(head) ? r : best;
        }
        return best.read(source, Progress.none());
    }

    /** The last step's outcome, with the measurements and remarks of all steps. */
    static Outcome run(String recipe, Dataset input, String... settings) throws Exception {
        Recipe r = XPS.recipes().stream().filter(x -> x.id().equals(recipe)).findFirst().orElseThrow();
        Dataset d = input;
        Outcome last = null;
        List<Measurement> measurements = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Step s : r.steps().stream().filter(Step::enabled).toList()) {
            Map<String, Object> tree = new LinkedHashMap<>(s.parameters());
            for (String set : settings) {
                if (set.startsWith(s.id() + ".")) {
                    int eq = set.indexOf('=');
                    Parameters.setInTree(tree, set.substring(s.id().length() + 1, eq), set.substring(eq + 1));
                }
            }
            last = apply(s.operation(), d, tree);
            measurements.addAll(last.measurements());
            remarks.addAll(last.remarks());
            d = last.dataset();
        }
        return new Outcome(d, last.extra(), measurements, last.overlays(), remarks, last.figures(), last.handles(),
                last.resolved());
    }

    static Outcome apply(String operation, Dataset input, Map<String, Object> parameters) throws Exception {
        Operation<?, ?> found = XPS.operations().stream().filter(o -> o.info().id().equals(operation)).findFirst()
                .orElseThrow();
        return apply(found, input, parameters);
    }

    private static <D extends Dataset, P extends Record> Outcome apply(Operation<D, P> operation, Dataset input,
            Map<String, Object> parameters) throws Exception {
        return operation.apply(operation.info().input().cast(input),
                Parameters.decode(operation.info().parameters(), parameters), Progress.none());
    }
}
