package org.interphase.technique.porosimetry.sorption;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.model.Verdict;

/**
 * Pores of one branch with what their numbers are known to and worth.
 *
 * @param branch the branch
 * @param pores its pores
 * @param mode where the distribution is highest
 * @param spread standard uncertainties
 * @param open greatest area in m2/g outside of these pores
 * @param cavitated part of the volume that leaves where nitrogen cavitates
 */
public record Bjh(SorptionBranch branch, BjhPores pores, BjhMode mode, BjhSpread spread, double open,
        double cavitated) {

    /**
     * Relative pressures between which liquid nitrogen at 77 K tears in pores behind narrower necks, so that a
     * desorption steps there whatever the necks are (J. C. Groen, L. A. A. Peffer, J. Perez-Ramirez, Microporous
     * Mesoporous Mater. 60 (2003) 1-17, doi:10.1016/S1387-1811(03)00339-1: 0.41 to 0.48, and a step of it).
     */
    private static final double TEARS_FROM = 0.40;
    private static final double TEARS_TO = 0.50;
    /** Part of the volume that may leave there, or be a film on open surface, before numbers are doubtful. */
    private static final double PART = 0.1;
    /** Diameter in nm below which Kelvin's equation finds 20 to 30 % too little (IUPAC 2015). */
    private static final double NARROW = 10;
    /** Ratio of diameters in the step at the mode above which it is no mode. */
    private static final double WIDE_STEP = 1.6;

    /**
     * The pores of a branch.
     *
     * @throws AnalysisException if the branch has too few points in the range
     */
    public static Bjh of(SorptionBranch b, Thickness thickness, Isotherm iso) throws AnalysisException {
        if (b.size() < SorptionBranch.FEWEST) {
            throw new AnalysisException("The " + (b.desorption() ? "desorption" : "adsorption") + " has " + b.size()
                    + " points in the range of relative pressures; " + SorptionBranch.FEWEST + " or more are needed");
        }
        BjhPores pores = BjhPores.of(b, thickness);
        BjhMode mode = BjhMode.of(pores);
        double open = OpenSurface.of(b, thickness, iso);
        return new Bjh(b, pores, mode, BjhSpread.of(b, thickness, pores, mode, open), open, b.desorption()
                ? pores.share(b, TEARS_FROM, TEARS_TO) : 0);
    }

    /** Whether there is more volume than its uncertainty allows to be none. */
    public boolean found() {
        return pores.total() > 2 * spread.volume();
    }

    /** Of the volume. */
    public Verdict ofVolume() {
        double film = pores.filmOn(open) / pores.total();
        Verdict v = film > PART ? Verdict.doubtful(String.format(Locale.ROOT, "up to %.0f %% of the volume may be a "
                + "film on surface outside of these pores, by what is left at the lowest pressure", 100 * film))
                : Verdict.SOUND;
        // the cores of wider pores are taken for those of narrow ones, and their walls with them
        return cavitated > PART ? v.and(Verdict.doubtful(String.format(Locale.ROOT, "%.0f %% of the volume leaves "
                + "between p/p0 = %.2f and %.2f, where nitrogen cavitates in wider pores: Kelvin's equation does not "
                + "tell their diameter, nor the film on their walls", 100 * cavitated, TEARS_FROM, TEARS_TO))) : v;
    }

    /** Of diameters and areas, of which most of the volume is at this diameter in nm. */
    private Verdict ofSizes(double diameter) {
        Verdict v = ofVolume();
        return diameter < NARROW ? v.and(Verdict.doubtful("below 10 nm Kelvin's equation gives pores that are 20 to "
                + "30 % too narrow (IUPAC 2015)")) : v;
    }

    /** Of the area of the walls and the mean diameter. */
    public Verdict ofMeans() {
        return ofSizes(pores.mean());
    }

    /** Of the median diameter. */
    public Verdict ofMedian() {
        return ofSizes(pores.median());
    }

    /** Of the modal diameter. */
    public Verdict ofMode() {
        Verdict v = ofSizes(mode.diameter());
        if (mode.end()) {
            v = v.and(Verdict.doubtful("the distribution is highest at an end of the pressures, and may go on beyond"));
        }
        if (mode.step() > WIDE_STEP) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the pressures are so far apart that diameters step "
                    + "by %.1f there", mode.step())));
        }
        return v;
    }

    /**
     * What the other branch means for the diameters of this one: a desorption that empties pores later than they filled
     * waits for narrower necks; one that empties them earlier obeys no cylinder.
     */
    public Verdict against(Bjh other) {
        double ratio = Math.log(mode.diameter() / other.mode.diameter());
        double u = Math.hypot(spread.mode() / mode.diameter(), other.spread.mode() / other.mode.diameter());
        if (Math.abs(ratio) <= Math.max(PART, 2 * u)) {
            return Verdict.SOUND;
        }
        boolean necks = branch.desorption() == ratio < 0;
        return !necks ? Verdict.doubtful(String.format(Locale.ROOT, "the two branches contradict cylinders: the other "
                + "has its mode at %.3g nm", other.mode.diameter()))
                : branch.desorption() ? Verdict.doubtful(String.format(Locale.ROOT, "the adsorption has its mode at "
                        + "%.3g nm: these pores empty through narrower necks", other.mode.diameter())) : Verdict.SOUND;
    }
}
