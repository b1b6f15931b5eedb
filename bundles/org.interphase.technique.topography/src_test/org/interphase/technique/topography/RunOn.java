package org.interphase.technique.topography;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;

/** Runs one operation of the technique. */
final class RunOn {

    /** Parameters that leave the scales out of the uncertainties, where what is left is looked at. */
    static final Map<String, Object> EXACT_HEIGHTS = Map.of("heightCalibration", 0);
    static final Map<String, Object> EXACT = Map.of("heightCalibration", 0, "lateralCalibration", 0);

    private RunOn() {
    }

    /** What an operation gives. */
    static Outcome outcome(String operation, Dataset data, Map<String, Object> parameters) throws Exception {
        for (Operation<?, ?> o : new TopographyTechnique().operations()) {
            if (o.info().id().equals(operation)) {
                return apply(o, data, parameters);
            }
        }
        throw new IllegalArgumentException(operation);
    }

    @SuppressWarnings("unchecked")
    private static <D extends Dataset, P extends Record> Outcome apply(Operation<D, P> o, Dataset data,
            Map<String, Object> parameters) throws Exception {
        return o.apply((D) data, Parameters.decode(o.info().parameters(), parameters), Progress.none());
    }

    /** The numbers of an operation by name. */
    static Map<String, Measurement> measured(String operation, Dataset data, Map<String, Object> parameters)
            throws Exception {
        Map<String, Measurement> out = new LinkedHashMap<>();
        outcome(operation, data, parameters).measurements().forEach(m -> out.put(m.name(), m));
        return out;
    }
}
