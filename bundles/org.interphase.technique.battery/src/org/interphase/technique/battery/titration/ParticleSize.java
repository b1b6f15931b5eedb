package org.interphase.technique.battery.titration;

import java.util.OptionalDouble;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/**
 * Radius of spheres or thickness of slabs as it is stated, and what a diffusion time becomes by it.
 *
 * @param length µm; null if it is not known, then diffusion times are given
 * @param uncertainty its standard uncertainty, µm; null if it is not known
 */
public record ParticleSize(Double length, Double uncertainty) {

    /** cm2 per µm². */
    private static final double SQUARE_MICROMETRE = 1e-8;

    /** As stated in parameters, else by the metadata {@link ParticleShape#RADIUS}. */
    public static ParticleSize of(Double length, Double uncertainty, Metadata file) {
        OptionalDouble known = file.number(ParticleShape.RADIUS, "um");
        return new ParticleSize(length != null || known.isEmpty() ? length : Double.valueOf(known.getAsDouble()),
                uncertainty);
    }

    /** Whether it is known. */
    public boolean isKnown() {
        return length != null;
    }

    /** Its square, cm2; NaN if it is not known. */
    public double area() {
        return isKnown() ? length * length * SQUARE_MICROMETRE : Double.NaN;
    }

    /** What is given by it: D, or the diffusion time. */
    public String quantity() {
        return isKnown() ? "D" : "diffusion time";
    }

    /** A number that is withheld. */
    public Measurement withheld(String by, String reason) {
        return Measurement.withheld(quantity() + by, isKnown() ? "D" : "t_D", isKnown() ? "cm2/s" : "s", reason);
    }

    /**
     * D, or the diffusion time. D goes with the square of the length; without the length's uncertainty it is doubtful.
     *
     * @param by which one, behind the name
     * @param time L^2/D, s
     * @param relative its relative standard uncertainty
     */
    public Measurement number(String by, double time, double relative) {
        if (!isKnown()) {
            return Measurement.of(quantity() + by, "t_D", time, time * relative, "s");
        }
        double d = area() / time;
        double share = uncertainty == null ? 0 : 2 * uncertainty / length;
        Measurement m = Measurement.of(quantity() + by, "D", d, d * Math.hypot(relative, share), "cm2/s");
        return uncertainty != null ? m : m.judged(Verdict.doubtful("no uncertainty of the radius or thickness is "
                + "stated, with whose square it goes"));
    }

    /** Says what is missing. */
    public void remark(Outcome.Builder out) {
        if (!isKnown()) {
            out.remark(Remark.info("No radius or thickness of the particles is stated, so the diffusion time L^2/D "
                    + "is given; state it for D.").coded("no-length"));
        } else if (uncertainty == null) {
            out.remark(Remark.warning("No uncertainty of the radius or thickness is stated; D goes with the square of "
                    + "the length, so it is doubtful.").coded("no-length-uncertainty"));
        }
    }
}
