package org.interphase.technique.vibrational.reader;

import java.util.Locale;
import org.interphase.model.Direction;
import org.interphase.model.unit.Unit;

/**
 * What a spectrum is: its kind, and how the field names and draws its axes.
 *
 * @param kind kind of a single spectrum
 * @param xQuantity quantity of the abscissa
 * @param xUnit its unit
 * @param direction which way it is drawn: wavenumbers of infrared spectra descend
 * @param yQuantity quantity of the ordinate
 * @param yUnit its unit
 */
record SpectrumType(String kind, String xQuantity, Unit xUnit, Direction direction, String yQuantity, Unit yUnit) {

    static final Unit WAVENUMBERS = Unit.of("cm-1");

    /** What the abscissa of a file is. */
    enum Abscissa {
        WAVENUMBER, RAMAN_SHIFT, NANOMETRES, MICROMETRES
    }

    /** What the ordinate of a file is. */
    enum Ordinate {
        ABSORBANCE, TRANSMITTANCE, PERCENT_TRANSMITTANCE, REFLECTANCE, PERCENT_REFLECTANCE, KUBELKA_MUNK, SINGLE_BEAM,
        COUNTS, ARBITRARY;

        /** The same in per cent where the values show it: a transmittance or reflectance far above 1 is one. */
        Ordinate scaledAs(double[] y) {
            if (this != TRANSMITTANCE && this != REFLECTANCE) {
                return this;
            }
            double[] sorted = java.util.Arrays.stream(y).filter(Double::isFinite).sorted().toArray();
            // a few noisy points above 2 do not make a percentage
            boolean percent = sorted.length > 0 && sorted[(int) (0.9 * (sorted.length - 1))] > 2;
            return !percent ? this : this == TRANSMITTANCE ? PERCENT_TRANSMITTANCE : PERCENT_REFLECTANCE;
        }
    }

    static SpectrumType raman(Ordinate ordinate, Abscissa abscissa) {
        Unit y = Unit.of(ordinate == Ordinate.COUNTS ? "counts" : "a.u.");
        return abscissa == Abscissa.NANOMETRES
                ? new SpectrumType("raman", "Wavelength", Unit.of("nm"), Direction.ASCENDING, "Intensity", y)
                : new SpectrumType("raman", "Raman shift", WAVENUMBERS, Direction.ASCENDING, "Intensity", y);
    }

    /** An infrared spectrum over wavenumbers. */
    static SpectrumType infrared(Ordinate ordinate) {
        return switch (ordinate) {
            case ABSORBANCE -> infrared("ftir.absorbance", "Absorbance", "1");
            case TRANSMITTANCE -> infrared("ftir.transmittance", "Transmittance", "1");
            case PERCENT_TRANSMITTANCE -> infrared("ftir.transmittance", "Transmittance", "%");
            case REFLECTANCE -> infrared("ftir.reflectance", "Reflectance", "1");
            case PERCENT_REFLECTANCE -> infrared("ftir.reflectance", "Reflectance", "%");
            case KUBELKA_MUNK -> infrared("ftir.absorbance", "Kubelka-Munk", "1");
            case SINGLE_BEAM, COUNTS, ARBITRARY -> infrared("ftir.single-beam", "Single-beam intensity", "a.u.");
        };
    }

    private static SpectrumType infrared(String kind, String quantity, String unit) {
        return new SpectrumType(kind, "Wavenumber", WAVENUMBERS, Direction.DESCENDING, quantity, Unit.of(unit));
    }

    /** The kind of a map of such spectra. */
    String mapKind() {
        return kind.equals("raman") ? "raman.map" : "ftir.map";
    }

    /**
     * What an unlabelled spectrum probably is: absorbances above 10 do not occur (less than 1e-10 of the light would
     * pass), so such an ordinate is an intensity, and a file that calls itself Raman is.
     */
    static SpectrumType guess(String fileName, Ordinate stated, Abscissa abscissa, double[] y) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean saysRaman = name.contains("raman");
        boolean saysInfrared = name.contains("ftir") || name.contains("atr") || name.matches(".*(^|[^a-z])ir[^a-z].*");
        double max = Double.NEGATIVE_INFINITY;
        double min = Double.POSITIVE_INFINITY;
        for (double v : y) {
            max = Math.max(max, v);
            min = Math.min(min, v);
        }
        if (abscissa == Abscissa.RAMAN_SHIFT || saysRaman && !saysInfrared
                || stated == Ordinate.ABSORBANCE && max > 10 || stated == Ordinate.COUNTS && !saysInfrared) {
            return raman(stated == Ordinate.COUNTS ? Ordinate.COUNTS : Ordinate.ARBITRARY, abscissa);
        }
        if (stated != Ordinate.ARBITRARY && stated != Ordinate.COUNTS) {
            return infrared(stated.scaledAs(y));
        }
        if (saysInfrared || max < 10) {
            boolean percent = max > 10;
            boolean transmittance = percent && max < 200 || name.contains("transm");
            return infrared(transmittance ? percent ? Ordinate.PERCENT_TRANSMITTANCE : Ordinate.TRANSMITTANCE
                    : Ordinate.ABSORBANCE);
        }
        return raman(stated, abscissa);
    }
}
