package org.interphase.technique.porosimetry.intrusion;

import java.util.Optional;
import org.interphase.model.unit.Unit;

/** What intruded volumes are given per. */
public enum VolumeBasis {
    /** Volume of the whole sample, in cm3. */
    SAMPLE("cm3"),
    /** Per mass of the sample, in cm3/g. */
    MASS("cm3/g"),
    /** Per bulk volume of the sample, in per cent. */
    BULK("%");

    private final Unit unit;

    VolumeBasis(String unit) {
        this.unit = Unit.of(unit);
    }

    /** The unit volumes are calculated in. */
    public Unit unit() {
        return unit;
    }

    /** The basis of a unit, if it is one of volume, volume per mass or a share. */
    public static Optional<VolumeBasis> of(Unit unit) {
        for (VolumeBasis b : values()) {
            if (!unit.isOne() && unit.isCompatible(b.unit)) {
                return Optional.of(b);
            }
        }
        return Optional.empty();
    }
}
