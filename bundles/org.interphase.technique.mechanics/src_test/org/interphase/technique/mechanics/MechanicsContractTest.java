package org.interphase.technique.mechanics;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Dataset;
import org.interphase.technique.mechanics.reader.IndentReader;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.mechanics.IndentTruth;
import org.interphase.testkit.mechanics.TensileTruth;

class MechanicsContractTest extends TechniqueContract {

    @Override
    protected Technique technique() {
        return new MechanicsTechnique();
    }

    @Override
    protected Map<String, List<Dataset>> examples() throws Exception {
        Map<String, List<Dataset>> out = new LinkedHashMap<>();
        Dataset metal = new TensileReader().read(metal(), Progress.none()).get(0);
        Dataset indent = new IndentReader().read(indent(), Progress.none()).get(0);
        out.put("mechanics/tensile", List.of(metal));
        out.put("mechanics/tensile-specimens", List.of(metal, TensileVerdictTest.table(TensileTruth.of(
                TensileTruth.steel(), new TensileTruth.Machine(300, 0.1, 0, 0, 0), 1))));
        out.put("mechanics/indentation", List.of(indent, IndentVerdictTest.table(IndentTruth.of(IndentTruth.polymer(),
                1))));
        out.put("mechanics/indents", List.of(indent, indent));
        return out;
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

    private static Source indent() {
        IndentTruth t = IndentTruth.of(IndentTruth.polymer(), 2);
        StringBuilder out = new StringBuilder("Time (s),Depth (nm),Load (mN)\n");
        for (int i = 0; i < t.time().length; i++) {
            out.append(t.time()[i]).append(',').append(t.depth()[i]).append(',').append(t.force()[i]).append('\n');
        }
        return Source.of("indent.csv", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As a Hysitron instrument writes it, without the voltages. */
    private static Source hysitron() {
        IndentTruth t = IndentTruth.of(IndentTruth.polymer(), 3);
        StringBuilder out = new StringBuilder("File Version: Hysitron\r\nTest Type: Indentation\r\nMachine Comp: 0.001 "
                + "nm/\u00b5N\r\nTip C0: 24.5 nm^2/nm^2\r\nTip C1: 100 nm^2/nm\r\nDrift Rate: 0.01 nm/s\r\n"
                + "Test Data Points: " + t.time().length + "\r\nTime_s\tDisp_nm\tForce_\u00b5N\r\n");
        for (int i = 0; i < t.time().length; i++) {
            out.append(t.time()[i]).append('\t').append(t.depth()[i]).append('\t').append(1000 * t.force()[i])
                    .append("\r\n");
        }
        return Source.of("indent.hld", out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> out = new LinkedHashMap<>();
        out.put("mechanics.tensile-table", List.of(metal()));
        out.put("mechanics.indentation-table", List.of(indent()));
        out.put("mechanics.hysitron", List.of(hysitron()));
        out.put("mechanics.nanosuite-method", List.of(Source.of("method.txt", ("Method Name : test.msm\r\nInputs\r\n"
                + "\tDepth Limit\r\n\t\tInternal Name : DepthLimit\r\n\t\tDefault Value : 2000  nm\r\n")
                .getBytes(StandardCharsets.UTF_8))));
        return out;
    }
}
