package org.interphase.technique.microscopy.reader.scale;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/** Reads lengths as microscopes write them: "593.3 nm", "2.677 mm", "455.6 µm", "10um", "0,25 um". */
public final class LengthText {

    private static final Pattern NUMBER_UNIT = Pattern
            .compile("\\s*([-+]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\S*).*", Pattern.DOTALL);

    private LengthText() {
    }

    /** The length in metres, if the text is a positive number with a unit of length. */
    public static OptionalDouble metres(String text) {
        Matcher m = NUMBER_UNIT.matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        String unit = switch (m.group(2)) {
            case "micron", "microns", "micrometer", "micrometers", "micrometre", "\u00b5", "\u03bcm" -> "um";
            case "nanometer", "nanometers", "nanometre" -> "nm";
            case "inch" -> "in";
            default -> m.group(2);
        };
        if (!Unit.isKnown(unit) || !Unit.of(unit).isCompatible(Unit.of("m"))) {
            return OptionalDouble.empty();
        }
        double v = parse(m.group(1)) * Unit.of(unit).scaleTo(Unit.of("m"));
        return v > 0 ? OptionalDouble.of(v) : OptionalDouble.empty();
    }

    /** The leading number, or NaN. */
    public static double number(String text) {
        Matcher m = NUMBER_UNIT.matcher(text);
        return m.matches() ? parse(m.group(1)) : Double.NaN;
    }

    /** A comma is a decimal comma. */
    private static double parse(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }
}
