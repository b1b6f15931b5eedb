package org.interphase.technique.vibrational.reader;

import org.interphase.model.Direction;
import org.interphase.model.unit.Unit;

/**
 * What a spectrum is: its kind, and how the field names and draws its axes.
 *
 * @param kind kind of a single spectrum; "curve" where it is of no kind of this technique, or nothing tells it
 * @param xQuantity quantity of the abscissa
 * @param xUnit its unit
 * @param direction which way it is drawn: wavenumbers of infrared spectra descend
 * @param yQuantity quantity of the ordinate
 * @param yUnit its unit
 */
record SpectrumType(String kind, String xQuantity, Unit xUnit, Direction direction, String yQuantity, Unit yUnit) {

    static final Unit WAVENUMBERS = Unit.of("cm-1");
    /** Kind of what belongs to no technique. */
    static final String PLAIN = "curve";

    static SpectrumType raman(Ordinate ordinate, SpectrumAbscissa abscissa) {
        Unit y = Unit.of(ordinate == Ordinate.COUNTS ? "counts" : "a.u.");
        return abscissa.isWavelength()
                ? new SpectrumType("raman", "Wavelength", Unit.of("nm"), Direction.ASCENDING, "Intensity", y)
                : new SpectrumType("raman", "Raman shift", WAVENUMBERS, Direction.ASCENDING, "Intensity", y);
    }

    /** An infrared spectrum over wavenumbers. */
    static SpectrumType infrared(Ordinate ordinate) {
        return switch (ordinate) {
            case ABSORBANCE -> infrared("ftir.absorbance", "Absorbance", "1");
            case APPARENT_ABSORBANCE -> infrared("ftir.absorbance", "Apparent absorbance lg(1/R)", "1");
            case TRANSMITTANCE -> infrared("ftir.transmittance", "Transmittance", "1");
            case PERCENT_TRANSMITTANCE -> infrared("ftir.transmittance", "Transmittance", "%");
            case REFLECTANCE -> infrared("ftir.reflectance", "Reflectance", "1");
            case PERCENT_REFLECTANCE -> infrared("ftir.reflectance", "Reflectance", "%");
            case KUBELKA_MUNK -> infrared("ftir.kubelka-munk", "Kubelka-Munk", "1");
            case SINGLE_BEAM, COUNTS, ARBITRARY -> infrared("ftir.single-beam", "Single-beam intensity", "a.u.");
        };
    }

    private static SpectrumType infrared(String kind, String quantity, String unit) {
        return new SpectrumType(kind, "Wavenumber", WAVENUMBERS, Direction.DESCENDING, quantity, Unit.of(unit));
    }

    /** A curve of no kind of this technique, over the axis it has. */
    static SpectrumType plain(Ordinate ordinate, SpectrumAbscissa abscissa) {
        SpectrumType y = switch (ordinate) {
            case COUNTS, ARBITRARY -> raman(ordinate, SpectrumAbscissa.RAMAN_SHIFT);
            default -> infrared(ordinate);
        };
        return switch (abscissa) {
            case NANOMETRES, MICROMETRES -> new SpectrumType(PLAIN, "Wavelength",
                    Unit.of(abscissa == SpectrumAbscissa.NANOMETRES ? "nm" : "um"), Direction.ASCENDING, y.yQuantity,
                    y.yUnit);
            case RAMAN_SHIFT -> new SpectrumType(PLAIN, "Raman shift", WAVENUMBERS, Direction.ASCENDING, y.yQuantity,
                    y.yUnit);
            case WAVENUMBER -> new SpectrumType(PLAIN, "Wavenumber", WAVENUMBERS, Direction.DESCENDING, y.yQuantity,
                    y.yUnit);
        };
    }

    boolean isRaman() {
        return kind.equals("raman");
    }

    boolean isPlain() {
        return kind.equals(PLAIN);
    }

    /** The kind of a map of such spectra. */
    String mapKind() {
        return isRaman() ? "raman.map" : isPlain() ? PLAIN : "ftir.map";
    }
}
