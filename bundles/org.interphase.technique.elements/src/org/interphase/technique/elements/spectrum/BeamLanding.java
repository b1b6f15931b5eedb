package org.interphase.technique.elements.spectrum;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where the continuum ends: by the law of Duane and Hunt at the energy with which electrons land on the specimen, which
 * is that of the beam unless the specimen charges. Near its end the continuum falls as (E0 - E)/E (Kramers); that end
 * is taken for which the counts are likeliest (Poisson).
 */
public final class BeamLanding {

    /** The stretch that is looked at, in parts of the beam's energy. */
    private static final double FROM = 0.5;
    private static final double TO = 0.97;
    private static final double FEWEST = 400;
    /** Real continua bend a little towards their end: NIST K412 glass at 20 keV seems to end near 19 keV. */
    private static final double TOLERANCE = 0.1;
    /** Stray counts beyond the end, in parts of the continuum at half the energy. */
    private static final double STRAY = 0.01;
    private static final double STEP = 0.005;
    /** The stretch beyond the beam's energy that is looked at, in parts of it, and the fewest counts there. */
    private static final double BEYOND = 1.05;
    private static final double FARTHEST = 2.5;
    private static final double FEWEST_BEYOND = 30;
    /** A fall of the logarithm of the likelihood by 8 is four standard deviations. */
    private static final double RULED_OUT = 8;

    private BeamLanding() {
    }

    /** Why the energy of the beam is doubtful; empty where it is not, or nothing can be said. */
    public static String doubt(EdsSpectrum s, FamilyFit fit) {
        int a = s.channel(FROM * s.beam());
        int b = s.channel(TO * s.beam());
        double sum = 0;
        boolean[] clear = new boolean[Math.max(0, b - a)];
        double[] model = fit.model();
        double[] background = fit.background();
        for (int i = a; i < b; i++) {
            int k = i - fit.firstChannel();
            clear[i - a] = k >= 0 && k < model.length && model[k] - background[k]
                    < 0.5 * Math.max(0, background[k]) + 0.5;
            sum += clear[i - a] ? s.counts()[i] : 0;
        }
        if (s.energy(s.size() - 1) < TO * s.beam() || sum < FEWEST) {
            return "";
        }
        double best = Double.NEGATIVE_INFINITY;
        double end = s.beam();
        double nominal = likelihood(s, a, clear, sum, s.beam());
        for (double f = FROM + 0.05; f < 1.05; f += STEP) {
            double l = likelihood(s, a, clear, sum, f * s.beam());
            if (l > best) {
                best = l;
                end = f * s.beam();
            }
        }
        if (s.beam() - end > TOLERANCE * s.beam() && best - nominal > RULED_OUT) {
            return String.format(Locale.ROOT, "it ends at %.1f keV, the beam has %.1f keV, so that the specimen "
                    + "charges or the stated energy is wrong", end / 1000, s.beam() / 1000);
        }
        return goesOn(s, fit, a, clear) ? String.format(Locale.ROOT, "it goes on beyond the %.1f keV of the beam, so "
                + "that the stated energy is wrong", s.beam() / 1000) : "";
    }

    /**
     * Whether the continuum goes on beyond the beam's energy: the counts there, less what pulses that pile up leave,
     * are likelier with an end farther out.
     */
    private static boolean goesOn(EdsSpectrum s, FamilyFit fit, int from, boolean[] near) {
        int a = s.channel(BEYOND * s.beam());
        int b = s.channel(FARTHEST * s.beam());
        double counts = 0;
        for (int i = a; i < b; i++) {
            counts += s.counts()[i];
        }
        if (s.energy(b) <= BEYOND * s.beam() || counts < FEWEST_BEYOND) {
            return false;
        }
        boolean[] taken = Arrays.copyOf(near, b - from);
        Arrays.fill(taken, a - from, b - from, true);
        double[] piled = fit.piledFrom(from, b);
        double nominal = withPiled(s, from, taken, piled, s.beam());
        double best = nominal;
        double end = s.beam();
        for (double f = 1; f < FARTHEST; f += 0.02) {
            double l = withPiled(s, from, taken, piled, f * s.beam());
            if (l > best) {
                best = l;
                end = f * s.beam();
            }
        }
        return end - s.beam() > TOLERANCE * s.beam() && best - nominal > RULED_OUT;
    }

    /** Logarithm of the likelihood for an end of the continuum beside known counts that piled up, its height free. */
    private static double withPiled(EdsSpectrum s, int from, boolean[] taken, double[] piled, double end) {
        double whole = 0;
        double counts = 0;
        for (int k = 0; k < taken.length; k++) {
            if (taken[k]) {
                whole += Math.max(0, end - s.energy(from + k)) / s.energy(from + k) + STRAY;
                counts += s.counts()[from + k] - piled[k];
            }
        }
        double height = Math.max(0, counts) / whole;
        double log = 0;
        for (int k = 0; k < taken.length; k++) {
            if (taken[k]) {
                double expected = Math.max(1e-9, height * (Math.max(0, end - s.energy(from + k)) / s.energy(from + k)
                        + STRAY) + piled[k]);
                log += s.counts()[from + k] * Math.log(expected) - expected;
            }
        }
        return log;
    }

    /** Logarithm of the likelihood of the counts for an end of the continuum, its height free. */
    private static double likelihood(EdsSpectrum s, int from, boolean[] clear, double counts, double end) {
        double log = 0;
        double whole = 0;
        for (int k = 0; k < clear.length; k++) {
            if (clear[k]) {
                double e = s.energy(from + k);
                double expected = Math.max(0, end - e) / e + STRAY;
                log += s.counts()[from + k] * Math.log(expected);
                whole += expected;
            }
        }
        return log - counts * Math.log(whole);
    }
}
