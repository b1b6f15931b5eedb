package org.interphase.technique.elements.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.Xpp;
import org.interphase.technique.elements.reference.Attenuation;

/**
 * The continuum: Kramers' law (E0 - E)/E (H. A. Kramers, Phil. Mag. 46 (1923) 836), the detector's efficiency and,
 * where a composition is known, absorption in the specimen from the depths of {@link Xpp}, times a smooth curve of
 * cubic B-splines whose knots are several peak widths apart, so that it follows no peak.
 */
final class Bremsstrahlung {

    /** Distance of knots in peak widths: far enough apart that neighbouring peaks are none of the background. */
    private static final double KNOTS = 7;
    /** Below 1 keV windows and absorption bend the continuum faster. */
    private static final double SOFT_KNOTS = 3.5;
    private static final double STEP = 25;

    private Bremsstrahlung() {
    }

    /** The physical shape at each channel of a range; its scale means nothing. */
    static double[] shape(EdsSpectrum s, DetectorResponse response, Composition specimen, int from, int to) {
        double[] out = new double[to - from];
        double takeOff = Double.isNaN(s.takeOff()) ? 35 : s.takeOff();
        double cosecant = 1 / Math.sin(Math.toRadians(takeOff));
        double[] absorbed = new double[(int) (s.energy(to) / STEP) + 3];
        for (int k = 0; k < absorbed.length && specimen != null; k++) {
            double e = Math.max(100, k * STEP);
            absorbed[k] = leaving(specimen, e, s.beam(), cosecant);
        }
        for (int i = from; i < to; i++) {
            double e = Math.max(100, s.energy(i));
            double kramers = Math.max(s.beam() - e, 0.003 * s.beam()) / e;
            double share = 1;
            if (specimen != null) {
                int k = (int) (e / STEP);
                double f = e / STEP - k;
                // not across an edge, where the absorption leaps
                boolean leap = Math.abs(absorbed[k + 1] / absorbed[k] - 1) > 0.03;
                share = leap ? leaving(specimen, e, s.beam(), cosecant)
                        : absorbed[k] * (1 - f) + absorbed[k + 1] * f;
            }
            out[i - from] = kramers * share * response.efficiency(e);
        }
        return resolved(out, s, response, from);
    }

    /** The shape as the detector resolves it: two running means of half a peak width stand for its Gaussian. */
    private static double[] resolved(double[] shape, EdsSpectrum s, DetectorResponse response, int from) {
        double[] now = shape;
        for (int pass = 0; pass < 2; pass++) {
            double[] sum = new double[now.length + 1];
            for (int i = 0; i < now.length; i++) {
                sum[i + 1] = sum[i] + now[i];
            }
            double[] next = new double[now.length];
            for (int i = 0; i < now.length; i++) {
                int half = (int) Math.round(0.52 * response.fwhm(s.energy(i + from)) / s.step());
                half = Math.min(half, Math.min(i, now.length - 1 - i));
                next[i] = (sum[i + half + 1] - sum[i - half]) / (2 * half + 1);
            }
            now = next;
        }
        return now;
    }

    private static double leaving(Composition specimen, double energy, double beam, double cosecant) {
        double e = Math.min(energy, beam / 1.2);
        Xpp xpp = new Xpp(specimen, e / 1000, 'K', 20, beam / 1000);
        return xpp.emitted(cosecant * Attenuation.of(specimen.normalised().fractions(), energy)) / xpp.area();
    }

    /** Knots over a range of energies, in eV. */
    static double[] knots(double from, double to, DetectorResponse response) {
        java.util.ArrayList<Double> t = new java.util.ArrayList<>();
        double e = from;
        while (e < to) {
            t.add(e);
            double widths = SOFT_KNOTS + (KNOTS - SOFT_KNOTS) * Math.max(0, Math.min(1, (e - 600) / 1000));
            e += widths * response.fwhm(e) * (1 + e / 15000);
        }
        if (t.size() > 1 && to - t.getLast() < 0.5 * (t.getLast() - t.get(t.size() - 2))) {
            t.removeLast();
        }
        t.add(to);
        int n = t.size();
        double[] out = new double[n + 6];
        for (int i = 0; i < out.length; i++) {
            out[i] = t.get(Math.max(0, Math.min(n - 1, i - 3)));
        }
        return out;
    }

    /**
     * The four cubic B-splines that are not zero at a place, by the recursion of C. de Boor, J. Approx. Theory 6 (1972)
     * 50.
     *
     * @param span index of the knot at or before x, from 3
     */
    static double[] splines(double[] t, int span, double x) {
        double[] n = new double[4];
        double[] left = new double[4];
        double[] right = new double[4];
        n[0] = 1;
        for (int j = 1; j <= 3; j++) {
            left[j] = x - t[span + 1 - j];
            right[j] = t[span + j] - x;
            double saved = 0;
            for (int r = 0; r < j; r++) {
                double v = n[r] / (right[r + 1] + left[j - r]);
                n[r] = saved + right[r + 1] * v;
                saved = left[j - r] * v;
            }
            n[j] = saved;
        }
        return n;
    }

    /**
     * The shape times each cubic B-spline, from the first channel to before the last.
     *
     * @param specimen composition that the absorption is taken from; null for none
     */
    static List<PeakProfile> columns(EdsSpectrum spectrum, DetectorResponse response, Composition specimen, int low,
            int high) {
        double[] shape = shape(spectrum, response, specimen, low, high);
        double from = spectrum.energy(low);
        double[] t = knots(from, spectrum.energy(high - 1) + 1e-6 * spectrum.step(), response);
        int n = t.length - 4;
        double[][] columns = new double[n][high - low];
        int span = 3;
        for (int i = 0; i < high - low; i++) {
            double e = spectrum.energy(i + low);
            while (span < n - 1 && e >= t[span + 1]) {
                span++;
            }
            double[] b = splines(t, span, e);
            for (int k = 0; k < 4; k++) {
                columns[span - 3 + k][i] = b[k] * shape[i];
            }
        }
        List<PeakProfile> out = new ArrayList<>();
        for (double[] c : columns) {
            int a = 0;
            int z = c.length;
            while (a < z && c[a] == 0) {
                a++;
            }
            while (z > a && c[z - 1] == 0) {
                z--;
            }
            out.add(new PeakProfile(low + a, Arrays.copyOfRange(c, a, z)));
        }
        return out;
    }
}
