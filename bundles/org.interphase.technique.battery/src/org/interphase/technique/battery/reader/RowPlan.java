package org.interphase.technique.battery.reader;

import java.util.List;

/**
 * How the rows of a text are to be read.
 *
 * @param file name of the file, for messages
 * @param headings the headings, one for each field of a row
 * @param kinds how the cells of each column are written
 * @param delimiter what stands between fields; a blank stands for any run of blanks
 * @param decimalComma whether numbers have a decimal comma
 * @param wrapped whether each line stands in quotes as a whole
 * @param order order of year, month and day
 * @param headingLine the line of headings as it stands in the file: it may come again
 * @param charset how words are encoded
 */
record RowPlan(String file, List<RecordHeading> headings, CellKind[] kinds, char delimiter, boolean decimalComma,
        boolean wrapped, DateText.Order order, String headingLine, java.nio.charset.Charset charset) {

    /** The same with dates in another order. */
    RowPlan ordered(DateText.Order other) {
        return new RowPlan(file, headings, kinds, delimiter, decimalComma, wrapped, other, headingLine, charset);
    }

    /** Number of columns. */
    int width() {
        return headings.size();
    }

    /** Whether a column must hold what its heading says in every row, or the file is refused. */
    boolean isEssential(int column) {
        return headings.get(column).role().filter(r -> r == RecordRole.TIME || r == RecordRole.STEP_TIME
                || r == RecordRole.VOLTAGE || r == RecordRole.CURRENT).isPresent();
    }
}
