package org.interphase.technique.microscopy.reader.scale;

import java.util.OptionalDouble;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;

/** The text of TIFF tag 34118 of Zeiss and LEO microscopes: a line with a key, then a line "name = value unit". */
final class ZeissText {

    private ZeissText() {
    }

    static ScaleFacts read(String text, int width) {
        String[] lines = text.split("\\R");
        OptionalDouble stated = length(lines, "AP_IMAGE_PIXEL_SIZE");
        OptionalDouble field = length(lines, "AP_WIDTH");
        double size = stated.isPresent() ? stated.getAsDouble() : field.orElse(Double.NaN) / width;
        String source = stated.isPresent() ? "Zeiss AP_IMAGE_PIXEL_SIZE" : "Zeiss AP_WIDTH / pixels";
        // the fourth line holds the pixel size in metres with more digits, but not always the image's
        double fine = lines.length > 3 ? LengthText.number(lines[3]) : Double.NaN;
        if (fine > 0 && Math.abs(fine / size - 1) < 5e-4) {
            size = fine;
        }
        Metadata m = Metadata.EMPTY.with("instrument", "Zeiss")
                .with("beam energy", LengthText.kilovolts(value(lines, "AP_ACTUALKV")), "keV")
                .with("detector", value(lines, "DP_DETECTOR_CHANNEL"))
                .with("working distance", length(lines, "AP_WD").orElse(Double.NaN) * 1e3, "mm")
                .with("stage tilt", LengthText.number(value(lines, "AP_STAGE_AT_T")), "deg")
                .with("field width", field.orElse(Double.NaN) * 1e6, "um")
                .with("sample", value(lines, "SV_SAMPLE_ID")).with("date", value(lines, "AP_DATE"));
        ScaleFacts facts = new ScaleFacts(size > 0 && size < 1 ? ScaleFacts.metres(size, size, width, source)
                : Calibration.NONE, 0, "sem", m);
        // the field belongs to the picture as stored; without it the stored size is what can be compared
        return field.isPresent() ? facts.checkedAgainstField(size, width, field.getAsDouble())
                : facts.checkedAgainstColumns(LengthText.number(value(lines, "DP_IMAGE_STORE")), width);
    }

    /** The text behind '=' or ':' in the line after a key. */
    private static String value(String[] lines, String key) {
        for (int i = 0; i + 1 < lines.length; i++) {
            if (lines[i].strip().equals(key)) {
                String l = lines[i + 1];
                int eq = l.indexOf('=');
                int at = eq >= 0 ? eq : l.indexOf(':');
                return at < 0 ? "" : l.substring(at + 1).strip();
            }
        }
        return "";
    }

    private static OptionalDouble length(String[] lines, String key) {
        return LengthText.metres(value(lines, key));
    }
}
