package org.interphase.spectra;

import java.util.List;
import org.interphase.api.Operation;
import org.interphase.api.Technique;
import org.interphase.spectra.operation.BaselineOperation;
import org.interphase.spectra.operation.CropOperation;
import org.interphase.spectra.operation.DespikeOperation;
import org.interphase.spectra.operation.NormaliseOperation;
import org.interphase.spectra.operation.ResampleOperation;
import org.interphase.spectra.operation.ShiftOperation;
import org.interphase.spectra.operation.SmoothOperation;

/** Operations on curves that belong to no single technique, contributed once. */
public final class SpectraTechnique implements Technique {

    @Override
    public String id() {
        return "curve";
    }

    @Override
    public String title() {
        return "Operations on curves";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new CropOperation(), new BaselineOperation(), new SmoothOperation(), new DespikeOperation(),
                new NormaliseOperation(), new ResampleOperation(), new ShiftOperation());
    }
}
