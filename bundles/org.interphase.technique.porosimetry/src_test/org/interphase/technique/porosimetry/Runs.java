package org.interphase.technique.porosimetry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.porosimetry.operation.BetArea;
import org.interphase.technique.porosimetry.operation.PoreDistribution;
import org.interphase.technique.porosimetry.operation.PoreSizes;
import org.interphase.technique.porosimetry.operation.ThomeerSystems;
import org.interphase.technique.porosimetry.operation.WashburnDiameters;
import org.interphase.technique.porosimetry.reader.IsothermReader;
import org.interphase.technique.porosimetry.reader.MercuryReader;

/** Runs the steps of the recipes, as their runner does. */
final class Runs {

    private Runs() {
    }

    static Table mercury(Source source, String columns) throws Exception {
        Source s = columns.isEmpty() ? source : source.stating(Stated.of(Map.of("columns", columns)));
        return (Table) new MercuryReader().read(s, Progress.none()).get(0);
    }

    static Table mercury(String csv) throws Exception {
        return mercury(Source.of("run.csv", csv.getBytes(StandardCharsets.UTF_8)), "");
    }

    static Table isotherm(String csv) throws Exception {
        return (Table) new IsothermReader().read(Source.of("iso.csv", csv.getBytes(StandardCharsets.UTF_8)),
                Progress.none()).get(0);
    }

    static Outcome washburn(Table t, String... settings) throws AnalysisException {
        return apply(new WashburnDiameters(), WashburnDiameters.Parameters.class, t, settings);
    }

    static Outcome distribution(Table t, String... settings) throws AnalysisException {
        return apply(new PoreDistribution(), PoreDistribution.Parameters.class, t, settings);
    }

    static Outcome thomeer(Table t, String... settings) throws AnalysisException {
        return apply(new ThomeerSystems(), ThomeerSystems.Parameters.class, t, settings);
    }

    static Outcome bet(Table t, String... settings) throws AnalysisException {
        return apply(new BetArea(), BetArea.Parameters.class, t, settings);
    }

    static Outcome bjh(Table t, String... settings) throws AnalysisException {
        return apply(new PoreSizes(), PoreSizes.Parameters.class, t, settings);
    }

    private static <P extends Record> Outcome apply(Operation<Table, P> operation, Class<P> type, Table t,
            String... settings) throws AnalysisException {
        Map<String, String> tree = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            tree.put(settings[i], settings[i + 1]);
        }
        return operation.apply(t, Parameters.decode(type, tree), Progress.none());
    }

    static Measurement of(Outcome o, String name) {
        List<Measurement> found = o.measurements().stream().filter(m -> m.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " numbers '" + name + "' among " + o.measurements().stream()
                    .map(Measurement::name).toList());
        }
        return found.get(0);
    }
}
