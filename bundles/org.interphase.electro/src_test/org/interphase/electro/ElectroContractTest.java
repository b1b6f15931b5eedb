package org.interphase.electro;

import java.util.List;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.electro.reader.EcLabSamples;
import org.interphase.model.Dataset;
import org.interphase.testkit.TechniqueContract;

class ElectroContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new ElectroTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        return Map.of();
    }

    @Override
    protected Map<String, List<Source>> samples() {
        return EcLabSamples.all();
    }
}
