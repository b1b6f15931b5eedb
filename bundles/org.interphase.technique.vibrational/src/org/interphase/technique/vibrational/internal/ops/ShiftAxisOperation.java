package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;

/** Turns a wavelength axis into Raman shift, of a spectrum or of all spectra of a map. */
public final class ShiftAxisOperation implements Operation<Dataset, ShiftAxisParameters> {

    @Override
    public OperationInfo<Dataset, ShiftAxisParameters> info() {
        return OperationInfo.of("vibrational.shift-axis", 2, "Raman shift axis",
                "Turns an axis in nanometres into Raman shift, 1e7/laser - 1e7/wavelength, of a spectrum or of all "
                        + "spectra of a map. An axis in wavenumbers stays as it is.",
                Dataset.class, ShiftAxisParameters.class).forKinds(Kinds.RAMAN, Kinds.RAMAN_MAP);
    }

    @Override
    public Outcome apply(Dataset input, ShiftAxisParameters p, Progress progress) throws AnalysisException {
        // 1 / wavelength falls where the wavelength rises, its negative rises: the order of the points stays
        if (input instanceof Curve c && RamanShift.applies(c.axis())) {
            double laser = RamanShift.laser(p, c.metadata(), c.axis());
            return Outcome.builder(new Curve(c.header(), RamanShift.axis(c.axis(), laser), c.signal()))
                    .resolved(new ShiftAxisParameters(laser)).build();
        } else if (input instanceof CurveStack s && RamanShift.applies(s.axis())) {
            double laser = RamanShift.laser(p, s.metadata(), s.axis());
            return Outcome.builder(s.withValues(RamanShift.axis(s.axis(), laser), s.values()))
                    .resolved(new ShiftAxisParameters(laser)).build();
        }
        return Outcome.of(input);
    }
}
