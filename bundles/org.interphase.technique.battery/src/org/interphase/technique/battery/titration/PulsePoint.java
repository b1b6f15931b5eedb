package org.interphase.technique.battery.titration;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.interphase.electro.record.Channel;
import org.interphase.model.Verdict;

/**
 * What a pulse of a titration tells.
 *
 * @param pulse the pulse
 * @param shape shape the particles are taken to have
 * @param classical by the textbook; null where the pulse has too few points or no rest follows
 * @param fit by the diffusion model; null where pulse or rest have too few points
 * @param rested potential at the end of the rest, V
 * @param charge charge since the first pulse up to the middle of this one, A.h; charging is positive
 */
public record PulsePoint(Pulse pulse, ParticleShape shape, ClassicalPulse classical, DiffusionFit fit, double rested,
        double charge) {

    /** Part of the pulse after each switching that is left out unless another is stated. */
    public static final double SKIP = 0.01;
    /** Bias of the formula of Weppner and Huggins from which on its D is doubtful. */
    private static final double BIASED = 0.1;
    /** Share of dEs that has not relaxed from which on the formula's D is doubtful. */
    private static final double UNRELAXED = 0.05;
    /** Correlation of potential and square root of time below which the pulse is no diffusion into a half-space. */
    private static final double LINEAR = 0.99;

    /**
     * Analyses a pulse.
     *
     * @param before the currents before it, in the order of time
     * @param charged charge since the first pulse, A s
     * @param skip time after each switching that is left out, s; null for the usual part of the pulse
     */
    static PulsePoint of(IntToDoubleFunction time, Channel potential, List<PastCurrent> before,
            double charged, Pulse pulse, ParticleShape shape, Double skip) {
        double out = skip == null ? SKIP * pulse.duration() : skip;
        DiffusionFit fit = DiffusionFit.of(time, potential, before, pulse, shape, out);
        double rested = pulse.hasRest() ? potential.get(pulse.end()) : Double.NaN;
        double left = fit == null ? Double.NaN : fit.e0() + fit.equilibrium() - rested;
        ClassicalPulse classical = ClassicalPulse.of(time, potential, pulse, out, fit == null ? 0 : fit.noise(), left);
        return new PulsePoint(pulse, shape, classical, fit, rested, (charged + pulse.charge() / 2) / 3600);
    }

    /** What the rest has not relaxed yet by the diffusion model, V; NaN where that is not known. */
    public double remaining() {
        return fit == null ? Double.NaN : fit.e0() + fit.equilibrium() - rested;
    }

    /** L^2/D by the diffusion model, s; NaN where there is none. */
    public double diffusionTime() {
        return fit == null ? Double.NaN : Math.exp(fit.logTime());
    }

    /** Standard uncertainty of ln(L^2/D). */
    public double logUncertainty() {
        return fit == null ? Double.NaN : fit.logUncertainty();
    }

    /** Whether {@link #diffusionTime} may be published. */
    public Verdict verdict() {
        return fit == null ? Verdict.withheld("the pulse or its rest has too few points") : fit.verdict();
    }

    /** D over L^2 by the formula of Weppner and Huggins, 1/s; NaN where the pulse has too few points. */
    public double formulaRate() {
        return classical == null ? Double.NaN
                : classical.rate(pulse.duration()) * shape.volumeOverArea() * shape.volumeOverArea();
    }

    /** Relative standard uncertainty of {@link #formulaRate}; the formula's own bias is in it (rectangular). */
    public double formulaUncertainty() {
        double bias = formulaBias();
        return classical == null ? Double.NaN : Math.hypot(classical.relativeUncertainty(pulse),
                Double.isNaN(bias) ? 0 : (1 - 1 / bias) / Math.sqrt(3));
    }

    /** Factor by which the formula misses D after a pulse of this length; NaN where D is not known. */
    public double formulaBias() {
        return fit == null ? Double.NaN : shape.formulaBias(pulse.duration() / diffusionTime());
    }

    /** Whether the formula's D may be published: short pulse, straight line, rest relaxed. */
    public Verdict formulaVerdict() {
        if (classical == null) {
            return Verdict.withheld("the pulse has too few points or no rest follows");
        }
        Verdict out = Verdict.SOUND;
        double bias = formulaBias();
        if (!(classical.steady() * classical.transientChange() > 0)) {
            return Verdict.withheld("potential and rested potential change in opposite directions");
        }
        // tau << L^2/D, equivalently (dEs/dEt)^2 << pi/4
        if (Double.isNaN(bias) ? classical.ratioSquared() > BIASED * Math.PI / 4 : Math.abs(bias - 1) > BIASED) {
            out = out.and(Verdict.doubtful(Double.isNaN(bias) ? "the pulse is not short against L^2/D" : String.format(
                    java.util.Locale.ROOT, "the pulse is not short against L^2/D: the formula is off by a factor of "
                            + "%.2g", bias)));
        }
        if (!(Math.abs(Math.log(formulaRate() / bias * diffusionTime())) < BIASED)) {
            out = out.and(Verdict.doubtful("the fit of pulse and rest says another, as where the equilibrium potential "
                    + "is not straight over the pulse"));
        }
        if (!verdict().isSound()) {
            out = out.and(Verdict.doubtful("diffusion in one kind of particles does not describe pulse and rest"));
        }
        if (!(classical.linearity() > LINEAR)) {
            out = out.and(Verdict.doubtful("the potential does not go with the square root of time"));
        }
        if (!(Math.abs(remaining()) < UNRELAXED * Math.abs(classical.steady()))) {
            out = out.and(Verdict.doubtful("the rest is too short for the potential to settle"));
        }
        return out;
    }

    /** Times of the fitted points, s; none without a fit. */
    public double[] fittedTimes() {
        return fit == null ? new double[0] : fit.rows().times().clone();
    }

    /** The diffusion model at the fitted points, V. */
    public double[] fittedPotentials() {
        return fit == null ? new double[0] : fit.fitted().clone();
    }

    /** Whether the current is on at a fitted point. */
    public boolean fittedOn(int i) {
        return fit.rows().on()[i];
    }

    /** Potential at the end of the pulse over that at the end of the rest, V; NaN without a rest. */
    public double polarisation() {
        return classical == null ? Double.NaN : classical.polarisation();
    }

    /**
     * Its standard uncertainty, V: the noise of both potentials, and what the rest has still to go (rectangular, JCGM
     * 100:2008, 4.3.7).
     */
    public double polarisationUncertainty() {
        return fit == null ? Double.NaN : Math.sqrt(2 * fit.noise() * fit.noise() + remaining() * remaining() / 3);
    }

    /**
     * Ohmic and charge-transfer resistance: what the diffusion model leaves of the jump, ohm; the straight line over
     * the square root of time would be off wherever the pulse is not short.
     */
    public double resistance() {
        return fit == null ? Double.NaN : fit.step() / pulse.current();
    }

    /** Its standard uncertainty, ohm. */
    public double resistanceUncertainty() {
        return fit == null ? Double.NaN : Math.abs(fit.stepUncertainty() / pulse.current());
    }
}
