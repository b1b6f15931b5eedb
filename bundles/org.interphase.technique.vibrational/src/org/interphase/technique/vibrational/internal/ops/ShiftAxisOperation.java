package org.interphase.technique.vibrational.internal.ops;

import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Curve;
import org.interphase.model.Direction;
import org.interphase.model.unit.Unit;

/** Turns a wavelength axis into Raman shift. */
public final class ShiftAxisOperation implements Operation<Curve, ShiftAxisParameters> {

    @Override
    public OperationInfo<Curve, ShiftAxisParameters> info() {
        return OperationInfo.of("vibrational.shift-axis", 1, "Raman shift axis",
                "Turns an axis in nanometres into Raman shift, 1e7/laser - 1e7/wavelength. An axis in wavenumbers "
                        + "stays as it is.",
                Curve.class, ShiftAxisParameters.class).forKinds(Kinds.RAMAN);
    }

    @Override
    public Outcome apply(Curve input, ShiftAxisParameters p, Progress progress) throws AnalysisException {
        if (!input.axis().unit().text().equals("nm")) {
            return Outcome.of(input);
        }
        OptionalDouble stated = input.metadata().number("laser wavelength", "nm");
        double laser = p.laser() != null ? p.laser() : stated.orElseThrow(() -> new AnalysisException(
                "The file does not say the laser's wavelength. Enter it."));
        double[] x = input.axis().values();
        for (int i = 0; i < x.length; i++) {
            x[i] = 1e7 / laser - 1e7 / x[i];
        }
        Curve shifted = Curve.ofUnsorted(input.header(), "Raman shift", Unit.of("cm-1"), Direction.ASCENDING, x,
                input.signal().quantity(), input.signal().unit(), input.signal().values(), input.signal().sigma());
        return Outcome.builder(shifted).resolved(new ShiftAxisParameters(laser)).build();
    }
}
