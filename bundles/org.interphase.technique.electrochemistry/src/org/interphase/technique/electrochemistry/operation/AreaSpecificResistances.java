package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitNumber;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/** Fitted resistances times the area of the electrode, where a person stated it. The area counts as exact. */
final class AreaSpecificResistances {

    private AreaSpecificResistances() {
    }

    /** One measurement in ohm.cm2 for each resistance; none if the area is not stated or the spectrum is per area. */
    static List<CircuitNumber> of(Metadata metadata, CircuitVerdict judged) {
        CircuitFit fit = judged.fit();
        OptionalDouble area = SampleGeometry.area(metadata);
        List<CircuitNumber> out = new ArrayList<>();
        if (area.isEmpty() || fit.spectrum().scale() == ImpedanceScale.PER_AREA) {
            return out;
        }
        for (int i = 0; i < fit.p().length; i++) {
            Circuit.Parameter p = fit.circuit().parameters().get(i);
            if (p.definition().role() == Role.RESISTANCE) {
                out.add(new CircuitNumber(Measurement.of("area specific " + p.name(), "ASR",
                        fit.p()[i] * area.getAsDouble(), judged.uncertainty(i) * area.getAsDouble(), "ohm.cm2")
                        .judged(judged.of(i)), p.leaf().label(), 1));
            }
        }
        return out;
    }
}
