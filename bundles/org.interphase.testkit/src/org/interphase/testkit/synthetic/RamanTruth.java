package org.interphase.testkit.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * A synthetic Raman spectrum with its truth: Lorentzians on a curved baseline, normal noise, and spikes one or two
 * points wide as cosmic rays leave them.
 *
 * @param shift Raman shift in cm-1, ascending
 * @param intensity what a detector would give, in counts
 * @param clean peaks and baseline without noise and spikes
 * @param baseline the baseline alone
 * @param noise standard deviation of the noise
 * @param peaks the peaks
 * @param spikes indices of points hit by a spike
 */
public record RamanTruth(double[] shift, double[] intensity, double[] clean, double[] baseline, double noise,
        List<PeakTruth> peaks, List<Integer> spikes) {

    /**
     * A spectrum.
     *
     * @param from lowest shift in cm-1
     * @param to highest shift
     * @param points number of points
     * @param fluorescence height of the baseline's broad hump
     * @param noise standard deviation of the noise
     * @param spikeCount number of spikes
     */
    public static RamanTruth of(double from, double to, int points, List<PeakTruth> peaks, double fluorescence,
            double noise, int spikeCount, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] shift = new double[points];
        double[] baseline = new double[points];
        double[] clean = new double[points];
        double[] intensity = new double[points];
        for (int i = 0; i < points; i++) {
            double t = (double) i / (points - 1);
            shift[i] = from + (to - from) * t;
            // a broad hump on a slope, as fluorescence and stray light make it
            baseline[i] = 200 + fluorescence * (Math.exp(-Math.pow((t - 0.35) / 0.45, 2)) + 0.4 * t);
            clean[i] = baseline[i];
            for (PeakTruth p : peaks) {
                clean[i] += p.at(shift[i]);
            }
            intensity[i] = clean[i] + noise * random.nextGaussian();
        }
        List<Integer> spikes = new ArrayList<>();
        for (int s = 0; s < spikeCount; s++) {
            int at = random.nextInt(2, points - 2);
            double height = (20 + 60 * random.nextDouble()) * Math.max(noise, 1);
            spikes.add(at);
            intensity[at] += height;
            if (random.nextBoolean()) {
                spikes.add(at + 1);
                intensity[at + 1] += height / 2;
            }
        }
        return new RamanTruth(shift, intensity, clean, baseline, noise, List.copyOf(peaks), List.copyOf(spikes));
    }

    /** D and G bands of a disordered carbon (about 1350 and 1590 cm-1). */
    public static RamanTruth carbon(double noise, int spikes, long seed) {
        return of(800, 2000, 1201, List.of(new PeakTruth("D", 1350, 60, 900, 1), new PeakTruth("G", 1588, 45, 1000, 1)),
                600, noise, spikes, seed);
    }

    /** The spectrum as a dataset of kind {@code raman}. */
    public Curve toCurve() {
        DatasetHeader header = DatasetHeader.of("synthetic Raman spectrum", "raman",
                Metadata.EMPTY.with("synthetic", true));
        return Curve.ofUnsorted(header, "Raman shift", Unit.of("cm-1"), Direction.ASCENDING, shift, "Intensity",
                Unit.of("counts"), intensity, null);
    }
}
