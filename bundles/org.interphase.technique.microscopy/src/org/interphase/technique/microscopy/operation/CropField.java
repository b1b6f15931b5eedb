package org.interphase.technique.microscopy.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Restricts what follows to a rectangle: the specimen field becomes its bounding box; no pixel is moved. */
public final class CropField implements Operation<Raster, CropField.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Region", def = "all", picture = Param.Picture.REGION, help = "What is kept; its bounding "
                    + "box becomes the specimen field.")
            Region region) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.crop", 1, "Crop", "Restricts the following steps to a part of the "
                + "picture. Pixel positions stay those of the file.", Raster.class, Parameters.class);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Selection s = Selection.of(input, p.region());
        return Outcome.of(input.withField(new Raster.Field(s.x(), s.y(), s.width(), s.height())));
    }
}
