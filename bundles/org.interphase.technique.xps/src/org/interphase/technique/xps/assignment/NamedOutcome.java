package org.interphase.technique.xps.assignment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Species;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.spectra.peak.RivalModels;
import org.interphase.technique.xps.reference.XpsReferences;

/** Brings the verdicts on names into the outcome of a fit. */
public final class NamedOutcome {

    /** Code of remarks on names. */
    public static final String CODE = "assignment";

    private static final double WORD = 0.2;

    /** Readings of this probability are candidates. */
    private static final double CANDIDATE = 0.05;
    private static final String METHOD = "XPS";

    private NamedOutcome() {
    }

    /**
     * The outcome with its numbers judged: those of a state that is not assigned are withheld under the component's
     * name and given under none. Each number says which species it is evidence of.
     *
     * @param region the region, with the reference rows of its project
     * @param line line of the region, such as "F 1s"; empty if it is not known
     * @param rivals models the data may prefer to the one that was fitted
     */
    public static Outcome of(Outcome o, Curve region, String line, List<StateAssignment> assignments,
            RivalModels rivals) {
        List<XpsReferences.State> states = XpsReferences.states(region, line);
        return judged(o.withMeasurements(o.measurements().stream().map(m -> m.evidence().map(e -> m.about(e.by(METHOD,
                line, species(e.component(), m.isDetected(), assignments, states)))).orElse(m)).toList()),
                assignments, rivals);
    }

    /**
     * What a component may be: what it is called after, and what else lies where it was found. One that was not found
     * is not what it is called after. States that no source confirms take no certainty away.
     */
    private static List<Species> species(String component, boolean detected, List<StateAssignment> assignments,
            List<XpsReferences.State> states) {
        Set<Species> out = new LinkedHashSet<>();
        states.stream().filter(s -> s.isCalled(component)).forEach(s -> s.species().ifPresent(out::add));
        if (detected && !out.isEmpty()) {
            assignments.stream().filter(a -> a.state().name().equals(component)).flatMap(a -> a.odds().stream())
                    .filter(r -> r.verified() && r.probability() >= CANDIDATE).forEach(r -> states.stream()
                            .filter(s -> s.state().equals(r.name())).forEach(s -> s.species().ifPresent(out::add)));
        }
        return List.copyOf(out);
    }

    private static Outcome judged(Outcome o, List<StateAssignment> assignments, RivalModels rivals) {
        List<Measurement> measurements = new ArrayList<>();
        List<Measurement> numbers = new ArrayList<>();
        for (Measurement m : o.measurements()) {
            Measurement n = rivals.counted(m);
            numbers.add(n);
            measurements.add(assignments.stream().filter(a -> isOf(n, a)).findFirst()
                    .map(a -> n.judged(a.verdict())).orElse(n));
        }
        List<Remark> remarks = new ArrayList<>(o.remarks());
        int nameless = 0;
        for (StateAssignment a : assignments) {
            if (a.support() == StateAssignment.Support.NOT_ASSIGNED) {
                String name = "unassigned state" + (nameless++ > 0 ? " " + nameless : "");
                numbers.stream().filter(m -> isOf(m, a)).forEach(m -> measurements.add(renamed(m, name, a)));
            }
            remark(a, remarks);
        }
        for (String what : rivals.preferred()) {
            remarks.add(Remark.warning("Look at the residuals: " + what + ".").coded("rival-model"));
        }
        rivals.failed().forEach(f -> remarks.add(Remark.warning(f).coded("rival-model")));
        return o.withMeasurements(measurements).withRemarks(remarks).withOverlays(o.overlays().stream()
                .map(v -> labelled(v, assignments, numbers)).toList());
    }

    private static boolean isOf(Measurement m, StateAssignment a) {
        return m.name().startsWith(a.state().name() + " ") && m.isDetected();
    }

    private static Measurement renamed(Measurement m, String name, StateAssignment a) {
        Measurement out = m.withName(name + m.name().substring(a.state().name().length()));
        return out.evidence().map(e -> out.about(Attribution.of(name, e.property()))).orElse(out);
    }

    private static void remark(StateAssignment a, List<Remark> out) {
        String name = a.state().name();
        if (a.support() == StateAssignment.Support.NOT_ASSIGNED) {
            out.add(Remark.warning(String.format(Locale.ROOT, "The component %s found a state at %.2f eV that is not "
                    + "assigned: it %s.", name, a.state().position(), Assignments.readings(a.odds()))).about(name)
                    .coded(CODE));
        } else if (a.support() == StateAssignment.Support.DOUBTFUL) {
            out.add(Remark.warning("The name " + name + " is doubtful: " + a.verdict().reason() + ". "
                    + Decisive.of(a)).about(name).coded(CODE));
        } else if (a.support() == StateAssignment.Support.SUPPORTED && a.odds().stream().filter(p -> p
                .probability() > WORD).count() > 1) {
            out.add(Remark.info(String.format(Locale.ROOT, "Position alone does not tell: the state at %.2f eV called "
                    + "%s %s.", a.state().position(), name, Assignments.readings(a.odds()))).about(name).coded(CODE));
        }
    }

    /** Labels in pictures say no more than the numbers. */
    private static Overlay labelled(Overlay o, List<StateAssignment> assignments, List<Measurement> numbers) {
        Layer layer = o.layer();
        if (layer instanceof Layer.Labels l) {
            layer = new Layer.Labels(l.label(), l.texts().stream().map(t -> text(t, assignments, numbers)).toList(),
                    l.style(), l.component());
        } else if (layer instanceof Layer.Band b) {
            layer = new Layer.Band(shown(b.label(), b.component(), assignments), b.x(), b.lower(), b.upper(),
                    b.style(), b.component());
        }
        return new Overlay(o.id(), o.panel(), o.component(), layer, o.step());
    }

    /** A label, with the position and the uncertainty the table gives. */
    private static Layer.Text text(Layer.Text t, List<StateAssignment> assignments, List<Measurement> numbers) {
        String hint = numbers.stream().filter(m -> !t.component().isEmpty() && m.name().equals(t.component()
                + " position")).findFirst().map(m -> t.component() + ": " + m.pretty()).orElse(t.hint());
        return new Layer.Text(t.x(), t.y(), shown(t.text(), t.component(), assignments), shown(hint, t.component(),
                assignments), t.colour(), t.component());
    }

    private static String shown(String text, String component, List<StateAssignment> assignments) {
        for (StateAssignment a : assignments) {
            if (!component.isEmpty() && a.state().name().equals(component) && text.startsWith(component)) {
                String rest = text.substring(component.length());
                return switch (a.support()) {
                    case NOT_ASSIGNED -> "not assigned" + rest;
                    case DOUBTFUL -> component + "?" + rest;
                    default -> text;
                };
            }
        }
        return text;
    }
}
