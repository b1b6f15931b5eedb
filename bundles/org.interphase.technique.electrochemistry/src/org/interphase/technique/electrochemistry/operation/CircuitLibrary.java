package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.fit.CircuitFit;

/**
 * Circuits that a user of the field would try on a spectrum, simplest first: blocked electrode, one arc, Randles
 * circuits with semi-infinite, short and open diffusion, porous electrode with and without reaction, two and three
 * arcs, ion conductors between blocking electrodes.
 */
final class CircuitLibrary {

    /** Circuits for every spectrum. */
    static final List<String> USUAL = List.of("R0-CPE1", "p(R1,CPE1)", "R0-p(R1,CPE1)", "p(R1,CPE1)-CPE2", "R0-TLMQ1",
            "R0-TLMR1", "R0-p(R1-W1,CPE1)", "R0-p(R1-Ws1,CPE1)", "R0-p(R1-Wo1,CPE1)", "R0-p(R1,CPE1)-CPE2",
            "p(R1,CPE1)-p(R2,CPE2)", "R0-p(R1,CPE1)-p(R2,CPE2)", "p(R1,CPE1)-p(R2,CPE2)-CPE3",
            "R0-p(R1,CPE1)-p(R2-W1,CPE2)", "R0-p(R1,CPE1)-p(R2-Ws1,CPE2)", "R0-p(R1,CPE1)-p(R2-Wo1,CPE2)",
            "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3", "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)");
    /** Circuits for a spectrum that turns inductive at low frequency, beside the others. */
    private static final List<String> LOOP = List.of("R0-p(R1,CPE1,R2-L1)", "R0-p(R1,CPE1)-p(R2,CPE2,R3-L1)");

    private CircuitLibrary() {
    }

    /**
     * What is tried.
     *
     * @param lead whether the spectrum turns inductive at high frequency
     * @param loop whether it does at low frequency
     */
    static List<String> candidates(boolean lead, boolean loop) {
        List<String> out = new ArrayList<>(USUAL);
        if (loop) {
            out.addAll(LOOP);
        }
        if (lead) {
            // the last few points may be noise: without an inductor too
            USUAL.forEach(c -> out.add("L0-" + c));
        }
        return out;
    }

    /** The circuit with capacitors for constant phase elements whose exponent ended at one; null if there is none. */
    static String idealised(CircuitFit fit) {
        String text = fit.circuit().dashed();
        boolean any = false;
        for (int k = 0; k < fit.space().size(); k++) {
            if (fit.isIdeal(k)) {
                Circuit.Parameter q = fit.circuit().parameters().get(fit.space().parameter(k));
                String label = q.leaf().label();
                if (label.startsWith("CPE")) {
                    text = text.replace(label, "C" + label.substring(3));
                    any = true;
                }
            }
        }
        return any ? text : null;
    }
}
