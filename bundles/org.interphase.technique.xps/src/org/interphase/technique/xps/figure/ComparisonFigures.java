package org.interphase.technique.xps.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.technique.xps.comparison.SampleResult;
import org.interphase.technique.xps.comparison.SampleResult.Quantity;

/** Pictures of a comparison. */
public final class ComparisonFigures {

    private ComparisonFigures() {
    }

    /**
     * All samples over each other, background taken off and scaled to the highest point of the fit, each lifted.
     *
     * @param offset lift from one sample to the next as a share of the highest peak
     */
    public static Figure overlay(String line, List<SampleResult> samples, double offset) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            SampleResult s = samples.get(i);
            PeakFit fit = s.result().fit();
            double lift = i * offset;
            Colour colour = Colour.sample(i);
            if (fit == null) {
                continue;
            }
            double[] x = fit.problem().x();
            double[] background = fit.background();
            double[] envelope = fit.envelope();
            double highest = 0;
            for (int k = 0; k < x.length; k++) {
                highest = Math.max(highest, envelope[k] - background[k]);
            }
            double scale = highest > 0 ? 1 / highest : 1;
            double[] base = new double[x.length];
            java.util.Arrays.fill(base, lift);
            for (int c = 0; c < fit.components().size(); c++) {
                layers.add(new Layer.Band("", x, base, scaled(fit.component(c), base, scale, false),
                        Style.fill(colour, 0.15)));
            }
            layers.add(new Layer.Points("", x, scaled(fit.problem().y(), background, scale, true, lift), null,
                    Style.points(colour, Style.Symbol.DOT, 2)));
            layers.add(new Layer.Line(s.name(), x, scaled(envelope, background, scale, true, lift),
                    Style.line(colour, 1.4)));
        }
        AxisSpec x = AxisSpec.of(samples.get(0).curve().axis());
        return Figure.of("comparison", line + " compared", line + " of " + samples.size() + " samples: background "
                + "taken off, scaled to the highest point of the fit"
                + (offset > 0 ? ", each sample lifted over the one before." : "."),
                Panel.of(Panel.MAIN, x, AxisSpec.of("Intensity, normalised", "1"), layers));
    }

    private static double[] scaled(double[] values, double[] base, double scale, boolean above) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = above ? scale * (values[i] - base[i]) : base[i] + scale * values[i];
        }
        return out;
    }

    private static double[] scaled(double[] values, double[] background, double scale, boolean above, double lift) {
        double[] out = scaled(values, background, scale, above);
        for (int i = 0; i < out.length; i++) {
            out[i] += lift;
        }
        return out;
    }

    /** Share of each component per sample with its standard uncertainty. */
    public static Figure fractions(String line, List<String> components, List<SampleResult> samples) {
        List<Layer> layers = new ArrayList<>();
        List<Layer.Text> names = new ArrayList<>();
        for (int c = 0; c < components.size(); c++) {
            double[] x = new double[samples.size()];
            double[] y = new double[x.length];
            double[] u = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                PeakFit.Estimate e = samples.get(i).estimate(components.get(c), Quantity.FRACTION);
                x[i] = i + 1.0;
                y[i] = e.value();
                u[i] = e.uncertainty();
            }
            layers.add(new Layer.Points(components.get(c), x, y, u, Style.points(Colour.component(c),
                    Style.Symbol.CIRCLE, 6)));
        }
        for (int i = 0; i < samples.size(); i++) {
            double highest = 0;
            for (String c : components) {
                double share = samples.get(i).estimate(c, Quantity.FRACTION).value();
                highest = Double.isNaN(share) ? highest : Math.max(highest, share);
            }
            String name = samples.get(i).name();
            names.add(new Layer.Text(i + 1.0, highest, name, name, Colour.sample(i)));
        }
        layers.add(new Layer.Labels("", names, Style.line(Colour.DATA, 9)));
        return Figure.of("fractions", "Area fractions", "Share of each component in " + line + " per sample with "
                + "its standard uncertainty; a component that was not detected has no point.",
                Panel.of(Panel.MAIN, AxisSpec.of("Sample", "1").range(0.5, samples.size() + 0.5),
                        AxisSpec.of("Area fraction", "%").range(0, 115), layers));
    }
}
