package org.interphase.technique.porosimetry.reader;

import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/** Volumes per mass headed m3/g that are plainly cm3/g, a slip that finds its way into print. */
final class UnitSlip {

    /**
     * Volumes of pores above it, in cm3/g, are taken for the slip: a solid that holds so much weighs less than 5 mg per
     * cm3, as only the lightest aerogels do, which no mercury enters uncrushed. The bound is the founders' choice.
     */
    private static final double LARGEST = 200;

    private UnitSlip() {
    }

    /** Whether a volume can't be what its unit says, in cm3/g. */
    static boolean isPlain(double volume) {
        return volume > LARGEST;
    }

    /** What was done about it. */
    static Remark remark(double most, Unit unit) {
        return Remark.warning("Volumes are headed " + unit.text() + " and reach " + most + ": that would be more than "
                + "any solid holds; they are taken as cm3/g.").coded("unit-slip");
    }
}
