package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.transport.PhysicalConstants;
import org.interphase.technique.battery.voltammetry.RandlesSevcik;
import org.interphase.technique.battery.voltammetry.RateTrack;

/**
 * Area or diffusion coefficient from the slope of a peak over the square root of the rate, with the uncertainties of
 * all that goes in, and whether the data are those of the theory.
 */
final class RandlesSevcikNumbers {

    /** Separation of the peaks of a reversible couple in RT/nF (R. S. Nicholson, I. Shain: 1.109 either side). */
    private static final double REVERSIBLE = 2.218;
    /** Peaks so many times further apart, or closer, are not those of a reversible couple with these electrons. */
    private static final double FURTHER = 1.4;
    private static final double CLOSER = 0.8;
    /** Part of the way by which an irreversible peak moves with the rate that may be missing, and the inverse. */
    private static final double MOVES = 0.5;
    /** b this far from one half is not that of diffusion. */
    private static final double NOT_HALF = 0.1;

    private final List<RateTrack> tracks;
    private final CvKinetics.Parameters p;
    private final int electrons;
    private final double kelvin;

    RandlesSevcikNumbers(List<RateTrack> tracks, CvKinetics.Parameters p, double kelvin) {
        this.tracks = tracks;
        this.p = p;
        this.electrons = p.electrons() == null ? 1 : p.electrons();
        this.kelvin = kelvin;
    }

    /** What follows for one peak; nothing where the concentration is not said, or neither area nor D. */
    List<Measurement> of(RateTrack t) {
        List<Measurement> out = new ArrayList<>();
        if (p.concentration() == null) {
            return out;
        }
        boolean reversible = p.regime() == CvKinetics.Regime.REVERSIBLE;
        double factor = reversible ? RandlesSevcik.reversible(electrons, kelvin)
                : RandlesSevcik.irreversible(electrons, p.transfer(), kelvin);
        StraightLine root = t.rootLaw();
        Verdict v = t.verdict().and(RateTrack.verdict(root)).and(power(t.powerLaw())).and(reversible ? separation(t)
                : shift(t)).and(p.electrons() != null ? Verdict.SOUND : Verdict.doubtful("the number of electrons is "
                        + "not stated; one is taken"));
        // factor goes with (alpha/T)^1/2
        double u = norm(root.slopeSigma() / root.slope(), p.instrument().accuracy().current(),
                p.concentrationUncertainty() / p.concentration(),
                p.temperatureUncertainty() / kelvin / 2, reversible ? 0 : p.transferUncertainty() / p.transfer() / 2);
        Verdict known = stated("concentration", p.concentrationUncertainty()).and(reversible ? Verdict.SOUND
                : stated("transfer coefficient", p.transferUncertainty()));
        String word = reversible ? "reversible" : "irreversible";
        if (p.diffusion() != null) {
            double area = root.slope() / (factor * p.concentration() * Math.sqrt(p.diffusion()));
            out.add(Measurement.of("electrode area (" + word + "), " + t.name(), "A", area, Math.abs(area) * norm(u,
                    p.diffusionUncertainty() / p.diffusion() / 2), "cm2").judged(v.and(known)
                            .and(stated("diffusion coefficient", p.diffusionUncertainty()))));
        }
        if (p.area() != null) {
            double d = Math.pow(root.slope() / (factor * p.concentration() * p.area()), 2);
            out.add(Measurement.of("diffusion coefficient (" + word + "), " + t.name(), "D", d, 2 * d * norm(u,
                    p.areaUncertainty() / p.area()), "cm2/s").judged(v.and(known)
                            .and(stated("area", p.areaUncertainty()))));
        }
        return out;
    }

    private static Verdict stated(String what, double uncertainty) {
        return uncertainty > 0 ? Verdict.SOUND : Verdict.doubtful("no uncertainty of the " + what + " is stated");
    }

    private static Verdict power(StraightLine power) {
        return Math.abs(power.slope() - 0.5) > NOT_HALF + 2 * power.slopeSigma() ? Verdict.doubtful(String.format(
                Locale.ROOT, "the current grows with the power %.2f of the rate, that of diffusion is 0.5",
                power.slope())) : Verdict.SOUND;
    }

    /** Whether the separation from the peak of the other direction is that of a reversible couple. */
    private Verdict separation(RateTrack t) {
        Optional<RateTrack> other = nearest(t).filter(o -> nearest(o).filter(t::equals).isPresent());
        if (other.isEmpty()) {
            return Verdict.doubtful("no peak of the other direction tells whether the couple is reversible");
        }
        double fastest = Math.min(last(t.rates()), last(other.get().rates()));
        int a = index(t, fastest);
        int b = index(other.get(), fastest);
        double separation = (t.oxidation() ? 1 : -1) * (t.peaks().get(a).position().value() - other.get().peaks()
                .get(b).position().value());
        double u = Math.hypot(t.peaks().get(a).position().uncertainty(), other.get().peaks().get(b).position()
                .uncertainty());
        double nernst = REVERSIBLE * PhysicalConstants.GAS * kelvin / (electrons * PhysicalConstants.FARADAY);
        if (separation > FURTHER * nernst) {
            return Verdict.doubtful(String.format(Locale.ROOT, "the peaks are %.0f mV apart at the fastest rate, a "
                    + "reversible couple has %.0f mV: kinetics or resistance lower the currents", 1000 * separation,
                    1000 * nernst));
        }
        return separation + 2 * u < CLOSER * nernst ? Verdict.doubtful(String.format(Locale.ROOT, "the peaks are %.0f "
                + "mV apart, a reversible couple of %d electrons has %.0f mV: more electrons, or a bound species",
                1000 * separation, electrons, 1000 * nernst)) : Verdict.SOUND;
    }

    /** The peak of the other direction that lies closest. */
    private Optional<RateTrack> nearest(RateTrack t) {
        return tracks.stream().filter(o -> o.oxidation() != t.oxidation()).min(Comparator.comparingDouble(
                o -> Math.abs(last(o.peaks()).position().value() - last(t.peaks()).position().value())));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** The fastest rate of a track that is no faster than another. */
    private static int index(RateTrack t, double rate) {
        int k = t.rates().size() - 1;
        while (k > 0 && t.rates().get(k) > 1.05 * rate) {
            k--;
        }
        return k;
    }

    /** Whether the peak moves with the rate as that of a totally irreversible step does, by RT/(2 alpha F) ln v. */
    private Verdict shift(RateTrack t) {
        double expected = PhysicalConstants.GAS * kelvin / (2 * p.transfer() * PhysicalConstants.FARADAY)
                * Math.log(last(t.rates()) / t.rates().get(0));
        double shift = (t.oxidation() ? 1 : -1) * (last(t.peaks()).position().value() - t.peaks().get(0).position()
                .value());
        double u = 2 * Math.hypot(last(t.peaks()).position().uncertainty(), t.peaks().get(0).position().uncertainty());
        return shift + u < MOVES * expected || shift - u > expected / MOVES ? Verdict.doubtful(String.format(
                Locale.ROOT, "the peak moves by %.0f mV between the slowest and the fastest rate, that of a totally "
                        + "irreversible step with this transfer coefficient by %.0f mV", 1000 * shift,
                1000 * expected)) : Verdict.SOUND;
    }

    private static double norm(double... parts) {
        double sum = 0;
        for (double v : parts) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
