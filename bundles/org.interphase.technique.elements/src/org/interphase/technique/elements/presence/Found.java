package org.interphase.technique.elements.presence;

import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * An element that was found in a spectrum, or looked for.
 *
 * @param symbol element
 * @param families its families in the fit, the most telling first
 * @param indexes where those families stand in the fit
 * @param counts counts of the most telling family, negative where the data want that
 * @param uncertainty standard uncertainty of the counts
 * @param present whether it is there
 * @param verdict whether the name is sure
 */
public record Found(String symbol, List<XrayFamily> families, List<Integer> indexes, double counts, double uncertainty,
        boolean present, Verdict verdict) {

    /** Standard uncertainties that the limit is above the estimate: 1.645 would be the one-sided 95 % point. */
    private static final double MARGIN = 2;
    /**
     * Limit of detection in standard uncertainties where the background is known about as well as the peak: L. A.
     * Currie, Anal. Chem. 40 (1968) 586, doi:10.1021/ac60259a007.
     */
    private static final double CURRIE = 3.29;

    /** Copies the lists. */
    public Found {
        families = List.copyOf(families);
        indexes = List.copyOf(indexes);
    }

    /** The most telling family. */
    public XrayFamily main() {
        return families.get(0);
    }

    /**
     * Counts above which it would have been found: Currie's limit, but never less than what the data may hold, the
     * estimate without bounds plus two standard uncertainties.
     */
    public double limit() {
        return Math.max(2.71 + CURRIE * uncertainty, Math.max(0, counts) + MARGIN * uncertainty);
    }

    /** The same with another verdict beside its own. */
    public Found judged(Verdict other) {
        return new Found(symbol, families, indexes, counts, uncertainty, present, verdict.and(other));
    }
}
