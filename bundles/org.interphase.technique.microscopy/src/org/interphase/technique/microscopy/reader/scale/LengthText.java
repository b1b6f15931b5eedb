package org.interphase.technique.microscopy.reader.scale;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/** Reads numbers as microscopes write them: "593.3 nm", "2.677 mm", "455.6 µm", "10um", "0,25 um", "500 V". */
final class LengthText {

    private static final Pattern NUMBER_UNIT = Pattern
            .compile("\\s*([-+]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\S*).*", Pattern.DOTALL);

    private LengthText() {
    }

    /** The length in metres, if the text is a positive number with a unit of length. */
    static OptionalDouble metres(String text) {
        Matcher m = NUMBER_UNIT.matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        String unit = unit(m.group(2));
        if (!Unit.isKnown(unit) || !Unit.of(unit).isCompatible(Unit.of("m"))) {
            return OptionalDouble.empty();
        }
        double v = parse(m.group(1)) * Unit.of(unit).scaleTo(Unit.of("m"));
        return v > 0 && Double.isFinite(v) ? OptionalDouble.of(v) : OptionalDouble.empty();
    }

    private static String unit(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            // a micro sign, a Greek mu, and a micro sign whose UTF-8 bytes were read one by one
            case "micron", "microns", "micrometer", "micrometers", "micrometre", "micrometres", "\u00b5", "\u03bc",
                "\u03bcm", "\u00b5m", "\u00c2\u00b5m", "\u00e2\u00b5m" -> "um";
            case "nanometer", "nanometers", "nanometre", "nanometres" -> "nm";
            case "millimeter", "millimeters", "millimetre", "millimetres" -> "mm";
            case "meter", "meters", "metre", "metres" -> "m";
            case "angstrom", "angstroms", "\u00e5" -> "Angstrom";
            case "inch", "inches" -> "in";
            default -> written;
        };
    }

    /** The leading number, or NaN. */
    static double number(String text) {
        Matcher m = NUMBER_UNIT.matcher(text);
        return m.matches() ? parse(m.group(1)) : Double.NaN;
    }

    /** Whether something stands behind the number. */
    static boolean hasUnit(String text) {
        Matcher m = NUMBER_UNIT.matcher(text);
        return m.matches() && !m.group(2).isEmpty();
    }

    /** A voltage in kV; a bare number is one of kV. */
    static double kilovolts(String text) {
        Matcher m = NUMBER_UNIT.matcher(text);
        if (!m.matches()) {
            return Double.NaN;
        }
        double v = parse(m.group(1));
        return switch (m.group(2).toLowerCase(Locale.ROOT)) {
            case "v", "volt", "volts", "ev" -> v / 1000;
            case "", "kv", "kev" -> v;
            default -> Double.NaN;
        };
    }

    /** A comma is a decimal comma. */
    private static double parse(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }
}
