package org.interphase.technique.electrochemistry.fit;

import org.interphase.api.parameters.Range;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/** Which points of a spectrum take part in a fit. */
public enum PointChoice {
    /**
     * Without the ends of the spectrum where Im Z lies above zero beyond the noise, unless the circuit has an inductor
     * that can describe them.
     */
    AUTO,
    /** All points. */
    ALL,
    /** Without the points with Im Z above zero. */
    CAPACITIVE;

    /** The points that take part. */
    public ImpedanceSpectrum of(ImpedanceSpectrum s, Circuit circuit, Range frequencies) {
        ImpedanceSpectrum cut = frequencies.isAll() ? s : s.between(frequencies.from(), frequencies.to());
        boolean inductive = circuit.parameters().stream().anyMatch(p -> p.definition().role() == Role.INDUCTANCE);
        return this == CAPACITIVE ? cut.capacitive() : this == AUTO && !inductive ? cut.withoutInductiveEnds() : cut;
    }
}
