package org.interphase.technique.elements.spectrum;

import org.interphase.technique.elements.detector.DetectorResponse;

/** Curves made of the spectrum itself. */
final class PileUp {

    /** Pulses below this energy in eV are noise. */
    private static final double NOISE = 150;

    private PileUp() {
    }

    /** Two photons counted as one: the spectrum folded with itself, of sum 1. */
    static PeakProfile of(EdsSpectrum s, int low, int high) {
        double[] y = s.counts();
        int first = s.channel(NOISE);
        double[] out = new double[high - low];
        double shift = s.first() / s.step();
        int base = (int) Math.round(shift);
        double total = 0;
        for (int i = first; i < y.length; i++) {
            if (y[i] == 0) {
                continue;
            }
            // energies add: e = 2 first + (i + j) step stands at channel i + j + first / step
            int to = Math.min(y.length - 1, high - 1 - i - base);
            for (int j = Math.max(first, low - i - base); j <= to; j++) {
                out[i + j + base - low] += y[i] * y[j];
            }
        }
        for (double v : out) {
            total += v;
        }
        for (int i = 0; i < out.length && total > 0; i++) {
            out[i] /= total;
        }
        return new PeakProfile(low, out);
    }

    /**
     * Counts in each of the channels from one to another of what piled up.
     *
     * @param counts counts altogether from channel low to before high
     */
    static double[] counts(EdsSpectrum s, int low, int high, double counts, int from, int to) {
        PeakProfile shape = of(s, Math.min(low, from), Math.max(high, to));
        double within = 0;
        for (int i = low; i < high; i++) {
            within += shape.at(i);
        }
        double[] out = new double[to - from];
        for (int i = 0; i < out.length && within > 0; i++) {
            out[i] = counts / within * shape.at(i + from);
        }
        return out;
    }

    /** Running mean over 2 half + 1 channels. */
    static double[] smoothed(double[] y, int half) {
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            int a = Math.max(0, i - half);
            int b = Math.min(y.length, i + half + 1);
            double s = 0;
            for (int k = a; k < b; k++) {
                s += y[k];
            }
            out[i] = s / (b - a);
        }
        return out;
    }

    /** Peaks with wings that fall off over a peak width: what a wrong line shape may leave beside a strong line. */
    static double[] tailed(double[] peaks, EdsSpectrum s, DetectorResponse response, int low) {
        double[] out = new double[peaks.length];
        double run = 0;
        for (int pass = 0; pass < 2; pass++) {
            run = 0;
            for (int k = 0; k < peaks.length; k++) {
                int i = pass == 0 ? k : peaks.length - 1 - k;
                double decay = Math.exp(-s.step() / (1.5 * response.fwhm(s.energy(i + low))));
                run = run * decay + (1 - decay) * Math.max(0, peaks[i]);
                out[i] += 0.2 * run;
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(out[i], Math.max(0, peaks[i]));
        }
        return out;
    }
}
