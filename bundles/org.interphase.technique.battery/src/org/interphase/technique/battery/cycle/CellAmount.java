package org.interphase.technique.battery.cycle;

import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * What charges are referred to: the stated active mass, the stated area, or nothing. There is no mass by default.
 *
 * @param divisor mass in g or area in cm2; 1 for none
 * @param capacityUnit unit of a charge
 * @param energyUnit unit of an energy
 * @param factor from A.h and W.h to the units
 * @param words what it is, for people
 * @param gain relative standard uncertainty that all charges share: that of the current
 */
public record CellAmount(double divisor, String capacityUnit, String energyUnit, double factor, String words,
        double gain) {

    /**
     * The amount of a cell.
     *
     * @param mass active mass in mg as a parameter; null to take the metadata
     * @param area area in cm2 as a parameter; null to take the metadata
     * @param gain relative standard uncertainty of the current
     */
    public static CellAmount of(Double mass, Double area, Metadata metadata, double gain) {
        OptionalDouble m = mass != null ? OptionalDouble.of(mass) : metadata.number(EnteredAmounts.MASS, "mg");
        OptionalDouble a = area != null ? OptionalDouble.of(area) : SampleGeometry.area(metadata);
        if (m.isPresent() && !(mass == null && area != null)) {
            return new CellAmount(m.getAsDouble() / 1000, "mA.h/g", "mW.h/g", 1000, "active mass of "
                    + m.getAsDouble() + " mg", gain);
        }
        if (a.isPresent()) {
            return new CellAmount(a.getAsDouble(), "mA.h/cm2", "mW.h/cm2", 1000, "area of " + a.getAsDouble()
                    + " cm2", gain);
        }
        return new CellAmount(1, "mA.h", "mW.h", 1000, "", gain);
    }

    /** What numbers per mass or area lack; empty where there is no mass or area. */
    public Optional<Remark> remark() {
        return words.isEmpty() ? Optional.empty() : Optional.of(Remark.info("Capacities and energies are referred to "
                + "the " + words + ". No uncertainty of it is stated, so that the uncertainty of numbers per mass or "
                + "area does not hold it.").coded("no-amount-uncertainty"));
    }

    /**
     * A charge or an energy in the unit of its kind, with the uncertainty of the current in it; ratios are formed
     * before, where that cancels.
     */
    public Uncertain of(Uncertain amount) {
        return new Uncertain(amount.value(), Math.hypot(amount.u(), gain * amount.value())).times(factor / divisor);
    }
}
