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
 * components are written with the background is not documented and decided from the numbers (unverified). A background
 * of zeros means that nothing was fitted.
 */
final class AvantageFit {

    private AvantageFit() {
    }

    /** A column with its heading in lower case. */
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
            if (Arrays.stream(c.values()).anyMatch(v -> !Double.isFinite(v))) {
                continue;
            }
            if (h.startsWith("backgnd") || h.startsWith("background")) {
                background = c.values();
            } else if (h.startsWith("envelope") || h.startsWith("peak sum")) {
                envelope = c.values();
            } else if (!h.startsWith("residual") && !h.startsWith("counts")) {
                components.add(c.values());
            }
        }
        if (background == null || Arrays.stream(background).allMatch(v -> v == 0)
                || components.isEmpty() && envelope == null) {
            return Optional.empty();
        }
        double[] b = background;
        return Optional.of(new StoredFit(List.of(), List.of(), components.stream().map(c -> withBackground(c, b))
                .toList(), background, envelope));
    }

    private static double[] withBackground(double[] component, double[] background) {
        double lowest = Arrays.stream(component).min().orElse(0);
        double level = Arrays.stream(background).min().orElse(0);
        if (lowest >= 0.5 * level) {
            return component;
        }
        double[] out = component.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += background[i];
        }
        return out;
    }
}
