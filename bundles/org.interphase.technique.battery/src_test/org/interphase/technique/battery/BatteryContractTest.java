package org.interphase.technique.battery;

import java.util.List;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.testkit.TechniqueContract;

class BatteryContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new BatteryTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        return Map.of();
    }

    @Override
    protected Map<String, List<Source>> samples() {
        return Map.of();
    }
}
