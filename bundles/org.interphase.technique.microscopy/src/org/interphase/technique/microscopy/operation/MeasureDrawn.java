package org.interphase.technique.microscopy.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.technique.microscopy.drawing.DrawnShape;
import org.interphase.technique.microscopy.scale.LengthScale;

/**
 * Distances, angles, areas and profiles that a person draws in a picture, and notes beside them. What is drawn is a
 * parameter, so it is kept, undone and reported as every other. A number drawn by hand says what lies between the
 * places that were pointed at, not that these were the right ones. That a point is placed to a pixel is the founders'
 * choice, unverified.
 */
public final class MeasureDrawn implements Operation<Raster, MeasureDrawn.Parameters> {

    private static final Colour LIGHT = Colour.rgb(0xffffff);
    private static final Colour DARK = Colour.rgb(0x000000);
    private static final double MARGIN = 0.04;

    /** What is drawn. */
    public enum What {
        DISTANCE, ANGLE, AREA, PROFILE, NOTE
    }

    /** Where the scale bar stands. */
    public enum Place {
        NONE, LOWER_LEFT, LOWER_RIGHT, UPPER_LEFT, UPPER_RIGHT
    }

    /** Something drawn. */
    public record Drawn(
            @Param(label = "Name", def = "", help = "What it is of; names the number, or is the text of a note.")
            String name,
            @Param(label = "Measures", def = "distance", help = "A distance, a profile and a note are lines (a note "
                    + "points to the end of its line), an angle is drawn as three points with the vertex in the "
                    + "middle, an area is a closed shape.")
            What what,
            @Param(label = "Shape", def = "all", picture = Param.Picture.REGION, help = "What is drawn, in pixels.")
            Region shape) {
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Drawn", def = "", help = "What is measured or noted, each with a name of its own.")
            List<Drawn> drawn,
            @Param(label = "Pointing uncertainty", unit = "px", def = "1", min = 0, max = 100, help = "Standard "
                    + "uncertainty of a point placed by hand, along each axis.")
            double pointing,
            @Param(label = "Scale uncertainty", unit = "%", def = "", min = 0, max = 100, help = "Relative standard "
                    + "uncertainty of the magnification; empty for what the file says.")
            Double scale,
            @Param(label = "Scale bar", def = "none", help = "Where a scale bar stands in the picture.")
            Place bar,
            @Param(label = "Scale bar length", def = "", min = 0, help = "In the picture's unit; empty for a round "
                    + "length of about a fifth of the picture.")
            Double barLength,
            @Param(label = "Scale bar is dark", def = "false", help = "Black instead of white, for light pictures.")
            boolean barDark) {
        /** Copies the list. */
        public Parameters {
            drawn = drawn == null ? List.of() : List.copyOf(drawn);
        }
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.measure", 1, "Measure by hand", "Distances, angles, areas and profiles "
                + "drawn in the picture, each with its uncertainty from pointing and scale; notes, and a scale bar.",
                Raster.class, Parameters.class);
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        Map<String, String> out = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < p.drawn().size(); i++) {
            Drawn d = p.drawn().get(i);
            if (d.name().isBlank()) {
                out.put("drawn[" + i + "].name", "it needs a name");
            } else if (d.what() != What.NOTE && !names.add(d.name())) {
                out.put("drawn[" + i + "].name", "another one is called " + d.name());
            }
        }
        return out;
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        LengthScale scale = LengthScale.of(input, p.scale());
        Outcome.Builder out = Outcome.builder(input);
        boolean lengths = p.drawn().stream().anyMatch(d -> d.what() == What.DISTANCE || d.what() == What.AREA);
        if (lengths) {
            scale.remarks(input).forEach(out::remark);
        }
        Verdict verdict = lengths ? scale.verdict(input) : Verdict.SOUND;
        List<Layer.Text> texts = new ArrayList<>();
        for (Drawn d : p.drawn()) {
            requireForm(d);
            DrawnShape shape = DrawnShape.of(d.shape(), input.calibration(), p.pointing());
            requireInside(d, input);
            switch (d.what()) {
                case DISTANCE -> {
                    DrawnShape.Number n = shape.length();
                    line(out, d, shape);
                    measured(out, texts, shape, Measurement.of(d.name(), "d", n.value(), LengthScale.combine(
                            n.uncertainty(), n.value() * scale.relative()), scale.unit()).judged(verdict));
                }
                case ANGLE -> {
                    DrawnShape.Number n = shape.angle().orElseThrow(() -> new AnalysisException(d.name()
                            + ": an arm of the angle has no length."));
                    line(out, d, shape);
                    measured(out, texts, shape, Measurement.of(d.name(), "", n.value(), n.uncertainty(), "deg"));
                }
                case AREA -> area(out, texts, d, shape, scale, verdict);
                case PROFILE -> profile(out, texts, d, shape, input, progress);
                case NOTE -> {
                    line(out, d, shape);
                    texts.add(new Layer.Text(shape.x()[0], shape.y()[0], d.name(), d.name(), Colour.HIGHLIGHT));
                }
            }
        }
        if (!texts.isEmpty()) {
            out.overlay("drawn names", new Layer.Labels("", texts, Style.line(Colour.HIGHLIGHT, 1)));
        }
        bar(out, input, p);
        return out.build();
    }

    private static void requireForm(Drawn d) throws AnalysisException {
        Region.Form form = d.shape().form();
        boolean fits = switch (d.what()) {
            case DISTANCE, PROFILE, NOTE -> form == Region.Form.LINE;
            case ANGLE -> form == Region.Form.POLYGON && d.shape().x().length == 3;
            case AREA -> form == Region.Form.RECTANGLE || form == Region.Form.ELLIPSE || form == Region.Form.POLYGON;
        };
        if (!fits) {
            throw new AnalysisException(d.name() + ": " + switch (d.what()) {
                case DISTANCE, PROFILE, NOTE -> "draw a line.";
                case ANGLE -> "draw three points, the vertex in the middle.";
                case AREA -> "draw a rectangle, an ellipse or an outline.";
            });
        }
    }

    private static void requireInside(Drawn d, Raster input) throws AnalysisException {
        boolean in = Arrays.stream(d.shape().x()).allMatch(v -> v >= 0 && v <= input.width())
                && Arrays.stream(d.shape().y()).allMatch(v -> v >= 0 && v <= input.height());
        if (!in) {
            throw new AnalysisException(String.format(Locale.ROOT, "%s reaches out of the picture of %d x %d pixels.",
                    d.name(), input.width(), input.height()));
        }
    }

    private static void measured(Outcome.Builder out, List<Layer.Text> texts, DrawnShape shape, Measurement m) {
        out.measure(m);
        double[] x = shape.x();
        double[] y = shape.y();
        texts.add(new Layer.Text(Arrays.stream(x).average().orElseThrow(), Arrays.stream(y).average().orElseThrow(),
                m.name(), m.name() + ": " + m.pretty(), Colour.HIGHLIGHT));
    }

    private static void line(Outcome.Builder out, Drawn d, DrawnShape shape) {
        out.overlay("drawn " + d.name(), new Layer.Outline("", shape.x(), shape.y(), false,
                Style.line(Colour.HIGHLIGHT, 1.5)));
    }

    private static void area(Outcome.Builder out, List<Layer.Text> texts, Drawn d, DrawnShape shape,
            LengthScale scale, Verdict verdict) {
        String unit = scale.unit() + "^2";
        double[] x = shape.x();
        double[] y = shape.y();
        if (d.shape().form() == Region.Form.RECTANGLE) {
            x = new double[] {x[0], x[1], x[1], x[0]};
            y = new double[] {y[0], y[0], y[1], y[1]};
        } else if (d.shape().form() == Region.Form.ELLIPSE) {
            int n = 90;
            double[] ex = new double[n];
            double[] ey = new double[n];
            for (int i = 0; i < n; i++) {
                double at = 2 * Math.PI * i / n;
                ex[i] = (x[0] + x[1]) / 2 + Math.abs(x[1] - x[0]) / 2 * Math.cos(at);
                ey[i] = (y[0] + y[1]) / 2 + Math.abs(y[1] - y[0]) / 2 * Math.sin(at);
            }
            x = ex;
            y = ey;
        }
        out.overlay("drawn " + d.name(), new Layer.Outline("", x, y, true, Style.line(Colour.HIGHLIGHT, 1.5)));
        if (d.shape().form() == Region.Form.POLYGON && shape.crossesItself()) {
            out.measure(Measurement.withheld(d.name(), "A", unit, "the outline crosses itself"));
            return;
        }
        DrawnShape.Number n = shape.area();
        measured(out, texts, shape, Measurement.of(d.name(), "A", n.value(), LengthScale.combine(n.uncertainty(),
                2 * n.value() * scale.relative()), unit).judged(verdict));
    }

    private static void profile(Outcome.Builder out, List<Layer.Text> texts, Drawn d, DrawnShape shape, Raster input,
            Progress progress) throws AnalysisException {
        Outcome made = new LineProfile().apply(input, new LineProfile.Parameters(d.shape(), 1), progress);
        line(out, d, shape);
        texts.add(new Layer.Text(shape.x()[0], shape.y()[0], d.name(), d.name() + ": profile", Colour.HIGHLIGHT));
        made.extra().forEach(out::extra);
        Figure f = made.figures().get(0);
        out.figure(new Figure("profile-" + d.name().replaceAll("[^A-Za-z0-9]+", "-"), "Profile " + d.name(),
                f.caption(), f.panels(), f.sharedX()));
    }

    private static void bar(Outcome.Builder out, Raster input, Parameters p) {
        Calibration c = input.calibration();
        if (p.bar() == Place.NONE) {
            return;
        }
        if (!c.isPhysical()) {
            out.remark(Remark.warning("There is no scale bar, as the picture has no scale; calibrate it first (step "
                    + "Calibrate)."));
            return;
        }
        // within the specimen: below it the microscope may have a bar of its own
        Raster.Field field = input.field();
        double width = field.width() * c.pixelWidth();
        double height = field.height() * c.pixelHeight();
        double length = p.barLength() != null && p.barLength() > 0 ? p.barLength() : round(width / 5);
        if (length > width * (1 - 2 * MARGIN)) {
            out.remark(Remark.warning("There is no scale bar, as it would be longer than the picture."));
            return;
        }
        boolean left = p.bar() == Place.LOWER_LEFT || p.bar() == Place.UPPER_LEFT;
        boolean low = p.bar() == Place.LOWER_LEFT || p.bar() == Place.LOWER_RIGHT;
        double from = field.x() * c.pixelWidth() + (left ? width * MARGIN : width * (1 - MARGIN) - length);
        double y = field.y() * c.pixelHeight() + (low ? height * (1 - MARGIN) : height * MARGIN * 2);
        Colour colour = p.barDark() ? DARK : LIGHT;
        String text = String.format(Locale.ROOT, "%.6g", length).replaceAll("\\.?0+$", "") + " " + c.unit().pretty();
        out.overlay("scale bar", new Layer.Outline("", new double[] {from, from + length}, new double[] {y, y}, false,
                Style.line(colour, 4)));
        out.overlay("scale bar length", new Layer.Labels("", List.of(new Layer.Text(from + length / 2,
                y - height * MARGIN / 2, text, "Scale bar", colour)), Style.line(colour, 1)));
    }

    // the largest of 1, 2, 5 times a power of ten that is not longer
    private static double round(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double of = length / power;
        return power * (of >= 5 ? 5 : of >= 2 ? 2 : 1);
    }
}
