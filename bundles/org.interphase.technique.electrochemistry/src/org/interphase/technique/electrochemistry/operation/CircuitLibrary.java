package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.fit.CircuitFit;

/**
 * The circuits that a user of the field would try on a spectrum, simplest first, and what each is for: blocked
 * electrode, one arc, Randles circuits with semi-infinite, short and open diffusion, porous electrode with and without
 * reaction, two and three arcs, ion conductors between blocking electrodes.
 */
final class CircuitLibrary {

    /** Where a circuit is offered or tried. */
    enum Use {
        /** The data choose among them. */
        CHOICE,
        /** The data of a whole series choose among them: arcs with and without a blocking tail. */
        SERIES,
        /** Compared where a person names none. */
        COMPARISON,
        /** To pick from. */
        ENTRY
    }

    /**
     * A circuit.
     *
     * @param text circuit string
     * @param title what it stands for
     * @param uses where it is offered or tried
     */
    record Entry(String text, String title, Set<Use> uses) {
    }

    private static final List<Entry> ALL = List.of(
            entry("R0-CPE1", "blocked electrode", Use.CHOICE, Use.SERIES),
            entry("p(R1,CPE1)", "one arc without a resistance in series", Use.CHOICE),
            entry("R0-p(R1,CPE1)", "one arc", Use.CHOICE, Use.SERIES, Use.COMPARISON, Use.ENTRY),
            entry("p(R1,CPE1)-CPE2", "ion conductor between blocking electrodes", Use.CHOICE, Use.SERIES),
            entry("R0-TLMQ1", "porous electrode", Use.CHOICE),
            entry("R0-TLMR1", "porous electrode with reaction", Use.CHOICE),
            entry("R0-p(R1-W1,CPE1)", "Randles circuit", Use.CHOICE, Use.COMPARISON, Use.ENTRY),
            entry("R0-p(R1-Ws1,CPE1)", "Randles circuit, diffusion through a layer", Use.CHOICE),
            entry("R0-p(R1-Wo1,CPE1)", "Randles circuit, diffusion into a finite space", Use.CHOICE),
            entry("R0-p(R1,CPE1)-W1", "one arc and diffusion", Use.COMPARISON),
            entry("R0-p(R1,CPE1)-CPE2", "one arc and a blocked electrode", Use.CHOICE, Use.SERIES),
            entry("p(R1,CPE1)-p(R2,CPE2)", "two arcs without a resistance in series", Use.CHOICE),
            entry("R0-p(R1,CPE1)-p(R2,CPE2)", "two arcs", Use.CHOICE, Use.SERIES, Use.COMPARISON, Use.ENTRY),
            entry("p(R1,CPE1)-p(R2,CPE2)-CPE3", "solid electrolyte between blocking electrodes", Use.CHOICE,
                    Use.SERIES, Use.ENTRY),
            entry("R0-p(R1,CPE1)-p(R2-W1,CPE2)", "two arcs, the slower with diffusion", Use.CHOICE, Use.COMPARISON),
            entry("R0-p(R1,CPE1)-p(R2-Ws1,CPE2)", "two arcs, the slower with diffusion through a layer", Use.CHOICE),
            entry("R0-p(R1,CPE1)-p(R2-Wo1,CPE2)", "two arcs, the slower with diffusion into a finite space",
                    Use.CHOICE),
            entry("R0-p(R1,CPE1)-p(R2,CPE2)-W1", "two arcs and diffusion", Use.ENTRY),
            entry("R0-p(R1,C1)-p(R2-Wo1,C2)", "two arcs of capacitors, diffusion into a finite space", Use.ENTRY),
            entry("R0-p(R1,CPE1)-p(R2,CPE2)-CPE3", "two arcs and a blocked electrode", Use.CHOICE),
            entry("R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)", "three arcs", Use.CHOICE, Use.COMPARISON),
            entry("L0-R0-p(R1,CPE1)-p(R2,CPE2)", "two arcs and the inductance of the leads", Use.ENTRY));
    /** Circuits for a spectrum that turns inductive at low frequency, beside the others. */
    private static final List<String> LOOP = List.of("R0-p(R1,CPE1,R2-L1)", "R0-p(R1,CPE1)-p(R2,CPE2,R3-L1)");

    private CircuitLibrary() {
    }

    private static Entry entry(String text, String title, Use first, Use... others) {
        return new Entry(text, title, EnumSet.of(first, others));
    }

    /** The circuits for a use. */
    static List<Entry> of(Use use) {
        return ALL.stream().filter(e -> e.uses.contains(use)).toList();
    }

    /** Their strings. */
    static List<String> texts(Use use) {
        return of(use).stream().map(Entry::text).toList();
    }

    /**
     * What is tried where the data choose.
     *
     * @param lead whether the spectrum turns inductive at high frequency
     * @param loop whether it does at low frequency
     */
    static List<String> candidates(boolean lead, boolean loop) {
        List<String> usual = texts(Use.CHOICE);
        List<String> out = new ArrayList<>(usual);
        if (loop) {
            out.addAll(LOOP);
        }
        if (lead) {
            // the last few points may be noise: without an inductor too
            usual.forEach(c -> out.add(withLead(c)));
        }
        return out;
    }

    /** A circuit with the inductance of the leads. */
    static String withLead(String circuit) {
        return "L0-" + circuit;
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
