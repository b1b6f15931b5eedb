package org.interphase.technique.battery.cycle;

import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.HalfCycle;
import org.interphase.technique.battery.segmentation.StepCharge;
import org.interphase.technique.battery.segmentation.StepType;

/** Cycles put together by hand, without a record behind them. */
final class Halves {

    private Halves() {
    }

    /** A step at a mean voltage whose charge and mean voltage have uncertainties. */
    static CellStep step(int direction, double charge, double u, double volts, double voltsU, double current,
            Verdict verdict) {
        StepCharge q = new StepCharge(charge, u, charge * volts, 0, voltsU, Double.NaN, 0, Double.NaN, Double.NaN, 0,
                charge, u, verdict);
        return new CellStep(1, StepType.CONSTANT_CURRENT, direction, 0, 10, 0, 0, 3600, direction * current, 3, 3.2,
                volts + direction * 0.5, q);
    }

    static HalfCycle half(CellStep... steps) {
        return new HalfCycle(steps[0].direction(), List.of(steps), "");
    }

    static List<CycleValues> values(CellCycle... cycles) {
        return CycleValues.of(new CellSegmentation(null, null, null, 0, List.of(), List.of(), List.of(cycles), "",
                Verdict.SOUND, List.of()));
    }

    /** A whole cycle at 1 A, of charges in A.h at 4 and 3 V, each known to 1 %. */
    static CellCycle cycle(int number, double charge, double discharge) {
        return new CellCycle(number, List.of(half(step(1, charge, 0.01 * charge, 4, 0, 1, Verdict.SOUND)),
                half(step(-1, discharge, 0.01 * discharge, 3, 0, 1, Verdict.SOUND))));
    }
}
