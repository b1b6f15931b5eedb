package org.interphase.spectra.peak;

import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.verdict.Ground;

/** What the judge's grounds mean for a number, in the words of people who fit peaks and bands. */
public final class Doubt {

    private Doubt() {
    }

    /**
     * Sound without grounds, withheld if one is severe, doubtful otherwise; the reason names all that are equally bad.
     *
     * @param axis unit of the abscissa the grounds speak of
     */
    public static Verdict of(List<Ground> grounds, Unit axis) {
        Verdict out = Verdict.SOUND;
        for (Ground g : grounds) {
            out = out.and(g.severe() ? Verdict.withheld(words(g, axis)) : Verdict.doubtful(words(g, axis)));
        }
        return out;
    }

    private static String words(Ground g, Unit axis) {
        return switch (g.kind()) {
            case STRUCTURE -> "the residuals hang together: a component is missing, or shape or background is another";
            case UNFITTED_BAND -> Double.isNaN(g.at()) ? g.text() : g.weight() > 0
                    ? "the residuals hold a band near " + Numbers.plain(g.at(), 5) + " " + axis.pretty()
                            + " that no component describes"
                    : "the fit lies above the data near " + Numbers.plain(g.at(), 5) + " " + axis.pretty();
            default -> g.text();
        };
    }
}
