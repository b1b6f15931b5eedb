package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the data determine the parameters.
 *
 * @param rank numerical rank of the Jacobian over the active parameters
 * @param active number of free parameters that are not at a bound
 * @param correlated pairs of parameters whose correlation exceeds {@link #THRESHOLD} in magnitude
 * @param undetermined parameters that take part in a direction the data do not determine at all (rank deficiency);
 *     their standard uncertainty is infinite
 * @param atBound parameters that ended at a bound; the covariance of the others holds them there, and their own
 *     standard uncertainty is what it would be without the bound
 */
public record Identifiability(int rank, int active, List<Pair> correlated, List<String> undetermined,
        List<String> atBound) {

    /** Correlation above which a pair is reported. */
    public static final double THRESHOLD = 0.99;

    /** Two strongly correlated parameters. */
    public record Pair(String first, String second, double correlation) {
    }

    /** Defensive copies. */
    public Identifiability {
        correlated = List.copyOf(correlated);
        undetermined = List.copyOf(undetermined);
        atBound = List.copyOf(atBound);
    }

    /** Whether the Jacobian lacks rank. */
    public boolean rankDeficient() {
        return rank < active;
    }

    /** Whether there is nothing to report. */
    public boolean clean() {
        return !rankDeficient() && correlated.isEmpty() && atBound.isEmpty();
    }

    /** Each finding as a sentence, for remarks. */
    public List<String> findings() {
        List<String> sentences = new ArrayList<>();
        if (rankDeficient()) {
            sentences.add("The data do not determine " + String.join(", ", undetermined)
                    + ": only " + rank + " of " + active + " directions are fixed by them.");
        }
        for (Pair pair : correlated) {
            sentences.add(String.format(Locale.ROOT, "%s and %s can hardly be told apart (correlation %.4f).",
                    pair.first,
                    pair.second, pair.correlation));
        }
        for (String name : atBound) {
            sentences.add(name + " ended at its bound; other uncertainties hold it there.");
        }
        return sentences;
    }
}
