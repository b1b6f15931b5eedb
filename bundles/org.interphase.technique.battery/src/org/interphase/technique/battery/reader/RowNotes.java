package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Remark;

/**
 * What happened to rows on reading.
 *
 * @param cut whether the last line was left out, as it may be half
 * @param shorter rows with fewer fields than headings, the missing ones being missing values
 * @param repeated lines of headings that came again and were passed over
 * @param cutRow whether the last row ends in the middle
 * @param odd the first cell that is no number in a column of numbers; empty for none
 */
record RowNotes(boolean cut, int shorter, int repeated, String odd, boolean cutRow) {

    RowNotes(boolean cut) {
        this(cut, 0, 0, "", false);
    }

    RowNotes plus(int moreShorter, int moreRepeated, String oddCell, boolean isCut) {
        return new RowNotes(cut, shorter + moreShorter, repeated + moreRepeated, odd.isEmpty() ? oddCell : odd,
                cutRow || isCut);
    }

    /** As remarks. */
    List<Remark> remarks(long oddCells) {
        List<Remark> out = new ArrayList<>();
        if (cut) {
            out.add(Remark.warning("The file ends in the middle of a line; the last line is left out."));
        }
        if (cutRow) {
            out.add(Remark.warning("The last row ends in the middle; what is not there, and what may be half, is a "
                    + "missing value."));
        }
        if (shorter > 0) {
            out.add(Remark.warning(shorter + (shorter == 1 ? " row has" : " rows have")
                    + " fewer fields than there are headings; what is not there is a missing value."));
        }
        if (repeated > 0) {
            out.add(Remark.info("The headings come again " + repeated + (repeated == 1 ? " time" : " times")
                    + " among the rows and are passed over."));
        }
        if (oddCells > 0) {
            out.add(Remark.warning(oddCells + (oddCells == 1 ? " cell is" : " cells are")
                    + " not written as the others of the column and taken as missing (first " + odd + ")."));
        }
        return out;
    }
}
