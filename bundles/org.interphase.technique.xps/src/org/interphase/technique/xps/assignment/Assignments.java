package org.interphase.technique.xps.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Curve;
import org.interphase.model.Verdict;
import org.interphase.technique.xps.assignment.StateAssignment.Support;
import org.interphase.technique.xps.reference.XpsReferences;

/**
 * Whether the states of a region may bear the names of their components: a name needs a position that agrees with the
 * reference within the joint uncertainty, relative to the other states of the region, a width like theirs, and, where
 * the state has a partner in the same region, the partner.
 */
public final class Assignments {

    /** Share of the probability among what a position can tell apart, from which on a name stands. */
    private static final double SURE = 0.9;
    /** The same below which the state is not what its component is called after. */
    private static final double NOT = 0.1;
    /** States whose ranges lie this near to each other in eV can't be told apart by position. */
    private static final double ALIKE = 0.3;
    /** A width beyond the narrowest of the region by this factor is more than one state's. */
    private static final double WIDE = 1.6;
    private static final double SIGMAS = 3;
    /** Readings of this probability are worth a word. */
    private static final double WORD = 0.05;

    private final Curve region;
    private final String line;
    private final List<FoundState> found;
    private final List<XpsReferences.State> states;
    private final StateOdds odds;

    private Assignments(Curve region, String line, List<FoundState> found) {
        this.region = region;
        this.line = line;
        this.found = found;
        this.states = XpsReferences.states(region, line);
        this.odds = new StateOdds(found, states, region.metadata().text("charge reference").isPresent(),
                region.axis().max() - region.axis().min());
    }

    /**
     * What may be said of each state's name, in order.
     *
     * @param line line of the region, such as "F 1s"; empty if it is not known, and then no known name stands
     */
    public static List<StateAssignment> of(Curve region, String line, List<FoundState> found) {
        Assignments a = new Assignments(region, line, found);
        List<StateAssignment> out = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            out.add(a.assignment(i));
        }
        return out;
    }

    private StateAssignment assignment(int index) {
        FoundState f = found.get(index);
        List<XpsReferences.State> named = states.stream().filter(s -> s.isCalled(f.name())).toList();
        if (named.isEmpty()) {
            return unlisted(f);
        }
        List<StateAssignment.Odds> readings = odds.readings(index);
        double own = 0;
        double alike = 0;
        double likest = 0;
        double unverified = 0;
        for (StateAssignment.Odds o : readings) {
            if (named.stream().anyMatch(n -> n.state().equals(o.name()))) {
                own += o.probability();
            } else if (isAlike(o.name(), named)) {
                alike += o.probability();
                likest = Math.max(likest, o.verified() ? o.probability() : 0);
            } else if (!o.verified()) {
                unverified += o.probability();
            }
        }
        // what no source confirms can neither give a name nor take it away
        double apart = Math.max(0, 1 - alike - unverified);
        String may = String.format(Locale.ROOT, "the state at %.2f eV %s", f.position(), readings(readings));
        if (own + alike < NOT || f.atEdge() && own < SURE * apart) {
            return new StateAssignment(f, Support.NOT_ASSIGNED, Verdict.withheld(String.format(Locale.ROOT,
                    "there is a state at %.2f eV, not assigned: %s", f.position(), readings(readings))), readings);
        }
        String doubt = "";
        if (named.stream().noneMatch(XpsReferences.State::isVerified)) {
            doubt = "no source gives the energy of " + f.name() + ", and " + may;
        } else if (own < SURE * apart || likest > own) {
            doubt = may;
        } else if (named.size() == 1 && isWide(f)) {
            doubt = String.format(Locale.ROOT, "its width of %.2f eV is that of more than one state", f.fwhm());
        } else if (named.stream().allMatch(s -> !s.partner().isEmpty() && odds.partner(f, s)
                == StateOdds.Partner.MISSING)) {
            doubt = named.get(0).partner() + ", its partner in this region, is not there in the same amount";
        }
        return new StateAssignment(f, doubt.isEmpty() ? Support.SUPPORTED : Support.DOUBTFUL,
                doubt.isEmpty() ? Verdict.SOUND : Verdict.doubtful(doubt), readings);
    }

    /** A name that is no state of this line: the analyst's own, or one of a line that is not known to be this one. */
    private StateAssignment unlisted(FoundState f) {
        if (XpsReferences.states(region).stream().noneMatch(s -> s.isCalled(f.name()))) {
            return new StateAssignment(f, Support.NOT_CHECKED, Verdict.SOUND, List.of());
        }
        return new StateAssignment(f, Support.DOUBTFUL, Verdict.doubtful(line.isEmpty()
                ? "which line the region is of is not known, so that the name can't be held against known energies"
                : "no energy of " + f.name() + " in " + line + " is known"), List.of());
    }

    private boolean isAlike(String state, List<XpsReferences.State> named) {
        return states.stream().filter(s -> s.state().equals(state)).anyMatch(s -> named.stream()
                .anyMatch(n -> Math.max(s.low() - n.high(), n.low() - s.high()) < ALIKE));
    }

    private boolean isWide(FoundState f) {
        return found.stream().anyMatch(o -> o != f && f.fwhm() > WIDE * o.fwhm()
                + SIGMAS * Math.hypot(f.fwhmUncertainty(), o.fwhmUncertainty()));
    }

    /** The readings worth a word, as a clause. */
    static String readings(List<StateAssignment.Odds> odds) {
        List<String> out = new ArrayList<>();
        for (StateAssignment.Odds o : odds) {
            if (o.probability() >= WORD) {
                out.add(String.format(Locale.ROOT, "%s (%.0f %%%s)", o.name().isEmpty() ? "none listed" : o.name(),
                        100 * o.probability(), o.verified() ? "" : ", unverified"));
            }
        }
        return "may be " + String.join(", ", out);
    }
}
