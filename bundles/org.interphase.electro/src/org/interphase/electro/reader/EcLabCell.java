package org.interphase.electro.reader;

import java.util.List;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;

/** Area and masses that EC-Lab files state, common to its text and binary files. */
final class EcLabCell {

    private static final String ACTIVE = "mass of active material";
    private static final String CHARACTERISTIC = "characteristic mass";
    private static final double SAME = 1e-6;

    private EcLabCell() {
    }

    private static boolean isEntered(double value) {
        return EnteredAmounts.Untyped.EC_LAB.isEntered(value);
    }

    /** The area of the electrode in cm2, where one was entered. */
    static Metadata area(Metadata m, double cm2) {
        return isEntered(cm2) ? m.with(SampleGeometry.AREA, cm2, "cm2") : m;
    }

    /**
     * The mass of the active material and the characteristic mass, to which EC-Lab refers capacities. {@code mass} is
     * the one of both that was entered; if both were and differ, a person must say which is meant.
     *
     * @param active mass of the active material, NaN if not stated
     * @param characteristic characteristic mass, NaN if not stated
     * @param characteristicUnit its unit, empty if not known
     */
    static Metadata masses(Metadata metadata, double active, String activeUnit, double characteristic,
            String characteristicUnit) {
        Metadata m = metadata;
        boolean first = isEntered(active);
        boolean second = isEntered(characteristic) && !characteristicUnit.isEmpty();
        if (first) {
            m = m.with(ACTIVE, active, activeUnit);
        }
        if (second) {
            m = m.with(CHARACTERISTIC, characteristic, characteristicUnit);
        }
        double a = first ? milligrams(active, activeUnit) : Double.NaN;
        double c = second ? milligrams(characteristic, characteristicUnit) : Double.NaN;
        if (first && second && Math.abs(a - c) > SAME * a) {
            return m;
        }
        return first || second ? m.with(EnteredAmounts.MASS, first ? a : c, "mg") : m;
    }

    /** What is to be said of the masses: that there are two, of which none is taken unless a person says which. */
    static List<Remark> remarks(Metadata m, Stated stated) {
        return m.has(ACTIVE) && m.has(CHARACTERISTIC) && !m.has(EnteredAmounts.MASS)
                && stated.value(Fact.MASS).isEmpty() ? List.of(Remark.warning("The file states a mass of active "
                        + "material of " + m.text(ACTIVE).orElse("") + " and a characteristic mass of "
                        + m.text(CHARACTERISTIC).orElse("") + "; none of them is taken as the mass. Say which is meant "
                        + "with " + Fact.MASS.option() + ".").coded("masses-differ")) : List.of();
    }

    private static double milligrams(double value, String unit) {
        return Quantity.of(value, unit).in(Unit.of("mg")).value();
    }
}
