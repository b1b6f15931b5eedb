package org.interphase.electro.record;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;

/**
 * Mass and area that a file states. A program of an instrument writes some number even where nobody typed one; such a
 * number is no mass and no area, and capacities are not referred to it.
 */
public final class EnteredAmounts {

    /** Metadata key of the mass that capacities are referred to. */
    public static final String MASS = "mass";

    private static final double SAME = 1e-7;

    /** What programs write where nothing was typed. */
    public enum Untyped {
        /** EC-Lab: 0.001 in whatever unit its window shows. */
        EC_LAB(0.001),
        /** Programs of cyclers: 1 in the unit in which they ask for it. */
        CYCLER(1);

        private final double value;

        Untyped(double value) {
            this.value = value;
        }

        /** Whether a number of the file was typed by somebody. */
        public boolean isEntered(double number) {
            return number > 0 && Double.isFinite(number) && Math.abs(number - value) > SAME * Math.max(1, value);
        }
    }

    private final Untyped untyped;
    private final List<Remark> remarks = new ArrayList<>();
    private Metadata metadata;

    /** Amounts that are added to metadata. */
    public EnteredAmounts(Metadata metadata, Untyped untyped) {
        this.metadata = metadata;
        this.untyped = untyped;
    }

    /**
     * Takes a mass if it was entered.
     *
     * @param name what the file or the program calls it
     * @param value number in the unit in which the program asks for it, NaN if there is none
     */
    public EnteredAmounts mass(String name, double value, String unit) {
        return amount(MASS, "mass", name, value, unit);
    }

    /** Takes an area if it was entered; as {@link #mass}. */
    public EnteredAmounts area(String name, double value, String unit) {
        return amount(SampleGeometry.AREA, "area", name, value, unit);
    }

    private EnteredAmounts amount(String key, String what, String name, double value, String unit) {
        if (untyped.isEntered(value)) {
            metadata = metadata.with(key, value, unit);
        } else if (value > 0 && Double.isFinite(value)) {
            remarks.add(Remark.info("'" + name + "' is " + Numbers.plain(value, 4) + " " + unit + ", which the "
                    + "software writes where nothing was typed; it is not taken as the " + what + ".")
                    .coded("not-entered"));
        }
        return this;
    }

    /** The metadata with what was entered. */
    public Metadata metadata() {
        return metadata;
    }

    /** What was not taken. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
