package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.topography.surface.GaussianFilter;
import org.interphase.technique.topography.surface.HeightField;

/** S- and L-filter of ISO 25178-2 by the areal Gaussian filter. */
public final class FilterMap implements Operation<Raster, FilterMap.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "S-filter", unit = "um", def = "0", min = 0, max = 1e6, help = "Nesting index of the "
                    + "S-filter: waves shorter than this are taken out (noise); 0 for none. Usual values are 2.5, 8 "
                    + "and 25 um (ISO 25178-3).")
            double s,
            @Param(label = "L-filter", unit = "um", def = "0", min = 0, max = 1e6, help = "Nesting index of the "
                    + "L-filter: waves longer than this are taken out (waviness); 0 for none. Usual values are 0.25, "
                    + "0.8 and 2.5 mm (ISO 25178-3).")
            double l) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.filter", 1, "S- and L-filter", "Takes short and long "
                + "waves out of a height map by the areal Gaussian filter of ISO 16610-61, weights normalised at edges "
                + "and holes. Level the map before an S-L surface is made.", Raster.class, Parameters.class,
                Publication.standard("ISO, Geneva", "ISO 16610-61", 2015,
                        "Geometrical product specification (GPS), Filtration, Part 61: Linear areal "
                        + "filters: Gaussian filters")
                        .cited("ISO 16610-61"))
                .forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        if (p.s() == 0 && p.l() == 0) {
            return Outcome.of(input);
        }
        if (p.s() > 0 && p.l() > 0 && p.l() <= p.s()) {
            throw new AnalysisException("The L-filter (" + p.l() + " um) must be longer than the S-filter (" + p.s()
                    + " um); between them nothing is left.");
        }
        HeightField f = HeightField.of(input);
        double um = org.interphase.model.unit.Unit.of("um").scaleTo(f.length());
        double shorter = Math.min(f.sideX(), f.sideY());
        if (p.l() * um > shorter) {
            throw new AnalysisException("The L-filter of " + p.l() + " um is longer than the shorter side of the map; "
                    + "choose a shorter one, or level the map instead.");
        }
        HeightField out = p.s() > 0 ? GaussianFilter.longWaves(f, p.s() * um, progress.part(0, 0.5)) : f;
        out = p.l() > 0 ? GaussianFilter.shortWaves(out, p.l() * um, progress.part(0.5, 1)) : out;
        Outcome.Builder built = Outcome.builder(out.into(input));
        if (p.s() > 0 && p.s() * um < 2 * Math.max(f.stepX(), f.stepY())) {
            built.remark(Remark.warning("The S-filter of " + p.s() + " um is shorter than two points are apart and "
                    + "hardly does anything.").coded("short-filter"));
        }
        if (p.l() * um > shorter / 3) {
            built.remark(Remark.warning("The L-filter is longer than a third of the shorter side: what is near the "
                    + "edge is filtered by one side only.").coded("long-filter"));
        }
        return built.build();
    }

    @Override
    public String methods(Parameters p) {
        if (p.s() == 0 && p.l() == 0) {
            return "No S- or L-filter was applied.";
        }
        String s = p.s() > 0 ? "an S-filter of " + p.s() + "\u00a0\u00b5m" : "";
        String l = p.l() > 0 ? "an L-filter of " + p.l() + "\u00a0\u00b5m" : "";
        return "The surface was filtered by " + s + (s.isEmpty() || l.isEmpty() ? "" : " and ") + l
                + " (areal Gaussian, ISO 16610-61).";
    }
}
