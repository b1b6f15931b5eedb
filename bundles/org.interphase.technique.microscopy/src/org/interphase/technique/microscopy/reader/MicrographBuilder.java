package org.interphase.technique.microscopy.reader;

import java.util.Locale;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.scale.DataBar;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;

/** Puts decoded pixels, what is known about their scale, and what a person states of it together. */
public final class MicrographBuilder {

    private MicrographBuilder() {
    }

    /** A micrograph, or an element map if the file name tells of an element. */
    public static Raster raster(Source source, String page, int width, int height, Pixels decoded, ScaleFacts facts)
            throws DatasetFormatException {
        return raster(source, page, ElementName.of(source.name()), width, height, decoded, facts);
    }

    /** A micrograph, or the map of an element that the page names. */
    static Raster raster(Source source, String page, Optional<String> element, int width, int height, Pixels decoded,
            ScaleFacts facts) throws DatasetFormatException {
        Pixels pixels = finite(decoded);
        String fileName = source.name();
        int dot = fileName.lastIndexOf('.');
        String name = element.orElse((dot > 0 ? fileName.substring(0, dot) : fileName) + page);
        ScaleFacts known = facts.calibration().isPhysical() && !isLength(facts.calibration()) ? facts
                : stated(source, facts, width);
        Metadata m = known.metadata();
        if (element.isPresent()) {
            m = Metadata.EMPTY.with("element", element.get()).withAll(m);
        }
        if (!known.calibration().isPhysical()) {
            m = m.with("scale", "none: lengths are in pixels");
        }
        DatasetHeader header = DatasetHeader.of(name, element.isPresent() ? "element-map" : known.kind(), m);
        for (Remark r : known.remarks()) {
            header = header.remarking(r);
        }
        long missing = missing(pixels);
        if (missing == pixels.size()) {
            throw new DatasetFormatException(fileName, "", "no pixel of the picture" + page + " holds a value");
        }
        if (missing > 0) {
            header = header.remarking(Remark.info(String.format(Locale.ROOT, "%d of %d pixels (%.3g %%) hold no value; "
                    + "they count nowhere.", missing, pixels.size(), 100.0 * missing / pixels.size())));
        }
        try {
            Raster whole = Raster.of(header, width, height, pixels, element.isPresent() ? element.get() + " signal"
                    : "Grey level", Unit.of(element.isPresent() ? "a.u." : "grey"), known.calibration());
            int rows = known.fieldHeight() > 0 && known.fieldHeight() <= height ? known.fieldHeight()
                    : element.isPresent() ? height : DataBar.fieldHeight(whole);
            return rows == height ? whole : whole.withField(new Raster.Field(0, 0, width, rows));
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(fileName, "", e.getMessage(), e);
        }
    }

    private static boolean isLength(Calibration c) {
        return c.unit().isCompatible(Unit.of("m"));
    }

    /** The facts with the pixel size that a person states, where one does; a warning where the file has another. */
    public static ScaleFacts stated(Source source, ScaleFacts facts, int width) {
        if (source.stated().value(Fact.PIXEL_SIZE).isEmpty()) {
            return facts;
        }
        double nm = source.stated().value(Fact.PIXEL_SIZE).getAsDouble();
        Calibration said = ScaleFacts.metres(nm * 1e-9, nm * 1e-9, width, "stated by the analyst");
        ScaleFacts out = facts.withCalibration(said);
        String text = "The pixel size is taken as " + ScaleFacts.digits(nm) + " nm, as stated";
        Calibration c = facts.calibration();
        if (!c.isPhysical()) {
            return out.remarking(Remark.info(text + "."));
        }
        double scale = c.unit().scaleTo(Unit.of("nm"));
        double x = c.pixelWidth() * scale;
        double y = c.pixelHeight() * scale;
        return Math.abs(x / nm - 1) < 0.01 && Math.abs(y / nm - 1) < 0.01 ? out.remarking(Remark.info(text
                + ", in agreement with the file.")) : out.remarking(Remark.warning(text + "; the file has "
                        + ScaleFacts.digits(x) + " nm x " + ScaleFacts.digits(y) + " nm (" + c.source() + ")."));
    }

    /** Number of pixels without value. */
    private static long missing(Pixels pixels) {
        long n = 0;
        for (int i = 0; !pixels.isInteger() && i < pixels.size(); i++) {
            n += Double.isNaN(pixels.get(i)) ? 1 : 0;
        }
        return n;
    }

    /** Infinite values become such that are not there. */
    private static Pixels finite(Pixels pixels) {
        if (pixels.isInteger()) {
            return pixels;
        }
        double[] out = null;
        for (int i = 0; i < pixels.size(); i++) {
            if (Double.isInfinite(pixels.get(i))) {
                out = out == null ? java.util.stream.IntStream.range(0, pixels.size()).mapToDouble(pixels::get)
                        .toArray() : out;
                out[i] = Double.NaN;
            }
        }
        if (out == null || pixels.bits() == 64) {
            return out == null ? pixels : Pixels.ofDoubles(out);
        }
        float[] narrow = new float[out.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) out[i];
        }
        return Pixels.ofFloats(narrow);
    }
}
