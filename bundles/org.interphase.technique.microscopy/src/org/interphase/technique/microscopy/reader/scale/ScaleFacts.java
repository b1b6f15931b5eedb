package org.interphase.technique.microscopy.reader.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * What a microscope says about a picture.
 *
 * @param calibration size of a pixel, {@link Calibration#NONE} if not told
 * @param fieldHeight rows of specimen before the data bar begins; 0 if not told
 * @param kind {@code sem}, {@code tem}, {@code diffraction} or {@code image}
 * @param metadata further facts
 * @param remarks doubts about them
 */
public record ScaleFacts(Calibration calibration, int fieldHeight, String kind, Metadata metadata,
        List<Remark> remarks) {

    /** Nothing is told. */
    public static final ScaleFacts NONE = new ScaleFacts(Calibration.NONE, 0, "image", Metadata.EMPTY);

    /** Copies the remarks. */
    public ScaleFacts {
        remarks = List.copyOf(remarks);
    }

    /** Facts without doubts. */
    public ScaleFacts(Calibration calibration, int fieldHeight, String kind, Metadata metadata) {
        this(calibration, fieldHeight, kind, metadata, List.of());
    }

    /** The same with a doubt more. */
    public ScaleFacts remarking(Remark remark) {
        List<Remark> all = new ArrayList<>(remarks);
        all.add(remark);
        return new ScaleFacts(calibration, fieldHeight, kind, metadata, all);
    }

    /** The same with other further facts. */
    public ScaleFacts withMetadata(Metadata other) {
        return new ScaleFacts(calibration, fieldHeight, kind, other, remarks);
    }

    /** The same with another size of a pixel. */
    public ScaleFacts withCalibration(Calibration other) {
        return new ScaleFacts(other, fieldHeight, kind, metadata, remarks);
    }

    /** The same with a doubt where pixel size times width is not the stated width of the field, to within 1 %. */
    ScaleFacts checkedAgainstField(double metres, double pixels, double field) {
        double ratio = metres * pixels / field;
        return Double.isFinite(ratio) && Math.abs(ratio - 1) > 0.01 ? remarking(Remark.warning(String.format(
                Locale.ROOT, "The file contradicts itself about the scale: pixel size times width is %.2f times the "
                        + "stated field width.", ratio))) : this;
    }

    /** The same with a doubt where the picture has not the columns that its metadata describe. */
    ScaleFacts checkedAgainstColumns(double stated, int width) {
        return stated > 0 && stated != width && calibration.isPhysical() ? remarking(Remark.warning(String.format(
                Locale.ROOT, "The metadata describe a picture of %.0f columns, this one has %d: it was cut, binned or "
                        + "resized afterwards. The pixel size stated for the original is kept, which holds only if it "
                        + "was cut; compare it with the scale bar.", stated, width))) : this;
    }

    /** A calibration in the unit that suits the width of the picture: nm below 3 um, um below 10 mm, else mm. */
    public static Calibration metres(double pixelWidth, double pixelHeight, int width, String source) {
        return metres(pixelWidth, pixelHeight, width, Double.NaN, source);
    }

    /** The same with a relative standard uncertainty. */
    static Calibration metres(double pixelWidth, double pixelHeight, int width, double relative, String source) {
        double field = pixelWidth * width;
        String unit = field < 3e-6 ? "nm" : field < 1e-2 ? "um" : "mm";
        double scale = Unit.of("m").scaleTo(Unit.of(unit));
        double x = round(pixelWidth * scale);
        double y = round(pixelHeight * scale);
        return x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y)
                ? new Calibration(x, y, Unit.of(unit), relative, source) : Calibration.NONE;
    }

    /** A number in six digits at most, for remarks. */
    public static String digits(double v) {
        return new java.math.BigDecimal(v).round(new java.math.MathContext(6)).stripTrailingZeros().toPlainString();
    }

    /** Undoes the last-digit noise of decimal prefixes: no instrument states fifteen digits. */
    private static double round(double v) {
        return Double.isFinite(v) ? new java.math.BigDecimal(v).round(new java.math.MathContext(13)).doubleValue()
                : Double.NaN;
    }
}
