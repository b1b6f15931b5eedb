package org.interphase.technique.mechanics.tensile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.technique.mechanics.tensile.Rise.Ending;

/**
 * The numbers of one tensile test after ISO 6892-1:2019 (metals) and ISO 527-1:2019 (plastics): the same definitions on
 * engineering stress and strain, the latter counted from the foot of the straight part (toe compensation).
 */
public final class TensileNumbers {

    private static final double CURVED = 0.03;
    private static final String AT_LEAST = "the record ends at its greatest stress: it may have risen further";

    private final StressStrain curve;
    private final Rise rise;
    private final LinearPart line;
    private final Foot foot;
    private final double offset;
    private final boolean broke;
    private final double stressU;
    private final double strainU;
    private final Verdict straight;
    private final Verdict strains;
    private final List<Measurement> numbers = new ArrayList<>();
    private double yieldStrain = Double.NaN;
    private double yieldStress = Double.NaN;

    /**
     * Measures.
     *
     * @param curve the curve
     * @param rise its peak and end
     * @param line its straight part; null if there is none
     * @param offset plastic strain at the yield strength, such as 0.002
     * @param accuracy how well machine and specimen are known
     * @param broke whether sizes after fracture are stated, so that the specimen broke
     */
    public TensileNumbers(StressStrain curve, Rise rise, LinearPart line, double offset, Accuracy accuracy,
            boolean broke) {
        this.curve = curve;
        this.rise = rise;
        this.line = line;
        foot = Foot.of(line, curve, rise);
        this.offset = offset;
        this.broke = broke;
        stressU = accuracy.stress(curve.fromForce());
        strainU = accuracy.strain(curve.fromExtension());
        straight = straight();
        strains = strains();
        modulus();
        yieldStrength();
        yieldDrop();
        strength();
        elongations();
    }

