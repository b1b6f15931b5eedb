package org.interphase.technique.xps.operation;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.numerics.background.Shirley;
import org.interphase.numerics.background.Tougaard;
import org.interphase.numerics.background.TougaardKernel;
import org.interphase.spectra.peak.BackgroundModel;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.interphase.technique.xps.storedfit.StoredModel;

/** Finds the background under a region; the measured signal is not changed. */
public final class BackgroundOperation implements Operation<Curve, BackgroundOperation.Parameters> {

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

    /**
     * Parameters.
     *
     * @param kind which background
     * @param range region it spans
     * @param ends points averaged at each end; null for a twentieth of the region
     * @param c loss parameter C of the Tougaard cross-section in eV^2
     */
    public record Parameters(
            @Param(label = "Kind", def = "shirley", help = "Shirley for most core levels; linear where the background "
                    + "hardly steps (polymers, ionic liquids); Tougaard for wide regions of metals; from-file for the "
                    + "background stored with the data.") Kind kind,
            @Param(label = "Range", unit = "eV", def = "all", picture = Param.Picture.X_RANGE,
                    help = "Region of binding "
                    + "energy it spans. Both ends should lie where there is no peak.") Range range,
            @Param(label = "End points", def = "", min = 1, max = 500, advanced = true, help = "Points averaged at "
                    + "each end, so that one noisy point does not move the background. Empty: a twentieth of the "
                    + "region.")
            Integer ends,
            @Param(label = "Tougaard C", unit = "eV2", def = "1643", min = 1, max = 1e6, advanced = true, help = "Loss "
                    + "parameter C of the universal cross-section B T / (C + T^2)^2; B is chosen so that the "
                            + "background meets the data at the high binding energy end.") double c) {
    }

    /** C of the universal cross-section in eV^2 (S. Tougaard, Surf. Interface Anal. 11 (1988) 453). */
    private static final double UNIVERSAL_C = 1643;

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("xps.background", 1, "Background",
            "Finds the inelastic background under a region. A following fit refines a Shirley, linear, constant or "
                    + "Tougaard background together with the peaks, so that its uncertainty reaches their areas.",
            Curve.class, Parameters.class,
            new Citation("Shirley 1972", "D. A. Shirley, Phys. Rev. B 5 (1972) 4709."),
            new Citation("Tougaard 1988", "S. Tougaard, Surf. Interface Anal. 11 (1988) 453."))
            .forKinds("xps.region", "xps.survey");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        Axis axis = input.axis();
        int from = 0;
        while (from < axis.size() && !p.range().contains(axis.get(from))) {
            from++;
        }
        int to = axis.size();
        while (to > from && !p.range().contains(axis.get(to - 1))) {
            to--;
        }
        int n = to - from;
        if (n < 8) {
            throw new AnalysisException("The range " + p.range() + " holds " + n + " points of the data (" + axis.min()
                    + " to " + axis.max() + " eV); widen it.");
        }
        double[] x = axis.slice(from, to).values();
        double[] y = input.signal().slice(from, to).values();
        int ends = p.ends() == null ? Math.max(1, n / 20) : p.ends();
        if (2 * ends >= n) {
            throw new AnalysisException(ends + " end points on each side do not fit into " + n + " points.");
        }
        double[] part = values(input, p, x, y, ends, from, to);
        double[] values = new double[axis.size()];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(part, 0, values, from, n);
        BackgroundModel.Kind model = switch (p.kind()) {
            case SHIRLEY -> BackgroundModel.Kind.SHIRLEY;
            case LINEAR -> BackgroundModel.Kind.LINEAR;
            case CONSTANT -> BackgroundModel.Kind.CONSTANT;
            // the form inside a fit has the universal C
            case TOUGAARD -> p.c() == UNIVERSAL_C ? BackgroundModel.Kind.TOUGAARD : BackgroundModel.Kind.HELD;
            case FROM_FILE -> BackgroundModel.Kind.HELD;
        };
        String title = p.kind() == Kind.FROM_FILE ? "background from the file"
                : p.kind().name().charAt(0) + p.kind().name().substring(1).toLowerCase(java.util.Locale.ROOT);
        Curve output = input.withHeader(input.header().without(Background.class).without(BackgroundModel.class)
                .with(new Background(title, values, null)).with(new BackgroundModel(model, x[0], x[n - 1])));
        Outcome.Builder out = Outcome.builder(output).overlay("background", new Layer.Line("Background", x, part,
                Style.line(Colour.BACKGROUND, 1.2).dashed(Style.Dash.DASHED)));
        crossing(x, y, part, input, out);
        return out.resolved(new Parameters(p.kind(), p.range(), ends, p.c())).build();
    }

    private static double[] values(Curve input, Parameters p, double[] x, double[] y, int ends, int from, int to)
            throws AnalysisException {
        try {
            return switch (p.kind()) {
                case SHIRLEY -> Shirley.withEndWindow(ends).of(x, y).values();
                case LINEAR -> line(x, mean(y, 0, ends), mean(y, y.length - ends, y.length));
                case CONSTANT -> line(x, mean(y, 0, ends), mean(y, 0, ends));
                case TOUGAARD ->
                    new Tougaard(TougaardKernel.universal(2866, p.c()), true, ends, true).of(x, y).values();
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

    /** A background well above the data is no background. */
    private static void crossing(double[] x, double[] y, double[] b, Curve input, Outcome.Builder out) {
        double[] sigma = org.interphase.spectra.peak.Noise.of(input).slice(0, y.length).at(b);
        int worst = -1;
        int above = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(b[i]) && b[i] - y[i] > 5 * sigma[i]) {
                above++;
                worst = worst < 0 || b[i] - y[i] > b[worst] - y[worst] ? i : worst;
            }
        }
        if (above > Math.max(3, y.length / 50)) {
            out.remark(Remark.warning(String.format(java.util.Locale.ROOT, "The background lies above the data "
                    + "(most at %.1f eV): check the ends of its range.", x[worst])));
        }
    }

    @Override
    public String methods(Parameters p) {
        String kind = switch (p.kind()) {
            case SHIRLEY -> "A Shirley background was used";
            case LINEAR -> "A linear background was used";
            case CONSTANT -> "A constant background was used";
            case TOUGAARD -> "A Tougaard background (universal cross-section) was used";
            case FROM_FILE -> "The background stored in the data file was used";
        };
        return kind + (p.range().isAll() ? "." : " from " + p.range().from() + " to " + p.range().to() + " eV.");
    }

    /** Kinds for alternatives in the uncertainty of a fit. */
    static List<BackgroundModel.Kind> alternatives() {
        return List.of(BackgroundModel.Kind.SHIRLEY, BackgroundModel.Kind.LINEAR);
    }
}
