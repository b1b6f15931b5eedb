package org.interphase.technique.battery.segmentation;

import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;

/**
 * Finds the ranges of rows in which a cell rests, is charged or is discharged. A reading of the wrong sign, or of no
 * current, inside a step that goes on at its current is a stray reading and ends nothing.
 */
final class StepFinder {

    /** Rows a stray reading may last. */
    private static final int STRAY = 2;
    /** Rows a run needs before a stray reading can be told from a short step. */
    private static final int SETTLED = 4;
    /** How closely a current must return to where it was. */
    private static final double RETURNS = 0.1;
    /** Noise at rest may exceed the limit by this factor for a row. */
    private static final double NOISE = 10;
    /** A stray reading takes no longer than this many usual intervals a row. */
    private static final double IN_TIME = 3;

    private final CurrentSignal current;
    private final RecordClock clock;
    private final Channel number;
    private final double limit;
    private int strays;
    private int firstStray;

    private StepFinder(CellRecord record, CurrentSignal current, RecordClock clock, double limit) {
        this.current = current;
        this.clock = clock;
        this.number = record.step().orElse(null);
        this.limit = limit;
    }

    /** The ranges between turns of the current: charge, discharge and rest. */
    static RowRanges turns(CellRecord record, CurrentSignal current, RecordClock clock, double limit,
            List<Remark> remarks) {
        StepFinder finder = new StepFinder(record, current, clock, limit);
        RowRanges runs = finder.turns();
        if (finder.strays > 0) {
            remarks.add(Remark.info((finder.strays == 1 ? "One reading" : finder.strays + " readings") + " of a "
                    + "current that does not belong to the step around it, first at row " + (finder.firstStray + 1)
                    + "; left out of the integrals.").coded("stray-current"));
        }
        return runs;
    }

    private int state(int row) {
        double c = current.at(row);
        return c > limit ? 1 : c < -limit ? -1 : 0;
    }

    private RowRanges turns() {
        RowRanges out = new RowRanges();
        int n = clock.size();
        int start = 0;
        int state = n == 0 ? 0 : state(0);
        out.add(0, state, StepType.OTHER);
        int i = 1;
        while (i < n) {
            int s = state(i);
            // a missing current says nothing
            if (s == state || Double.isNaN(current.at(i))) {
                i++;
                continue;
            }
            int over = stray(start, i, state);
            if (over > 0) {
                firstStray = strays == 0 ? i : firstStray;
                strays += over;
                i += over;
                continue;
            }
            out.add(i, s, StepType.OTHER);
            start = i;
            state = s;
            i++;
        }
        out.close(n);
        return out;
    }

    /** How many rows from a row on are stray readings inside a run; 0 if the run ends there. */
    private int stray(int start, int row, int state) {
        if (row - start < SETTLED) {
            return 0;
        }
        int back = row;
        while (back < row + STRAY + 1 && back < clock.size() && state(back) != state) {
            back++;
        }
        int over = back - row;
        if (over > STRAY || back >= clock.size()) {
            return 0;
        }
        if (StepColumn.changesAt(number, row) && StepColumn.changesAt(number, back)) {
            return 0;
        }
        if (state == 0) {
            for (int i = row; i < back; i++) {
                if (Math.abs(current.at(i)) > NOISE * limit) {
                    return 0;
                }
            }
            return over;
        }
        double before = current.at(row - 1);
        boolean returns = Math.abs(current.at(back) - before) <= RETURNS * Math.abs(before);
        double usual = (clock.at(row - 1) - clock.at(start)) / (row - 1 - start);
        double taken = clock.at(back) - clock.at(row - 1);
        return returns && taken <= IN_TIME * usual * (over + 1) ? over : 0;
    }
}
