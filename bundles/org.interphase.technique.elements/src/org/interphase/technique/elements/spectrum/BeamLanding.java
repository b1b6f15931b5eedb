package org.interphase.technique.elements.spectrum;

import java.util.Locale;

/**
 * Where the continuum ends: by the law of Duane and Hunt at the energy with which electrons land on the specimen, which
 * is that of the beam unless the specimen charges. Near its end the continuum falls as (E0 - E)/E (Kramers), so that a
 * straight line through counts times energy meets zero there.
 */
public final class BeamLanding {

    /** The stretch that is looked at, in parts of the beam's energy. */
    private static final double FROM = 0.6;
    private static final double TO = 0.95;
    private static final double FEWEST = 400;
    /** Real continua bend a little towards their end: NIST K412 glass at 20 keV seems to end at 18.9 keV. */
    private static final double TOLERANCE = 0.1;

    private BeamLanding() {
    }

    /** Why the energy of the beam is doubtful; empty where it is not, or nothing can be said. */
    public static String doubt(EdsSpectrum s, FamilyFit fit) {
        int a = s.channel(FROM * s.beam());
        int b = s.channel(TO * s.beam());
        double[] model = fit.model();
        double[] background = fit.background();
        int low = fit.firstChannel();
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        double sum = 0;
        double mean = 0;
        for (int i = a; i < b; i++) {
            int k = i - low;
            if (isClear(model, background, k)) {
                sum += s.counts()[i];
                mean++;
            }
        }
        if (s.energy(s.size() - 1) < TO * s.beam() || sum < FEWEST) {
            return "";
        }
        mean = sum / mean;
        for (int i = a; i < b; i++) {
            int k = i - low;
            if (isClear(model, background, k)) {
                double e = s.energy(i);
                double v = s.counts()[i] * e;
                double w = 1 / (Math.max(background[k], 0.05 * mean) * e * e);
                n += w;
                sx += w * e;
                sy += w * v;
                sxx += w * e * e;
                sxy += w * e * v;
            }
        }
        double d = n * sxx - sx * sx;
        double slope = (n * sxy - sx * sy) / d;
        double level = (sy - slope * sx) / n;
        double end = -level / slope;
        // level and slope with their covariance
        double u = Math.sqrt((sxx + end * end * n - 2 * end * sx) / d) / Math.abs(slope);
        double missing = s.beam() - end;
        return slope < 0 && missing > TOLERANCE * s.beam() && missing > 4 * u ? String.format(Locale.ROOT, "it ends at "
                + "%.1f keV, the beam has %.1f keV, so that the specimen charges or the stated energy is wrong",
                end / 1000, s.beam() / 1000) : "";
    }

    /** Whether no line stands in a channel. */
    private static boolean isClear(double[] model, double[] background, int k) {
        return k >= 0 && k < model.length && model[k] - background[k] < 0.1 * Math.abs(background[k]) + 0.2;
    }
}
