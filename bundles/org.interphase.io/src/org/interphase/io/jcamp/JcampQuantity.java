package org.interphase.io.jcamp;

import java.util.Locale;
import org.interphase.model.Direction;
import org.interphase.model.unit.Unit;

/**
 * What an axis of a JCAMP-DX table is, from its XUNITS or YUNITS record and, where there is one, its label. The terms
 * are those of JCAMP-DX 4.24, section 5.2, and of its sister formats for NMR, mass spectra, EPR and IMS.
 *
 * @param name quantity
 * @param unit unit; a pure number where none is stated
 * @param direction how the field draws it
 */
public record JcampQuantity(String name, Unit unit, Direction direction) {

    /** An abscissa. */
    public static JcampQuantity abscissa(String units, String label) {
        String u = plain(units);
        if (u.contains("1/CM") || u.contains("CM-1") || u.startsWith("WAVENUMBER")) {
            boolean shift = u.contains("RAMAN") || u.contains("SHIFT");
            return new JcampQuantity(named(label, shift ? "Raman shift" : "Wavenumber"), Unit.of("cm-1"),
                    shift ? Direction.ASCENDING : Direction.DESCENDING);
        } else if (u.startsWith("NANOMET") || u.equals("NM")) {
            return ascending(named(label, "Wavelength"), "nm");
        } else if (u.startsWith("MICROMET") || u.startsWith("MICRON") || u.equals("UM") || u.equals("\u00b5M")
                || u.equals("\u039cM")) {
            return ascending(named(label, "Wavelength"), "um");
        } else if (u.equals("PPM")) {
            return new JcampQuantity(named(label, "Chemical shift"), Unit.of("ppm"), Direction.DESCENDING);
        } else if (u.equals("HZ") || u.equals("HERTZ")) {
            return ascending(named(label, "Frequency"), "Hz");
        } else if (u.startsWith("SECOND") || u.equals("S")) {
            return ascending(named(label, "Time"), "s");
        } else if (u.startsWith("MINUTE")) {
            return ascending(named(label, "Time"), "min");
        } else if (u.equals("M/Z") || u.equals("MZ")) {
            return ascending("m/z", "1");
        } else if (u.equals("MT") || u.equals("MILLITESLA")) {
            return ascending(named(label, "Magnetic field"), "mT");
        } else if (u.equals("T") || u.equals("TESLA")) {
            return ascending(named(label, "Magnetic field"), "T");
        }
        return other(units, label, "Abscissa");
    }

    /** An ordinate. */
    public static JcampQuantity ordinate(String units, String label) {
        String u = plain(units);
        boolean percent = u.contains("%") || u.contains("PERCENT");
        if (u.contains("ABSORBANCE")) {
            return ascending(named(label, "Absorbance"), "1");
        } else if (u.startsWith("TRANSMITTANCE") || percent && u.contains("TRANSM")) {
            return ascending(named(label, "Transmittance"), percent ? "%" : "1");
        } else if (u.startsWith("REFLECTANCE") || percent && u.contains("REFLECT")) {
            return ascending(named(label, "Reflectance"), percent ? "%" : "1");
        } else if (u.contains("COUNT")) {
            return ascending(named(label, "Intensity"), "counts");
        } else if (u.startsWith("ARBITRARY")) {
            return ascending(named(label, "Intensity"), "a.u.");
        }
        return other(units, label, "Ordinate");
    }

    private static JcampQuantity other(String units, String label, String otherwise) {
        String text = units.strip();
        boolean arbitrary = plain(text).startsWith("ARBITRARY");
        if (arbitrary || text.isEmpty()) {
            return ascending(named(label, otherwise), arbitrary ? "a.u." : "1");
        }
        return Unit.isKnown(text) ? ascending(named(label, otherwise), text)
                : ascending(named(label, text.substring(0, 1) + text.substring(1).toLowerCase(Locale.ROOT)), "1");
    }

    private static JcampQuantity ascending(String name, String unit) {
        return new JcampQuantity(name, Unit.of(unit), Direction.ASCENDING);
    }

    private static String named(String label, String otherwise) {
        return label.isBlank() ? otherwise : label.strip();
    }

    /** Units as they are compared: upper case without blanks and circumflex. */
    public static String plain(String units) {
        return units.toUpperCase(Locale.ROOT).replaceAll("[\\s^]", "");
    }
}
