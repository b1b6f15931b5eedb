package org.interphase.technique.battery.voltammetry;

import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;

/** Kinds of records the operations of this room take, and how a table becomes one. */
public final class RecordKinds {

    /** Cyclic voltammograms. */
    public static final String CV = "cv";
    /** Linear sweeps. */
    public static final String LSV = "lsv";
    /** Current at constant potential. */
    public static final String CA = "ca";
    /** Records that do not say what they are. */
    public static final String RECORD = "electrochemistry.record";

    private RecordKinds() {
    }

    /** Kinds a voltammogram may have. */
    public static String[] voltammograms() {
        return new String[] {CV, LSV, RECORD, RecordColumns.CYCLING};
    }

    /**
     * A table as a record with current.
     *
     * @param what is looked for, with its article: a voltammogram
     * @throws AnalysisException naming what is missing
     */
    public static CellRecord record(Table table, String what) throws AnalysisException {
        CellRecord record = CellRecord.of(table).orElseThrow(() -> new AnalysisException("'" + table.name()
                + "' has no " + CellRecord.missing(table) + "; " + what + " needs time, potential and current"));
        if (record.current().isEmpty()) {
            throw new AnalysisException("'" + table.name() + "' has no current; " + what + " needs time, potential "
                    + "and current");
        }
        return record;
    }
}
