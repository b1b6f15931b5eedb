package org.interphase.technique.mechanics.indent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.numerics.signal.Robust;

/** Hardness and modulus of one indent from its unloading, after Oliver and Pharr, with what they are known to. */
public final class IndentNumbers {

    /**
     * Final over largest depth, near 1, where the pile-up of what does not work-harden is large; below 0.7 there is
     * little
     * whatever the material (Bolshakov and Pharr 1998; Oliver and Pharr 2004). Where "near 1" begins is the founders'
     * choice.
     */
    private static final double PILE_UP = 0.9;
    private static final double NO_PILE_UP = 0.7;
    private static final double MISFIT = 0.01;
    private static final double NOSE = 0.1;
    private static final double ZERO = 0.03;
    private static final double SMALLER = 0.95;

    private final IndentCurve curve;
    private final UnloadingFit fit;
    private final AreaFunction area;
    private final Elasticity elasticity;
    private final Limits limits;
    private final Creep creep;
    private final Assumed assumed;
    private final double noise;
    private final List<Measurement> numbers = new ArrayList<>();
    private double contactDepth = Double.NaN;

    /**
     * How well what is not in the record is known.
     *
     * @param force relative standard uncertainty of the force
     * @param area relative standard uncertainty of the area function
     * @param tip nm by which the tip of an assumed perfect pyramid may be missing, standard uncertainty
     * @param beta standard uncertainty of beta
     * @param poisson standard uncertainty of Poisson's ratio
     */
    public record Limits(double force, double area, double tip, double beta, double poisson) {
    }

    /**
     * What nobody stated.
     *
     * @param tip the area function: a perfect pyramid is taken
     * @param poisson Poisson's ratio of the sample: a common value is taken
     */
    public record Assumed(boolean tip, boolean poisson) {

        /** What it means for numbers by the contact area. */
        Verdict onArea() {
            return tip ? Verdict.doubtful("no area function is stated, and a perfect pyramid was taken")
                    : Verdict.SOUND;
        }

        /** What it means for the elastic modulus of the sample. */
        Verdict onModulus() {
            return poisson ? onArea().and(Verdict.doubtful("Poisson's ratio of the sample is not stated, and a common "
                    + "value was taken")) : onArea();
        }
    }

    /** What the numbers are made of. */
    private record Inputs(double force, double depth, double stiffness, double area, double beta, double poisson) {
    }

    /**
     * Measures.
     *
     * @param assumed what nobody stated
     */
    public IndentNumbers(IndentCurve curve, UnloadingFit fit, AreaFunction area, Elasticity elasticity, Limits limits,
            Assumed assumed) {
        this.curve = curve;
        this.fit = fit;
        this.area = area;
        this.elasticity = elasticity;
        this.limits = limits;
        this.assumed = assumed;
        noise = Robust.noise(curve.depth());
        creep = Creep.of(curve);
        if (fit == null) {
            String why = "there are too few points of an unloading to fit";
            for (String[] n : new String[][] {{"hardness", "H_IT"}, {"reduced modulus", "E_r"},
                {"elastic modulus", "E_IT"}}) {
                numbers.add(Measurement.withheld(n[0], n[1], "MPa", why));
            }
            return;
        }
        measure();
    }

    /** Stiffness of the elastic contact: creep at the start of unloading makes it seem stiffer (Feng and Ngan 2002). */
    private double stiffness() {
        double softer = creep.compliance(curve, fit);
        return 1 / (1 / fit.stiffness() + softer);
    }

    private void measure() {
        double s = stiffness();
        double h = fit.start();
        double p = fit.force();
        contactDepth = elasticity.contactDepth(h, p, s);
        double a = area.at(contactDepth);
        Verdict v = verdict(s, a);
        if (!(a > 0)) {
            v = Verdict.withheld("the contact depth of " + Math.round(contactDepth) + " nm has no area");
        }
        Inputs in = new Inputs(p, h, s, 1, elasticity.beta(), elasticity.poisson());
        double[] u = uncertainties(s, p, h);
        add("hardness", "H_IT", in, u, v.and(assumed.onArea()), x -> elasticity.hardness(x.force, contactArea(x)));
        add("reduced modulus", "E_r", in, u, v.and(assumed.onArea()), x -> elasticity.withBeta(x.beta).reduced(
                x.stiffness, contactArea(x)));
        add("elastic modulus", "E_IT", in, u, v.and(assumed.onModulus()), x -> elasticity.withBeta(x.beta).withPoisson(
                x.poisson).modulus(elasticity.withBeta(x.beta).reduced(x.stiffness, contactArea(x))));
        numbers.add(Measurement.of("contact stiffness", "S", s * 1e6, u[2] * 1e6, "N/m").judged(stiffnessVerdict()));
        numbers.add(Measurement.of("contact depth", "h_c", contactDepth, spread(in, u, x -> elasticity.contactDepth(
                x.depth, x.force, x.stiffness)), "nm").judged(zero()).judged(stiffnessVerdict()));
        numbers.add(Measurement.of("largest depth", "h_max", h, u[1], "nm").judged(zero()));
        numbers.add(Measurement.of("largest force", "P_max", p, u[0], "mN"));
        creep.measurement().ifPresent(numbers::add);
        numbers.add(Measurement.of("final over largest depth", "h_f/h_max", fit.residual() / h,
                Math.abs(fit.residual() / h) * Math.hypot(u[1] / h, 0.02), "1").judged(zero()));
    }

