package org.interphase.spectra.operation;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.spectra.peak.BackgroundModel;

/** Finds the baseline under a curve and, if wanted, takes it away. */
public final class BaselineOperation implements Operation<Curve, BaselineOperation.Parameters> {

    /** Algorithms. */
    public enum Method {
        /** Asymmetrically reweighted penalised least squares. */
        ARPLS,
        /** Asymmetric least squares. */
        ASLS,
        /** Adaptive iteratively reweighted penalised least squares. */
        AIRPLS,
        /** Peak clipping. */
        SNIP,
        /** Moving minimum and maximum. */
        ROLLING_BALL,
        /** Lower convex hull. */
        RUBBER_BAND,
        /** Polynomial under the peaks. */
        POLYNOMIAL,
        /** Cubic spline through anchors. */
        SPLINE,
        /** Straight line between the ends. */
        LINEAR,
        /** Iterated Shirley step. */
        SHIRLEY
    }

    /**
     * Parameters.
     *
     * @param method algorithm
     * @param range part of the axis
     * @param smoothness decimal logarithm of the penalty
     * @param asymmetry weight of points above the baseline
     * @param width widest peak base in the axis unit
     * @param degree polynomial degree
     * @param anchors abscissae of anchors
     * @param subtract whether the baseline is taken away
     */
    public record Parameters(
            @Param(label = "Method", def = "arpls", help = "arPLS suits most spectra; rubber band and SNIP for "
                    + "many narrow bands; polynomial for fluorescence; spline where you know where there is no "
                    + "band; linear for a short window.") Method method,
            @Param(label = "Range", def = "all", picture = Param.Picture.X_RANGE, help = "Part of the axis the "
                    + "baseline spans.") Range range,
            @Param(label = "Smoothness", def = "6", min = 0, max = 15, help = "Decimal logarithm of the penalty of "
                    + "arPLS, AsLS and airPLS: larger is stiffer. Raise it if the baseline climbs into bands.")
                    double smoothness,
            @Param(label = "Asymmetry", def = "0.01", min = 1e-6, max = 0.5, advanced = true,
                    help = "Weight of points above "
                    + "the baseline in AsLS.") double asymmetry,
            @Param(label = "Peak width", def = "", min = 0, advanced = true, help = "Width of the widest band at "
                    + "its base, in the axis unit, for SNIP and rolling ball. Empty: a tenth of the range.")
                    Double width,
            @Param(label = "Degree", def = "5", min = 0, max = 15, advanced = true, help = "Degree of the polynomial.")
            int degree,
            @Param(label = "Anchors", help = "Positions without band, in the axis unit, for the spline.",
                    advanced = true)
            List<Double> anchors,
            @Param(label = "Subtract", def = "true", help = "Takes the baseline away. Off: the signal stays as "
                    + "measured and a following fit uses the baseline.") boolean subtract) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.baseline", 1, "Baseline",
            "Finds the baseline under a curve. Taking it away keeps the noise of the measured signal; leaving it "
                    + "lets a following fit weight by the counts.",
            Curve.class, Parameters.class,
            Publication.article("S.-J. Baek, A. Park, Y.-J. Ahn, J. Choo",
                    "Baseline correction using asymmetrically reweighted penalized least squares "
                    + "smoothing")
                    .in("Analyst", 2015, "140", "250-257")
                    .doi("10.1039/C4AN01061B").seen().cited("Baek 2015"),
            Publication.book("P. H. C. Eilers, H. F. M. Boelens",
                    "Baseline correction with asymmetric least squares smoothing")
                    .by("report, Leiden University Medical Centre", 2005).cited("Eilers 2005"),
            Publication.article("C. G. Ryan, E. Clayton, W. L. Griffin, S. H. Sie, D. R. "
                    + "Cousens",
                    "SNIP, a statistics-sensitive background treatment for the quantitative analysis "
                    + "of PIXE spectra in geoscience applications")
                    .in("Nucl. Instrum. Methods B", 1988, "34", "396-402")
                    .doi("10.1016/0168-583X(88)90063-8").seen().cited("Ryan 1988"));

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public List<Citation> citations(Parameters p) {
        return info().cited(switch (p.method()) {
            case ARPLS -> "Baek 2015";
            case ASLS -> "Eilers 2005";
            case SNIP -> "Ryan 1988";
            default -> "";
        });
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        int[] part = Parts.inside(input.axis(), p.range(), 5);
        double[] all = Parts.finite(input);
        double[] x = input.axis().slice(part[0], part[1]).values();
        double[] y = Arrays.copyOfRange(all, part[0], part[1]);
        double[] found;
        try {
            found = Baselines.find(x, y, p);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The baseline cannot be found: " + e.getMessage(), e);
        }
        if (!p.subtract()) {
            double[] values = new double[all.length];
            Arrays.fill(values, Double.NaN);
            System.arraycopy(found, 0, values, part[0], found.length);
            BackgroundModel.Kind kind = switch (p.method()) {
                case LINEAR -> BackgroundModel.Kind.LINEAR;
                case SHIRLEY -> BackgroundModel.Kind.SHIRLEY;
                default -> BackgroundModel.Kind.HELD;
            };
            Curve output = input.with(new Background(p.method().name().toLowerCase(java.util.Locale.ROOT).replace('_',
                    ' '),
                    values, null)).with(new BackgroundModel(kind, x[0], x[x.length - 1]));
            return Outcome.builder(output).overlay("background", new Layer.Line("Baseline", x, found,
                    Style.line(Colour.BACKGROUND, 1.2).dashed(Style.Dash.DASHED))).build();
        }
        double[] net = new double[y.length];
        for (int i = 0; i < net.length; i++) {
            net[i] = y[i] - found[i];
        }
        Curve cut = input.slice(part[0], part[1]);
        Curve output = new Curve(cut.header().without(Background.class).without(BackgroundModel.class), cut.axis(),
                Signal.of(cut.signal().quantity(), cut.signal().unit(), net, cut.signal().sigma()));
        Outcome.Builder out = Outcome.builder(output);
        if (input.signal().unit().text().startsWith("counts") && !input.signal().hasSigma()) {
            out.remark(Remark.info("Counting statistics of the measured signal are no longer known to later steps; "
                    + "leave the baseline in (subtract off) if a fit follows."));
        }
        return out.build();
    }
}
