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
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.figure.IndentMapFigure;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.replicate.IndentMap;
import org.interphase.technique.mechanics.replicate.Replicates;

/** Many indents of one material: means and the scatter between indents. */
public final class IndentationReplicates implements Operation<Series, IndentationReplicates.Parameters> {

    /**
     * What the records do not state.
     *
     * @param area coefficients of the area function; empty for the files'
     * @param poisson Poisson's ratio of the sample; null for the files', or 0.3
     */
    public record Parameters(
            @Param(label = "Area function", help = "C0, C1, C2 ... in powers of nm, with commas; from the files where "
                    + "empty, else a perfect Berkovich pyramid (24.5).") String area,
            @Param(label = "Poisson ratio", min = -1, max = 0.5, help = "Of the sample; from the files where empty, "
                    + "else 0.3.") Double poisson) {
    }

    private final IndentationTest test = new IndentationTest();

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("mechanics.indentation-replicates", 1,
            "Many indents", "Each indent is evaluated alone; means, and the scatter between indents. Where the "
            + "files state where indents are, maps of hardness and modulus. The uncertainty of "
                    + "a mean holds this scatter and, undiminished by their number, the uncertainty of one indent, "
                    + "which is mostly common to all.", Series.class, Parameters.class)
            .forKinds(IndentTable.KIND);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        Map<String, Object> said = new java.util.LinkedHashMap<>();
        said.put("area", p.area());
        if (p.poisson() != null) {
            said.put("poisson", p.poisson());
        }
        IndentationTest.Parameters each = org.interphase.api.parameters.Parameters.decode(
                IndentationTest.Parameters.class, said);
        List<List<Measurement>> all = new ArrayList<>();
        List<Metadata> facts = new ArrayList<>();
        Outcome.Builder out = Outcome.builder(input);
        for (Dataset d : input.members()) {
            progress.checkCancelled();
            if (!(d instanceof Table t)) {
                throw new AnalysisException(d.name() + " is no table of an indent");
            }
            try {
                Outcome one = test.apply(t, each, progress);
                all.add(one.measurements());
                facts.add(t.metadata());
                Replicates.warnings(d.name(), one).forEach(out::remark);
            } catch (AnalysisException e) {
                throw new AnalysisException(d.name() + ": " + e.getMessage(), e);
            }
        }
        if (all.size() < 2) {
            throw new AnalysisException("a mean needs two indents or more");
        }
        Replicates.of(all, "indents").forEach(out::measure);
        IndentMap.of(facts, all).ifPresent(map -> {
            map.tooNear().ifPresent(out::remark);
            out.extra(map.table(input.name()));
            out.figure(IndentMapFigure.of(input.name(), map, 0));
            out.figure(IndentMapFigure.of(input.name(), map, 1));
        });
        return out.remark(Remark.info(all.size() + " indents are taken together.").coded("indents")).build();
    }

    @Override
    public String methods(Parameters p) {
        return "Each indent was evaluated by the method of Oliver and Pharr. The uncertainty of a mean holds the "
                + "scatter between indents and, undiminished by their number, the uncertainty of one indent.";
    }
}
