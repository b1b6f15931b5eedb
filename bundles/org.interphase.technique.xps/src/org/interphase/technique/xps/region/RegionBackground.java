package org.interphase.technique.xps.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.numerics.background.Shirley;
import org.interphase.numerics.background.Tougaard;
import org.interphase.numerics.background.TougaardKernel;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.interphase.technique.xps.storedfit.StoredModel;

/**
 * The inelastic background under a region.
 *
 * @param kind which background
 * @param range part of the axis it spans
 * @param ends points averaged at each end; null for a twentieth of the region
 * @param tougaard loss parameter C of the Tougaard cross-section in eV^2
 */
public record RegionBackground(Kind kind, Range range, Integer ends, double tougaard) {

    /** Kinds of background. */
    public enum Kind {
        /** Step in proportion to the peak area at lower binding energy. */
        SHIRLEY,
        /** Straight line between the ends. */
        LINEAR,
        /** Constant at the low binding energy end. */
        CONSTANT,
        /** Universal inelastic cross-section. */
        TOUGAARD,
        /** The one stored in the file. */
        FROM_FILE
    }

    /** C of the universal cross-section in eV^2 (S. Tougaard, Surf. Interface Anal. 11 (1988) 453). */
    public static final double UNIVERSAL_C = 1643;

    /** A background over everything a fit is given. */
    public static RegionBackground over(Kind kind, Range range) {
        return new RegionBackground(kind, range, null, UNIVERSAL_C);
    }

    /** Kinds for alternatives in the uncertainty of a fit. */
    static List<BackgroundModel.Kind> alternatives() {
        return List.of(BackgroundModel.Kind.SHIRLEY, BackgroundModel.Kind.LINEAR);
    }

    /**
     * A background that was found.
     *
     * @param curve the region, carrying it
     * @param x energies in eV it spans
     * @param y signal there
     * @param values background there
     * @param ends points averaged at each end
     */
    public record Found(Curve curve, double[] x, double[] y, double[] values, int ends) {
    }

    /**
     * Finds it; the signal is not changed.
     *
     * @throws AnalysisException if the range holds too few points or the background cannot be found, saying what to do
     */
    public Found under(Curve input) throws AnalysisException {
        Axis axis = input.axis();
        int from = 0;
        while (from < axis.size() && !range.contains(axis.get(from))) {
            from++;
        }
        int to = axis.size();
        while (to > from && !range.contains(axis.get(to - 1))) {
            to--;
        }
        int n = to - from;
        if (n < 8) {
            throw new AnalysisException("The range " + range + " holds " + n + " points of the data (" + axis.min()
                    + " to " + axis.max() + " eV); widen it.");
        }
        double[] x = axis.slice(from, to).values();
        double[] y = input.signal().slice(from, to).values();
        int averaged = ends == null ? Math.max(1, n / 20) : ends;
        if (2 * averaged >= n) {
            throw new AnalysisException(averaged + " end points on each side do not fit into " + n + " points.");
        }
        double[] part = values(input, x, y, averaged, from, to);
        double[] values = new double[axis.size()];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(part, 0, values, from, n);
        String title = kind == Kind.FROM_FILE ? "background from the file"
                : kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        Curve output = input.withHeader(input.header().without(Background.class).without(BackgroundModel.class)
                .with(new Background(title, values, null)).with(new BackgroundModel(model(), x[0], x[n - 1])));
        return new Found(output, x, y, part, averaged);
    }

    private BackgroundModel.Kind model() {
        return switch (kind) {
            case SHIRLEY -> BackgroundModel.Kind.SHIRLEY;
            case LINEAR -> BackgroundModel.Kind.LINEAR;
            case CONSTANT -> BackgroundModel.Kind.CONSTANT;
            // the form inside a fit has the universal C
            case TOUGAARD -> tougaard == UNIVERSAL_C ? BackgroundModel.Kind.TOUGAARD : BackgroundModel.Kind.HELD;
            case FROM_FILE -> BackgroundModel.Kind.HELD;
        };
    }

    private double[] values(Curve input, double[] x, double[] y, int averaged, int from, int to)
            throws AnalysisException {
        try {
            return switch (kind) {
                case SHIRLEY -> Shirley.withEndWindow(averaged).of(x, y).values();
                case LINEAR -> line(x, mean(y, 0, averaged), mean(y, y.length - averaged, y.length));
                case CONSTANT -> line(x, mean(y, 0, averaged), mean(y, 0, averaged));
                case TOUGAARD ->
                    new Tougaard(TougaardKernel.universal(2866, tougaard), true, averaged, true).of(x, y).values();
                case FROM_FILE -> stored(input, from, to);
            };
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The background cannot be found: " + e.getMessage()
                    + ". Choose a range whose ends lie beside the peaks, or another kind.", e);
        }
    }

    /** The column of the file, or the background computed from the definition it stores. */
    private static double[] stored(Curve input, int from, int to) throws AnalysisException {
        StoredFit fit = input.product(StoredFit.class).orElse(null);
        if (fit != null && fit.background() != null && fit.background().length == input.axis().size()) {
            return Arrays.copyOfRange(fit.background(), from, to);
        }
        if (fit == null || fit.backgrounds().isEmpty()) {
            throw new AnalysisException("The file holds no background for " + input.name() + "; choose another kind.");
        }
        StoredFit.StoredBackground b = fit.backgrounds().get(0);
        double[] values = StoredModel.background(b, input.axis().values(), input.signal().values()).orElseThrow(
                () -> new AnalysisException("The stored background '" + b.kind() + "' cannot be computed; choose "
                        + "another kind, from " + b.from() + " to " + b.to() + " eV."));
        return Arrays.copyOfRange(values, from, to);
    }

    private static double mean(double[] y, int from, int to) {
        return Arrays.stream(y, from, to).average().orElse(0);
    }

    private static double[] line(double[] x, double left, double right) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = left + (right - left) * (x[i] - x[0]) / (x[x.length - 1] - x[0]);
        }
        return out;
    }
}
