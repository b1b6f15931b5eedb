package org.interphase.technique.battery.voltammetry;

import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Table;

/** Kinds of records that may hold a voltammogram, and how a table becomes one. */
public final class Voltammograms {

    private Voltammograms() {
    }

    /** Kinds a voltammogram may have. */
    public static String[] kinds() {
        return new String[] {RecordKinds.CV, RecordKinds.LSV, RecordKinds.RECORD, RecordColumns.CYCLING};
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
