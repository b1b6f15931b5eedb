package org.interphase.technique.battery.segmentation;

import java.util.List;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;

/**
 * The recorded number of the step as evidence: where it changes, a step ends, if it changes where the current turns on,
 * off or over. What the numbers are means nothing; a schedule may give one step several.
 */
final class StepColumn {

    /** Rows a change may be away from where the current changes. */
    private static final int NEAR = 2;
    private static final double TRUSTED = 0.8;
    /** A number that changes in more than this share of the rows counts rows. */
    private static final double RESTLESS = 0.05;
    private static final int FEW = 10;

    private final Channel number;
    private final boolean right;

    private StepColumn(Channel number, boolean right) {
        this.number = number;
        this.right = right;
    }

    /** Judges the column of a record against the turns of its current. */
    static StepColumn of(Channel number, RowRanges runs, List<Remark> remarks) {
        if (number == null) {
            if (runs.size() > 1) {
                remarks.add(Remark.info("No number of the step is recorded; the steps are found from current, voltage "
                        + "and time.").coded("steps-found"));
            }
            return new StepColumn(null, false);
        }
        int changes = 0;
        int atTurns = 0;
        int turns = runs.size() - 1;
        int hits = 0;
        int k0 = 1;
        for (int i = 1; i < number.size(); i++) {
            if (changes(number, i)) {
                changes++;
                while (k0 < runs.size() && runs.from(k0) < i - NEAR) {
                    k0++;
                }
                atTurns += k0 < runs.size() && runs.from(k0) <= i + NEAR ? 1 : 0;
            }
        }
        for (int k = 1; k < runs.size(); k++) {
            hits += near(number, runs.from(k)) ? 1 : 0;
        }
        boolean fine = hits >= TRUSTED * turns
                && changes <= Math.max(3L * turns + FEW, (long) (RESTLESS * number.size()));
        // one number for a current and the rest after it, as EC-Lab has it
        boolean coarse = changes > 0 && changes <= turns && atTurns >= TRUSTED * changes;
        boolean right = turns == 0 ? changes <= FEW : fine || coarse;
        if (!right && turns + changes > 0) {
            remarks.add(Remark.warning("The recorded number of the step changes " + changes + " times, and at " + hits
                    + " of the " + turns + " places where the current turns; it is ignored, and the steps are found "
                    + "from current, voltage and time.").coded("step-column-ignored"));
        }
        return new StepColumn(number, right);
    }

    private static boolean changes(Channel number, int row) {
        double a = number.get(row - 1);
        double b = number.get(row);
        return a != b && !Double.isNaN(a) && !Double.isNaN(b);
    }

    private static boolean near(Channel number, int row) {
        for (int i = Math.max(1, row - NEAR); i <= Math.min(number.size() - 1, row + NEAR); i++) {
            if (changes(number, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step begins at a row, not counting what lies beside the ends of the range found without it. */
    boolean begins(int row, int from, int to) {
        return right && row - from > NEAR && to - row > NEAR && changes(number, row);
    }

    /** Whether the number changes at a row, right or wrong. */
    static boolean changesAt(Channel number, int row) {
        return number != null && row > 0 && row < number.size() && changes(number, row);
    }
}
