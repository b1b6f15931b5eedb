package org.interphase.technique.electrochemistry.circuit.elements;

import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;

/** The parameters that several elements have. */
final class CommonParameters {

    static final ElementParameter RESISTANCE = new ElementParameter("resistance", "R", "ohm", Role.RESISTANCE);
    static final ElementParameter TIME = new ElementParameter("time constant", "τ", "s", Role.TIME);
    static final ElementParameter ALPHA = new ElementParameter("exponent", "α", "1", Role.EXPONENT);
    /** The exponent of its unit is the element's own fitted exponent; the number is |Y| at 1 rad/s in S. */
    static final ElementParameter Q = new ElementParameter("constant phase admittance", "Q", "S.s^a",
            Role.ADMITTANCE);

    private CommonParameters() {
    }
}
