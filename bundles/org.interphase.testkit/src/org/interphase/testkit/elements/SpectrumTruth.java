package org.interphase.testkit.elements;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.Poisson;

/**
 * An X-ray spectrum whose counts in each family of lines are known: Gaussian lines with a tail and escape peaks, a
 * continuum after Kramers cut off at low energy, pile-up, an energy scale that is off, Poisson counts.
 */
public final class SpectrumTruth {

    private static final double STEP = 10;
    private static final int CHANNELS = 2048;
    /** What the dead layer of a silicon detector takes just above its edge. */
    private static final double DEAD_LAYER = 0.02;
    private static final double SIGMA = 2.3548200450309493;

    private final Map<String, Double> counts = new LinkedHashMap<>();
    private double beam = 20;
    private double continuum = 3e5;
    private double resolution = 130;
    private double tail;
    private double escape = 1;
    private double pileUp;
    private double offset;
    private double gain;
    private double edge;
    private double landing;
    private double betaError;

    /** An empty spectrum. */
    public SpectrumTruth() {
        landing = beam;
    }

    /** Adds counts of a family such as {@code Fe K}. */
    public SpectrumTruth with(String family, double number) {
        counts.merge(family, number, Double::sum);
        return this;
    }

    /** Counts of the continuum altogether. */
    public SpectrumTruth continuum(double number) {
        continuum = number;
        return this;
    }

    /** Resolution at Mn K-alpha in eV. */
    public SpectrumTruth resolution(double fwhm) {
        resolution = fwhm;
        return this;
    }

    /** Share of each line that lies in an exponential tail below it. */
    public SpectrumTruth tail(double share) {
        tail = share;
        return this;
    }

    /** Factor on the usual escape peaks. */
    public SpectrumTruth escape(double factor) {
        escape = factor;
        return this;
    }

    /** Share of pulses that pile up with another. */
    public SpectrumTruth pileUp(double share) {
        pileUp = share;
        return this;
    }

    /** The energy scale is off by a shift in eV and a relative stretch. */
    public SpectrumTruth scale(double shift, double stretch) {
        offset = shift;
        gain = stretch;
        return this;
    }

    /** A step of the continuum at the silicon edge, as a share of it. */
    public SpectrumTruth edge(double share) {
        edge = share;
        return this;
    }

    /** Beam energy in keV, and the energy at which electrons land on a charged specimen. */
    public SpectrumTruth beam(double nominal, double landed) {
        beam = nominal;
        landing = landed;
        return this;
    }

    /** Relative error of the secondary lines of every family: absorption, other chemistry. */
    public SpectrumTruth betaError(double relative) {
        betaError = relative;
        return this;
    }

    /** Counts of a family that do not pile up; 0 if it is not there. */
    public double of(String family) {
        return counts.getOrDefault(family, 0.0) * (1 - pileUp);
    }

    /** Whether an element has any lines in it. */
    public boolean has(String symbol) {
        return counts.keySet().stream().anyMatch(f -> f.startsWith(symbol + " "));
    }

    /** Symbols of the elements in it. */
    public java.util.Set<String> elements() {
        java.util.Set<String> out = new java.util.LinkedHashSet<>();
        counts.keySet().forEach(f -> out.add(f.split(" ")[0]));
        return out;
    }

    /** Whether an element has enough counts to be plain to see over the continuum. */
    public boolean plain(String symbol) {
        return counts.entrySet().stream().anyMatch(e -> e.getKey().startsWith(symbol + " ") && e.getValue()
                > 0.02 * continuum + 500);
    }

    private double energy(int i) {
        return i * STEP;
    }

    private double fwhm(double e) {
        return Math.sqrt(Math.max(400, resolution * resolution + 5.545 * 0.115 * 3.65 * (e - 5898.8)));
    }

    /** Expected counts of each channel. */
    public double[] expected() {
        double[] y = new double[CHANNELS];
        double sum = 0;
        double[] b = new double[CHANNELS];
        for (int i = 10; i < CHANNELS; i++) {
            double e = energy(i);
            b[i] = Math.max(0, landing * 1000 - e) / e * Math.exp(-Math.pow(700 / e, 2.2))
                    * (1 - (edge + DEAD_LAYER) / (1 + Math.exp(-(e - 1839) / 25)));
            sum += b[i];
        }
        for (int i = 0; i < CHANNELS; i++) {
            y[i] = continuum * b[i] / sum;
        }
        counts.forEach((family, n) -> family(y, KnownLines.of(family), n));
        return pileUp > 0 ? piled(y) : y;
    }

    private void family(double[] y, double[][] lines, double n) {
        double[] share = lines[1].clone();
        double rest = 0;
        for (int k = 1; k < share.length; k++) {
            share[k] *= 1 + betaError;
            rest += share[k];
        }
        share[0] = 1 - rest;
        for (int k = 0; k < share.length; k++) {
            double e = lines[0][k];
            // about what a silicon detector shows at 2 to 8 keV
            double lost = e > 1839 ? escape * 0.018 * Math.pow(1839 / e, 2) : 0;
            line(y, e, n * share[k] * (1 - lost));
            line(y, e - 1740, n * share[k] * lost);
        }
    }

    private void line(double[] y, double e, double n) {
        double centre = e * (1 + gain) + offset;
        double sigma = fwhm(e) / SIGMA;
        double length = 1.2 * fwhm(e);
        int from = (int) Math.max(1, (centre - 10 * fwhm(e)) / STEP);
        int to = (int) Math.min(CHANNELS, (centre + 5 * fwhm(e)) / STEP);
        for (int i = from; i < to && n > 0; i++) {
            // Simpson's rule over the channel
            double v = 0;
            for (int s = 0; s < 3; s++) {
                double d = energy(i) + (s - 1) * STEP / 2 - centre;
                double g = Math.exp(-0.5 * d * d / (sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
                double t = d < 0 ? Math.exp(d / length) / length * (1 - Math.exp(0.5 * d / sigma)) : 0;
                v += (s == 1 ? 4 : 1) * ((1 - tail) * g + tail * t) / 6;
            }
            y[i] += n * v * STEP;
        }
    }

    private double[] piled(double[] y) {
        double[] out = new double[CHANNELS];
        double total = 0;
        for (double v : y) {
            total += v;
        }
        for (int i = 0; i < CHANNELS; i++) {
            out[i] += y[i] * (1 - pileUp);
            for (int j = 0; i + j < CHANNELS; j++) {
                out[i + j] += 0.5 * pileUp * y[i] * y[j] / total;
            }
        }
        return out;
    }

    /** The spectrum with counting statistics. */
    public Curve curve(long seed) {
        double[] y = new Poisson(seed).next(expected());
        double[] x = new double[CHANNELS];
        double[] sigma = new double[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            x[i] = energy(i);
            sigma[i] = Math.sqrt(Math.max(1, y[i]));
        }
        Metadata m = Metadata.EMPTY.with("beam energy", beam, "keV").with("live time", 100, "s").with("probe current",
                1, "nA").with("take-off angle", 35, "deg");
        return new Curve(DatasetHeader.of("simulated spectrum", "eds", m), Axis.of("Energy", Unit.of("eV"), x,
                Direction.ASCENDING), Signal.of("Intensity", Unit.of("counts"), y, sigma));
    }
}
