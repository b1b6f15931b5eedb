package org.interphase.technique.elements.spectrum;

import org.interphase.technique.elements.detector.DetectorResponse;

/**
 * The counts that lines give in each channel of a window, for one count altogether.
 *
 * @param from first channel
 * @param values counts of the channels from there on
 */
public record PeakProfile(int from, double[] values) {

    private static final double REACH = 5;
    /** Beyond this many standard deviations less than 1e-17 of a Gaussian is left. */
    private static final double VANISHING = 8.7;

    /** Takes the array over. */
    public PeakProfile {
        java.util.Objects.requireNonNull(values, "values");
    }

    /**
     * The profile of lines: integrals of Gaussians over the channels, with their escape peaks.
     *
     * @param offset shift of the energy scale in eV
     * @param gain relative change of the energy scale
     * @param low first channel of the fit
     * @param high channel behind the last of the fit
     */
    static PeakProfile of(EdsSpectrum s, DetectorResponse response, java.util.List<XrayFamily.Line> lines,
            double offset, double gain, int low, int high) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (XrayFamily.Line l : lines) {
            double reach = REACH * response.fwhm(l.energy());
            double e = l.energy() * (1 + gain) + offset;
            least = Math.min(least, e - reach - (response.escape(l.energy()) > 0 ? DetectorResponse.ESCAPING : 0));
            most = Math.max(most, e + reach);
        }
        int from = Math.max(low, s.channel(least));
        int to = Math.min(high, s.channel(most) + 1);
        double[] v = new double[Math.max(0, to - from)];
        double total = 0;
        for (XrayFamily.Line l : lines) {
            total += l.intensity();
        }
        for (XrayFamily.Line l : lines) {
            double escape = response.escape(l.energy());
            double e = l.energy() * (1 + gain) + offset;
            double w = l.intensity() / total;
            gaussian(s, v, from, e, response.fwhm(l.energy()), w * (1 - escape));
            if (escape > 0) {
                double below = l.energy() - DetectorResponse.ESCAPING;
                gaussian(s, v, from, below * (1 + gain) + offset, response.fwhm(below), w * escape);
            }
        }
        return new PeakProfile(from, v);
    }

    /**
     * An exponential that falls off below a line, as resolved by the detector, of area 1.
     *
     * @param centre energy of the line in eV
     * @param length length of the exponential in eV
     */
    static PeakProfile tail(EdsSpectrum s, double centre, double fwhm, double length, int low, int high) {
        int from = Math.max(low, s.channel(centre - REACH * length - fwhm));
        int to = Math.min(high, s.channel(centre + 2 * fwhm) + 1);
        double sigma = fwhm / DetectorResponse.FWHM;
        double[] v = new double[Math.max(0, to - from)];
        for (int i = 0; i < v.length; i++) {
            double d = s.energy(from + i) - centre;
            v[i] = s.step() / length * Math.exp(Math.min(50, d / length + 0.5 * sigma * sigma / (length * length)))
                    * normal(-(d / sigma + sigma / length));
        }
        return new PeakProfile(from, v);
    }

    private static void gaussian(EdsSpectrum s, double[] v, int from, double centre, double fwhm, double area) {
        double sigma = fwhm / DetectorResponse.FWHM;
        int a = (int) Math.max(0, Math.floor((centre - VANISHING * sigma - s.energy(from)) / s.step()));
        int b = (int) Math.min(v.length, Math.ceil((centre + VANISHING * sigma - s.energy(from)) / s.step()) + 1);
        double below = a < b ? normal((s.energy(from + a) - 0.5 * s.step() - centre) / sigma) : 0;
        for (int i = a; i < b; i++) {
            double above = normal((s.energy(from + i) + 0.5 * s.step() - centre) / sigma);
            v[i] += area * (above - below);
            below = above;
        }
    }

    /**
     * Cumulative normal distribution to 1e-7: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions
     * (1964), 26.2.17.
     */
    static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double p = 0.3989422804014327 * Math.exp(-0.5 * x * x) * t * (0.319381530 + t * (-0.356563782 + t
                * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x < 0 ? p : 1 - p;
    }

    /** Channel behind the last. */
    public int to() {
        return from + values.length;
    }

    /** Value at a channel of the spectrum; 0 outside the window. */
    public double at(int channel) {
        int i = channel - from;
        return i < 0 || i >= values.length ? 0 : values[i];
    }

    /** This profile less another. */
    PeakProfile less(PeakProfile other) {
        int first = Math.min(from, other.from);
        int to = Math.max(to(), other.to());
        double[] v = new double[to - first];
        for (int i = first; i < to; i++) {
            v[i - first] = at(i) - other.at(i);
        }
        return new PeakProfile(first, v);
    }
}
