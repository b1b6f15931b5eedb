package org.interphase.spectra;

import java.util.List;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.synthetic.RamanTruth;

class SpectraContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new SpectraTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        return Map.of();
    }

    @Override
    protected Map<String, List<Source>> samples() {
        return Map.of();
    }

    @Override
    protected List<OperationCase> operationCases() {
        Curve c = RamanTruth.carbon(5, 3, 1).toCurve();
        return List.of(new OperationCase("curve.crop", c, Map.of("range", "1200 .. 1700")),
                OperationCase.of("curve.baseline", c),
                new OperationCase("curve.baseline", c, Map.of("method", "snip", "subtract", false)),
                OperationCase.of("curve.smooth", c), OperationCase.of("curve.despike", c),
                OperationCase.of("curve.normalise", c), OperationCase.of("curve.resample", c),
                new OperationCase("curve.shift", c, Map.of("shift", 1.5)));
    }
}
