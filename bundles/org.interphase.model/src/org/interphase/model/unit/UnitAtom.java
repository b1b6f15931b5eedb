package org.interphase.model.unit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tech.units.indriya.function.Calculus;
import tech.units.indriya.function.DefaultNumberSystem;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;
import tech.units.indriya.unit.Units;

/**
 * The unit symbols Interphase understands and how each is built from SI units. Building is deferred until a
 * conversion needs it, so that listing formats does not load the units library.
 */
enum UnitAtom {
    METRE("m", true, () -> Units.METRE),
    GRAM("g", true, () -> Units.GRAM),
    SECOND("s", true, () -> Units.SECOND),
    AMPERE("A", true, () -> Units.AMPERE),
    KELVIN("K", true, () -> Units.KELVIN),
    MOLE("mol", true, () -> Units.MOLE),
    VOLT("V", true, () -> Units.VOLT),
    WATT("W", true, () -> Units.WATT),
    OHM("ohm", true, () -> Units.OHM),
    SIEMENS("S", true, () -> Units.SIEMENS),
    FARAD("F", true, () -> Units.FARAD),
    HENRY("H", true, () -> Units.HENRY),
    COULOMB("C", true, () -> Units.COULOMB),
    JOULE("J", true, () -> Units.JOULE),
    NEWTON("N", true, () -> Units.NEWTON),
    PASCAL("Pa", true, () -> Units.PASCAL),
    HERTZ("Hz", true, () -> Units.HERTZ),
    TESLA("T", true, () -> Units.TESLA),
    /** Electronvolt: 1.602176634e-19 J exactly (SI, 9th brochure, 2019). */
    ELECTRONVOLT("eV", true, () -> Units.JOULE.multiply(1.602176634e-19)),
    LITRE("L", true, () -> Units.LITRE),
    LITRE_LOWER("l", true, () -> Units.LITRE),
    CUBIC_CENTIMETRE("cc", false, () -> Units.CUBIC_METRE.multiply(1e-6)),
    ANGSTROM("Angstrom", false, () -> Units.METRE.multiply(1e-10)),
    INCH("in", false, () -> Units.METRE.multiply(0.0254)),
    MINUTE("min", false, () -> Units.MINUTE),
    HOUR("h", false, () -> Units.HOUR),
    DAY("d", false, () -> Units.DAY),
    CELSIUS("degC", false, () -> Units.CELSIUS),
    BAR("bar", true, () -> Units.PASCAL.multiply(1e5)),
    ATMOSPHERE("atm", false, () -> Units.PASCAL.multiply(101325)),
    /** Pound-force per square inch: 6894.757293168 Pa (NIST SP 811, appendix B). */
    PSI("psi", false, () -> Units.PASCAL.multiply(6894.757293168)),
    RADIAN("rad", true, () -> Units.RADIAN),
    DEGREE("deg", false, () -> Units.RADIAN.multiply(Math.PI / 180)),
    PERCENT("%", false, () -> Units.PERCENT),
    ATOMIC_PERCENT("at.%", false, () -> Units.PERCENT),
    WEIGHT_PERCENT("wt.%", false, () -> Units.PERCENT),
    PARTS_PER_MILLION("ppm", false, () -> tech.units.indriya.AbstractUnit.ONE.divide(1e6)),
    COUNTS("counts", false, () -> own("counts", 'c')),
    PIXEL("px", false, () -> own("px", 'p')),
    GREY_LEVEL("grey", false, () -> own("grey", 'g')),
    ARBITRARY("a.u.", false, () -> own("a.u.", 'a')),
    DALTON("u", false, () -> Units.KILOGRAM.multiply(1.66053906892e-27));

    private static final Map<String, UnitAtom> BY_SYMBOL = new HashMap<>();

    static {
        for (UnitAtom atom : values()) {
            BY_SYMBOL.put(atom.symbol, atom);
        }
    }

    private final String symbol;
    private final boolean takesPrefix;
    private final Supplier<javax.measure.Unit<?>> unit;

    UnitAtom(String symbol, boolean takesPrefix, Supplier<javax.measure.Unit<?>> unit) {
        this.symbol = symbol;
        this.takesPrefix = takesPrefix;
        this.unit = unit;
    }

    String symbol() {
        return symbol;
    }

    boolean takesPrefix() {
        return takesPrefix;
    }

    javax.measure.Unit<?> build() {
        Library.prepare();
        return unit.get();
    }

    /**
     * The units library looks for its number system with the thread's context class loader, which in an OSGi framework
     * or a pool thread may not see it, and then fails for good; so it is told before its first use.
     */
    private static final class Library {
        static {
            Calculus.setCurrentNumberSystem(new DefaultNumberSystem());
        }

        private Library() {
        }

        static void prepare() {
            // loading this class did it
        }
    }

    // counts, pixels, grey levels and arbitrary units measure different things, so each has a dimension of its own
    private static javax.measure.Unit<?> own(String symbol, char dimension) {
        return new BaseUnit<>(symbol, symbol, UnitDimension.parse(dimension));
    }

    /** Seconds raised to an exponent that is a parameter: a dimension of its own, since its size is not known. */
    static javax.measure.Unit<?> secondsToOpenPower() {
        Library.prepare();
        return own(SECOND.symbol + UnitExponent.SYMBOL, 'x');
    }

    /** The atom with this symbol, or null. */
    static UnitAtom find(String symbol) {
        return BY_SYMBOL.get(symbol);
    }
}
