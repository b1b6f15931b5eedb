package org.interphase.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;

/**
 * The rows of a block that have a number in each of some columns, with what was left out to get them. A reader of
 * curves takes its numbers from here and hands on the remarks:
 * <pre>
 *     CompleteRows rows = block.complete(0, 1);
 *     int twice = rows.repeated(0);           // then refuse, at rows.place(twice)
 *     double[] x = rows.values(0);
 *     double[] y = rows.values(1);
 *     return rows.remarkOn(curve);            // "Line 902 was left out: there is no number in 'Absorbance'."
 * </pre>
 *
 * @see TextBlock#complete
 */
public final class CompleteRows {

    private final TextBlock block;
    private final double[][] values;
    private final int[] rows;
    private final List<RowNote> notes;

    CompleteRows(TextBlock block, double[][] values, int[] rows, List<RowNote> notes) {
        this.block = block;
        this.values = values;
        this.rows = rows;
        this.notes = List.copyOf(notes);
    }

    /** Number of rows. */
    public int size() {
        return rows.length;
    }

    /** The numbers of a column, by its place among the columns asked for; a copy. */
    public double[] values(int column) {
        return values[column].clone();
    }

    /** Line of the text (row of the sheet), from 1, a row stands on. */
    public int line(int row) {
        return block.line(rows[row]);
    }

    /** Where a row stands, for messages: {@code line 12}, or {@code sheet 'A', row 12}. */
    public String place(int row) {
        return block.place(rows[row]);
    }

    /** The row of the block a row is. */
    public int blockRow(int row) {
        return rows[row];
    }

    /** The first row in which a column has a number that an earlier row has already, or -1. */
    public int repeated(int column) {
        Set<Double> seen = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            // both zeros are one number
            if (!seen.add(values[column][i] + 0.0)) {
                return i;
            }
        }
        return -1;
    }

    /** What happened to rows of the block and what was left out here, in order of lines. */
    public List<RowNote> notes() {
        return notes;
    }

    /** Remarks that name the rows left out; empty where there are none. */
    public List<Remark> remarks() {
        return RowNote.remarks(notes);
    }

    /** The header with these remarks. */
    public DatasetHeader remarkOn(DatasetHeader header) {
        DatasetHeader out = header;
        for (Remark r : remarks()) {
            out = out.remarking(r);
        }
        return out;
    }

    /** The dataset with these remarks. */
    @SuppressWarnings("unchecked")
    public <D extends Dataset> D remarkOn(D dataset) {
        // withHeader gives a dataset of the same class: that is its contract
        return notes.isEmpty() ? dataset : (D) dataset.withHeader(remarkOn(dataset.header()));
    }

    static CompleteRows of(TextBlock block, int... columns) {
        double[][] all = new double[columns.length][];
        int end = 0;
        int from = block.rows();
        for (int k = 0; k < columns.length; k++) {
            all[k] = block.columns().get(columns[k]).values();
            for (int i = 0; i < all[k].length; i++) {
                if (!Double.isNaN(all[k][i])) {
                    end = Math.max(end, i + 1);
                    from = Math.min(from, i);
                }
            }
        }
        // rows before the first and behind the last number belong to longer columns beside these
        List<RowNote> notes = new ArrayList<>(block.notes());
        int[] rows = new int[Math.max(0, end - from)];
        int n = 0;
        for (int i = from; i < end; i++) {
            int missing = -1;
            int there = 0;
            for (int k = 0; k < columns.length; k++) {
                if (Double.isNaN(all[k][i])) {
                    missing = missing < 0 ? k : missing;
                } else {
                    there++;
                }
            }
            if (missing < 0) {
                rows[n++] = i;
            } else {
                notes.add(block.note(i, there == 0 ? RowNote.Reason.EMPTY : RowNote.Reason.MISSING_CELL,
                        there == 0 ? "" : block.columns().get(columns[missing]).name()));
            }
        }
        double[][] values = new double[columns.length][n];
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < n; i++) {
                values[k][i] = all[k][rows[i]];
            }
        }
        notes.sort(Comparator.comparingInt(RowNote::line));
        return new CompleteRows(block, values, Arrays.copyOf(rows, n), notes);
    }
}
