package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.technique.xps.storedfit.StoredFit;

/**
 * The columns of a fit beside the counts of an Avantage sheet: headed "Backgnd.", "Envelope", "Residuals", and each
 * component by its name, the unit below. Headings are those that open readers of such sheets look for; whether
 * components are written with the background is not documented and decided from the numbers (unverified). Outside the
 * fitted range the columns hold zeros or nothing; a background of zeros only means that nothing was fitted.
 */
final class AvantageFit {

    private AvantageFit() {
    }

    /**
     * A column of the sheet.
     *
     * @param heading heading as written
     * @param values numbers in the order of the curve, NaN where a cell is empty
     */
    record Column(String heading, double[] values) {
    }

    /**
     * The fit, if there is a background with a component or an envelope.
     *
     * @param columns the columns right of the energies whose unit is counts and whose heading is not empty
     */
    static Optional<StoredFit> of(List<Column> columns) {
        double[] background = null;
        double[] envelope = null;
        List<double[]> components = new ArrayList<>();
        for (Column c : columns) {
            String h = c.heading().toLowerCase(Locale.ROOT);
            if (h.startsWith("backgnd") || h.startsWith("background")) {
                background = c.values();
            } else if (h.startsWith("envelope") || h.startsWith("peak sum")) {
                envelope = c.values();
            } else if (!h.startsWith("residual") && !h.startsWith("counts")) {
                components.add(c.values());
            }
        }
        if (background == null) {
            return Optional.empty();
        }
        int from = 0;
        int to = background.length;
        while (from < to && isOutside(background[from])) {
            from++;
        }
        while (to > from && isOutside(background[to - 1])) {
            to--;
        }
        int first = from;
        int end = to;
        double[] b = background;
        List<double[]> whole = components.stream().filter(c -> isWhole(c, first, end)).toList();
        double[] sum = envelope != null && isWhole(envelope, first, end) ? envelope : null;
        if (from == to || !isWhole(background, from, to) || whole.isEmpty() && sum == null) {
            return Optional.empty();
        }
        double[] fitted = new double[b.length];
        Arrays.fill(fitted, Double.NaN);
        System.arraycopy(b, from, fitted, from, to - from);
        return Optional.of(new StoredFit(List.of(), List.of(), whole.stream()
                .map(c -> withBackground(c, b, first, end)).toList(), fitted,
                sum == null ? null : within(sum, first, end)));
    }

    private static boolean isOutside(double background) {
        return background == 0 || Double.isNaN(background);
    }

    private static boolean isWhole(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).allMatch(Double::isFinite);
    }

    private static double[] within(double[] values, int from, int to) {
        double[] out = new double[values.length];
        System.arraycopy(values, from, out, from, to - from);
        return out;
    }

    /** A component on the background within the fitted range, 0 outside. */
    private static double[] withBackground(double[] component, double[] background, int from, int to) {
        double lowest = Arrays.stream(component, from, to).min().orElse(0);
        double level = Arrays.stream(background, from, to).min().orElse(0);
        double[] out = within(component, from, to);
        for (int i = from; lowest < 0.5 * level && i < to; i++) {
            out[i] += background[i];
        }
        return out;
    }
}
