package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.model.Remark;
import org.interphase.technique.vibrational.axis.RamanShift;

/**
 * The abscissae of a spectrum in the unit of its kind.
 *
 * @param type what the spectrum is over this axis
 * @param x abscissae in the order of the file
 * @param remarks what has to be said about the conversion
 */
record SpectralAxis(SpectrumType type, double[] x, List<Remark> remarks) {

    /**
     * Converts: infrared from wavelengths to wavenumbers, Raman from wavelengths to shift where the laser is stated by
     * a person or known from the file, else to nanometres.
     *
     * @param laser wavelength of the laser in nm as the file states it; NaN if it does not
     * @throws DatasetFormatException if the laser stated can't be that of these wavelengths
     */
    static SpectralAxis of(SpectrumEvidence e, SpectrumType type, String position, double laser)
            throws DatasetFormatException {
        SpectrumAbscissa a = e.abscissa();
        if (!a.isWavelength() || type.isPlain()) {
            return new SpectralAxis(type, e.x(), List.of());
        }
        if (!type.isRaman()) {
            requirePositive(e, position);
            return new SpectralAxis(type, a.wavenumbers(e.x()), List.of());
        }
        double[] nm = a == SpectrumAbscissa.NANOMETRES ? e.x() : Arrays.stream(e.x()).map(v -> 1000 * v).toArray();
        List<Remark> remarks = new ArrayList<>();
        double said = e.stated().value(Fact.LASER).orElse(Double.NaN);
        if (said > 0 && !RamanShift.isPlausible(said, min(nm), max(nm))) {
            throw new DatasetFormatException(e.file(), position, String.format(Locale.ROOT, "a laser of %.2f nm, as "
                    + "stated, gives no Raman scattering between %.1f and %.1f nm", said, min(nm), max(nm)));
        }
        if (said > 0 && laser > 0 && Math.abs(said - laser) > 1) {
            remarks.add(Remark.warning(String.format(Locale.ROOT, "The laser is taken to have %.2f nm, as stated; the "
                    + "file says %.2f nm.", said, laser)));
        }
        double used = said > 0 ? said : laser;
        if (used > 0 && RamanShift.isPlausible(used, min(nm), max(nm))) {
            remarks.add(Remark.info(String.format(Locale.ROOT, "Wavelengths became Raman shifts with a laser of %.2f "
                    + "nm, %s.", used, said > 0 ? "as stated" : "as the file says")));
            return new SpectralAxis(SpectrumType.raman(ordinate(type), SpectrumAbscissa.RAMAN_SHIFT),
                    Arrays.stream(nm).map(v -> RamanShift.of(used, v)).toArray(), remarks);
        }
        remarks.add(Remark.warning("The axis is a wavelength, not a Raman shift; say the laser's with "
                + Fact.LASER.option() + " " + Fact.LASER.example() + ", or set it in the step 'Raman shift axis'."));
        return new SpectralAxis(type, nm, remarks);
    }

    private static Ordinate ordinate(SpectrumType type) {
        return type.yUnit().text().equals("counts") ? Ordinate.COUNTS : Ordinate.ARBITRARY;
    }

    private static void requirePositive(SpectrumEvidence e, String position) throws DatasetFormatException {
        if (!(min(e.x()) > 0)) {
            throw new DatasetFormatException(e.file(), position, "a wavelength of " + min(e.x())
                    + " has no wavenumber");
        }
    }

    private static double min(double[] x) {
        return Arrays.stream(x).min().orElse(Double.NaN);
    }

    private static double max(double[] x) {
        return Arrays.stream(x).max().orElse(Double.NaN);
    }
}
