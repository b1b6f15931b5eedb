package org.interphase.technique.microscopy;

import java.util.List;
import java.util.Map;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/** Runs a recipe template step by step and finds its numbers. */
record Run(List<Measurement> measurements, List<Remark> remarks, Outcome last) {

    static Run of(String recipe, Dataset data) throws Exception {
        return of(recipe, data, Map.of());
    }

    /** Runs with some parameters of the last step changed. */
    static Run of(String recipe, Dataset data, Map<String, Object> changes) throws Exception {
        MicroscopyTechnique technique = new MicroscopyTechnique();
        Recipe r = technique.recipes().stream().filter(x -> x.id().equals(recipe)).findFirst().orElseThrow();
        Dataset at = data;
        List<Measurement> all = new java.util.ArrayList<>();
        List<Remark> remarks = new java.util.ArrayList<>();
        Outcome out = null;
        for (Step s : r.steps()) {
            Operation<?, ?> op = technique.operations().stream().filter(o -> o.info().id().equals(s.operation()))
                    .findFirst().orElseThrow();
            Map<String, Object> p = new java.util.LinkedHashMap<>(s.parameters());
            if (s == r.steps().get(r.steps().size() - 1)) {
                p.putAll(changes);
            }
            out = apply(op, at, p);
            all.addAll(out.measurements());
            remarks.addAll(out.remarks());
            at = out.dataset();
        }
        return new Run(all, remarks, out);
    }

    private static <D extends Dataset, P extends Record> Outcome apply(Operation<D, P> op, Dataset data,
            Map<String, Object> parameters) throws Exception {
        return op.apply(op.info().input().cast(data), Parameters.decode(op.info().parameters(), parameters),
                Progress.none());
    }

    double value(String name) {
        return find(name).value();
    }

    double uncertainty(String name) {
        return find(name).uncertainty();
    }

    private Measurement find(String name) {
        return measurements.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** Whether the 95 % interval stated for a quantity holds a value. */
    boolean holds(String name, double truth) {
        return value(name + " 95 % low") <= truth && truth <= value(name + " 95 % high");
    }
}
