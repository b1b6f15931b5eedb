package org.interphase.technique.dynamics.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/** A trajectory as a dataset: a table of its frames that carries the places of the atoms. */
public final class TrajectoryTable {

    /** Kind of such a table. */
    public static final String KIND = "dynamics.trajectory";
    /** Column of the frames' numbers. */
    public static final String STEP = "step";

    private TrajectoryTable() {
    }

    /** The table of a trajectory, whose facts join the metadata. */
    public static Table of(DatasetHeader header, Trajectory t) {
        Unit length = t.units().length().orElse(Unit.ONE);
        Metadata m = header.metadata().with("atoms", t.atoms().size()).with("species", t.atoms().counts())
                .with("coordinates", t.coordinates().words())
                .with("unit of lengths", t.units().length().map(Unit::text).orElse("not stated"));
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(t.frames().steppedBySimulation() ? STEP : "frame", Unit.ONE, t.frames().steps()));
        double[] times = t.frames().times();
        if (times.length > 0 && !Double.isNaN(times[0])) {
            columns.add(Column.of("time", t.units().time().orElse(Unit.ONE), times));
        }
        if (t.cell().isPresent()) {
            Cell cell = t.cell().get();
            for (int v = 0; v < 3; v++) {
                m = m.with("cell " + "abc".charAt(v), round(cell.length(v)), length.text());
            }
            m = m.with("cell", t.cellVaries() ? "varies" : "constant");
        }
        return new Table(header.withMetadata(m).without(Trajectory.class).with(t), columns);
    }

    /** The last digits of a length that was computed say nothing. */
    private static double round(double v) {
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.9g", v));
    }
}
