package org.interphase.technique.microscopy.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;

/** Distributions as figures. */
public final class SizeHistogram {

    private SizeHistogram() {
    }

    /** A histogram of values with its mean as guide; share in percent. */
    public static Figure histogram(String id, String title, String caption, String quantity, String unit,
            double[] values, int bins, double mean) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        if (!(high > low)) {
            high = low + Math.max(1e-9, Math.abs(low) * 1e-3);
        }
        double[] weights = new double[values.length];
        java.util.Arrays.fill(weights, 1);
        return weighted(id, title, caption, quantity, unit, values, weights, low, high, bins, mean);
    }

    /** A histogram of weighted values between two ends; share in percent. */
    public static Figure weighted(String id, String title, String caption, String quantity, String unit,
            double[] values, double[] weights, double low, double high, int bins, double mean) {
        double[] edges = new double[bins + 1];
        double[] heights = new double[bins];
        double sum = 0;
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + (high - low) * i / bins;
        }
        for (int i = 0; i < values.length; i++) {
            int b = (int) ((values[i] - low) / (high - low) * bins);
            heights[Math.max(0, Math.min(bins - 1, b))] += weights[i];
            sum += weights[i];
        }
        for (int i = 0; i < bins; i++) {
            heights[i] *= 100 / sum;
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Bars("", edges, heights, Style.fill(Colour.DATA, 0.5)));
        layers.add(new Layer.Guides("Mean", true, new double[] {mean}, Style.line(Colour.HIGHLIGHT, 1.5)));
        return Figure.of(id, title, caption, Panel.of(Panel.MAIN, AxisSpec.of(quantity, unit),
                AxisSpec.of("Share", "%"), layers));
    }
}
