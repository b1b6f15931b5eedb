package org.interphase.technique.vibrational.axis;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.model.Axis;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/** Raman shift from wavelength, of a spectrum or a map. */
public final class RamanShift {

    private RamanShift() {
    }

    /** Whether an axis is in nanometres; others stay as they are. */
    public static boolean applies(Axis axis) {
        return axis.unit().text().equals("nm");
    }

    /**
     * Wavelength of the laser in nanometres: as set, else as the file says.
     *
     * @param stated as set; null if it is not
     * @throws AnalysisException if neither says it, or it lies so far from the axis that it cannot be that of the data
     */
    public static double laser(Double stated, Metadata metadata, Axis axis) throws AnalysisException {
        if (stated != null) {
            return stated;
        }
        double laser = metadata.number("laser wavelength", "nm").orElseThrow(() -> new AnalysisException(
                "The file does not say the laser's wavelength. Enter it."));
        if (!isPlausible(laser, axis.min(), axis.max())) {
            throw new AnalysisException(String.format(Locale.ROOT, "The file says the laser has %.2f nm, but the axis "
                    + "runs from %.1f to %.1f nm: that is no Raman scattering of this laser. Enter its wavelength.",
                    laser, axis.min(), axis.max()));
        }
        return laser;
    }

    /** The axis as Raman shift; ascending wavelengths give ascending shifts. */
    public static Axis axis(Axis wavelength, double laser) {
        double[] x = wavelength.values();
        for (int i = 0; i < x.length; i++) {
            x[i] = of(laser, x[i]);
        }
        return Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING);
    }

    /** Whether a laser can have scattered into wavelengths of this range: within 6000 cm-1 of it. */
    public static boolean isPlausible(double laser, double min, double max) {
        return laser > 0 && of(laser, max) > -6000 && of(laser, min) < 6000;
    }

    /** Shift in cm-1 of a wavelength with a laser, both in nm: 1e7 / laser - 1e7 / wavelength. */
    public static double of(double laser, double wavelength) {
        return 1e7 / laser - 1e7 / wavelength;
    }
}
