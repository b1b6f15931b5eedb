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
 * @param gain relative standard uncertainty that all charges share: that of the current and that of the divisor
 * @param stated whether that of the divisor is known, or there is none
 */
public record CellAmount(double divisor, String capacityUnit, String energyUnit, double factor, String words,
        double gain, boolean stated) {

    /** Text of a form for the uncertainty of a mass. */
    public static final String MASS_HELP = "Standard uncertainty of the active mass, by which capacities and energies "
            + "per mass of all cycles are off alike; empty if it is not known, which is said beside the result.";
    /** Text of a form for the uncertainty of an area. */
    public static final String AREA_HELP = "Standard uncertainty of the area; empty if it is not known.";

    /**
     * A mass or an area as it is stated.
     *
     * @param value null to take the metadata
     * @param uncertainty its standard uncertainty; null where it is not known
     */
    public record Stated(Double value, Double uncertainty) {
        private double relative(double of) {
            return uncertainty == null ? 0 : uncertainty / of;
        }
    }

    /**
     * The amount of a cell.
     *
     * @param mass active mass in mg
     * @param area area in cm2
     * @param gain relative standard uncertainty of the current
     */
    public static CellAmount of(Stated mass, Stated area, Metadata metadata, double gain) {
        OptionalDouble m = mass.value != null ? OptionalDouble.of(mass.value)
                : metadata.number(EnteredAmounts.MASS, "mg");
        OptionalDouble a = area.value != null ? OptionalDouble.of(area.value) : SampleGeometry.area(metadata);
        if (m.isPresent() && !(mass.value == null && area.value != null)) {
            double mg = m.getAsDouble();
            return new CellAmount(mg / 1000, "mA.h/g", "mW.h/g", 1000, "active mass of " + mg + " mg", Math.hypot(gain,
                    mass.relative(mg)), mass.uncertainty != null);
        }
        if (a.isPresent()) {
            double cm2 = a.getAsDouble();
            return new CellAmount(cm2, "mA.h/cm2", "mW.h/cm2", 1000, "area of " + cm2 + " cm2", Math.hypot(gain,
                    area.relative(cm2)), area.uncertainty != null);
        }
        return new CellAmount(1, "mA.h", "mW.h", 1000, "", gain, true);
    }

    /** What numbers per mass or area are referred to and lack; empty where there is no mass or area. */
    public Optional<Remark> remark() {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Remark referred = Remark.info("Capacities and energies are referred to the " + words + "."
                + (stated ? "" : " No uncertainty of it is stated, so that the uncertainty of numbers per mass or area "
                        + "does not hold it."));
        return Optional.of(stated ? referred : referred.coded("no-amount-uncertainty"));
    }

    /**
     * A charge or an energy in the unit of its kind, with the uncertainties of the current and of the mass or area in
     * it; ratios are formed before, where these cancel.
     */
    public Uncertain of(Uncertain amount) {
        return new Uncertain(amount.value(), Math.hypot(amount.u(), gain * amount.value())).times(factor / divisor);
    }

    /**
     * An energy as {@link #of}, with the uncertainty of the voltage in it too.
     *
     * @param charge A.h that it belongs to
     * @param voltage standard uncertainty of the voltage, V
     */
    public Uncertain energy(Uncertain energy, Uncertain charge, double voltage) {
        return of(new Uncertain(energy.value(), Math.hypot(energy.u(), voltage * charge.value())));
    }
}
