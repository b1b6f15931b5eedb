package org.interphase.technique.mechanics.tensile;

/**
 * Where strains are counted from: the foot of the straight part (toe compensation, ASTM D638 annex A1), unless that
 * lies before the record itself. A specimen whose curve rises more steeply before its "straight part" than on it has no
 * straight part: the part lies in hardening, or the material bends from the beginning, as rubber does. Its strains are
 * those of the record.
 *
 * @param strain the origin, a pure number
 * @param sigma its standard uncertainty
 * @param steeper by which fraction of its slope the chord to the middle of the straight part is steeper than the part
 * @param bent whether that is more than a straight line may have
 * @param steeperBefore whether it is beyond doubt that the part has another foot than the record, so that strains are
 *        counted from the beginning of the record
 */
public record Foot(double strain, double sigma, double steeper, boolean bent, boolean steeperBefore) {

    private static final double SURE = 3;
    private static final double BENT = 0.03;
    /** The first point is the furthest of many: noise takes it that far. */
    private static final double PICKED = 5;

    /** The foot of a line; the beginning of strain where there is none. */
    static Foot of(LinearPart line, StressStrain curve, Rise rise) {
        if (line == null) {
            return new Foot(0, 0, 0, false, false);
        }
        double[] e = curve.strain();
        double[] s = curve.stress();
        double middle = 0;
        for (int i = line.from(); i < line.to(); i++) {
            middle += s[i] / (line.to() - line.from());
        }
        // the line turns about the middle of the straight part
        double sigma = Math.abs(middle) / line.slope() * line.sigma() / line.slope();
        int first = 0;
        for (int i = 1; i <= line.from(); i++) {
            first = e[i] - s[i] / line.slope() > e[first] - s[first] / line.slope() ? i : first;
        }
        double noise = Math.hypot(rise.noise() / line.slope(), rise.strainNoise());
        double begin = e[first] - s[first] / line.slope();
        double before = begin - line.origin();
        // the furthest of n points lies about this far out by noise alone
        double beyond = before - noise * Math.sqrt(2 * Math.log(line.from() + 1));
        double steeper = Math.max(0, beyond) / (middle / line.slope());
        boolean bent = beyond > Math.hypot(sigma, noise) && steeper > BENT;
        return before > SURE * sigma + PICKED * noise ? new Foot(begin, Math.hypot(
                s[first] / line.slope() * line.sigma() / line.slope(), noise), steeper, true, true)
                : new Foot(line.origin(), sigma, steeper, bent, false);
    }
}
