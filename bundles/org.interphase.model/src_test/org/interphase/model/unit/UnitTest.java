package org.interphase.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitTest {

    private static double convert(double value, String from, String to) {
        return Unit.of(from).convert(value, Unit.of(to));
    }

    private static void assertConverts(double expected, double value, String from, String to) {
        assertEquals(expected, convert(value, from, to), 1e-12 * Math.abs(expected), value + " " + from + " in " + to);
        assertEquals(value, convert(expected, to, from), 1e-12 * Math.abs(value), expected + " " + to + " in " + from);
    }

    @Test
    void aMissingValueStaysMissingAndWhatIsNoUnitOfItIsRefused() {
        assertTrue(Double.isNaN(convert(Double.NaN, "kHz", "Hz")));
        assertTrue(Double.isNaN(convert(Double.NaN, "degC", "K")));
        assertEquals(Double.POSITIVE_INFINITY, convert(Double.POSITIVE_INFINITY, "kHz", "Hz"));
        assertThrows(IllegalArgumentException.class, () -> convert(Double.NaN, "kHz", "ohm"));
    }

    /** 1e999999999 is a billion digits when written out, and a power that large takes the units library for ever. */
    @Test
    void exponentsBeyondReasonAreNoUnit() {
        for (String text : List.of("cm1e999999999", "m21", "s-21", "m999999999", "K^1e400")) {
            assertFalse(Unit.isKnown(text), text);
        }
        assertConverts(1e-24, 1, "cm12", "m12");
        assertTrue(Unit.of("m12.345").isCompatible(Unit.of("cm12.345")));
        assertTrue(Unit.of("m-19.999").isCompatible(Unit.of("m-19.999.s0.001.s-0.001")));
    }

    @Test
    void lengthsEnergiesAndPressuresConvert() {
        assertConverts(1e-3, 1, "nm", "um");
        assertConverts(0.1, 1, "Angstrom", "nm");
        assertConverts(25.4, 1, "in", "mm");
        assertConverts(1.602176634e-19, 1, "eV", "J");
        assertConverts(1486.6, 1.4866, "keV", "eV");
        assertConverts(101.325, 1, "atm", "kPa");
        assertConverts(6894.757293168, 1, "psi", "Pa");
        assertConverts(0.1, 1, "MPa", "kN/cm2");
        assertConverts(1e-6, 1, "cc", "m3");
        assertConverts(1e-3, 1, "L", "m3");
        assertConverts(Math.PI, 180, "deg", "rad");
        assertConverts(86400, 1, "d", "s");
    }

    @Test
    void compoundUnitsConvert() {
        assertConverts(3.6, 1, "mA.h", "C");
        assertConverts(3600, 1, "mA.h/g", "C/kg");
        assertConverts(1e-3, 1, "mS/cm", "S/cm");
        assertConverts(100, 1, "S/cm", "S/m");
        assertConverts(1e4, 1, "m2", "cm2");
        assertConverts(100, 1, "cm-1", "m-1");
        assertConverts(100, 1, "ohm.m", "ohm.cm");
        assertConverts(0.01, 1, "%", "1");
        assertConverts(1e-6, 1, "ppm", "1");
        assertConverts(1e-3, 1, "W.h", "kW.h");
    }

    @Test
    void temperaturesConvertByOffsetAndDifferencesByScale() {
        assertConverts(298.15, 25, "degC", "K");
        assertEquals(1, Unit.of("degC").scaleTo(Unit.of("K")), 1e-12);
        assertEquals(1e-3, Unit.of("nm").scaleTo(Unit.of("um")), 1e-18);
    }

    @Test
    void whatMeasuresOtherThingsIsRefused() {
        assertFalse(Unit.of("eV").isCompatible(Unit.of("nm")));
        assertFalse(Unit.of("counts").isCompatible(Unit.of("px")));
        assertFalse(Unit.of("a.u.").isCompatible(Unit.of("counts")));
        assertTrue(Unit.of("cm-1").isCompatible(Unit.of("1/m")));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> convert(1, "eV", "nm"));
        assertTrue(e.getMessage().contains("eV") && e.getMessage().contains("nm"), e.getMessage());
    }

    @Test
    void spellingsOfInstrumentFilesAreUnderstood() {
        Map<String, String> spellings = Map.ofEntries(Map.entry("\u00b5m", "um"), Map.entry("\u03bcA", "uA"),
                Map.entry("\u03a9", "ohm"), Map.entry("k\u2126", "kohm"), Map.entry("\u00b0C", "degC"),
                Map.entry("cm\u207b\u00b9", "cm-1"), Map.entry("cm^-1", "cm-1"), Map.entry("1/cm", "cm-1"),
                Map.entry("CPS", "counts/s"), Map.entry("", "1"), Map.entry("arb. units", "a.u."),
                Map.entry("mA\u00b7h/g", "mA.h/g"), Map.entry("\u00c5", "Angstrom"),
                Map.entry("\u212b", "Angstrom"), Map.entry("eV/angstrom", "eV/Angstrom"),
                Map.entry("angstroms", "Angstrom"),
                Map.entry("\u00c5ngstr\u00f6m", "Angstrom"), Map.entry(" eV ", "eV"));
        spellings.forEach((text, plain) -> assertEquals(plain, Unit.of(text).text(), text));
    }

    @Test
    void theTextOfAUnitReadsBackToIt() {
        for (String text : List.of("1", "eV", "cm-1", "S/cm", "mA.h/g", "%", "at.%", "wt.%", "a.u.", "counts/s", "px",
                "degC", "ohm.cm2", "m2/g", "kg.m2.s-3.A-1", "um", "mN/m", "F/cm2", "cc/g", "W.h/L", "ohm.s-0.5",
                "S.s^a", "S.s^a/cm2", "ohm.cm2.s-0.5", "mS.s0.75")) {
            Unit unit = Unit.of(text);
            assertEquals(text, unit.text());
            assertEquals(unit, Unit.parse(unit.toString()));
        }
    }

    @Test
    void everyPrefixIsItsPowerOfTen() {
        for (UnitPrefix prefix : UnitPrefix.values()) {
            assertConverts(Math.pow(10, prefix.power()), 1, prefix.symbol() + "V", "V");
        }
        assertConverts(60, 1, "min", "s");
        assertFalse(Unit.isKnown("kmin"));
        assertFalse(Unit.isKnown("mpx"));
    }

    @Test
    void unknownPartsAreNamed() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Unit.of("mA.x/g"));
        assertTrue(e.getMessage().contains("'x'"), e.getMessage());
        for (String text : List.of("parsec", "m..s", "/", ".", "m-", "m99999999999", "5", "m--1", "-1", "nm/")) {
            assertThrows(IllegalArgumentException.class, () -> Unit.of(text), text);
            assertFalse(Unit.isKnown(text), text);
        }
    }

    @Test
    void unitsAreTypesetForPeople() {
        assertEquals("cm\u207b\u00b9", Unit.of("cm-1").pretty());
        assertEquals("mA\u00a0h\u00a0g\u207b\u00b9", Unit.of("mA.h/g").pretty());
        assertEquals("\u00b5m", Unit.of("um").pretty());
        assertEquals("k\u03a9", Unit.of("kohm").pretty());
        assertEquals("", Unit.ONE.pretty());
        assertEquals("\u00b0C", Unit.of("degC").pretty());
    }

    @Test
    void exponentsMayBeDecimalFractions() {
        assertConverts(1 / Math.sqrt(1000), 1, "ohm.s-0.5", "ohm.ms-0.5");
        assertConverts(1e-3, 1, "ohm.s-0.5", "kohm/s0.5");
        assertConverts(1e-4, 1, "ohm.cm2.s-0.5", "ohm.m2.s-0.5");
        assertEquals("\u03a9\u00a0s\u207b\u2070\u00b7\u2075", Unit.of("ohm.s-0.5").pretty());
        assertFalse(Unit.of("ohm.s-0.5").isCompatible(Unit.of("ohm.s-1")));
        // a point between letters and digits separates factors as before
        assertEquals(Unit.of("m2.s-1"), Unit.of("m^2\u00b7s^-1"));
    }

    @Test
    void everyElectricalAndMechanicalUnitIsItsProductOfBaseUnits() {
        Map<String, String> same = Map.ofEntries(Map.entry("V", "W/A"), Map.entry("W", "J/s"), Map.entry("ohm", "V/A"),
                Map.entry("S", "A/V"), Map.entry("F", "C/V"), Map.entry("H", "V.s/A"), Map.entry("C", "A.s"),
                Map.entry("J", "N.m"), Map.entry("N", "kg.m.s-2"), Map.entry("Pa", "N/m2"), Map.entry("Hz", "s-1"),
                Map.entry("T", "V.s/m2"));
        same.forEach((one, other) -> assertConverts(1, 1, one, other));
        assertConverts(1e-3, 1, "l", "m3");
        assertConverts(1, 1, "l", "L");
        assertConverts(1e5, 1, "bar", "Pa");
        assertConverts(1e3, 1, "mol", "mmol");
        assertConverts(1e3, 1, "K", "mK");
        assertConverts(60, 1, "h", "min");
        assertConverts(1e-2, 1, "at.%", "1");
        assertConverts(1, 1, "wt.%", "%");
        assertConverts(1e3, 1, "counts/ms", "counts/s");
        assertConverts(1.66053906892e-27, 1, "u", "kg");
        assertFalse(Unit.of("px").isCompatible(Unit.of("nm")));
    }

    @Test
    void quantitiesTakeTheirUncertaintyAlong() {
        Quantity q = new Quantity(25, 0.5, Unit.of("degC")).in(Unit.of("K"));
        assertEquals(298.15, q.value(), 1e-12);
        assertEquals(0.5, q.uncertainty(), 1e-12);
        Quantity wide = new Quantity(2, 0.25, Unit.of("um")).in(Unit.of("nm"));
        assertEquals(2000, wide.value(), 1e-9);
        assertEquals(250, wide.uncertainty(), 1e-9);
        assertEquals(wide.unit(), Unit.of("nm"));
        assertEquals("2.00 \u00b1 0.25 \u00b5m", new Quantity(2, 0.25, Unit.of("um")).toString());
        assertEquals("2.00 \u00b1 0.25", new Quantity(2, 0.25, Unit.ONE).toString());
        assertEquals("7 eV", Quantity.of(7, "eV").toString());
        assertTrue(Double.isNaN(Quantity.of(7, "eV").uncertainty()));
        assertThrows(IllegalArgumentException.class, () -> Quantity.of(7, "eV").in(Unit.of("nm")));
    }

    @Test
    void equalUnitsScaleByOneWhateverTheyAre() {
        assertEquals(1, Unit.of("a.u.").scaleTo(Unit.of("a.u.")), 0);
        assertEquals(7, Unit.of("S.s^a").convert(7, Unit.of("S.s^a")), 0);
        assertTrue(Unit.isKnown("mA.h/g"));
        assertTrue(Unit.ONE.isOne() && !Unit.of("%").isOne());
        assertEquals(Unit.of("1/cm").hashCode(), Unit.of("cm^-1").hashCode());
        assertFalse(Unit.of("nm").hashCode() == Unit.of("um").hashCode());
        // built once, for the power of one, and still right for others
        Unit half = Unit.of("ohm.s-0.5");
        assertEquals(1e-3, half.scaleTo(Unit.of("kohm.s-0.5")), 1e-15);
        assertEquals(1e-3, Unit.of("ohm").scaleTo(Unit.of("kohm")), 1e-15);
        assertEquals(1e-3, half.scaleTo(Unit.of("kohm.s-0.5")), 1e-15);
    }

    @Test
    void anExponentMayBeAParameter() {
        for (String spelling : List.of("S.s^a", "S\u00b7s^\u03b1", "S.s^n", "S*s^(alpha)", "S.s^{a}", "S.s^p")) {
            assertEquals("S.s^a", Unit.of(spelling).text(), spelling);
        }
        assertEquals("S\u00a0s^\u03b1", Unit.of("S.s^a").pretty());
        assertEquals("S\u00a0s^\u03b1\u00a0cm\u207b\u00b2", Unit.of("S.s^a/cm2").pretty());
        assertConverts(1e6, 1, "S.s^a", "uS.s^a");
        assertConverts(1e4, 1, "S.s^a/cm2", "S.s^a/m2");
        for (String other : List.of("S", "S.s", "F", "S/s^a", "S.s^a.s")) {
            assertFalse(Unit.of("S.s^a").isCompatible(Unit.of(other)), other);
        }
        assertFalse(Unit.isKnown("S.ms^a"));
        assertFalse(Unit.isKnown("S.Hz^a"));
        assertFalse(Unit.isKnown("s^b"));
    }
}
