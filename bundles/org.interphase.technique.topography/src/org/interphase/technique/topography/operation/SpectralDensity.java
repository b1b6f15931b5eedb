package org.interphase.technique.topography.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Signal;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.areal.PowerSpectrum;
import org.interphase.technique.topography.surface.HeightField;

/** Power spectral density of the heights over the spatial frequency. */
public final class SpectralDensity implements Operation<Raster, SpectralDensity.Parameters> {

    /** No parameters. */
    public record Parameters() {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.spectrum", 1, "Power spectrum", "Power spectral "
                + "density of the heights, averaged over all directions, as a curve over the spatial frequency. Level "
                + "the map first: a tilt fills the spectrum.", Raster.class, Parameters.class,
                        Publication.article("T. D. B. Jacobs, T. Junge, L. Pastewka",
                                "Quantitative characterization of surface topography using spectral "
                                + "analysis")
                                .in("Surf. Topogr.: Metrol. Prop.", 2017, "5", "013001")
                                .doi("10.1088/2051-672X/aa51f8").seen().cited("Jacobs 2017"))
                .forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        HeightField f = HeightField.of(input);
        PowerSpectrum s = PowerSpectrum.of(f, progress);
        Unit frequency = Unit.of(f.length().text() + "-1");
        Unit density = Unit.of(f.unit().text() + "2." + f.length().text() + "2");
        Curve curve = new Curve(DatasetHeader.of(input.name() + " spectrum", HeightField.SPECTRUM_KIND, Metadata.EMPTY),
                Axis.of("Spatial frequency", frequency, s.frequency(), Direction.ASCENDING),
                Signal.of("Power spectral density", density, s.density()));
        return Outcome.builder(input).extra(curve).figure(Figure.of("spectrum", "Power spectrum", "Power spectral "
                + "density of the heights, averaged over all directions; its integral over the plane "
                + "of wave vectors (cycles per length) is the mean square height.", Panel.of(Panel.MAIN,
                AxisSpec.of("Spatial frequency", frequency).log(), AxisSpec.of("Power spectral density", density).log(),
                List.of(new Layer.Line("", s.frequency(), s.density(), Style.line(Colour.DATA, 1.3)))).noLegend()))
                .build();
    }

    @Override
    public String methods(Parameters p) {
        return "The power spectral density of the heights was taken with a Hann window and averaged over all "
                + "directions.";
    }
}
