package org.interphase.technique.vibrational.reader;

import org.interphase.api.DatasetFormatException;

/** Axis unit codes of SPC files (Galactic Industries, "Universal Data Format Specification", SPC.H, 1997). */
final class SpcUnits {

    private SpcUnits() {
    }

    static SpectrumType.Abscissa abscissa(int code, String file, long position) throws DatasetFormatException {
        return switch (code) {
            case 0, 1 -> SpectrumType.Abscissa.WAVENUMBER;
            case 2 -> SpectrumType.Abscissa.MICROMETRES;
            case 3 -> SpectrumType.Abscissa.NANOMETRES;
            case 13 -> SpectrumType.Abscissa.RAMAN_SHIFT;
            default -> throw new DatasetFormatException(file, "byte " + position, "the abscissa is "
                    + abscissaName(code) + " (code " + code + "): this is no vibrational spectrum");
        };
    }

    /** What an axis label of the header's own ("Raman Shift (cm-1)") says; null if it says nothing of the kind. */
    static SpectrumType.Abscissa abscissa(String label) {
        String t = label.toLowerCase(java.util.Locale.ROOT);
        if (t.contains("raman") || t.contains("shift")) {
            return SpectrumType.Abscissa.RAMAN_SHIFT;
        } else if (t.contains("wavenumber") || t.contains("cm-1") || t.contains("1/cm")) {
            return SpectrumType.Abscissa.WAVENUMBER;
        } else if (t.contains("nanomet") || t.matches(".*\\bnm\\b.*")) {
            return SpectrumType.Abscissa.NANOMETRES;
        } else if (t.contains("micromet") || t.contains("micron") || t.matches(".*\\bum\\b.*")) {
            return SpectrumType.Abscissa.MICROMETRES;
        }
        return null;
    }

    private static String abscissaName(int code) {
        return switch (code) {
            case 4 -> "seconds";
            case 5 -> "minutes";
            case 6, 7, 8, 26 -> "frequency";
            case 9 -> "mass";
            case 10 -> "chemical shift";
            case 14 -> "energy in eV";
            case 16 -> "diode number";
            case 17 -> "channel";
            case 18 -> "degrees";
            case 22 -> "data points (an interferogram)";
            case 255 -> "a double interferogram";
            default -> "of a unit unknown here";
        };
    }

    static SpectrumType.Ordinate ordinate(int code, String file, long position) throws DatasetFormatException {
        return switch (code) {
            case 1 -> throw new DatasetFormatException(file, "byte " + position,
                    "the file holds an interferogram; transform it to a spectrum first");
            case 2, 10 -> SpectrumType.Ordinate.ABSORBANCE;
            case 3 -> SpectrumType.Ordinate.KUBELKA_MUNK;
            case 4 -> SpectrumType.Ordinate.COUNTS;
            case 11 -> SpectrumType.Ordinate.PERCENT_TRANSMITTANCE;
            case 128 -> SpectrumType.Ordinate.TRANSMITTANCE;
            case 129 -> SpectrumType.Ordinate.REFLECTANCE;
            case 130 -> SpectrumType.Ordinate.SINGLE_BEAM;
            default -> SpectrumType.Ordinate.ARBITRARY;
        };
    }

    /** Instrument technique codes of new-format files that decide the kind. */
    static boolean isRaman(int experiment) {
        return experiment == 11;
    }

    /** Whether the technique code says infrared. */
    static boolean isInfrared(int experiment) {
        return experiment == 4 || experiment == 5;
    }
}
