package org.interphase.technique.battery.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Measurement;
import org.interphase.model.Table;

/** Runs operations with their default parameters but some. */
final class Runs {

    private Runs() {
    }

    /** Path and value of each parameter that is not the default, in pairs. */
    static <P extends Record> Outcome run(Operation<Table, P> operation, Table table, Object... set)
            throws AnalysisException {
        P p = Parameters.defaults(operation.info().parameters());
        for (int i = 0; i < set.length; i += 2) {
            p = Parameters.with(p, (String) set[i], set[i + 1]);
        }
        return operation.apply(table, p, Progress.none());
    }

    static Measurement of(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() ->
                new AssertionError("no '" + name + "' among " + names(o)));
    }

    static List<String> names(Outcome o) {
        return o.measurements().stream().map(Measurement::name).toList();
    }
}
