package org.interphase.technique.electrochemistry.fit;

import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Param;

/**
 * Start value, bounds, fixing or tie of one circuit parameter.
 *
 * @param parameter name in the circuit, for example "R0" or "CPE1_1"
 * @param value constraint
 */
public record ElementSetting(
        @Param(label = "Parameter", help = "Name in the circuit: R0, C1; for elements of several parameters with the "
                + "number behind, CPE1_0 (Q) and CPE1_1 (exponent).") String parameter,
        @Param(label = "Value", def = "auto", help = "Start value, bounds, 'fixed 10', or '= R1 * 2' to follow "
                + "another parameter.") Constrained value) {
}
