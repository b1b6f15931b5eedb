package org.interphase.technique.mechanics;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.testkit.TechniqueContract;

class MechanicsContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new MechanicsTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws Exception {
        return Map.of("mechanics/tensile", new TensileReader().read(metal(), Progress.none()));
    }

    private static Source metal() {
        StringBuilder out = new StringBuilder("Gauge length: 50 mm\nDiameter: 10 mm\nTime (s),Force (N),Extension "
                + "(mm)\n");
        for (int i = 0; i < 300; i++) {
            double e = i < 100 ? 2e-5 * i : 2e-3 + 1e-3 * (i - 100);
            double s = Math.min(200e3 * e, 300 + 200 * (1 - Math.exp(-10 * e)));
            out.append(i * 0.5).append(',').append(s * Math.PI * 25).append(',').append(50 * e).append('\n');
        }
        return Source.of("metal.csv", out.append("150,10,10.2\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("mechanics.tensile-table", List.of(metal()));
        return out;
    }
}
