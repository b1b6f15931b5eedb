package org.interphase.technique.vibrational;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.synthetic.RamanTruth;
import org.interphase.testkit.vibrational.DoubleBondTruth;
import org.interphase.testkit.vibrational.PvdfTruth;
import org.interphase.testkit.vibrational.RamanMapTruth;
import org.junit.jupiter.api.io.TempDir;

class VibrationalContractTest extends TechniqueContract {

    @TempDir
    static Path folder;

    @Override
    protected Technique technique() {
        return new VibrationalTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        Map<String, List<Dataset>> m = new HashMap<>();
        Dataset pvdf = PvdfTruth.of(0.4, 0, 1e-3, 1).curve();
        m.put("raman/identify", List.of(DoubleBondTruth.of(10, 1520, 45, 1).curve()));
        m.put("ftir/identify", List.of(pvdf));
        m.put("ftir/pvdf-phase", List.of(pvdf));
        m.put("ftir/c-double-bond", List.of(pvdf));
        m.put("raman/carbon-d-g", List.of(RamanTruth.carbon(10, 0, 3).toCurve()));
        m.put("raman/c-double-bond", List.of(DoubleBondTruth.of(10, 1520, 45, 2).curve()));
        m.put("raman/map", List.of(RamanMapTruth.of(4, 3, 300, 3, 1).stack()));
        return m;
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> m = new HashMap<>();
        m.put("vibrational.spc", List.of(Source.of("a.spc", Files.spc(0, 9, 13, 4, 1)),
                Source.of("b.spc", Files.oldSpc())));
        m.put("vibrational.wdf", List.of(Source.of("a.wdf", Files.wdf(3, 2))));
        m.put("vibrational.opus", List.of(Source.of("a.0", Files.opus(4))));
        m.put("vibrational.spa", List.of(Source.of("a.spa", Files.spa())));
        m.put("vibrational.jcamp", List.of(Source.of("a.jdx", Files.jcamp("##XYDATA=(X++(Y..Y))\n400 1 2 3", 3))));
        m.put("vibrational.labspec-text", List.of(Source.of("map.txt", Files.labSpecMap())));
        m.put("vibrational.labspec-xml", List.of(Source.of("a.xml", Files.labSpecXml(2, 3))));
        m.put("vibrational.bwtek", List.of(Source.of("a.txt", Files.bwTek(';', true))));
        m.put("vibrational.point-list", List.of(Source.of("map.txt", Files.wireMap())));
        m.put("vibrational.text", List.of(Source.of("raman.csv", Files.csv())));
        return m;
    }

    @Override
    protected List<OperationCase> operationCases() throws IOException {
        Path other = java.nio.file.Files.write(folder.resolve("raman other.csv"), Files.csv());
        Dataset raman = DoubleBondTruth.of(10, 1520, 45, 1).curve();
        Dataset map = RamanMapTruth.of(4, 3, 200, 3, 1).stack();
        return List.of(OperationCase.of("vibrational.atr-correction", PvdfTruth.of(0.4, 0, 1e-3, 1).curve()),
                OperationCase.of("vibrational.shift-axis", raman),
                new OperationCase("vibrational.difference", raman, Map.of("reference", other.toString())),
                new OperationCase("vibrational.shift-calibration", raman, Map.of("position", 795.0)),
                OperationCase.of("vibrational.map-average", map), OperationCase.of("vibrational.map-components", map),
                new OperationCase("vibrational.map-components", map, Map.of("method", "nmf")),
                new OperationCase("vibrational.map-components", map, Map.of("method", "k-means")));
    }
}
