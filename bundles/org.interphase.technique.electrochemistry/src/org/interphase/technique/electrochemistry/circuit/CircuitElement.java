package org.interphase.technique.electrochemistry.circuit;

import java.util.List;

/**
 * A kind of circuit element. Stateless and safe to use from several threads. Values must be finite at every positive
 * frequency and for all parameters inside their bounds; in particular hyperbolic functions must not overflow.
 */
public interface CircuitElement {

    /** Symbol in circuit strings: a capital letter, then letters, for example "R", "CPE", "Wo". */
    String symbol();

    /** Further symbols that mean the same, for example "Q" for "CPE". */
    default List<String> aliases() {
        return List.of();
    }

    /** Name for people. */
    String title();

    /** Formula as plain text, with the parameters' symbols. */
    String formula();

    /** Parameters in the order of their numbers. */
    List<ElementParameter> parameters();

    /**
     * Writes the impedance in ohm and its derivatives by the parameters (not by their logarithms).
     *
     * @param f angular frequencies
     * @param p parameter values in the order of {@link #parameters()}
     * @param out takes the values
     */
    void impedance(Frequencies f, double[] p, ElementValues out);

    /** Writes the admittance in S and its derivatives. */
    default void admittance(Frequencies f, double[] p, ElementValues out) {
        impedance(f, p, out);
        out.invert();
    }

    /** Whether it stands for diffusion, which has no time constant of an arc of its own. */
    default boolean isDiffusive() {
        return false;
    }

    /** How the element is drawn. */
    default Drawing drawing() {
        return Drawing.BOX;
    }

    /** Symbols of a schematic. */
    enum Drawing {
        RESISTOR, CAPACITOR, INDUCTOR, CONSTANT_PHASE, BOX
    }
}
