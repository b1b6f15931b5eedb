package org.interphase.spectra.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;

/** Keeps a range of the axis. */
public final class CropOperation implements Operation<Curve, CropOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param range what is kept
     */
    public record Parameters(@Param(label = "Range", def = "all", picture = Param.Picture.X_RANGE,
            help = "Part of the axis "
            + "that is kept, in the axis unit.") Range range) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.crop", 1, "Crop",
            "Keeps the points within a range of the axis.", Curve.class, Parameters.class);

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        int[] part = Parts.inside(input.axis(), p.range(), 2);
        Curve cut = input.slice(part[0], part[1]);
        return Outcome.of(cut.withHeader(cut.header().without(Background.class)));
    }
}
