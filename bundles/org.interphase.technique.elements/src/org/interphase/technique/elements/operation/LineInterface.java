package org.interphase.technique.elements.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.elements.elementmap.LineOrigin;
import org.interphase.technique.elements.elementmap.StepEdge;

/** Where along a line an element begins or ends, and how sharply. */
public final class LineInterface implements Operation<Curve, LineInterface.Parameters> {

    /** What can be set. */
    public record Parameters(@Param(label = "Range", def = "all", help = "Part of the line with one interface.",
            picture = Param.Picture.X_RANGE) Range range) {
    }

    /** Fall of chi-square that makes a step: 3 more parameters, at any place. */
    private static final double STEP = 25;
    private static final double OVER_SLOPE = 9;
    private static final double MISFIT = 2;

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("elements.line-interface", 2, "Interface on a line", "Fits a step smeared by the "
                + "beam to "
                + "the counts along a line: levels, place and width from 10 to 90 %. Without a clear step the line is "
                + "said to have none.", Curve.class, Parameters.class).forKinds("elements.profile");
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        int n = input.axis().size();
        int[] within = java.util.stream.IntStream.range(0, n).filter(i -> p.range().contains(input.axis().get(i)))
                .toArray();
        double[] x = java.util.Arrays.stream(within).mapToDouble(input.axis()::get).toArray();
        double[] y = java.util.Arrays.stream(within).mapToDouble(input.signal()::get).toArray();
        StepEdge edge;
        try {
            edge = StepEdge.ofCounts(x, y);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("No interface can be fitted: " + e.getMessage() + "; widen the range.", e);
        }
        String name = input.header().metadata().text("element").orElse(input.name());
        String unit = input.axis().unit().text();
        LineOrigin origin = input.header().product(LineOrigin.class).orElse(new LineOrigin(Verdict.doubtful("it is not "
                + "said that the values are counts"), Double.NaN));
        Outcome.Builder out = Outcome.builder(input);
        boolean none = edge.gain() < STEP;
        if (none) {
            out.measure(Measurement.notDetected(name + " interface position", "x", Double.NaN, unit)
                    .judged(origin.counts()));
            out.remark(Remark.info(name + " shows no step along the line beyond counting statistics.").about(name));
        } else {
            report(out, edge, name, unit, x, origin);
        }
        return out.figure(figure(input, x, y, none ? null : edge)).build();
    }

    private static void report(Outcome.Builder out, StepEdge edge, String name, String unit, double[] x,
            LineOrigin origin) {
        double[] v = edge.values();
        double[] u = edge.uncertainties();
        Verdict verdict = origin.counts();
        double pixel = x[1] - x[0];
        if (edge.gainOverSlope() < OVER_SLOPE) {
            verdict = verdict.and(Verdict.doubtful("a straight line describes the counts about as well as a step"));
        }
        if (edge.reducedChiSquare() > MISFIT) {
            verdict = verdict.and(Verdict.doubtful("one step does not describe the counts along the line"));
        }
        if (v[2] < x[0] || v[2] > x[x.length - 1] || Double.isNaN(u[2])) {
            verdict = verdict.and(Verdict.withheld("the step lies at or beyond the end of the line"));
        }
        double scale = Double.isNaN(origin.scale()) ? 0 : origin.scale();
        if (Double.isNaN(origin.scale())) {
            out.remark(Remark.warning("It is not known how sure the scale of the map is; position and width hold no "
                    + "uncertainty of it.").about(name).coded("scale-uncertainty"));
        }
        // a place is known no better than the pixels lie
        double place = Math.hypot(Math.hypot(u[2], 0.1 * pixel), scale * v[2]);
        out.measure(Measurement.of(name + " interface position", "x", v[2], place, unit).judged(verdict));
        Verdict width = v[3] < 0.5 * pixel ? verdict.and(Verdict.doubtful("the step is sharper than the pixels"))
                : verdict;
        out.measure(Measurement.of(name + " interface width", "", StepEdge.TEN_TO_NINETY * v[3], StepEdge.TEN_TO_NINETY
                * Math.hypot(Math.hypot(u[3], 0.1 * pixel), scale * v[3]), unit).judged(width));
        out.measure(Measurement.of(name + " level before", "", v[0], u[0], "counts").judged(verdict));
        out.measure(Measurement.of(name + " level behind", "", v[1], u[1], "counts").judged(verdict));
        out.remark(Remark.info("The width from 10 to 90 % holds the size of the excited volume, which for electrons of "
                + "some 10 keV is a micrometre.").about(name));
    }

    private static Figure figure(Curve input, double[] x, double[] y, StepEdge edge) {
        double[] bars = java.util.Arrays.stream(y).map(v -> Math.sqrt(Math.max(1, v))).toArray();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Points("Counts", x, y, bars, Style.points(Colour.DATA, Style.Symbol.DOT, 3)));
        if (edge != null) {
            layers.add(new Layer.Line("Step", x, edge.curve(), Style.line(Colour.MODEL, 1.5)));
        }
        return Figure.of("line", "Line", "Counts along the line with counting statistics, and the step where there is "
                + "one.", Panel.of(Panel.MAIN, AxisSpec.of(input.axis()), AxisSpec.of("Counts", "counts"), layers));
    }
}
