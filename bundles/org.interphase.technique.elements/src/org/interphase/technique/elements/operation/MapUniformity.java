package org.interphase.technique.elements.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.CountBackground;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.numerics.image.Components;
import org.interphase.technique.elements.elementmap.Uniformity;
import org.interphase.technique.elements.figure.MapPicture;

/** How evenly an element is spread over a map. */
public final class MapUniformity implements Operation<Raster, MapUniformity.Parameters> {

    /** Above this part of background what is left of the counts is no better than the windows beside the line. */
    private static final double MOSTLY_BACKGROUND = 0.5;

    /** Whether pixel values are counts. */
    public enum Counts {
        /** As the file says; whole numbers are taken for counts in doubt. */
        AUTOMATIC,
        /** They are. */
        YES
    }

    /** What can be set. */
    public record Parameters(@Param(label = "Counts", def = "automatic", help = "Whether pixel values are counts, "
            + "where the file does not say so. Without counts there is nothing to hold the variation against.")
            Counts counts) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("elements.map-uniformity", 4, "Uniformity of a map", "Compares how much the counts "
                + "vary from place to place with counting statistics, over blocks of several sizes; gives the "
                + "variation beyond counting or its limit, and marks patches that are richer or poorer.", Raster.class,
                Parameters.class,
                        Publication.article("R. A. Fisher, H. G. Thornton, W. A. Mackenzie",
                                "The accuracy of the plating method of estimating the density of "
                                + "bacterial populations")
                                .in("Ann. Appl. Biol.", 1922, "9", "325-359")
                                .doi("10.1111/j.1744-7348.1922.tb05962.x").cited("Fisher 1922"))
                .forKinds("element-map");
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Verdict verdict = MapCounts.verdict(input, p.counts() == Counts.YES);
        String name = input.header().metadata().text("element").orElse(input.name());
        Uniformity u;
        try {
            u = Uniformity.of(input);
        } catch (IllegalArgumentException e) {
            return Outcome.builder(input).measure(Measurement.withheld(name + " heterogeneity", "", "%",
                    e.getMessage())).build();
        }
        if (!u.isAboveBackground()) {
            return Outcome.builder(input).measure(Measurement.withheld(name + " heterogeneity", "", "%", "the counts "
                    + "of " + name + " do not stand out of the background beside its line")).build();
        }
        if (u.backgroundShare() > MOSTLY_BACKGROUND) {
            verdict = verdict.and(Verdict.doubtful(String.format(Locale.ROOT, "%.0f %% of what was counted in the "
                    + "window of %s is background, and what is left depends on the windows beside the line",
                    100 * u.backgroundShare(), name)));
        }
        if (u.isTooEven()) {
            verdict = verdict.and(Verdict.doubtful("the map varies less than counts can, as smoothed or resampled ones "
                    + "do"));
        }
        Outcome.Builder out = Outcome.builder(input);
        out.measure(Measurement.of(name + " coefficient of variation", "CV", 100 * u.variation(),
                100 * u.variationUncertainty(), "%").judged(verdict));
        out.measure(Measurement.of(name + " counting statistics", "", 100 * u.counting(),
                100 * u.countingUncertainty(), "%").judged(verdict));
        double excess = u.excess();
        if (u.isUniform()) {
            double limit = Math.sqrt(Math.max(0, excess) + 1.645 * u.excessUncertainty());
            out.measure(Measurement.notDetected(name + " heterogeneity", "", 100 * limit, "%").judged(verdict));
        } else {
            double value = Math.sqrt(excess);
            out.measure(Measurement.of(name + " heterogeneity", "", 100 * value, 100 * u.excessUncertainty() / (2
                    * value), "%").judged(verdict));
        }
        patches(out, input, u, name, verdict);
        CountBackground.of(input).ifPresent(b -> out.remark(Remark.info(String.format(Locale.ROOT, "Background is "
                + "taken off (%s): %.3g %% of what was counted in the window of %s. Lines of other elements in those "
                + "windows would be taken for background.", b.title(), 100 * u.backgroundShare(), name)).about(name)
                .coded("map-background")));
        out.remark(Remark.info(String.format(Locale.ROOT, "%s is %s: over blocks of %d x %d pixels (%.0f counts) the "
                + "probability of such unevenness by counting alone is %.2g.", name, u.isUniform() ? "uniform within "
                        + "counting statistics" : "not uniform", u.blockSize(), u.blockSize(), u.mean(),
                u.probability())).about(name).coded("uniformity"));
        return out.build();
    }

    private static void patches(Outcome.Builder out, Raster input, Uniformity u, String name, Verdict verdict) {
        byte[] marks = u.patches();
        int n = u.blocks();
        List<byte[]> masks = new ArrayList<>();
        for (int sign = 1; sign >= -1; sign -= 2) {
            byte[] mask = new byte[marks.length];
            int area = 0;
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (byte) (marks[i] == sign && !u.isUniform() ? 1 : 0);
                area += mask[i];
            }
            int number = area == 0 ? 0 : Components.of(mask, u.columns(), u.rows(),
                    Components.Connectivity.EIGHT).count();
            String what = name + (sign > 0 ? " rich" : " poor");
            if (area > 0) {
                // blocks at a patch's edge may fall on either side
                double share = (double) area / n;
                out.measure(Measurement.of(what + " area", "", 100 * share, 100 * Math.sqrt(share * (1 - share) / n
                        + 0.25 * share / n), "%").judged(verdict).judged(Verdict.doubtful("only what stands out of the "
                                + "noise block by block is counted")));
                out.remark(Remark.info(what + ": " + number + (number == 1 ? " patch stands" : " patches stand")
                        + " out.").about(name));
            } else {
                out.measure(Measurement.notDetected(what + " area", "", Double.NaN, "%").judged(verdict));
            }
            masks.add(mask);
        }
        out.figure(MapPicture.figure(input, name, masks.get(0), masks.get(1), u.columns(), u.rows(), u.blockSize()));
    }

    @Override
    public String methods(Parameters p) {
        return "How much the counts of a map vary from place to place was compared with counting statistics over "
                + "blocks of several sizes; what is beyond counting is the heterogeneity.";
    }
}
