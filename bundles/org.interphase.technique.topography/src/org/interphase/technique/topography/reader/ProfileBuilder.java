package org.interphase.technique.topography.reader;

import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.Direction;
import org.interphase.model.Raster;
import org.interphase.model.Signal;
import org.interphase.technique.topography.surface.HeightField;

/** A map of one row as the profile it is. */
final class ProfileBuilder {

    private ProfileBuilder() {
    }

    /** The first row over the distance from its first point; missing points stay NaN. */
    static Curve profile(Raster row) {
        double[] x = new double[row.width()];
        double[] z = new double[row.width()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * row.calibration().pixelWidth();
            z[i] = row.get(i, 0);
        }
        return new Curve(row.header().withKind(HeightField.PROFILE_KIND), Axis.of("Distance",
                row.calibration().unit(), x, Direction.ASCENDING), Signal.of(row.quantity(), row.unit(), z));
    }
}
