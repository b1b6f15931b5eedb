package org.interphase.technique.battery.cycle;

import java.util.List;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.StepType;

/** Reads the drops of the voltage of a record when its current is turned on after a rest. */
public final class DropReading {

    private static final double NEARLY_ALL = 0.8;

    private final CellSegmentation s;
    private final double toldU;
    private final boolean anew;

    /** Reads drops of a record. */
    public DropReading(CellSegmentation s) {
        this.s = s;
        toldU = s.record().stepBeginU();
        List<CellStep> later = s.steps().subList(1, s.steps().size());
        long open = later.stream().filter(t -> s.clock().isOpen(t.from())).count();
        anew = later.size() >= 3 && open >= NEARLY_ALL * later.size();
    }

    /** Whether a step has one current, by which a drop is a resistance. */
    public static boolean hasOneCurrent(CellStep step) {
        return step.type() == StepType.CONSTANT_CURRENT || step.type() == StepType.PULSE;
    }

    /**
     * The drop of a step.
     *
     * @param rest the step before it, at rest
     */
    public VoltageDrop at(CellStep rest, CellStep step, DropDelay when) {
        TurnRows rows = rows(rest, step);
        return switch (when) {
            case FIRST_SAMPLE -> rows.first();
            case EXTRAPOLATED -> rows.extrapolated();
            default -> rows.after(when.seconds());
        };
    }

    /** The drop at the last row of a step at which its current still flows. */
    public VoltageDrop atEnd(CellStep rest, CellStep step) {
        return rows(rest, step).last();
    }

    private TurnRows rows(CellStep rest, CellStep step) {
        return new TurnRows(s, rest, step, toldU, anew);
    }
}
