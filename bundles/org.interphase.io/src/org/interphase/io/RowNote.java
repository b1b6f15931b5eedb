package org.interphase.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Remark;

/**
 * What happened to one row of a table while it was read.
 *
 * @param line line of the text, or row of the sheet, from 1
 * @param reason what happened
 * @param column name of the column it is about; empty for the whole row
 * @param sheet name of the sheet; empty in a text
 */
public record RowNote(int line, Reason reason, String column, String sheet) {

    private static final int NAMED = 5;

    /** What can happen to a row. */
    public enum Reason {
        /** A cell has no number, so the row was left out. */
        MISSING_CELL("left out", "there is no number", true),
        /** No cell has a number. */
        EMPTY("left out", "there is no number at all", true),
        /** The row has fewer fields than its neighbours, and which is missing can't be told. */
        SHORT("left out", "there are fewer fields than in the other rows", true),
        /** The text ends within the row, or its last number may be half. */
        CUT("left out", "the file ends within this row, so its last number may be incomplete", true),
        /** A cell has no number; the row is kept, the value is missing. */
        MISSING_VALUE("kept with a missing value", "there is no number", false),
        /** A blank line among the rows. */
        BLANK("passed over", "it is blank", false),
        /** A comment among the rows. */
        COMMENT("passed over", "it is marked as a comment", false);

        private final String happened;
        private final String why;
        private final boolean loss;

        Reason(String happened, String why, boolean loss) {
            this.happened = happened;
            this.why = why;
            this.loss = loss;
        }

        /** Whether numbers of the file are not among the data. */
        public boolean isLoss() {
            return loss;
        }
    }

    /**
     * Remarks that name the rows: one for each reason, the first few lines and the number of the rest; a warning where
     * rows are lost. Empty without notes.
     */
    public static List<Remark> remarks(List<RowNote> notes) {
        Map<Reason, List<RowNote>> byReason = new EnumMap<>(Reason.class);
        for (RowNote n : notes) {
            byReason.computeIfAbsent(n.reason, k -> new ArrayList<>()).add(n);
        }
        List<Remark> out = new ArrayList<>();
        for (Map.Entry<Reason, List<RowNote>> e : byReason.entrySet()) {
            String text = sentence(e.getKey(), e.getValue());
            out.add(e.getKey().loss ? Remark.warning(text) : Remark.info(text));
        }
        return out;
    }

    private static String sentence(Reason reason, List<RowNote> notes) {
        RowNote first = notes.get(0);
        String unit = first.sheet.isEmpty() ? "line" : "row";
        StringBuilder out = new StringBuilder();
        if (notes.size() == 1) {
            out.append(unit.equals("line") ? "Line " : "Row ").append(first.line);
        } else {
            out.append(notes.size()).append(unit.equals("line") ? " lines" : " rows");
        }
        if (!first.sheet.isEmpty()) {
            out.append(" of sheet '").append(first.sheet).append('\'');
        }
        out.append(notes.size() == 1 ? " was " : " were ").append(reason.happened).append(": ");
        if (notes.size() == 1) {
            return out.append(reason.why).append(in(first)).append('.').toString();
        }
        boolean sameColumn = notes.stream().allMatch(n -> n.column.equals(first.column));
        out.append(notes.size() > 1 && reason == Reason.BLANK ? "they are blank" : notes.size() > 1
                && reason == Reason.COMMENT ? "they are marked as comments" : reason.why);
        out.append(sameColumn ? in(first) : "").append(" (").append(unit).append("s ");
        for (int i = 0; i < Math.min(NAMED, notes.size()); i++) {
            RowNote n = notes.get(i);
            out.append(i == 0 ? "" : ", ").append(n.line).append(sameColumn ? "" : in(n));
        }
        int rest = notes.size() - NAMED;
        return out.append(rest > 0 ? " and " + rest + " more" : "").append(").").toString();
    }

    private static String in(RowNote note) {
        return note.column.isEmpty() ? "" : " in '" + note.column + "'";
    }
}
