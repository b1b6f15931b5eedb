package org.interphase.technique.vibrational.bands;

import java.util.List;
import java.util.stream.Collectors;
import org.interphase.model.Verdict;
import org.interphase.numerics.verdict.Ground;

/** What the judge's grounds mean for a number. */
public final class Doubt {

    private Doubt() {
    }

    /** Sound without grounds, withheld if one is severe, doubtful otherwise; the reason names all. */
    public static Verdict of(List<Ground> grounds) {
        if (grounds.isEmpty()) {
            return Verdict.SOUND;
        }
        String reason = grounds.stream().map(Ground::text).distinct().collect(Collectors.joining("; "));
        return grounds.stream().anyMatch(Ground::severe) ? Verdict.withheld(reason) : Verdict.doubtful(reason);
    }
}
