package org.interphase.technique.electrochemistry.impedance;

import java.util.Arrays;

/** What a spectrum does at its ends: an inductive start at high frequency, a capacitive rise at low frequency. */
public final class SpectrumTails {

    /** Inductive points at high frequency from which on a circuit gets the inductance of the leads. */
    public static final int LEAD = 3;

    /** Standard deviations from which on a run of points of one sign is no play of the noise. */
    private static final double SURE = 5;

    private SpectrumTails() {
    }

    /** Yes, no, or as the data show. */
    public enum Presence {
        AUTO, YES, NO;

        public boolean inductance(ImpedanceSpectrum s) {
            return this == YES || this == AUTO && SpectrumTails.inductive(s);
        }

        public boolean capacitance(ImpedanceSpectrum s) {
            return this == YES || this == AUTO && SpectrumTails.blocking(s);
        }
    }

    /** Whether Im Z at the highest frequencies (upper third of a decade) lies above zero by more than its noise. */
    static boolean inductive(ImpedanceSpectrum s) {
        int n = 0;
        double sum = 0;
        for (int i = 0; i < s.size() && s.frequency()[i] > s.frequency()[0] / 2.2; i++) {
            sum += s.im()[i];
            n++;
        }
        return sum / n > 3 * noise(s.im()) / Math.sqrt(n);
    }

    /** How many points at the highest frequencies have Im Z above zero, if they do beyond their noise; else 0. */
    public static int leading(ImpedanceSpectrum s) {
        int n = 0;
        while (n < s.size() && s.im()[n] > 0) {
            n++;
        }
        return n > 0 && inductive(s) && beyondNoise(s, 0, n) ? n : 0;
    }

    /** How many points at the lowest frequencies have Im Z above zero, if they do beyond their noise; else 0. */
    public static int loop(ImpedanceSpectrum s) {
        int from = s.size();
        while (from > 0 && s.im()[from - 1] > 0) {
            from--;
        }
        int n = s.size() - from;
        return n >= 2 && from > 0 && beyondNoise(s, from, s.size()) ? n : 0;
    }

    private static boolean beyondNoise(ImpedanceSpectrum s, int from, int to) {
        double[] phase = new double[s.size()];
        double sum = 0;
        for (int i = 0; i < phase.length; i++) {
            phase[i] = s.im()[i] / Math.hypot(s.re()[i], s.im()[i]);
            sum += i >= from && i < to ? phase[i] : 0;
        }
        return sum > SURE * noise(phase) * Math.sqrt(to - from);
    }

    /** Whether -Im Z rises towards the lowest frequencies at all, be it by diffusion or blocking. */
    public static boolean rising(ImpedanceSpectrum s) {
        int last = s.size() - 1;
        int before = before(s);
        return s.im()[before] - s.im()[last] > 3 * noise(s.im());
    }

    private static int before(ImpedanceSpectrum s) {
        int before = s.size() - 1;
        while (before > 0 && s.frequency()[before] < 3 * s.frequency()[s.size() - 1]) {
            before--;
        }
        return before;
    }

    /** Whether -Im Z rises towards the lowest frequencies with a phase beyond 45 degrees. */
    public static boolean blocking(ImpedanceSpectrum s) {
        int last = s.size() - 1;
        int before = before(s);
        double dRe = s.re()[last] - s.re()[before];
        double dIm = s.im()[before] - s.im()[last];
        return dIm > 5 * noise(s.im()) && dIm > Math.abs(dRe);
    }

    /** Point-to-point noise from the median absolute second difference. */
    private static double noise(double[] v) {
        double[] d = new double[Math.max(1, v.length - 2)];
        for (int i = 2; i < v.length; i++) {
            d[i - 2] = Math.abs(v[i] - 2 * v[i - 1] + v[i - 2]);
        }
        Arrays.sort(d);
        return 1.4826 * d[d.length / 2] / Math.sqrt(6);
    }
}
