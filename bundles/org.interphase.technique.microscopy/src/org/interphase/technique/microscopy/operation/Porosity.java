package org.interphase.technique.microscopy.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.numerics.image.PhaseFraction;
import org.interphase.technique.microscopy.scale.LengthScale;
import org.interphase.technique.microscopy.segmentation.Segmentation;
import org.interphase.technique.microscopy.segmentation.Selection;
import org.interphase.technique.microscopy.threshold.AutomaticThresholds;

/** Area fraction of the segmented phase with its uncertainty from sampling and threshold. */
public final class Porosity implements Operation<Raster, Porosity.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Threshold uncertainty", unit = "grey", def = "", min = 0, help = "Half width of the "
                    + "range of "
                    + "grey levels in which the threshold could lie; automatic: 5 % of the range of grey levels used.")
            Double thresholdRange,
            @Param(label = "Block side", unit = "px", def = "", min = 1, advanced = true, help = "Side of the blocks "
                    + "that are resampled; automatic: four correlation lengths of the structure.")
            Double blockSide,
            @Param(label = "Resamples", def = "2000", min = 100, max = 1000000, advanced = true, help = "Number of "
                    + "bootstrap pictures.")
            int resamples,
            @Param(label = "Seed", def = "1", advanced = true, help = "Start of the random numbers.")
            long seed) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.porosity", 3, "Porosity", "Area fraction of the segmented phase. The "
                + "uncertainty has three parts: the picture shows only a piece of the structure (block bootstrap), "
                + "the threshold could lie some grey levels higher or lower, and the brightness may change over the "
                + "field.", Raster.class, Parameters.class,
                Publication.article("H. R. Kunsch",
                        "The jackknife and the bootstrap for general stationary observations")
                        .in("Ann. Statist.", 1989, "17", "1217-1241")
                        .doi("10.1214/aos/1176347265").seen().cited("Kunsch 1989"));
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Segmentation s = Segmentation.required(input);
        Selection area = s.area();
        PhaseFraction fraction = PhaseFraction.of(s.mask(), area.within(), area.width(), area.height());
        PhaseFraction.Estimate e = fraction.estimate(p.blockSide() == null ? Double.NaN : p.blockSide(),
                p.resamples(), p.seed());
        progress.checkCancelled();
        double range = p.thresholdRange() != null ? p.thresholdRange() : used(s) * 0.05;
        boolean global = s.isGlobal();
        // rectangular distribution of the threshold
        double part = global ? Math.abs(s.fractionAt(s.threshold() + range) - s.fractionAt(s.threshold() - range))
                / 2 / Math.sqrt(3) : 0;
        double shading = s.shading() * Math.min(e.value(), 1 - e.value());
        double u = LengthScale.combine(Double.isNaN(e.standardError()) ? 0 : e.standardError(), part, shading);
        double student = (e.high() - e.low()) / 2 / Math.max(1e-300, e.standardError());
        double half = LengthScale.combine(Double.isNaN(e.standardError()) ? 0 : student * e.standardError(),
                1.96 * part, 1.96 * shading);
        Verdict verdict = s.ofArea().and(sampled(e));
        LengthScale scale = LengthScale.of(input, null);
        Outcome.Builder out = Outcome.builder(input);
        out.measure(Measurement.of("porosity", "\u03b5", 100 * e.value(), 100 * u, "%").judged(verdict))
                .measure(Measurement.of("porosity 95 % low", "", 100 * Math.max(0, e.value() - half), Double.NaN, "%")
                        .judged(verdict))
                .measure(Measurement.of("porosity 95 % high", "", 100 * Math.min(1, e.value() + half), Double.NaN, "%")
                        .judged(verdict))
                .measure("porosity uncertainty from sampling", "", 100 * e.standardError(), Double.NaN, "%")
                .measure("porosity uncertainty from threshold", "", 100 * part, Double.NaN, "%")
                .measure("porosity uncertainty from shading", "", 100 * shading, Double.NaN, "%")
                .measure("correlation length", "", e.correlationLength() * scale.pixelWidth(),
                        correlationError(s) * scale.pixelWidth(), scale.unit());
        remarks(out, s, e, part);
        scale.remarks(input).stream().filter(r -> r.level() != Remark.Level.INFO)
                .filter(r -> input.calibration().isPhysical()).forEach(out::remark);
        if (global) {
            out.figure(sensitivity(s, range, e, out));
        }
        out.figure(representative(input, fraction, e));
        return out.resolved(new Parameters(global ? range : null, e.blockSide(), p.resamples(), p.seed())).build();
    }

    /** Whether the region is large enough to tell how the fraction varies from place to place. */
    private static Verdict sampled(PhaseFraction.Estimate e) {
        return Double.isNaN(e.standardError()) ? Verdict.doubtful("the region is too small to tell how the porosity "
                + "varies from place to place") : Verdict.SOUND;
    }

    /** Width of the range that holds all but 1 % of the pixels. */
    private static double used(Segmentation s) {
        double total = 0;
        for (int c : s.histogram()) {
            total += c;
        }
        double sum = 0;
        int low = -1;
        int high = 0;
        for (int i = 0; i < s.histogram().length; i++) {
            sum += s.histogram()[i];
            if (low < 0 && sum > 0.005 * total) {
                low = i;
            }
            if (sum <= 0.995 * total) {
                high = i + 1;
            }
        }
        return Math.max(1, high - low) * (s.high() - s.low()) / s.histogram().length;
    }

    private static void remarks(Outcome.Builder out, Segmentation s, PhaseFraction.Estimate e, double part) {
        if (Double.isNaN(e.standardError())) {
            out.remark(Remark.warning("The region is too small to tell how the porosity varies from place to place; "
                    + "the uncertainty holds the threshold only."));
        } else if (e.blocks() < 16) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The region holds only %.0f blocks of %.0f pixels "
                    + "(about four correlation lengths each), so the sampling uncertainty is itself uncertain; measure "
                    + "a larger field.", e.blocks(), e.blockSide())));
        }
        if (e.value() > 0.7) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The %s phase fills %.0f %% of the region. If that is "
                    + "the solid and not the pores, change the phase or the threshold of step Segment.",
                    s.dark() ? "dark" : "bright", 100 * e.value())));
        }
        if (part > 2 * e.standardError() && part > 0.01) {
            out.remark(Remark.warning("The threshold decides this number more than the structure does: the grey levels "
                    + "of the phases overlap."));
        }
    }

    /** Standard error of the correlation length in pixels, from how it differs between the four quarters. */
    private static double correlationError(Segmentation s) {
        int w = s.area().width() / 2;
        int h = s.area().height() / 2;
        if (w < 8 || h < 8) {
            return Double.NaN;
        }
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int q = 0; q < 4; q++) {
            byte[] mask = new byte[w * h];
            byte[] within = s.area().within() == null ? null : new byte[w * h];
            for (int y = 0; y < h; y++) {
                int from = (q / 2 * h + y) * s.area().width() + q % 2 * w;
                System.arraycopy(s.mask(), from, mask, y * w, w);
                if (within != null) {
                    System.arraycopy(s.area().within(), from, within, y * w, w);
                }
            }
            // a quarter without pixels tells nothing
            if (within == null || hasAny(within)) {
                double l = PhaseFraction.of(mask, within, w, h).correlationLength();
                sum += l;
                squares += l * l;
                n++;
            }
        }
        if (n < 2) {
            return Double.NaN;
        }
        double mean = sum / n;
        // standard error of the mean of so many; lags are tried in whole pixels
        return LengthScale.combine(Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1)), 1 / Math.sqrt(12));
    }

    private static boolean hasAny(byte[] within) {
        for (byte b : within) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    private static Figure sensitivity(Segmentation s, double range, PhaseFraction.Estimate e, Outcome.Builder out) {
        int n = s.histogram().length;
        double step = (s.high() - s.low()) / n;
        double[] x = new double[n + 1];
        double[] y = new double[n + 1];
        double[] edges = new double[n + 1];
        double[] heights = new double[n];
        double most = 1;
        for (int c : s.histogram()) {
            most = Math.max(most, c);
        }
        for (int i = 0; i <= n; i++) {
            x[i] = s.low() + i * step;
            edges[i] = x[i];
            y[i] = 100 * s.fractionAt(x[i]);
            if (i < n) {
                heights[i] = 100 * s.histogram()[i] / most;
            }
        }
        Map<String, Double> all = AutomaticThresholds.all(s.histogram());
        double[] mx = new double[all.size()];
        double[] my = new double[all.size()];
        NavigableMap<Double, List<String>> byThreshold = new TreeMap<>();
        int k = 0;
        double low = 100;
        double high = 0;
        for (Map.Entry<String, Double> m : all.entrySet()) {
            mx[k] = s.low() + m.getValue() * step;
            my[k] = 100 * s.fractionAt(mx[k]);
            low = Math.min(low, my[k]);
            high = Math.max(high, my[k]);
            byThreshold.computeIfAbsent(mx[k], t -> new ArrayList<>()).add(m.getKey());
            k++;
        }
        // names of all would lie over each other: those at both ends, and the rest in the caption
        Set<Double> ends = new TreeSet<>();
        if (!byThreshold.isEmpty()) {
            ends.add(byThreshold.firstKey());
            ends.add(byThreshold.lastKey());
        }
        List<Layer.Text> texts = new ArrayList<>();
        for (double t : ends) {
            texts.add(new Layer.Text(t, 100 * s.fractionAt(t), byThreshold.get(t).get(0),
                    String.join(", ", byThreshold.get(t)), Colour.MUTED));
        }
        String order = byThreshold.values().stream().map(names -> String.join(" = ", names))
                .collect(Collectors.joining(", "));
        out.measure("porosity, lowest of all methods", "", low, sampling(e, low), "%")
                .measure("porosity, highest of all methods", "", high, sampling(e, high), "%");
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("Grey level", "grey"), AxisSpec.of("Porosity", "%")
                .range(0, 100), List.of(new Layer.Bars("Histogram (scaled)", edges, heights,
                        Style.fill(Colour.MUTED, 0.3)),
                        new Layer.Span("Threshold range", s.threshold() - range, s.threshold() + range,
                                Style.fill(Colour.HIGHLIGHT, 0.2)),
                        new Layer.Line("Porosity at threshold", x, y, Style.line(Colour.MODEL, 1.5)),
                        new Layer.Points("Automatic methods", mx, my, null,
                                Style.points(Colour.DATA, Style.Symbol.CIRCLE, 5)),
                        new Layer.Labels("", texts, Style.line(Colour.MUTED, 1)),
                        new Layer.Guides("", true, new double[] {s.threshold()},
                                Style.line(Colour.HIGHLIGHT, 1))));
        return Figure.of("threshold-sensitivity", "Threshold sensitivity", "Porosity as a function of the threshold, "
                + "with the automatic methods and the grey-level histogram. The shaded range is taken as the "
                + "uncertainty of the threshold. Methods from the lowest to the highest threshold: " + order + ".",
                panel);
    }

    /** Sampling error in % of a fraction at another threshold: scaled as that of a two-valued picture, p (1 - p). */
    private static double sampling(PhaseFraction.Estimate e, double percent) {
        double here = e.value() * (1 - e.value());
        double there = percent / 100 * (1 - percent / 100);
        return here > 0 ? 100 * e.standardError() * Math.sqrt(Math.max(0, there) / here) : Double.NaN;
    }

    private static Figure representative(Raster input, PhaseFraction fraction, PhaseFraction.Estimate e) {
        PhaseFraction.Window[] windows = fraction.representative(14);
        int n = windows.length;
        double pixel = LengthScale.of(input, null).pixelWidth();
        double[] x = new double[n];
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = windows[i].side() * pixel;
            mean[i] = 100 * windows[i].mean();
            low[i] = mean[i] - 100 * windows[i].deviation();
            high[i] = mean[i] + 100 * windows[i].deviation();
        }
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("Window side", input.calibration().unit()).log(),
                AxisSpec.of("Porosity", "%").range(0, Double.NaN), List.of(
                        new Layer.Band("\u00b1 1 standard deviation", x, low, high, Style.fill(Colour.DATA, 0.25)),
                        new Layer.Line("Mean of windows", x, mean, Style.line(Colour.DATA, 1.5)),
                        new Layer.Guides("Whole region", false, new double[] {100 * e.value()},
                                Style.line(Colour.HIGHLIGHT, 1))));
        return Figure.of("representative-area", "Representative area", "Scatter of the porosity between windows side "
                + "by side, against their side. A window is representative where the band has become narrow enough.",
                panel);
    }

    @Override
    public String methods(Parameters p) {
        return "Porosity is the area fraction of the separated phase. Its standard uncertainty combines the spatial "
                + "sampling (moving-block bootstrap, " + p.resamples() + " resamples, seed " + p.seed()
                + (p.blockSide() == null ? "" : String.format(Locale.ROOT, ", blocks of %.0f px", p.blockSide()))
                + "), the threshold" + (p.thresholdRange() == null ? "" : String.format(Locale.ROOT,
                        " (\u00b1%.3g grey levels)", p.thresholdRange()))
                + " and the change by taking out the slow variation of brightness (cubic surface).";
    }
}
