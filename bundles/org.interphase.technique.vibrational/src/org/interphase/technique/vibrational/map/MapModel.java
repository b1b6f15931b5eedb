package org.interphase.technique.vibrational.map;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitSettings;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.PeakHints;
import org.interphase.spectra.peak.PeakShape;

/**
 * What the choice of line shape and baseline is worth in a map: the same in all its spectra, so no averaging takes it
 * away. Found on the average of some spectra that have the band, fitted and judged as a single spectrum is.
 *
 * @param area relative standard uncertainty of the areas of the band
 * @param position standard uncertainty of its positions
 * @param fwhm standard uncertainty of its widths
 * @param verdict what the judge says of the band in the average
 */
public record MapModel(double area, double position, double fwhm, Verdict verdict) {

    /** So many spectra are averaged: more, and the judge would see how a band differs between them. */
    private static final int AVERAGED = 24;
    private static final double NARROWER = 3;

    /**
     * Fits the average.
     *
     * @param from first index of the window on the axis
     * @param to index after the last
     * @param group the bands fitted together
     * @param band the one asked for
     * @param bent whether the baseline is a parabola instead of a straight line
     * @param has whether a spectrum has it
     */
    static MapModel of(CurveStack stack, int from, int to, List<MapBand> group, int band, boolean bent,
            boolean[] has, Progress progress) {
        double[] mean = mean(stack, from, to, has);
        if (mean == null) {
            return new MapModel(Double.NaN, Double.NaN, Double.NaN, Verdict.SOUND);
        }
        Axis axis = stack.axis().slice(from, to);
        Curve curve = new Curve(DatasetHeader.of(stack.name(), "curve", Metadata.EMPTY), axis, Signal.of("Signal",
                stack.unit(), mean));
        double[] line = new double[mean.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = mean[0] + (mean[mean.length - 1] - mean[0]) * i / Math.max(1, line.length - 1);
        }
        curve = curve.with(new Background("line", line, null)).with(new BackgroundModel(bent
                ? BackgroundModel.Kind.QUADRATIC : BackgroundModel.Kind.LINEAR, axis.min(), axis.max()));
        MapBand b = group.get(band);
        PeakFitSettings settings = new PeakFitSettings(Range.ALL, group.stream().map(MapModel::component).toList(),
                true, 0, true, List.of(PeakShape.parse("asymmetric-pseudo-voigt")),
                List.of(bent ? BackgroundModel.Kind.CUBIC : BackgroundModel.Kind.QUADRATIC),
                new PeakHints(b.fwhm(), b.fwhm() / NARROWER, b.fwhm() * NARROWER), 1);
        try {
            PeakFit fit = PeakFitStep.run(curve, settings, progress).fit();
            PeakFit.Estimate area = fit.estimate(band, "area");
            Verdict v = area.verdict().and(fit.estimate(band, "position").verdict());
            return new MapModel(area.uncertainty() / Math.abs(area.value()), fit.estimate(band, "position")
                    .uncertainty(), fit.estimate(band, "fwhm").uncertainty(), v.isWithheld()
                            ? Verdict.doubtful(v.reason()) : v);
        } catch (AnalysisException e) {
            return new MapModel(Double.NaN, Double.NaN, Double.NaN, Verdict.doubtful("the average spectrum cannot be "
                    + "fitted: " + e.getMessage()));
        }
    }

    private static PeakComponent component(MapBand b) {
        return PeakComponent.of(b.name(), "pseudo-voigt")
                .with("position", Constrained.bounded(b.position(), b.position() - b.fwhm(), b.position() + b.fwhm()))
                .with("fwhm", Constrained.bounded(b.fwhm(), b.fwhm() / NARROWER, b.fwhm() * NARROWER))
                .with("mixing", Constrained.bounded(0.5, 0, 1));
    }

    /** The average of some of the spectra with the band, spread over them; null if there are none. */
    private static double[] mean(CurveStack stack, int from, int to, boolean[] has) {
        int all = 0;
        for (boolean h : has) {
            all += h ? 1 : 0;
        }
        if (all == 0) {
            return null;
        }
        int every = Math.max(1, all / AVERAGED);
        double[] out = new double[to - from];
        int seen = 0;
        int used = 0;
        for (int i = 0; i < has.length; i++) {
            if (has[i] && seen++ % every == 0) {
                used++;
                for (int k = 0; k < out.length; k++) {
                    out[k] += stack.get(i, from + k);
                }
            }
        }
        for (int k = 0; k < out.length; k++) {
            out[k] /= used;
        }
        return out;
    }
}
