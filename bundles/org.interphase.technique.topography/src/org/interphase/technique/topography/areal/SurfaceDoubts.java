package org.interphase.technique.topography.areal;

import java.util.function.ToDoubleFunction;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;

/**
 * When parameters of a map may be published: verdicts from its condition. Limits are those at which the parameter moves
 * by about as much as its uncertainty usually is; the founders' choice, tried on surfaces of known truth.
 */
public final class SurfaceDoubts {

    /** Sides of an area in longest decay lengths below which it holds too little of the texture. */
    private static final double SMALLEST = 9;
    /** Share of points cut off that moves a mean over all of them. */
    private static final double CUT_OFF = 0.002;
    /** Share of the texture that levelling may take along. */
    private static final double REMOVED = 0.1;

    private final SurfaceCondition c;

    /** The doubts on a map of this condition. */
    public SurfaceDoubts(SurfaceCondition condition) {
        c = condition;
    }

    /** On parameters of the height distribution. */
    public Verdict onHeights() {
        return doubts(clipped(CUT_OFF), form(0.05), spikes(HeightParameters::sq, 0.02), holes(0.2),
                noise(c.noiseShare(), 0.25, "heights"), lines(), removed(), area());
    }

    /** On the highest and the lowest point. */
    public Verdict onExtremes() {
        return doubts(clipped(0), form(0.05), spikes(HeightParameters::sz, 0.05), holes(0.05),
                noise(c.noiseShare(), 0.01, "heights"), lines(), removed(), area());
    }

    /** On the difference between the highest and the lowest point of this very area. */
    public Verdict onRange() {
        return doubts(clipped(0), form(0.05), spikes(HeightParameters::sz, 0.01), holes(0.05),
                noise(c.noiseShare(), 0.02, "heights"), lines());
    }

    /** On skewness and kurtosis. */
    public Verdict onShape() {
        return doubts(clipped(CUT_OFF / 5), form(0.05), spikes(HeightParameters::sku, 0.05), holes(0.1),
                noise(c.noiseShare(), 0.1, "heights"), lines(), removed(), area());
    }

    /** On gradients and the developed area. */
    public Verdict onGradients() {
        return doubts(clipped(CUT_OFF), form(0.2), c.spikes() > 0 ? spikes(HeightParameters::sq, 0.002) : "",
                holes(0.2),
                noise(c.gradientShare(), 0.15, "gradients"), lines(), area());
    }

    /** On lengths and directions of the texture. */
    public Verdict onTexture() {
        return doubts(clipped(CUT_OFF), form(0.05), spikes(HeightParameters::sq, 0.05), holes(0.2),
                noise(c.noiseShare(), 0.1, "heights"), lines(), removed(), area());
    }

    private static Verdict doubts(String... clauses) {
        Verdict out = Verdict.SOUND;
        for (String clause : clauses) {
            if (!clause.isEmpty()) {
                out = out.and(Verdict.doubtful(clause));
            }
        }
        return out;
    }

    private static String percent(double share) {
        return Numbers.plain(100 * share, 2) + " %";
    }

    /** Share of the area that a patch of texture takes; what a plane takes of texture by chance is a few of them. */
    private double patch() {
        return Double.isNaN(c.correlation()) ? 1 : Math.min(1, c.correlation() * c.longest()
                / (c.side() * c.side()));
    }

    /** Whether a plane holds more of the heights than texture has by chance. */
    public boolean tilted() {
        return c.plane() > 0.05 + 12 * patch();
    }

    private String form(double limit) {
        if (c.plane() > limit + 12 * patch()) {
            return "a plane holds " + percent(c.plane()) + " of the mean square height: level the map first";
        }
        return c.form() > limit + 30 * patch() ? "a surface of second degree holds " + percent(c.form())
                + " of the mean square height: remove the form first" : "";
    }

    private String spikes(ToDoubleFunction<HeightParameters> what, double limit) {
        double with = what.applyAsDouble(c.all());
        double without = what.applyAsDouble(c.withoutSpikes());
        return c.spikes() > 0 && !(Math.abs(with - without) <= limit * Math.abs(with)) ? c.spikes()
                + (c.spikes() == 1 ? " point stands" : " points stand") + " far off the neighbours and move"
                + (c.spikes() == 1 ? "s" : "") + " the value by " + percent(Math.abs(1 - without / with))
                + ": remove outliers first" : "";
    }

    private String clipped(double limit) {
        return c.saturation().isCut() && c.saturation().share() > limit ? c.saturation().largest() + " neighbouring "
                + "points are all exactly as high as the highest or lowest: the heights may be cut off there" : "";
    }

    private String removed() {
        return c.removed() > REMOVED ? "levelling took about " + percent(c.removed()) + " of the mean square of the "
                + "texture along: take out less, or measure a larger area" : "";
    }

    private String holes(double limit) {
        return c.missing() > limit ? percent(c.missing()) + " of the points were not measured" : "";
    }

    private static String noise(double share, double limit, String of) {
        return share > limit ? percent(share) + " of the mean square of " + of + " are from point to point: noise, or "
                + "texture finer than the distance of points" : "";
    }

    private String lines() {
        double limit = 0.02 + (Double.isNaN(c.correlation()) ? 1 : Math.min(1, 2 * patch()));
        return c.lines() > limit ? "shifts of single rows hold " + percent(c.lines())
                + " of the mean square height: level the lines first" : "";
    }

    private String area() {
        if (c.all().sq() == 0) {
            return "all heights are equal";
        }
        return !(c.longest() * SMALLEST <= c.side()) ? Double.isNaN(c.longest())
                ? "the texture does not end within the area, which is too small" : "the area is "
                + Numbers.plain(c.side() / c.longest(), 2) + " longest decay lengths of the autocorrelation wide: too "
                + "small" : "";
    }
}
