package org.interphase.spark;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.InputFailure;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.batch.LeftOut;
import org.interphase.engine.document.AnalysisCells;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.text.JsonText;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/** Turns results into rows, those an analysis document would hold. */
final class RowSink implements BatchSink<List<TableRow>> {

    private static final String LEFT_OUT = "left-out";

    private final String recipe;
    private final List<Item> items;
    private final Configuration hadoop;
    private final List<TableRow> rows = new ArrayList<>();

    RowSink(String recipe, List<Item> items, Configuration hadoop) {
        this.recipe = recipe;
        this.items = items;
        this.hadoop = hadoop;
    }

    /** All rows, in the order of the inputs. */
    List<TableRow> rows() {
        return rows;
    }

    @Override
    public void next(List<TableRow> kept) {
        rows.addAll(kept);
    }

    @Override
    public List<TableRow> done(InputResult result) throws IOException {
        Input input = items.get(result.place().task()).input();
        if (result.run().isEmpty()) {
            InputFailure why = result.failure().orElseThrow();
            return List.of(new TableRow(OutputTable.FAILURES, RowFactory.create(recipe, input.name(),
                    result.dataset(), null, hash(input), "", why.position(), why.reason())));
        }
        return rows(input.name(), result.run().get());
    }

    // what could not be read at all has no hash, and is tried again by a run that resumes
    private String hash(Input input) {
        try {
            return input.sha256(hadoop);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    private List<TableRow> rows(String name, Run run) {
        InputReference of = run.input();
        AnalysisDocument document = AnalysisDocument.of(run);
        List<TableRow> out = new ArrayList<>();
        int number = 0;
        for (Measurement m : document.measurements()) {
            out.add(row(OutputTable.MEASUREMENTS, name, of, number++, m.name(), m.symbol(), orNull(m.value()),
                    orNull(m.uncertainty()), orNull(m.limit()), m.unit().text(), m.verdict().quality().word(),
                    m.verdict().reason(), m.step(), AnalysisCells.evidence(m)));
        }
        for (Remark r : document.remarks()) {
            out.add(row(OutputTable.REMARKS, name, of, word(r.level()), r.text(), r.step(), r.component(), r.code()));
        }
        if (run.failure().isPresent()) {
            Failure f = run.failure().get();
            out.add(row(OutputTable.FAILURES, name, of, f.step(), "", f.message()));
        }
        Provenance p = run.provenance();
        out.add(row(OutputTable.PROVENANCE, name, of, p.software(), p.java(), Timestamp.from(p.time()), of.plugin(),
                JsonText.write(of.stated().entries()), AnalysisCells.steps(p)));
        return out;
    }

    private static String word(Remark.Level level) {
        return level.name().toLowerCase(java.util.Locale.ROOT);
    }

    private TableRow row(OutputTable table, String name, InputReference of, Object... cells) {
        Object[] all = new Object[5 + cells.length];
        all[0] = recipe;
        all[1] = name;
        all[2] = of.dataset();
        all[3] = of.index();
        all[4] = of.sha256();
        System.arraycopy(cells, 0, all, 5, cells.length);
        return new TableRow(table, RowFactory.create(all));
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    /** A dataset over which nothing was run, as a remark. */
    void leftOut(LeftOut left) {
        Row cells = RowFactory.create(recipe, left.input().name(), left.dataset(), null, "", "info",
                "Left out: " + left.sentence() + ".", "", "", LEFT_OUT);
        rows.add(new TableRow(OutputTable.REMARKS, cells));
    }
}
