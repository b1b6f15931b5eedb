package org.interphase.technique.electrochemistry.impedance;

import java.util.Optional;
import org.interphase.model.unit.Unit;

/**
 * What the impedances of a spectrum refer to: the cell as it was measured, in ohm, or an area of one square centimetre,
 * in ohm.cm2. Everything derived from a spectrum follows: a capacitance in F or F/cm2, a Warburg coefficient in
 * ohm.s-0.5 or ohm.cm2.s-0.5.
 */
public enum ImpedanceScale {
    /** The cell as a whole, ohm. */
    WHOLE("ohm"),
    /** Multiplied by the area, ohm.cm2. */
    PER_AREA("ohm.cm2");

    private final Unit unit;

    ImpedanceScale(String unit) {
        this.unit = Unit.of(unit);
    }

    /** The scale an impedance in this unit has; empty if the unit is that of something else. */
    public static Optional<ImpedanceScale> of(Unit impedance) {
        for (ImpedanceScale s : values()) {
            if (impedance.isCompatible(s.unit)) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }

    /** The scale of an admittance in this unit (S, ohm-1, S/cm2 ...); empty if the unit is that of something else. */
    public static Optional<ImpedanceScale> ofAdmittance(Unit admittance) {
        for (ImpedanceScale s : values()) {
            if (admittance.isCompatible(Unit.of(s.of("S", -1)))) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }

    /** Unit of the impedance. */
    public Unit unit() {
        return unit;
    }

    /**
     * Unit of a quantity that grows with a power of the impedance.
     *
     * @param whole its unit for a spectrum in ohm, such as {@code F}, {@code ohm.s-0.5} or {@code s}
     * @param power the power: 1 for resistance, inductance and Warburg coefficient, -1 for capacitance and admittance,
     *     2 for a sum of squares, 0 for what does not depend on it
     */
    public String of(String whole, int power) {
        if (this == WHOLE || power == 0) {
            return whole;
        }
        String area = "cm" + 2 * Math.abs(power);
        if (power < 0) {
            return whole + "/" + area;
        }
        int first = whole.indexOf('.');
        return first < 0 ? whole + "." + area : whole.substring(0, first) + "." + area + whole.substring(first);
    }
}