    private Verdict straight() {
        if (line == null) {
            return Verdict.withheld("there is no rise long enough for a straight part");
        }
        Verdict v = Verdict.SOUND;
        double known = line.sigma() / line.slope();
        if (line.curvature() > CURVED || known > 2 * CURVED) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the curve has no straight part: the slope "
                    + "changes by "
                    + "%.0f %% over the straightest part", 200 * Math.max(line.curvature(), known / 2))));
        }
        if (foot.bent()) {
            v = v.and(Verdict.doubtful("the curve rises more steeply before its straightest part than on it"));
        }
        if (line.to() - line.from() < 8) {
            v = v.and(Verdict.doubtful("only " + (line.to() - line.from()) + " points lie on the straight part"));
        }
        return v;
    }

    private Verdict strains() {
        Verdict v = Verdict.SOUND;
        if (line == null) {
            return Verdict.doubtful("strains can't be counted from the foot of a straight part");
        }
        // a jump without points leads from the last point of the straight part to the next
        int slip = Slip.find(curve.strain(), curve.stress(), line.to() - 1, rise.peak(), line.slope(), rise.noise());
        if (slip >= 0) {
            v = Verdict.doubtful(String.format(Locale.ROOT, "behind a flat piece the curve rises as steeply as an "
                    + "elastic specimen again at a strain of %.2f %%: grips or extensometer slipped",
                    100 * curve.strain()[slip]));
        }
        return v;
    }

    private double middleStress() {
        double sum = 0;
        for (int i = line.from(); i < line.to(); i++) {
            sum += curve.stress()[i];
        }
        return sum / (line.to() - line.from());
    }

    private void modulus() {
        if (line == null) {
            numbers.add(Measurement.withheld("modulus", "E", "GPa", straight.reason()));
            return;
        }
        double e = line.slope() / 1000;
        // behind a bend the slope at the beginning is twice as far from it as that of the chord
        double u = e * norm(line.sigma() / line.slope(), 2 * foot.steeper(), stressU, strainU);
        numbers.add(Measurement.of("modulus", "E", e, u, "GPa").judged(straight.and(machine())));
    }

    /** What it means for small strains that no extensometer measured them. */
    private Verdict machine() {
        return curve.crosshead() ? Verdict.doubtful("no extensometer is stated: the travel of the crosshead holds the "
                + "compliance of machine and grips") : Verdict.SOUND;
    }

    private void yieldStrength() {
        String name = String.format(Locale.ROOT, "yield strength %s %%", plain(100 * offset));
        String symbol = "R_p" + plain(100 * offset);
        if (line == null) {
            numbers.add(Measurement.withheld(name, symbol, "MPa", straight.reason()));
            return;
        }
        double[] at = crossing(line.slope(), line.origin());
        if (at == null) {
            numbers.add(Measurement.withheld(name, symbol, "MPa", String.format(Locale.ROOT, "the curve ends before "
                    + "it is %s %% beside its straight part", plain(100 * offset))));
            return;
        }
        yieldStrain = at[0];
        yieldStress = at[1];
        double mid = middleStress();
        double middle = line.origin() + mid / line.slope();
        double turned = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double slope = line.slope() + sign * line.sigma();
            double[] other = slope > 0 ? crossing(slope, middle - mid / slope) : null;
            turned = Math.max(turned, other == null ? 0.02 * at[1] : Math.abs(other[1] - at[1]));
        }
        // a strain that is too long by a fraction moves the offset by that fraction
        double[] moved = crossing(line.slope(), line.origin() + offset * strainU);
        double shift = moved == null ? 0 : Math.abs(moved[1] - at[1]);
        double u = norm(at[1] * stressU, turned, rise.smoothNoise(), shift, at[2] / Math.sqrt(12));
        numbers.add(Measurement.of(name, symbol, at[1], u, "MPa").judged(straight.and(strains).and(machine())));
    }

    /** Where the curve meets the line beside its straight part: strain, stress, curvature of stress between points. */
    private double[] crossing(double slope, double foot) {
        double[] e = curve.strain();
        double[] s = rise.smooth();
        double before = Double.NaN;
        for (int i = line.from(); i <= rise.end(); i++) {
            double y = s[i] - slope * (e[i] - foot - offset);
            if (y <= 0 && e[i] > foot + offset && i > line.from()) {
                double f = before > 0 ? before / (before - y) : 0;
                double stress = s[i - 1] + f * (s[i] - s[i - 1]);
                return new double[] {e[i - 1] + f * (e[i] - e[i - 1]), stress, bend(i)};
            }
            before = y;
        }
        return null;
    }

    /** How much the stress between two points may differ from a straight line between them. */
    private double bend(int i) {
        double[] e = curve.strain();
        double[] s = rise.smooth();
        if (i < 2 || i + 1 > rise.end() || !(e[i - 1] > e[i - 2]) || !(e[i + 1] > e[i]) || !(e[i] > e[i - 1])) {
            return 0;
        }
        double left = (s[i - 1] - s[i - 2]) / (e[i - 1] - e[i - 2]);
        double right = (s[i + 1] - s[i]) / (e[i + 1] - e[i]);
        return Math.abs(left - right) * (e[i] - e[i - 1]) / 4;
    }

    private void yieldDrop() {
        if (line != null && strains.isSound()) {
            numbers.addAll(YieldDrop.of(curve, rise, line.to(), stressU));
        }
    }

    private void strength() {
        double[] s = rise.smooth();
        int p = rise.peak();
        double value = s[p];
        // a break at the peak lies up to one step above the last point
        double step = p == rise.end() && p > 0 ? Math.max(0, s[p] - s[p - 1]) / Math.sqrt(3) : 0;
        double u = norm(value * stressU, 1.5 * rise.smoothNoise(), step);
        Verdict v = rise.ending() == Ending.UNLOADED ? Verdict.doubtful("the specimen was unloaded from its greatest "
                + "stress and did not break: its strength is at least this")
                : rise.ending() == Ending.AT_PEAK ? Verdict.doubtful(AT_LEAST) : Verdict.SOUND;
        numbers.add(Measurement.of("tensile strength", "R_m", value, u, "MPa").judged(v));
        double flat = plateau();
        double at = curve.strain()[p] - foot.strain();
        double atU = norm(at * strainU, foot.sigma(), rise.strainNoise(), flat / Math.sqrt(3));
        Verdict w = strains.and(machine()).and(rise.ending() != Ending.UNLOADED ? v : Verdict.doubtful("the specimen "
                + "was unloaded from its greatest stress and did not break"));
        numbers.add(percent("total elongation at maximum force", "A_gt", at, atU).judged(w));
        if (line != null && at > 2 * value / line.slope()) {
            double elastic = value / line.slope();
            numbers.add(percent("uniform elongation", "A_g", at - elastic, norm(atU, elastic * norm(strainU,
                    line.sigma() / line.slope()))).judged(w).judged(straight));
        }
    }

    /** How far from the peak the strain of the greatest stress may lie: there noise could have hidden it. */
    private double plateau() {
        double[] s = rise.smooth();
        double least = s[rise.peak()] - Math.max(3 * rise.smoothNoise(), 5e-4 * s[rise.peak()]);
        double at = curve.strain()[rise.peak()];
        double furthest = 0;
        for (int i = 0; i <= rise.end(); i++) {
            furthest = s[i] >= least ? Math.max(furthest, Math.abs(curve.strain()[i] - at)) : furthest;
        }
        return furthest;
    }

    private void elongations() {
        if (rise.ending() == Ending.UNLOADED) {
            String why = "the specimen was unloaded and did not break";
            numbers.add(Measurement.withheld("elongation at break", "A_t", "%", why));
            numbers.add(Measurement.withheld("toughness", "U_T", "MJ/m3", why));
            return;
        }
        double[] e = curve.strain();
        int end = rise.end();
        Verdict v = strains.and(machine());
        if (rise.ending() == Ending.AT_PEAK) {
            v = v.and(Verdict.doubtful("the record ends at its greatest stress: nothing shows that the specimen broke "
                    + "there"));
        } else if (rise.ending() == Ending.FALLING && !broke) {
            v = v.and(Verdict.doubtful("the record ends without a sudden fall: nothing shows that the specimen broke "
                    + "there"));
        }
        double step = end > 0 ? Math.abs(e[end] - e[end - 1]) / Math.sqrt(3) : 0;
        double total = e[end] - foot.strain();
        numbers.add(percent("elongation at break", "A_t", total, norm(total * strainU, foot.sigma(),
                rise.strainNoise(), step)).judged(v));
        double energy = energy();
        double u = norm(energy * norm(stressU, strainU), rise.smooth()[end] * norm(step, foot.sigma()));
        numbers.add(Measurement.of("toughness", "U_T", energy, u, "MJ/m3").judged(v));
    }

    /** Area under the curve from the foot of the straight part to the break; MPa is MJ/m3. */
    private double energy() {
        double[] e = curve.strain();
        double[] s = rise.smooth();
        int from = line == null || foot.steeperBefore() ? 0 : line.from();
        double sum = line == null ? 0 : s[from] * (e[from] - foot.strain()) / 2;
        for (int i = from; i < rise.end(); i++) {
            sum += (s[i] + s[i + 1]) / 2 * (e[i + 1] - e[i]);
        }
        return sum;
    }

    private static Measurement percent(String name, String symbol, double ratio, double u) {
        return Measurement.of(name, symbol, 100 * ratio, 100 * u, "%");
    }

    private static String plain(double v) {
        return org.interphase.model.unit.Numbers.plain(v, 4);
    }

    static double norm(double... parts) {
        double sum = 0;
        for (double p : parts) {
            sum += p * p;
        }
        return Math.sqrt(sum);
    }

    /** The numbers found. */
    public List<Measurement> numbers() {
        return List.copyOf(numbers);
    }

    /** Where strains are counted from. */
    public Foot foot() {
        return foot;
    }

    /** Strain and stress of the yield strength; NaN where there is none. */
    public double[] yieldPoint() {
        return new double[] {yieldStrain, yieldStress};
    }
}
