package org.interphase.technique.electrochemistry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.reader.SampleFiles;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.TechniqueContract;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;

class ElectrochemistryContractTest extends TechniqueContract {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 1e-1, 31);

    @Override
    protected Technique technique() {
        return new ElectrochemistryTechnique();
    }

    private static Table cell(String name, double scale, long seed) {
        double[][] z = ImpedanceTruth.of(5 * scale, new Arc(40 * scale, 1e-4, 0.9), new Arc(60 * scale, 0.05, 0.9))
                .measured(HERTZ, 0.003, seed);
        double[] minus = new double[HERTZ.length];
        for (int i = 0; i < minus.length; i++) {
            minus[i] = -z[1][i];
        }
        return new Table(DatasetHeader.of(name, "eis", Metadata.EMPTY), List.of(Column.of("frequency", "Hz", HERTZ),
                Column.of("Re(Z)", "ohm", z[0]), Column.of("-Im(Z)", "ohm", minus)));
    }

    @Override
    protected Map<String, List<Dataset>> examples() {
        Map<String, List<Dataset>> out = new LinkedHashMap<>();
        List<Dataset> one = List.of(cell("cell", 1, 1));
        for (String id : List.of("eis/fit", "eis/two-arc-cell", "eis/kramers-kronig", "eis/drt", "eis/compare")) {
            out.put(id, one);
        }
        List<Dataset> series = new ArrayList<>(List.of(cell("cell-30deg", 2, 2), cell("cell-50deg", 1, 3)));
        out.put("eis/series", series);
        out.put("eis/arrhenius", series);
        return out;
    }

    @Override
    protected Map<String, List<Source>> samples() {
        Map<String, List<Source>> own = new LinkedHashMap<>(SampleFiles.all());
        own.keySet().retainAll(technique().readers().stream().map(DatasetReader::id).toList());
        return own;
    }

    @Override
    protected List<OperationCase> operationCases() {
        FitResult fit = new FitResult("R1", List.of("R1"), List.of(new FitParameter("R1", "resistance", "R", 50, 0.5,
                Unit.of("ohm"), 0, 1e9, FitParameter.State.FREE, "")), new double[][] {{0.25}}, new double[1],
                new double[1], new FitResult.Statistics(1, 1, 0, 0, true, "converged", 1));
        return List.of(OperationCase.of("eis.conductivity", cell("cell", 1, 1).with(fit)));
    }
}
