package org.interphase.technique.xps.assignment;

import java.util.List;
import org.interphase.model.Verdict;

/**
 * What may be said of the name of a state.
 *
 * @param state the state as it was found
 * @param support how far the evidence goes
 * @param verdict verdict on every number that bears the name
 * @param odds what it may be, with probabilities, most probable first; empty where the name is in no table
 */
public record StateAssignment(FoundState state, Support support, Verdict verdict, List<Odds> odds) {

    /** How far the evidence for a name goes. */
    public enum Support {
        /** No table knows the name; it is the analyst's own. */
        NOT_CHECKED,
        /** Position, width and partners agree with the reference. */
        SUPPORTED,
        /** It may be something else. */
        DOUBTFUL,
        /** It is not what the component was meant to be. */
        NOT_ASSIGNED
    }

    /**
     * One reading of a state.
     *
     * @param name state of the reference table; empty for none of them
     * @param probability probability of this reading
     * @param verified whether a source gives its energy
     */
    public record Odds(String name, double probability, boolean verified) {
    }

    /** Copies the list. */
    public StateAssignment {
        odds = List.copyOf(odds);
    }
}
