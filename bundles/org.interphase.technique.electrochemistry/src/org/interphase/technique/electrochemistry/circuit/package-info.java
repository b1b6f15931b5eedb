/**
 * Equivalent circuits: the strings analysts write, the circuit tree behind them, and the elements. A plug-in adds an
 * element by implementing {@link org.interphase.technique.electrochemistry.circuit.CircuitElement} and declaring it
 * as an OSGi service (and in {@code META-INF/services} for a flat class path).
 */
package org.interphase.technique.electrochemistry.circuit;
