package org.interphase.technique.mechanics.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.mechanics.figure.TensileFigures;
import org.interphase.technique.mechanics.replicate.Replicates;
import org.interphase.technique.mechanics.tensile.StressStrain;
import org.interphase.technique.mechanics.tensile.TensileTable;

/** Tensile tests of several specimens of one material: means and the scatter between specimens. */
public final class TensileReplicates implements Operation<Series, TensileReplicates.Parameters> {

    /**
     * What the files do not state.
     *
     * @param section cross-section of all specimens in mm2; null for the files'
     * @param gauge gauge length of all specimens in mm; null for the files'
     * @param offset plastic strain of the yield strength in per cent
     */
    public record Parameters(
            @Param(label = "Cross-section", unit = "mm2", min = 1e-9, max = 1e9, help = "Cross-section of all "
                    + "specimens; from each file where empty.") Double section,
            @Param(label = "Gauge length", unit = "mm", min = 1e-6, max = 1e6, help = "Gauge length of all specimens; "
                    + "from each file where empty.") Double gauge,
            @Param(label = "Offset", unit = "%", def = "0.2", min = 1e-4, max = 10, help = "Plastic strain at the "
                    + "yield strength.") double offset) {
    }

    private final TensileTest test = new TensileTest();

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("mechanics.tensile-replicates", 1,
            "Tensile tests of several specimens", "Each specimen is evaluated as a single tensile test; means, and the "
                    + "scatter between specimens. The uncertainty of a mean holds this scatter and, undiminished by "
                    + "their number, the uncertainty of one test, which is mostly common to all.", Series.class,
            Parameters.class).forKinds(TensileTable.KIND);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        TensileTest.Parameters each = new TensileTest.Parameters(p.section(), p.gauge(),
                org.interphase.api.parameters.Range.ALL, p.offset(), 1, 1, 1, 1);
        List<List<Measurement>> all = new ArrayList<>();
        Map<String, StressStrain> curves = new java.util.LinkedHashMap<>();
        Outcome.Builder out = Outcome.builder(input);
        for (Dataset d : input.members()) {
            progress.checkCancelled();
            if (!(d instanceof Table t)) {
                throw new AnalysisException(d.name() + " is no table of a tensile test");
            }
            try {
                Outcome one = test.apply(t, each, progress);
                all.add(one.measurements());
                Replicates.warnings(d.name(), one).forEach(out::remark);
                curves.put(d.name(), StressStrain.of(t, p.section(), p.gauge()));
            } catch (AnalysisException e) {
                throw new AnalysisException(d.name() + ": " + e.getMessage(), e);
            }
        }
        if (all.size() < 2) {
            throw new AnalysisException("a mean needs two specimens or more");
        }
        Replicates.of(all, "specimens").forEach(out::measure);
        out.remark(Remark.info(all.size() + " specimens are taken together.").coded("specimens"));
        return out.figure(TensileFigures.together(curves)).build();
    }

    @Override
    public String methods(Parameters p) {
        return "Each specimen was evaluated as a single tensile test (yield strength at "
                + Numbers.plain(p.offset(), 3) + " % plastic strain). The uncertainty of a mean holds the scatter "
                + "between specimens and, undiminished by their number, the uncertainty of one test.";
    }
}
