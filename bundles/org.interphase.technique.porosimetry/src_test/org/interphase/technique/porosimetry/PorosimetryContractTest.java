package org.interphase.technique.porosimetry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.technique.porosimetry.reader.IsothermReader;
import org.interphase.technique.porosimetry.reader.MercuryReader;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.porosimetry.CylinderBundle;
import org.interphase.testkit.porosimetry.CylinderIsotherm;
import org.interphase.testkit.porosimetry.IsothermTruth;

class PorosimetryContractTest extends TechniqueContract {

    private static final CylinderBundle RUN = CylinderBundle.of(5, new CylinderBundle.Group(20, 0.3, 0.2),
            new CylinderBundle.Group(0.05, 0.8, 0.4)).keeping(0.4);

    private static final IsothermTruth GAS = new IsothermTruth(2, 100, 30, 0, 0.01, 25, 0.001, 3);

    private static final CylinderIsotherm PORES = new CylinderIsotherm(0.6, 15, 0.2, 0, 0, 1, 40, 0.001, 3);

    @Override
    protected Technique technique() {
        return new PorosimetryTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws Exception {
        List<Dataset> run = new MercuryReader().read(mercury("run.csv", RUN.csv()), Progress.none());
        Map<String, List<Dataset>> out = new LinkedHashMap<>();
        Dataset report = new MercuryReader().read(mercury("report.txt", MercuryFiles.report()), Progress.none()).get(0);
        out.put("porosimetry/summary", List.of(run.get(0), report));
        out.put("porosimetry/distribution", run);
        out.put("sorption/bet", new IsothermReader().read(mercury("isotherm.csv", GAS.csv()), Progress.none()));
        out.put("sorption/pore-sizes", new IsothermReader().read(mercury("pores.csv", PORES.csv()), Progress.none()));
        return out;
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("porosimetry.mercury-table", List.of(mercury("run.csv", RUN.pressures(5, 0.01, 200).csv()),
                mercury("report.txt", MercuryFiles.report())));
        out.put("sorption.isotherm-table", List.of(mercury("isotherm.csv", GAS.csv())));
        return out;
    }

    private static Source mercury(String name, String text) {
        return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
