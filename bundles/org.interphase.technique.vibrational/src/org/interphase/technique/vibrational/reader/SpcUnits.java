package org.interphase.technique.vibrational.reader;

import org.interphase.api.DatasetFormatException;

/** Axis unit codes of SPC files (Galactic Industries, "Universal Data Format Specification", SPC.H, 1997). */
final class SpcUnits {

    private SpcUnits() {
    }

    static SpectrumAbscissa abscissa(int code, String file, long position) throws DatasetFormatException {
        return switch (code) {
            case 0, 1 -> SpectrumAbscissa.WAVENUMBER;
            case 2 -> SpectrumAbscissa.MICROMETRES;
            case 3 -> SpectrumAbscissa.NANOMETRES;
            case 13 -> SpectrumAbscissa.RAMAN_SHIFT;
            default -> throw new DatasetFormatException(file, "byte " + position, "the abscissa is "
                    + abscissaName(code) + " (code " + code + "): this is no vibrational spectrum");
        };
    }

    /** What an axis label of the header's own ("Raman Shift (cm-1)") says; null if it says nothing of the kind. */
    static SpectrumAbscissa abscissa(String label) {
        String t = label.toLowerCase(java.util.Locale.ROOT);
        if (t.contains("raman") || t.contains("shift")) {
            return SpectrumAbscissa.RAMAN_SHIFT;
        } else if (t.contains("wavenumber") || t.contains("cm-1") || t.contains("1/cm")) {
            return SpectrumAbscissa.WAVENUMBER;
        } else if (t.contains("nanomet") || t.matches(".*\\bnm\\b.*")) {
            return SpectrumAbscissa.NANOMETRES;
        } else if (t.contains("micromet") || t.contains("micron") || t.matches(".*\\bum\\b.*")) {
            return SpectrumAbscissa.MICROMETRES;
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

    static Ordinate ordinate(int code, String file, long position) throws DatasetFormatException {
        return switch (code) {
            case 1 -> throw new DatasetFormatException(file, "byte " + position,
                    "the file holds an interferogram; transform it to a spectrum first");
            case 2, 10 -> Ordinate.ABSORBANCE;
            case 3 -> Ordinate.KUBELKA_MUNK;
            case 4 -> Ordinate.COUNTS;
            case 11 -> Ordinate.PERCENT_TRANSMITTANCE;
            case 128 -> Ordinate.TRANSMITTANCE;
            case 129 -> Ordinate.REFLECTANCE;
            case 130 -> Ordinate.SINGLE_BEAM;
            default -> Ordinate.ARBITRARY;
        };
    }

    /** What the instrument technique code of a new-format file says; 4 is FT-IR, FT-NIR or FT-Raman. */
    static SpectrumEvidence.Technique technique(int experiment) {
        return switch (experiment) {
            case 11 -> SpectrumEvidence.Technique.RAMAN;
            case 4, 5 -> SpectrumEvidence.Technique.INFRARED;
            case 1, 2, 3, 7, 8, 9, 10, 12, 13, 14 -> SpectrumEvidence.Technique.OTHER;
            default -> SpectrumEvidence.Technique.UNSAID;
        };
    }
}
