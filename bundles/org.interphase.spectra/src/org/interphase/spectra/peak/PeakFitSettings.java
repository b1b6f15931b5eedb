package org.interphase.spectra.peak;

import java.util.List;
import org.interphase.api.parameters.Range;

/**
 * What a technique's fit step asks of {@link PeakFitStep}; built from the step's parameter record.
 *
 * @param range part of the axis that is fitted
 * @param components at least one
 * @param vary whether the background of the step before is refined together with the peaks, where it can be
 * @param detection components with an area of fewer standard uncertainties are reported as not detected; 0 for never
 * @param spread whether the choice of shape and background is counted as an uncertainty
 * @param shapes line shapes tried for that
 * @param backgrounds backgrounds tried for that
 * @param hints usual widths
 * @param digits decimals of positions in labels
 * @param axisScale standard uncertainty of the axis itself, in its unit: part of every position, of no difference
 */
public record PeakFitSettings(Range range, List<PeakComponent> components, boolean vary, double detection,
        boolean spread, List<PeakShape> shapes, List<BackgroundModel.Kind> backgrounds, PeakHints hints, int digits,
        double axisScale) {

    /** Copies the lists. */
    public PeakFitSettings {
        components = List.copyOf(components);
        shapes = List.copyOf(shapes);
        backgrounds = List.copyOf(backgrounds);
    }

    /** The same on an axis that is taken as exact. */
    public PeakFitSettings(Range range, List<PeakComponent> components, boolean vary, double detection,
            boolean spread, List<PeakShape> shapes, List<BackgroundModel.Kind> backgrounds, PeakHints hints,
            int digits) {
        this(range, components, vary, detection, spread, shapes, backgrounds, hints, digits, 0);
    }

    /** The same on an axis of this standard uncertainty. */
    public PeakFitSettings onAxisOf(double uncertainty) {
        return new PeakFitSettings(range, components, vary, detection, spread, shapes, backgrounds, hints, digits,
                uncertainty);
    }

    /** A fit over everything, background refined, threshold 3, no alternatives. */
    public static PeakFitSettings of(List<PeakComponent> components) {
        return new PeakFitSettings(Range.ALL, components, true, 3, false, List.of(), List.of(), PeakHints.NONE, 2);
    }

    /** The same over a range. */
    public PeakFitSettings within(Range other) {
        return new PeakFitSettings(other, components, vary, detection, spread, shapes, backgrounds, hints, digits,
                axisScale);
    }
}
