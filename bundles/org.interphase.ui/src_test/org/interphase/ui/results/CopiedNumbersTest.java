package org.interphase.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Numbers that are copied: headings, rounding, and nothing that another program misreads. */
class CopiedNumbersTest {

    private static final Measurement POSITION = Measurement.of("LiF position", "E_B", 685.2249, 0.01987, "eV");
    private final CopiedNumbers rounded = new CopiedNumbers(true, false);
    private final CopiedNumbers full = new CopiedNumbers(false, false);

    private static String second(String text) {
        return text.lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void valueAndUncertaintyAreRoundedTogetherOrNotAtAll() {
        assertEquals("Quantity\tValue\tStandard uncertainty\tLimit\tUnit\tQuality",
                rounded.text(List.of(POSITION)).lines().findFirst().orElseThrow());
        assertEquals("LiF position\t685.225\t0.020\t\teV\tsound", second(rounded.text(List.of(POSITION))));
        assertEquals("LiF position\t685.2249\t0.01987\t\teV\tsound", second(full.text(List.of(POSITION))));
        assertEquals("area\t20610\t260\t\tcounts\tsound", second(rounded.text(List.of(Measurement.of("area", "",
                20612.3, 264, "counts")))));
        assertEquals("D\t2.35E-12\t1.2E-13\t\tm2/s\tsound", second(rounded.text(List.of(Measurement.of(
                "D", "", 2.349e-12, 1.2e-13, "m2/s")))));
    }

    @Test
    void aNameIsNoFormulaOfASpreadsheet() {
        Measurement odd = Measurement.of("=cmd|' /C calc'!A0", "", -1.5, 0.25, "eV");
        assertEquals("'=cmd|' /C calc'!A0\t-1.50\t0.25\t\teV\tsound", second(rounded.text(List.of(odd))));
        assertEquals("'=cmd|' /C calc'!A0,-1.50,0.25,,eV,sound", second(rounded.csv(List.of(odd))));
    }

    @Test
    void aNumberWithoutUncertaintyHasFourDigitsOrAllBeforeThePoint() {
        assertEquals("46.36", rounded.cells(Measurement.of("x", "", 46.3637, Double.NaN, "%")).get(0));
        assertEquals("12346", rounded.cells(Measurement.of("x", "", 12345.7, Double.NaN, "")).get(0));
        assertEquals("123457", rounded.cells(Measurement.of("n", "", 123457, Double.NaN, "")).get(0));
        assertEquals("0", rounded.cells(Measurement.of("n", "", 0, Double.NaN, "")).get(0));
    }

    @Test
    void nothingStandsWhereThereIsNothing() {
        Measurement gone = POSITION.judged(Verdict.withheld("the arc is not in the data"));
        assertEquals(List.of("", "", "", "eV", "withheld"), rounded.cells(gone));
        assertEquals(List.of("", "", "1.2", "%", "sound"), rounded.cells(Measurement.notDetected("x", "", 1.23, "%")));
        assertEquals(List.of("", "", "", "", ""), rounded.cells(null));
    }

    @Test
    void aDecimalCommaChangesTheSeparatorOfCsv() {
        CopiedNumbers german = new CopiedNumbers(true, true);
        Measurement odd = Measurement.of("a \"b\"; c", "", 1.5, 0.25, "eV");
        assertEquals("\"a \"\"b\"\"; c\";1,50;0,25;;eV;sound", second(german.csv(List.of(odd))));
        assertEquals("\"a \"\"b\"\"; c\",1.50,0.25,,eV,sound", second(rounded.csv(List.of(odd))));
    }

    @Test
    void latexIsWhatLatexSets() {
        String table = new CopiedNumbers(true, true).latex(List.of(POSITION, Measurement.of("R_ct 50 %", "", 2.349e-12,
                1.2e-13, "ohm"), Measurement.notDetected("Mn", "", 1.23, "%")));
        assertTrue(table.contains("LiF position & $685{,}225 \\pm 0{,}020$ & eV \\\\\n"), table);
        assertTrue(table.contains("R\\_ct 50 \\% & $2{,}35\\times 10^{-12} \\pm 1{,}2\\times 10^{-13}$ & ohm \\\\"),
                table);
        assertTrue(table.contains("Mn & $<1{,}2$ & \\% \\\\"), table);
    }
}
