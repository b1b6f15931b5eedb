package org.interphase.technique.microscopy.reader;

import org.interphase.api.DatasetFormatException;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.scale.DataBar;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;

/** Puts decoded pixels and what is known about their scale together. */
public final class MicrographBuilder {

    private MicrographBuilder() {
    }

    /** A micrograph, or an element map if the file name tells of an element. */
    public static Raster raster(String fileName, String page, int width, int height, Pixels pixels, ScaleFacts facts)
            throws DatasetFormatException {
        var element = ElementName.of(fileName);
        int dot = fileName.lastIndexOf('.');
        String name = element.orElse((dot > 0 ? fileName.substring(0, dot) : fileName) + page);
        Metadata m = facts.metadata();
        if (element.isPresent()) {
            m = Metadata.EMPTY.with("element", element.get()).withAll(m);
        }
        if (!facts.calibration().isPhysical()) {
            m = m.with("scale", "none: lengths are in pixels");
        }
        try {
            Raster whole = Raster.of(DatasetHeader.of(name, element.isPresent() ? "element-map" : facts.kind(), m),
                    width, height, pixels, element.isPresent() ? element.get() + " signal" : "Grey level",
                    Unit.of(element.isPresent() ? "a.u." : "grey"), facts.calibration());
            int rows = facts.fieldHeight() > 0 && facts.fieldHeight() <= height ? facts.fieldHeight()
                    : element.isPresent() ? height : DataBar.fieldHeight(whole);
            return rows == height ? whole : whole.withField(new Raster.Field(0, 0, width, rows));
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(fileName, "", e.getMessage(), e);
        }
    }
}
