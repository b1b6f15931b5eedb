package org.interphase.model.unit;

import java.util.List;
import javax.measure.IncommensurableException;
import javax.measure.UnitConverter;

/**
 * A unit of measurement, written as plain UCUM-like text: {@code eV}, {@code cm-1}, {@code nm}, {@code ohm},
 * {@code S/cm}, {@code mA.h/g}, {@code %}, {@code 1}. Two units are equal when their texts are; use
 * {@link #isCompatible} and {@link #convert} for physical equivalence. Conversion is done by the JSR 385 reference
 * implementation (Indriya).
 */
public final class Unit {

    /** The unit of a pure number. */
    public static final Unit ONE = new Unit("1");

    private final String text;
    private final List<UnitParser.Factor> factors;
    private volatile javax.measure.Unit<?> built;

    private Unit(String text) {
        this.text = text;
        this.factors = UnitParser.parse(text);
    }

    /**
     * Reads a unit. Common spellings (µ, Ω, °C, cm⁻¹, cm^-1, 1/cm, CPS) are brought to plain text.
     *
     * @throws IllegalArgumentException naming the part that is no known unit
     */
    public static Unit of(String text) {
        String plain = UnitParser.normalise(text);
        return plain.equals("1") ? ONE : new Unit(plain);
    }

    /** Reads a unit as {@link #of} does; the text form of parameter records uses this name. */
    public static Unit parse(String text) {
        return of(text);
    }

    /** Whether {@link #of} accepts this text. */
    public static boolean isKnown(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether values in this unit can be converted to the other. */
    public boolean isCompatible(Unit other) {
        int power = wholePower(other);
        return equals(other) || physical(power).isCompatible(other.physical(power));
    }

    /**
     * Converts a value from this unit to another (offset units such as degC included). A missing value (NaN) stays one.
     *
     * @throws IllegalArgumentException if the two measure different things
     */
    public double convert(double value, Unit to) {
        if (equals(to)) {
            return value;
        }
        if (wholePower(to) != 1) {
            return value * scaleTo(to);
        }
        UnitConverter converter = converter(to, 1);
        return Double.isFinite(value) ? converter.convert(value) : value;
    }

    /**
     * The factor by which a difference (or a standard uncertainty) in this unit is multiplied to be in the other.
     *
     * @throws IllegalArgumentException if the two measure different things
     */
    public double scaleTo(Unit to) {
        if (equals(to)) {
            return 1;
        }
        int power = wholePower(to);
        UnitConverter converter = converter(to, power);
        double scale = converter.isLinear() ? converter.convert(1.0) : converter.convert(1.0) - converter.convert(0.0);
        return power == 1 ? scale : Math.pow(scale, 1.0 / power);
    }

    private UnitConverter converter(Unit to, int power) {
        try {
            return physical(power).getConverterToAny(to.physical(power));
        } catch (IncommensurableException e) {
            throw new IllegalArgumentException("cannot convert " + text + " to " + to.text, e);
        }
    }

    /** The power to which both units have whole exponents: the units library converts no fractional ones. */
    private int wholePower(Unit other) {
        int power = 1;
        for (List<UnitParser.Factor> own : List.of(factors, other.factors)) {
            for (UnitParser.Factor f : own) {
                power = f.exponent().wholePower(power);
            }
        }
        return power;
    }

    private javax.measure.Unit<?> physical(int power) {
        javax.measure.Unit<?> result = power == 1 ? built : null;
        if (result == null) {
            result = tech.units.indriya.AbstractUnit.ONE;
            for (UnitParser.Factor f : factors) {
                javax.measure.Unit<?> atom = f.exponent().symbolic() ? UnitAtom.secondsToOpenPower() : f.atom().build();
                if (f.prefix() != UnitPrefix.NONE) {
                    atom = f.prefix().power() > 0 ? atom.multiply(Math.pow(10, f.prefix().power()))
                            : atom.divide(Math.pow(10, -f.prefix().power()));
                }
                int exponent = f.exponent().numerator() * power / f.exponent().denominator();
                // a lone factor stays itself so that offset units (degC) survive
                result = factors.size() == 1 && exponent == 1 ? atom : result.multiply(power(atom, exponent));
            }
            built = power == 1 ? result : built;
        }
        return result;
    }

    /** By squaring: the units library goes one level deeper for each one of the exponent, to the end of the stack. */
    private static javax.measure.Unit<?> power(javax.measure.Unit<?> atom, int exponent) {
        if (exponent < 0) {
            return power(atom, -exponent).inverse();
        }
        if (exponent < 2) {
            return exponent == 0 ? tech.units.indriya.AbstractUnit.ONE : atom;
        }
        javax.measure.Unit<?> half = power(atom, exponent / 2);
        javax.measure.Unit<?> square = half.multiply(half);
        return exponent % 2 == 0 ? square : square.multiply(atom);
    }

    /** The plain text, as files and the command line carry it. */
    public String text() {
        return text;
    }

    /** Typeset for people: {@code cm⁻¹}, {@code µm}, {@code mA h g⁻¹}, {@code S s^α}; empty for a pure number. */
    public String pretty() {
        if (factors.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (UnitParser.Factor f : factors) {
            if (!out.isEmpty()) {
                out.append('\u00a0');
            }
            out.append(f.prefix() == UnitPrefix.MICRO ? "\u00b5" : f.prefix().symbol());
            out.append(switch (f.atom()) {
                case OHM -> "\u03a9";
                case ANGSTROM -> "\u00c5";
                case CELSIUS -> "\u00b0C";
                case DEGREE -> "\u00b0";
                case CUBIC_CENTIMETRE -> "cm\u00b3";
                default -> f.atom().symbol();
            });
            if (!f.exponent().isOne()) {
                out.append(f.exponent().pretty());
            }
        }
        return out.toString();
    }

    /** Whether this is the unit of a pure number. */
    public boolean isOne() {
        return factors.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit u && u.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
