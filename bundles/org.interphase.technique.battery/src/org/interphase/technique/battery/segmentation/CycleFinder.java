package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;

/** Makes cycles of half cycles by a rule. */
final class CycleFinder {

    /** Rows a recorded number may change away from the end of a step. */
    private static final int NEAR = 2;
    private static final double RIGHT = 0.9;

    private CycleFinder() {
    }

    static List<CellCycle> of(List<HalfCycle> halves, Channel recorded, CycleRule rule, List<Remark> remarks) {
        if (halves.isEmpty()) {
            return List.of();
        }
        boolean usable = recorded != null && isRight(halves, recorded);
        if (rule == CycleRule.AS_RECORDED || rule == CycleRule.AUTOMATIC && usable) {
            if (!usable) {
                remarks.add(Remark.warning(recorded == null ? "No number of the cycle is recorded; everything is one "
                        + "cycle." : "The recorded number of the cycle does not change between half cycles; it is "
                        + "used as asked for.").coded("cycle-column-odd"));
            } else {
                remarks.add(Remark.info("Cycles are as recorded; " + begin(halves.get(0).direction()) + ".")
                        .coded("cycles-recorded"));
            }
            return recorded(halves, recorded, remarks);
        }
        int first = rule == CycleRule.CHARGE_FIRST ? 1 : rule == CycleRule.DISCHARGE_FIRST ? -1
                : halves.get(0).isComplete() || halves.size() < 2 ? halves.get(0).direction()
                        : halves.get(1).direction();
        if (rule == CycleRule.AUTOMATIC) {
            remarks.add((recorded == null ? Remark.info("No number of the cycle is recorded; a cycle begins with "
                    + (first > 0 ? "a charge" : "a discharge") + " as the record does.")
                    : Remark.warning("The recorded number of the cycle does not change between half cycles, or not "
                            + "once a pair; a cycle begins with " + (first > 0 ? "a charge" : "a discharge")
                            + " as the record does.")).coded("cycles-by-order"));
        }
        List<CellCycle> out = new ArrayList<>();
        List<HalfCycle> open = new ArrayList<>();
        for (HalfCycle h : halves) {
            if (!open.isEmpty() && h.direction() == first) {
                out.add(new CellCycle(out.size() + 1, open));
                open = new ArrayList<>();
            }
            open.add(h);
        }
        out.add(new CellCycle(out.size() + 1, open));
        return out;
    }

    private static String begin(int direction) {
        return direction > 0 ? "the record begins with a charge" : "the record begins with a discharge";
    }

    /** The recorded number of a half cycle: that of its middle row. */
    private static int number(HalfCycle h, Channel recorded) {
        double n = recorded == null ? 1 : recorded.get((h.from() + h.to() - 1) / 2);
        return Double.isNaN(n) ? 1 : (int) Math.round(n);
    }

    /** Whether the number stays within each half cycle and changes once a pair of them. */
    private static boolean isRight(List<HalfCycle> halves, Channel recorded) {
        int pairs = 0;
        int right = 0;
        int inside = 0;
        int groups = 1;
        int inGroup = 0;
        for (int i = 0; i < halves.size(); i++) {
            HalfCycle h = halves.get(i);
            int a = Math.min(h.to() - 1, h.from() + NEAR);
            int b = Math.max(a, h.to() - 1 - NEAR);
            inside += recorded.get(a) == recorded.get(b) ? 1 : 0;
            if (i > 0 && number(h, recorded) != number(halves.get(i - 1), recorded)) {
                groups++;
                inGroup = 0;
            }
            inGroup++;
            pairs++;
            right += inGroup <= 2 ? 1 : 0;
        }
        boolean one = halves.size() <= 2 || groups > 1;
        boolean paired = halves.size() <= 2 || halves.size() >= 1.5 * (groups - 1);
        return one && paired && inside >= RIGHT * halves.size() && right >= RIGHT * pairs;
    }

    /** Cycles by the recorded number, counted on where that starts anew. */
    private static List<CellCycle> recorded(List<HalfCycle> halves, Channel recorded, List<Remark> remarks) {
        List<CellCycle> out = new ArrayList<>();
        List<HalfCycle> open = new ArrayList<>();
        int number = number(halves.get(0), recorded);
        int on = 0;
        int anew = 0;
        int row = 0;
        for (HalfCycle h : halves) {
            int n = number(h, recorded);
            if (n != number) {
                out.add(new CellCycle(number + on, open));
                open = new ArrayList<>();
                if (n < number) {
                    on += number + 1 - n;
                    row = anew++ == 0 ? h.from() + 1 : row;
                }
                number = n;
            }
            open.add(h);
        }
        out.add(new CellCycle(number + on, open));
        if (anew > 0) {
            remarks.add(Remark.warning("The recorded number of the cycle starts anew" + (anew == 1 ? "" : " " + anew
                    + " times, first") + " at row " + row + "; cycles are counted on.").coded("cycles-counted-on"));
        }
        return out;
    }
}
