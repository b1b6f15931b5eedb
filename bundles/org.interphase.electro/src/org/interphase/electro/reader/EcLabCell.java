package org.interphase.electro.reader;

import org.interphase.electro.record.SampleGeometry;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;

/** Area and masses that EC-Lab files state, common to its text and binary files. */
final class EcLabCell {

    /** What EC-Lab writes as a mass or an area where nothing was entered. */
    private static final double NOT_ENTERED = 0.001;
    private static final String MASS = "mass";

    private EcLabCell() {
    }

    private static boolean isEntered(double value) {
        return value > 0 && Double.isFinite(value) && Math.abs(value - NOT_ENTERED) > 1e-7;
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
            m = m.with("mass of active material", active, activeUnit);
        }
        if (second) {
            m = m.with("characteristic mass", characteristic, characteristicUnit);
        }
        double a = first ? milligrams(active, activeUnit) : Double.NaN;
        double c = second ? milligrams(characteristic, characteristicUnit) : Double.NaN;
        if (first && second && Math.abs(a - c) > 1e-6 * a) {
            return m;
        }
        return first || second ? m.with(MASS, first ? a : c, "mg") : m;
    }

    private static double milligrams(double value, String unit) {
        return Quantity.of(value, unit).in(Unit.of("mg")).value();
    }
}
