package org.interphase.technique.battery.segmentation;

import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/**
 * A record taken apart.
 *
 * @param record the record
 * @param clock its time, mended
 * @param current its current, signs made right
 * @param restCurrent magnitude below which a row is at rest, A
 * @param steps all steps in the order of time; they tile the rows
 * @param halfCycles half cycles in the order of time
 * @param cycles cycles in the order of time
 * @param counters what the recorded counters of charge do, for people; empty where there are none
 * @param verdict on every charge of the record
 * @param remarks what had to be decided
 */
public record CellSegmentation(CellRecord record, RecordClock clock, CurrentSignal current, double restCurrent,
        List<CellStep> steps, List<HalfCycle> halfCycles, List<CellCycle> cycles, String counters, Verdict verdict,
        List<Remark> remarks) {

    /** Copies the lists. */
    public CellSegmentation {
        steps = List.copyOf(steps);
        halfCycles = List.copyOf(halfCycles);
        cycles = List.copyOf(cycles);
        remarks = List.copyOf(remarks);
    }
}
