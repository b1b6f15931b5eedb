package org.interphase.technique.vibrational.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.technique.vibrational.axis.RamanShift;

/** Turns a wavelength axis into Raman shift, of a spectrum or of all spectra of a map. */
public final class ShiftAxisOperation implements Operation<Dataset, ShiftAxisOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Laser wavelength", unit = "nm", def = "", min = 100, max = 3000, help = "Wavelength of the "
                    + "excitation. Automatic: as the file says.") Double laser) {
    }

    @Override
    public OperationInfo<Dataset, Parameters> info() {
        return OperationInfo.of("vibrational.shift-axis", 2, "Raman shift axis",
                "Turns an axis in nanometres into Raman shift, 1e7/laser - 1e7/wavelength, of a spectrum or of all "
                        + "spectra of a map. An axis in wavenumbers stays as it is.",
                Dataset.class, Parameters.class).forKinds(Kinds.RAMAN, Kinds.RAMAN_MAP);
    }

    @Override
    public Outcome apply(Dataset input, Parameters p, Progress progress) throws AnalysisException {
        // 1 / wavelength falls where the wavelength rises, its negative rises: the order of the points stays
        if (input instanceof Curve c && RamanShift.applies(c.axis())) {
            double laser = RamanShift.laser(p.laser(), c.metadata(), c.axis());
            return Outcome.builder(new Curve(c.header(), RamanShift.axis(c.axis(), laser), c.signal()))
                    .resolved(new Parameters(laser)).build();
        } else if (input instanceof CurveStack s && RamanShift.applies(s.axis())) {
            double laser = RamanShift.laser(p.laser(), s.metadata(), s.axis());
            return Outcome.builder(s.withValues(RamanShift.axis(s.axis(), laser), s.values()))
                    .resolved(new Parameters(laser)).build();
        }
        return Outcome.of(input);
    }
}
