package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.topography.surface.FormRemoval;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Levelling;
import org.interphase.technique.topography.surface.LineLevelling;

/** Takes shifts of lines, tilt and form out of a map: the F-operation of ISO 25178-2. */
public final class LevelMap implements Operation<Raster, LevelMap.Parameters> {

    /** What is taken out. */
    public enum Form {
        NONE, MEAN, PLANE, POLYNOMIAL
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Form", def = "none", help = "What is taken out: none (heights stay as measured), mean, "
                    + "plane (tilt), or polynomial (tilt and form: a bowl, a cylinder or a sphere of small angles).")
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
                + "form out of a height map by a least-squares or robust polynomial surface. Missing points stay "
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
        };
    }
}