    private double contactArea(Inputs x) {
        return x.area * area.at(elasticity.contactDepth(x.depth, x.force, x.stiffness));
    }

    /** Standard uncertainties of force, depth, stiffness, area factor, beta, Poisson's ratio. */
    private double[] uncertainties(double s, double p, double h) {
        double frame = curve.corrections().complianceU();
        double depth = Math.hypot(noise, Math.hypot(curve.zeroU(), frame * p));
        double nose = creep.complianceU(curve, fit) * s * s;
        // a drift that is off bends the unloading as creep does
        double rate = Creep.unloading(curve, fit);
        double drift = rate > 0 ? s * s * curve.corrections().driftU() / rate : 0;
        double stiff = Math.sqrt(fit.sigma() * fit.sigma() + nose * nose + Math.pow(s * s * frame, 2)
                + Math.pow(s * limits.force, 2) + drift * drift);
        double tip = assumed.tip() ? 2 * limits.tip / Math.max(1, contactDepth) : 0;
        double force = Math.hypot(p * limits.force, Robust.noise(curve.force()));
        return new double[] {force, depth, stiff, Math.hypot(limits.area, tip), limits.beta, limits.poisson};
    }

    private double spread(Inputs in, double[] u, ToDoubleFunction<Inputs> f) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            double[] x = {in.force, in.depth, in.stiffness, in.area, in.beta, in.poisson};
            x[k] += u[k];
            double up = f.applyAsDouble(new Inputs(x[0], x[1], x[2], x[3], x[4], x[5]));
            x[k] -= 2 * u[k];
            double down = f.applyAsDouble(new Inputs(x[0], x[1], x[2], x[3], x[4], x[5]));
            sum += Math.pow((up - down) / 2, 2);
        }
        return Math.sqrt(sum);
    }

    private void add(String name, String symbol, Inputs in, double[] u, Verdict v, ToDoubleFunction<Inputs> f) {
        double value = f.applyAsDouble(in);
        double sigma = spread(in, u, f);
        if (!Double.isFinite(value) || !Double.isFinite(sigma)) {
            numbers.add(Measurement.withheld(name, symbol, "MPa", v.isWithheld() ? v.reason()
                    : "the contact is as stiff as the indenter alone"));
            return;
        }
        numbers.add(Measurement.of(name, symbol, value, sigma, "MPa").judged(v));
    }

    private Verdict verdict(double s, double a) {
        Verdict v = stiffnessVerdict().and(zero());
        double ratio = fit.residual() / fit.start();
        if (ratio > PILE_UP) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "final over largest depth is %.2f, near 1: where "
                    + "material piles up the true area is larger than the one of this method", ratio)));
        }
        if (area.at(contactDepth) < SMALLER * AreaFunction.ideal().at(contactDepth)) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the area function gives %.2f of the area of a "
                    + "perfect Berkovich pyramid at %.0f nm, but a real tip is blunter: it is not for this depth",
                    a / AreaFunction.ideal().at(contactDepth), contactDepth)));
        }
        if (assumed.tip() && 2 * limits.tip / contactDepth > 0.1) {
            v = v.and(Verdict.doubtful("at this depth the unknown end of the tip counts: the area function is needed"));
        }
        return v;
    }

    private Verdict stiffnessVerdict() {
        Verdict v = Verdict.SOUND;
        if (fit.misfit() > MISFIT) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the unloading is no power law: %.1f %% of the force "
                    + "is left over", 100 * fit.misfit())));
        }
        if (!fit.settled()) {
            v = v.and(Verdict.doubtful("the fit of the unloading did not end in a minimum within its bounds"));
        }
        if (fit.sigma() > 0.1 * fit.stiffness()) {
            v = v.and(Verdict.doubtful("the stiffness depends on the part of the unloading that is fitted"));
        }
        double nose = creep.compliance(curve, fit) * fit.stiffness();
        if (nose > NOSE) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "creep at the start of unloading takes %.0f %% of "
                    + "the "
                    + "stiffness", 100 * nose)));
        } else if (creep.hasNose()) {
            v = v.and(Verdict.doubtful("the depth still grows while the force falls: creep bends the start of "
                    + "unloading, and there is no hold or time to correct it from"));
        }
        return v;
    }

    /** Whether the loading points back to another zero of the depth than the record's. */
    private Verdict zero() {
        double off = ZeroPoint.offset(curve, area, contactDepth / fit.start());
        if (Double.isNaN(off)) {
            return Verdict.doubtful("the loading has too few points to tell whether the zero of depth is right");
        }
        boolean much = Math.abs(off) > Math.max(ZERO * fit.start(), 3 * curve.zeroU());
        return much ? Verdict.doubtful(String.format(Locale.ROOT, "the loading points to a first contact %.0f nm %s "
                + "the "
                + "zero of depth: this zero or the area function is not right", Math.abs(off), off > 0 ? "behind"
                        : "before")) : Verdict.SOUND;
    }

    /** Whether material may pile up, more than never and less than to make the numbers doubtful. */
    public boolean mayPileUp() {
        return fit != null && fit.residual() > NO_PILE_UP * fit.start() && fit.residual() <= PILE_UP * fit.start();
    }

    /** Contact depth in nm; NaN where there is none. */
    public double contactDepth() {
        return contactDepth;
    }

    /** The numbers found. */
    public List<Measurement> numbers() {
        return List.copyOf(numbers);
    }
}
