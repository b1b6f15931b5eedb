package org.interphase.technique.topography.operation;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.topography.surface.FormRemoval;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Levelling;
import org.interphase.technique.topography.surface.LineLevelling;
import org.interphase.technique.topography.surface.RoundForm;

/** Takes shifts of lines, tilt and form out of a map: the F-operation of ISO 25178-2. */
public final class LevelMap implements Operation<Raster, LevelMap.Parameters> {

    /** Relative uncertainty of a radius from which on it is none. */
    private static final double FLAT = 0.2;

    /** What is taken out. */
    public enum Form {
        NONE, MEAN, PLANE, POLYNOMIAL, SPHERE, CYLINDER
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Form", def = "none", help = "What is taken out: none (heights stay as measured), mean, "
                    + "plane (tilt), polynomial (tilt and form of small angles), or the sphere or cylinder that fits "
                    + "best (its radius is said; a cylinder may lie in any direction).")
            Form form,
            @Param(label = "Order", def = "2", min = 1, max = Levelling.HIGHEST, help = "Total degree of the "
                    + "polynomial: 2 for a bowl or a saddle, 4 and more for what bends more than once. Higher orders "
                    + "take texture out too.")
            int order,
            @Param(label = "Robust", def = "false", help = "Whether spikes, pits and steps are to have no say "
                    + "(reweighted least squares with Tukey's weights).")
            boolean robust,
            @Param(label = "Lines", def = "none", help = "Shifts of single rows, before the form: none, median (the "
                    + "median of every row becomes zero), or difference (the median difference of neighbouring rows "
                    + "becomes zero). For drift of a scanning instrument.")
            LineLevelling.Lines lines) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.level", 1, "Level", "Takes shifts of lines, tilt and "
                + "form out of a height map by a least-squares or robust surface. Missing points stay "
                + "missing and have no say.", Raster.class, Parameters.class).forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        if (p.form() == Form.NONE && p.lines() == LineLevelling.Lines.NONE) {
            return Outcome.of(input);
        }
        HeightField f = LineLevelling.of(HeightField.of(input), p.lines());
        FormRemoval before = input.header().product(FormRemoval.class).orElse(FormRemoval.NONE);
        boolean lines = p.lines() != LineLevelling.Lines.NONE;
        if (p.form() == Form.NONE) {
            return Outcome.of(marked(f.into(input), before.and(new FormRemoval(1, lines))));
        }
        if (p.form() == Form.SPHERE || p.form() == Form.CYLINDER) {
            return round(f, input, p, before.and(new FormRemoval(1, lines)), progress);
        }
        int degree = switch (p.form()) {
            case PLANE -> 1;
            case POLYNOMIAL -> p.order();
            default -> 0;
        };
        Levelling level = Levelling.of(f, degree, p.robust(), progress);
        Outcome.Builder out = Outcome.builder(marked(level.takenFrom(f).into(input), before.and(new FormRemoval(
                (level.degree() + 1) * (level.degree() + 2) / 2, lines))));
        if (level.degree() < degree) {
            out.remark(Remark.warning("The measured points determine a surface of degree " + level.degree()
                    + " only; that was taken out instead of degree " + degree + ".").coded("lower-degree"));
        }
        return out.build();
    }

    private static Outcome round(HeightField f, Raster input, Parameters p, FormRemoval before, Progress progress)
            throws AnalysisException {
        RoundForm.Shape shape = p.form() == Form.SPHERE ? RoundForm.Shape.SPHERE : RoundForm.Shape.CYLINDER;
        String name = shape.name().toLowerCase(Locale.ROOT);
        RoundForm form = RoundForm.of(f, shape, p.robust(), progress).orElseThrow(() -> new AnalysisException(
                "No " + name + " fits the measured points; take the form out by a polynomial instead."));
        Raster map = form.takenFrom(f).into(input);
        double radius = Math.abs(form.radius());
        String length = "\u00a0" + f.length().pretty();
        Remark remark = form.radiusUncertainty() < FLAT * radius ? Remark.info("A " + name + " of radius "
                + Numbers.plain(radius, 5) + length + (form.radius() > 0 ? " (hollow)" : " (hill)")
                + " was taken out.").coded("form-radius") : Remark.warning("The map is so flat that the radius of the "
                + name + " is not known; a plane would do.").coded("flat-form");
        return Outcome.builder(marked(map, before.and(new FormRemoval(shape.terms(), false)))).remark(remark).build();
    }

    private static Raster marked(Raster map, FormRemoval removal) {
        return map.withHeader(map.header().without(FormRemoval.class).with(removal));
    }

    @Override
    public String methods(Parameters p) {
        String lines = switch (p.lines()) {
            case NONE -> "";
            case MEDIAN -> "The median of every row was set to zero. ";
            case DIFFERENCE -> "The median difference of neighbouring rows was set to zero. ";
        };
        String by = p.robust() ? " fitted robustly (Tukey's biweight)" : " fitted by least squares";
        return lines + switch (p.form()) {
            case NONE -> lines.isEmpty() ? "Heights were taken as measured, without levelling." : "";
            case MEAN -> "The mean height was subtracted.";
            case PLANE -> "A plane" + by + " was subtracted.";
            case POLYNOMIAL -> "A polynomial surface of degree " + p.order() + by + " was subtracted.";
            case SPHERE -> "A sphere" + by + " was subtracted.";
            case CYLINDER -> "A cylinder" + by + " was subtracted.";
        };
    }
}
