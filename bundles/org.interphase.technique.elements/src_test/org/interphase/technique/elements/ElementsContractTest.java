package org.interphase.technique.elements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.elements.MapTruth;
import org.interphase.testkit.elements.SpectrumTruth;

class ElementsContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new ElementsTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        Map<String, List<Dataset>> m = new HashMap<>();
        Curve steel = new SpectrumTruth().with("Fe K", 60_000).with("Cr K", 15_000).curve(1);
        m.put("elements/spectrum", List.of(steel));
        m.put("elements/map", List.of(MapTruth.uniform(64, 48, 8).disc(20, 20, 8, 1.6).raster(1)));
        m.put("elements/line", List.of(MapTruth.step(60, 20, 5, 20, 31, 3).raster(1)));
        return m;
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> m = new HashMap<>();
        Curve small = new SpectrumTruth().with("Fe K", 6_000).curve(1).slice(0, 300);
        m.put("elements.msa", List.of(Source.of("a.msa", MsaFiles.modern(small)), Source.of("b.msa", MsaFiles.old())));
        m.put("elements.spx", List.of(Source.of("a.spx", SpxFiles.spectrum(small))));
        return m;
    }
}
