package org.interphase.technique.microscopy.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.microscopy.scale.LengthScale;
import org.interphase.technique.microscopy.threshold.AutomaticThresholds;

/** Void fraction of several pictures of one kind, each against the first: before and after cycling, for example. */
public final class CompareVoids implements Operation<Series, CompareVoids.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Threshold", def = "otsu", help = "Global or local method, used for each picture.")
            AutomaticThresholds.Method method,
            @Param(label = "Level", unit = "grey", def = "", help = "Grey level for the manual method, the same for "
                    + "all.")
            Double level,
            @Param(label = "Median radius", unit = "px", def = "1", min = 1, max = 20, help = "Radius of the median "
                    + "filter before thresholding.")
            double radius) {
    }

    @Override
    public OperationInfo<Series, Parameters> info() {
        return OperationInfo.of("microscopy.compare-voids", 2, "Compare void fractions", "Measures the dark fraction "
                + "of each "
                + "picture as the porosity recipe does, and the difference from the first with its uncertainty.",
                Series.class, Parameters.class);
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        if (input.members().size() < 2) {
            throw new AnalysisException("A comparison needs at least two pictures.");
        }
        Outcome.Builder out = Outcome.builder(input);
        List<Measurement> found = new ArrayList<>();
        List<Layer.Text> names = new ArrayList<>();
        int n = input.members().size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] e = new double[n];
        for (int i = 0; i < n; i++) {
            Dataset d = input.members().get(i);
            if (!(d instanceof Raster r)) {
                throw new AnalysisException("'" + d.name() + "' is no picture.");
            }
            Measurement m = porosity(r, p, progress.part((double) i / n, (i + 1.0) / n));
            found.add(m);
            out.measure(m.withName("void fraction " + (i + 1) + " (" + r.name() + ")"));
            x[i] = i + 1;
            y[i] = m.value();
            e[i] = m.uncertainty();
            names.add(new Layer.Text(x[i], y[i], r.name(), m.pretty(), Colour.sample(i)));
        }
        for (int i = 1; i < n; i++) {
            double difference = y[i] - y[0];
            double u = LengthScale.combine(e[0], e[i]);
            Verdict both = found.get(0).verdict().and(found.get(i).verdict());
            out.measure(Measurement.of("void fraction change " + (i + 1), "\u0394\u03b5", difference, u, "%")
                    .judged(both));
            if (both.isSound() && Math.abs(difference) < 2 * u) {
                out.remark(Remark.info("The change of picture " + (i + 1) + " lies within twice its standard "
                        + "uncertainty: it is not established."));
            }
        }
        return out.figure(Figure.of("void-fraction", "Void fraction", "Void fraction of each picture with its standard "
                + "uncertainty.", Panel.of(Panel.MAIN, AxisSpec.of("Picture", "1").range(0.5, n + 0.5),
                        AxisSpec.of("Void fraction", "%"), List.of(new Layer.Points("", x, y, e,
                                Style.points(Colour.DATA, Style.Symbol.CIRCLE, 6)),
                                new Layer.Labels("", names, Style.line(Colour.DATA, 1)))).noLegend())).build();
    }

    private static Measurement porosity(Raster r, Parameters p, Progress progress) throws AnalysisException {
        Denoise denoise = new Denoise();
        Raster smooth = (Raster) denoise.apply(r, new Denoise.Parameters(Denoise.Filter.MEDIAN, p.radius(), 1),
                progress)
                .dataset();
        Segment segment = new Segment();
        Segment.Parameters s = org.interphase.api.parameters.Parameters.defaults(Segment.Parameters.class);
        Raster divided = (Raster) segment.apply(smooth, new Segment.Parameters(s.region(), p.method(), p.level(),
                s.phase(), s.opening(), s.closing(), s.smallest(), s.fillHoles(), s.window(), s.weight()),
                progress).dataset();
        return new Porosity().apply(divided,
                org.interphase.api.parameters.Parameters.defaults(Porosity.Parameters.class), progress).measurements()
                .stream().filter(m -> m.name().equals("porosity")).findFirst().orElseThrow();
    }
}
