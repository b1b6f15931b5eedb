package org.interphase.technique.elements.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.technique.elements.elementmap.LineOrigin;

/** Counts along a line across a map, summed over the map's other direction or a band of it. */
public final class LineAcrossMap implements Operation<Raster, LineAcrossMap.Parameters> {

    /** Which way the line runs. */
    public enum Way {
        /** From left to right. */
        HORIZONTAL,
        /** From top to bottom. */
        VERTICAL
    }

    /** What can be set. */
    public record Parameters(
            @Param(label = "Direction", def = "horizontal", help = "Which way the line runs.") Way direction,
            @Param(label = "Centre", unit = "%", def = "50", min = 0, max = 100, help = "Where the band that is summed "
                    + "lies across the line, in parts of the map.") double centre,
            @Param(label = "Band", unit = "%", def = "100", min = 0, max = 100, help = "Width of the band that is "
                    + "summed, "
                    + "in parts of the map; 0 for a single row of pixels.") double band,
            @Param(label = "Counts", def = "automatic", help = "Whether pixel values are counts, where the file does "
                    + "not say so.") MapUniformity.Counts counts) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("elements.line-across-map", 2, "Line across a map", "Sums the counts of a map across a "
                + "band, so that a line of counts with their statistics is left.", Raster.class, Parameters.class)
                .forKinds("element-map");
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Verdict counts = MapCounts.verdict(input, p.counts() == MapUniformity.Counts.YES);
        boolean flat = p.direction() == Way.HORIZONTAL;
        int along = flat ? input.field().width() : input.field().height();
        int across = flat ? input.field().height() : input.field().width();
        int wide = (int) Math.max(1, Math.round(across * p.band() / 100));
        int from = (int) Math.max(0, Math.min(across - wide, Math.round(across * p.centre() / 100 - wide / 2.0)));
        double pixel = flat ? input.calibration().pixelWidth() : input.calibration().pixelHeight();
        double[] x = new double[along];
        double[] y = new double[along];
        double[] sigma = new double[along];
        for (int i = 0; i < along; i++) {
            x[i] = (i + 0.5) * pixel;
            for (int k = from; k < from + wide; k++) {
                double v = flat ? input.get(input.field().x() + i, input.field().y() + k)
                        : input.get(input.field().x() + k, input.field().y() + i);
                if (Double.isNaN(v)) {
                    throw new AnalysisException("The band has pixels that were not measured; choose another.");
                }
                y[i] += v;
            }
            sigma[i] = Math.sqrt(Math.max(1, y[i]));
        }
        Metadata m = input.header().metadata().with("pixels summed", wide);
        DatasetHeader header = DatasetHeader.of(input.name(), "elements.profile", m);
        Outcome.Builder out = Outcome.builder(new Curve(header, Axis.of("Position", input.calibration().unit(), x,
                Direction.ASCENDING), Signal.of("Counts", Unit.of("counts"), y, sigma)).with(new LineOrigin(counts,
                        input.calibration().relativeUncertainty())));
        if (!counts.isSound()) {
            out.remark(Remark.warning("What rests on counting statistics is doubtful: " + counts.reason() + "."));
        }
        return out.build();
    }
}
