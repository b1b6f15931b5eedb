package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.topography.areal.HeightParameters;
import org.interphase.technique.topography.areal.HeightRange;
import org.interphase.technique.topography.areal.HybridParameters;
import org.interphase.technique.topography.areal.SurfaceCondition;
import org.interphase.technique.topography.areal.SurfaceDoubts;
import org.interphase.technique.topography.areal.TileSampling;
import org.interphase.technique.topography.surface.FormRemoval;
import org.interphase.technique.topography.surface.HeightField;

/** How far it is from the lowest to the highest point of a map. */
public final class HeightDifference implements Operation<Raster, HeightDifference.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Tail", unit = "%", def = "0.1", min = 0.001, max = 25, help = "Part of the points left out "
                    + "at either end for the robust difference.")
            double tail,
            @Param(label = "Height calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of the height scale, from the calibration of the instrument; 0 takes it as exact.")
            double heightCalibration,
            @Param(label = "Seed", def = "1", advanced = true, help = "Of the random numbers by which the effect of "
                    + "noise on the extremes is found.")
            long seed) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.height", 5, "Height difference", "From the lowest to "
                + "the highest point: as measured, without what noise adds to extremes, and between percentiles. The "
                + "first two are of this very area; the last, whose uncertainty is from parts of the area left out in "
                + "turn, is of the surface it is a sample of.", Raster.class,
                Parameters.class).forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        HeightField f = HeightField.of(input);
        HeightParameters h = HeightParameters.of(f);
        if (h.sq() == 0) {
            throw new AnalysisException("All measured heights are equal; there is no difference to measure.");
        }
        SurfaceCondition c = SurfaceCondition.of(f, h, HybridParameters.of(f, HybridParameters.Edges.EXACT),
                input.header().product(FormRemoval.class)
                .orElse(FormRemoval.NONE), progress.part(0, 0.5));
        SurfaceDoubts doubts = new SurfaceDoubts(c);
        HeightRange r = HeightRange.of(f, c.noise(), p.seed(), progress.part(0.5, 0.9));
        String unit = f.unit().text();
        double scale = p.heightCalibration() / 100;
        Verdict here = doubts.onRange();
        // shifts of single rows move either end by their own deviation, and apart
        double rows = 2 * Math.sqrt(c.lines()) * h.sq();
        double u = Math.hypot(r.u(), rows);
        Outcome.Builder out = Outcome.builder(input);
        out.measure(Measurement.of("height difference", "\u0394h", r.value(), Math.hypot(u, scale * r.value()),
                unit).judged(here).judged(r.shift() > 0.02 * r.value() ? Verdict.doubtful("many points are as high as "
                + "the highest within the noise, which adds " + Numbers.plain(r.shift(), 2) + "\u00a0"
                + f.unit().pretty()) : Verdict.SOUND));
        double noise = Math.abs(r.raw() - r.value());
        out.measure(Measurement.of("height difference, raw", "\u0394h_raw", r.raw(), Math.sqrt(u * u
                + noise * noise + scale * scale * r.raw() * r.raw()), unit).judged(here));
        double robust = between(f.sorted(), p.tail() / 100);
        TileSampling sampling = TileSampling.of(f, c.longest());
        double sampled = Math.max(sampling.ofSpread(p.tail() / 100), sampling.of(TileSampling.Quantity.SZ)
                * fewSummits(p.tail() / 100 * Math.pow(robust / 2 / h.sq(), 2) / FormRemoval.NONE.share(c.correlation(),
                        c.longest(), f.sideX(), f.sideY())));
        Verdict enough = Double.isNaN(sampled) ? Verdict.doubtful("the area is too small to tell what another would "
                + "give") : Verdict.SOUND;
        // noise widens a distribution in squares, and what levelling took along narrows it
        double widened = robust * (1 - Math.sqrt(1 - Math.min(0.9, c.noiseShare() + c.removed())));
        out.measure(Measurement.of("height difference, " + Numbers.plain(p.tail(), 3) + " to "
                + Numbers.plain(100 - p.tail(), 5) + " %", "\u0394h_p", robust, Math.sqrt((Double.isNaN(sampled) ? 0
                : sampled * sampled) + widened * widened + scale * scale * robust * robust), unit)
                .judged(doubts.onHeights()).judged(enough));
        Calibrations.height(out, p.heightCalibration());
        return out.overlay("highest", point("Highest", input, r.highest(), Style.Symbol.TRIANGLE))
                .overlay("lowest", point("Lowest", input, r.lowest(), Style.Symbol.DIAMOND)).build();
    }

    /**
     * Scatter of the height that a small part of the points lies above, over that of the highest point: leaving tiles
     * out in turn does not see it where few summits make the tail. Heights of an exponential tail of scale s scatter by
     * s over the root of the number of independent points above, the highest by 1.28 s (E. J. Gumbel, Statistics of
     * Extremes, 1958); areas of summits scatter as much again. Above z standard deviations a summit of a normal surface
     * takes a patch of its texture over z^2 (R. J. Adler, The Geometry of Random Fields, 1981).
     *
     * @param summits how many make the tail
     */
    private static double fewSummits(double summits) {
        double scatter = Math.sqrt(2 / summits) * Math.sqrt(6) / Math.PI;
        return scatter < 1 ? scatter : 1;
    }

    /** From the height that a part of the points lies below to the one that as many lie above. */
    private static double between(double[] sorted, double tail) {
        return quantile(sorted, 1 - tail) - quantile(sorted, tail);
    }

    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int i = Math.min((int) at, sorted.length - 2);
        return sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]);
    }

    private static Layer point(String label, Raster map, int at, Style.Symbol symbol) {
        Raster.Field f = map.field();
        double x = (f.x() + at % f.width() + 0.5) * map.calibration().pixelWidth();
        double y = (f.y() + at / f.width() + 0.5) * map.calibration().pixelHeight();
        return new Layer.Points(label, new double[] {x}, new double[] {y}, null, Style.points(Colour.HIGHLIGHT, symbol,
                7));
    }

    @Override
    public String methods(Parameters p) {
        return "The height difference is that of the highest and the lowest point, heights taken from local surfaces "
                + "of second degree and corrected for what noise adds to extremes; between percentiles " + p.tail()
                + " % of the points were left out at either end.";
    }
}
