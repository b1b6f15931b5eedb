package org.interphase.technique.elements.spectrum;

import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.model.Curve;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * An energy-dispersive spectrum over equal channels.
 *
 * @param name what it is called
 * @param first energy of the first channel in eV
 * @param step width of a channel in eV
 * @param counts counts of each channel
 * @param beam energy of the electrons in eV
 * @param metadata what the file says
 */
public record EdsSpectrum(String name, double first, double step, double[] counts, double beam, Metadata metadata) {

    private static final double EVEN = 1e-3;
    /** Pile-up takes time by the square of the channels; spectrometers have 16384 at most (unverified). */
    private static final int MOST_CHANNELS = 32_768;

    /**
     * The spectrum of a dataset.
     *
     * @param statedBeam beam energy in keV where the file does not state it; null or NaN for none
     * @throws AnalysisException if channels are uneven, values no counts, or the beam energy is not known
     */
    public static EdsSpectrum of(Curve curve, Double statedBeam) throws AnalysisException {
        int n = curve.axis().size();
        if (n < 64) {
            throw new AnalysisException("'" + curve.name() + "' has only " + n + " channels, too few for a spectrum.");
        }
        if (n > MOST_CHANNELS) {
            throw new AnalysisException("'" + curve.name() + "' has " + n + " channels, more than the " + MOST_CHANNELS
                    + " of any spectrometer; sum neighbouring channels.");
        }
        Unit ev = Unit.of("eV");
        double first = curve.axis().unit().convert(curve.axis().min(), ev);
        double last = curve.axis().unit().convert(curve.axis().max(), ev);
        double step = (last - first) / (n - 1);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double e = curve.axis().unit().convert(curve.axis().get(i), ev);
            if (Math.abs(e - first - i * step) > EVEN * step * n) {
                throw new AnalysisException("The channels of '" + curve.name() + "' are not of equal width.");
            }
            y[i] = curve.signal().get(i);
            if (!(y[i] >= 0)) {
                throw new AnalysisException("Channel " + i + " of '" + curve.name() + "' holds " + y[i]
                        + ", which is no count.");
            }
        }
        if (!curve.signal().unit().text().equals("counts")) {
            throw new AnalysisException("The values of '" + curve.name() + "' are not said to be counts; without "
                    + "counts there are no counting statistics.");
        }
        OptionalDouble beam = curve.header().metadata().number("beam energy", "keV");
        double said = statedBeam == null ? Double.NaN : statedBeam;
        double kev = beam.isPresent() && beam.getAsDouble() > 0 ? beam.getAsDouble() : said;
        if (!(kev > 0)) {
            throw new AnalysisException("The file does not state the energy of the beam; set 'Beam energy' (in keV).");
        }
        return new EdsSpectrum(curve.name(), first, step, y, 1000 * kev, curve.header().metadata());
    }

    /** Number of channels. */
    public int size() {
        return counts.length;
    }

    /** Energy of a channel's centre in eV. */
    public double energy(int channel) {
        return first + channel * step;
    }

    /** The channel an energy lies in, kept within the spectrum. */
    public int channel(double energy) {
        return (int) Math.max(0, Math.min(counts.length - 1L, Math.round((energy - first) / step)));
    }

    /** Live time in s; NaN where the file does not state it. */
    public double liveTime() {
        return metadata.number("live time", "s").orElse(Double.NaN);
    }

    /** Probe current in nA; NaN where the file does not state it. */
    public double current() {
        return metadata.number("probe current", "nA").orElse(Double.NaN);
    }

    /** Take-off angle in degrees; NaN where the file does not state one that X-rays can leave at (0 is a blank). */
    public double takeOff() {
        double angle = metadata.number("take-off angle", "deg").orElse(Double.NaN);
        return angle > 0 && angle <= 90 ? angle : Double.NaN;
    }

    /** The same spectrum, measured at a take-off angle in degrees. */
    public EdsSpectrum withTakeOff(double angle) {
        return new EdsSpectrum(name, first, step, counts, beam, metadata.with("take-off angle", angle, "deg"));
    }

    /** Sum of all counts. */
    public double sum() {
        double s = 0;
        for (double v : counts) {
            s += v;
        }
        return s;
    }
}
