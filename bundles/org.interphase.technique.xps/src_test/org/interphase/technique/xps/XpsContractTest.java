package org.interphase.technique.xps;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;

class XpsContractTest extends TechniqueContract {

    static Curve region(String line, double from, double to, PeakTruth... peaks) {
        int n = (int) Math.round((to - from) / 0.1) + 1;
        Curve c = XpsRegionTruth.of(line, from, 0.1, n, 500, 0.002, List.of(peaks), 3).toCurve();
        return c.withHeader(DatasetHeader.of(line, "xps.region", c.metadata().with("line", line)
                .with("photon energy", 1486.6, "eV").with("dwell time", 1, "s").withAll(Metadata.EMPTY)));
    }

    private static PeakTruth peak(double position, double height) {
        return new PeakTruth("p", position, 1.4, height, 0.3);
    }

    @Override
    protected Technique technique() {
        return new XpsTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws Exception {
        Map<String, List<Dataset>> out = new HashMap<>();
        Curve f = region("F 1s", 680, 695, peak(688.2, 3000), peak(685.1, 1200));
        Curve c = region("C 1s", 280, 295, peak(284.8, 3000), peak(286.4, 900), peak(288.8, 500));
        Curve o = region("O 1s", 525, 540, peak(529.4, 2000), peak(531.6, 2500));
        out.put("xps/f1s-lif-cf2", List.of(f));
        out.put("xps/n1s-pan-licn", List.of(region("N 1s", 393, 407, peak(399.6, 2000), peak(398.2, 600))));
        out.put("xps/s2p-doublets", List.of(region("S 2p", 158, 174, peak(169, 1500), peak(170.2, 750),
                peak(162.2, 600), peak(163.4, 300))));
        out.put("xps/c1s-carbonate", List.of(c));
        out.put("xps/c1s-organic", List.of(c));
        out.put("xps/o1s-carbonate", List.of(o));
        out.put("xps/survey", List.of(SurveyTest.survey(1, 1)));
        out.put("xps/quantify", List.of(f, c, o));
        out.put("xps/compare", List.of(f, region("F 1s", 680, 695, peak(688.2, 2000), peak(685.1, 2200))));
        Curve stored = f.with(new StoredFit(List.of(new StoredFit.StoredComponent("CF2", "GL(30)", 688.2, 1.6, 4000)),
                List.of(new StoredFit.StoredBackground("F 1s", "Shirley", 681, 694, 2, List.of())), List.of(), null,
                null));
        out.put("xps/as-stored", List.of(stored));
        out.put("xps/from-stored", List.of(stored));
        for (Recipe r : technique().recipes()) {
            if (!out.containsKey(r.id())) {
                throw new IllegalStateException("no example for " + r.id());
            }
        }
        return out;
    }

    @Override
    protected Map<String, List<Source>> samples() throws Exception {
        StringBuilder text = new StringBuilder("Binding energy (eV),Counts / s\n");
        for (int i = 0; i < 30; i++) {
            text.append(695 - 0.5 * i).append(',').append(100 + 40 * Math.exp(-0.1 * (i - 15) * (i - 15))).append('\n');
        }
        List<Source> vamas = new ArrayList<>();
        vamas.add(Vamas.file(Vamas.header("NORM", "REGULAR", 1, 0)
                + Vamas.block("F 1s", false, 0, 797, 0.5, new double[] {10, 12, 30, 80, 28, 11, 9})));
        return Map.of("xps.vamas", vamas, "xps.text", List.of(Source.of("F_1s.csv",
                text.toString().getBytes(StandardCharsets.UTF_8))), "xps.xlsx", List.of(Workbooks.avantage()),
                "xps.phi", List.of(PhiTest.sample()));
    }

    @Override
    protected List<OperationCase> operationCases() {
        Curve c = region("C 1s", 280, 295, peak(286, 3000));
        return List.of(new OperationCase("xps.calibrate", c, Map.of()),
                new OperationCase("xps.calibrate-series", Series.named(DatasetHeader.of("s", "series", Metadata.EMPTY),
                        List.of(c, region("F 1s", 680, 695, peak(688.2, 2000)))), Map.of()));
    }
}
