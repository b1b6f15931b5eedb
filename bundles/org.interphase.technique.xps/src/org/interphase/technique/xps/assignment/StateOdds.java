package org.interphase.technique.xps.assignment;

import java.util.ArrayList;
import java.util.List;
import org.interphase.technique.xps.reference.XpsReferences;

/**
 * How probable each known state is for what a fit found in one region, by Bayes' rule. The energy of a state is
 * anywhere in its reported range, blurred by the uncertainty of fit and reference; all states of the region share one
 * charge shift, which is not known but small; and any state may be one that no table lists, anywhere in the region.
 */
final class StateOdds {

    /** How well an energy of a table holds for another instrument, standard uncertainty in eV (unverified). */
    private static final double REFERENCE = 0.15;
    /** Standard uncertainty of the energy scale in eV where the file says how it was referenced, and where not. */
    private static final double REFERENCED = 0.15;
    private static final double UNREFERENCED = 0.4;
    /** The analyst looks for the state a component is named after: prior odds over any other. */
    private static final double EXPECTED = 3;
    private static final double UNVERIFIED = 0.5;
    /** Odds for a state whose partner in the same region is there, and where it is not. */
    private static final double PARTNER = 5;
    private static final double NO_PARTNER = 0.1;
    private static final int POINTS = 41;
    private static final double REACH = 4;

    private final List<FoundState> found;
    private final List<XpsReferences.State> states;
    private final double shift;
    private final double span;
    private final double[][] probabilities;

    /** What is known of a state's partner in the same region. */
    enum Partner {
        /** It is there. */
        THERE,
        /** It is not there in the same amount. */
        MISSING,
        /** A position that would tell has no known uncertainty. */
        OPEN
    }

    /**
     * @param referenced whether the energy scale was referenced
     * @param span width of the region in eV
     */
    StateOdds(List<FoundState> found, List<XpsReferences.State> states, boolean referenced, double span) {
        this.found = List.copyOf(found);
        this.states = List.copyOf(states);
        this.shift = referenced ? REFERENCED : UNREFERENCED;
        this.span = span;
        this.probabilities = all();
    }

    /** For all that was found, probabilities of each state and last of none of them, over all charge shifts. */
    private double[][] all() {
        int n = found.size();
        double[][] sum = new double[n][states.size() + 1];
        double[][] weights = new double[n][];
        for (int i = 0; i < n; i++) {
            weights[i] = weights(found.get(i));
        }
        for (int k = 0; k < 2 * POINTS - 1; k++) {
            double t = REACH * (k - POINTS + 1) / (POINTS - 1);
            double[][] likely = new double[n][];
            double[] total = new double[n];
            for (int i = 0; i < n; i++) {
                likely[i] = likelihoods(found.get(i), weights[i], t * shift);
                for (double l : likely[i]) {
                    total[i] += l;
                }
            }
            for (int i = 0; i < n; i++) {
                double others = Math.exp(-0.5 * t * t);
                for (int o = 0; o < n; o++) {
                    others *= o == i ? 1 : total[o];
                }
                for (int s = 0; s < sum[i].length; s++) {
                    sum[i][s] += others * likely[i][s];
                }
            }
        }
        for (double[] row : sum) {
            double total = 0;
            for (double s : row) {
                total += s;
            }
            for (int s = 0; s < row.length; s++) {
                row[s] /= total;
            }
        }
        return sum;
    }

    private double[] weights(FoundState f) {
        double[] out = new double[states.size() + 1];
        long named = states.stream().filter(s -> s.isCalled(f.name())).count();
        for (int s = 0; s < states.size(); s++) {
            XpsReferences.State state = states.get(s);
            out[s] = state.isCalled(f.name()) ? EXPECTED / named : state.isVerified() ? 1 : UNVERIFIED;
            if (!state.partner().isEmpty()) {
                out[s] *= switch (partner(f, state)) {
                    case THERE -> PARTNER;
                    case MISSING -> NO_PARTNER;
                    case OPEN -> 1;
                };
            }
        }
        out[states.size()] = 1;
        return out;
    }

    /** Whether a state's partner in the same region is there with about the same area. */
    Partner partner(FoundState f, XpsReferences.State state) {
        boolean open = false;
        for (XpsReferences.State p : states) {
            for (FoundState o : p.state().equals(state.partner()) ? found : List.<FoundState>of()) {
                if (o != f && arePartners(f, state, o, p)) {
                    return Partner.THERE;
                }
                open |= o != f && isUnknown(o);
            }
        }
        return open || isUnknown(f) ? Partner.OPEN : Partner.MISSING;
    }

    private static boolean isUnknown(FoundState f) {
        return Double.isNaN(f.uncertainty());
    }

    private static boolean arePartners(FoundState f, XpsReferences.State state, FoundState o,
            XpsReferences.State partner) {
        // their distance does not depend on the charge shift
        double off = o.position() - f.position() - (partner.middle() - state.middle());
        double spread = 0.5 * (partner.high() - partner.low() + state.high() - state.low());
        return o.area() > 0.5 * f.area() && o.area() < 2 * f.area() && Math.abs(off) < spread
                + 2 * Math.hypot(REFERENCE, Math.hypot(o.uncertainty(), f.uncertainty()));
    }

    private double[] likelihoods(FoundState f, double[] weights, double moved) {
        double u = Math.hypot(f.uncertainty(), REFERENCE);
        double[] out = new double[weights.length];
        for (int s = 0; isUnknown(f) && s < states.size(); s++) {
            // a position nobody can tell speaks for no state
            out[s] = weights[s] / span;
        }
        for (int s = 0; !isUnknown(f) && s < states.size(); s++) {
            out[s] = weights[s] * density(f.position() - moved, states.get(s).low(), states.get(s).high(), u);
        }
        out[states.size()] = weights[states.size()] / span;
        return out;
    }

    /** Mean over a range of normal distributions about its points. */
    private static double density(double x, double low, double high, double u) {
        double sum = 0;
        int n = high > low ? POINTS : 1;
        for (int k = 0; k < n; k++) {
            double t = (x - (low + (high - low) * (k + 0.5) / n)) / u;
            sum += Math.exp(-0.5 * t * t);
        }
        return sum / n / (u * Math.sqrt(2 * Math.PI));
    }

    /** Readings of what was found at an index, most probable first. */
    List<StateAssignment.Odds> readings(int index) {
        double[] p = probabilities[index];
        List<StateAssignment.Odds> out = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            out.add(new StateAssignment.Odds(states.get(s).state(), p[s], states.get(s).isVerified()));
        }
        out.add(new StateAssignment.Odds("", p[states.size()], true));
        out.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return out;
    }
}
