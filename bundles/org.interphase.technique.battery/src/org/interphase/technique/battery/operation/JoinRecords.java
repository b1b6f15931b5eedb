package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Dataset;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.battery.join.JoinOrder;
import org.interphase.technique.battery.join.RecordJoin;

/** Joins the files of one test into one record: the first step of recipes that take several files as one. */
public final class JoinRecords implements Operation<Series, JoinRecords.Parameters> {

    /**
     * How parts are joined.
     *
     * @param order by what they are ordered
     */
    public record Parameters(
            @Param(label = "Order", def = "automatic", help = "By the times of the parts where they run on, by the "
                    + "dates at which they begin, or as they are listed; automatic takes the first of these that the "
                    + "files allow, but never the last without being told.") JoinOrder order) {
    }

    private final OperationInfo<Series, Parameters> info = OperationInfo.of("cycling.join", 2, "Join parts of a test",
            "Puts the records of one test that was stored in several files one behind the other. Parts are ordered by "
                    + "their times where those run on from file to file, else by the dates at which they begin, and "
                    + "their times count from the first part. Rows that two parts share are taken once; an overlap in "
                    + "which they differ is refused. Cycle numbers that begin again are counted on; counters, steps "
                    + "and all other columns stay as recorded. A mass, an area or anything else that the parts state "
                    + "differently is not taken.", Series.class, Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Table> tables = new ArrayList<>();
        for (Dataset d : input.members()) {
            progress.checkCancelled();
            if (!(d instanceof Table t)) {
                throw new AnalysisException("'" + d.name() + "' is a " + d.shape() + ", not a record over time");
            }
            tables.add(t);
        }
        RecordJoin.Joined joined = RecordJoin.of(tables, p.order, progress);
        Outcome.Builder out = Outcome.builder(joined.table());
        joined.remarks().forEach(out::remark);
        return out.measure("rows", "n", joined.table().rows(), 0, "1").measure("parts joined", "n", tables.size(), 0,
                "1").build();
    }

    @Override
    public String methods(Parameters p) {
        return "The files of the test were joined " + switch (p.order) {
            case AUTOMATIC -> "in the order of their times or dates";
            case TIME -> "in the order of their times";
            case DATE -> "in the order of their dates";
            case AS_GIVEN -> "in the order given";
        } + ", rows held twice taken once.";
    }
}
