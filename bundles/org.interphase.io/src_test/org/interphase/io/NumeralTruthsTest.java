package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers, dates and names of cells as text writes them, one by one. */
class NumeralTruthsTest {

    private static final double NONE = Double.NaN;

    private static double number(String text, boolean comma, char grouping) {
        // in the middle of a line, with digits on both sides
        return Numeral.parse("7" + text + "8", 1, 1 + text.length(), comma, grouping);
    }

    private static void plain(double expected, String text) {
        assertEquals(expected, number(text, false, Numeral.UNGROUPED), 0, text);
        assertEquals(expected, number(text.replace('.', ','), true, Numeral.UNGROUPED), 0, text + " with a comma");
    }

    @Test
    void signsPointsAndExponents() {
        plain(12.5, "12.5");
        plain(-12.5, "-12.5");
        plain(-12.5, "\u221212.5");
        plain(-12.5, "\u201312.5");
        plain(12.5, "+12.5");
        plain(0.5, ".5");
        plain(5, "5.");
        plain(0, "0");
        plain(1.0 / Double.NEGATIVE_INFINITY, "-0");
        plain(1.5e3, "1.5e3");
        plain(1.5e3, "1.5E+3");
        plain(1.5e-3, "1.5D-3");
        plain(1.5e-3, "1.5d\u22123");
        plain(1500, "1.5e00003");
        plain(0.00123, "0.00123");
    }

    @Test
    void whatIsNoNumberIsNone() {
        for (String text : new String[] {"", "-", "+", ".", "e5", "1e", "1e+", "1e-", "1e5x", "1.2.3", "1 ", "x", "1,5",
            "--1", "1-", "1e000001", "1e400", "1e99999", "0x10", "1f", "1e5.0"}) {
            assertEquals(NONE, number(text, false, Numeral.UNGROUPED), text);
        }
        assertEquals(NONE, number("1.5", true, Numeral.UNGROUPED), "a point is no decimal comma");
        assertEquals(NONE, Numeral.parse("123", 3, 3, false, Numeral.UNGROUPED));
        assertEquals(NONE, Numeral.parse("123", 3, 2, false, Numeral.UNGROUPED));
    }

    /** Where one multiplication is not exact, the slow way is gone. */
    @Test
    void everyDoubleIsReadBackExactly() {
        for (String text : new String[] {"9007199254740991", "9007199254740992", "9007199254740993",
            "123456789012345678",
            "1234567890123456789", "0.1234567890123456789", "1e22", "1e23", "9e22", "123e-22", "123e-23", "1e-23",
            "4.9e-324", "1.7976931348623157e308", "1e-400", "8.5e21", "0.30000000000000004", "-2.2250738585072014E-308",
            "000000000000000000000012.5", "99999999999999999999.5"}) {
            plain(Double.parseDouble(text), text);
        }
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            double v = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(v)) {
                plain(v, Double.toString(v));
                plain(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.9e", v)),
                        String.format(java.util.Locale.ROOT, "%.9e", v));
            }
        }
    }

    private static void grouped(double expected, String text, char grouping) {
        assertEquals(expected, number(text, false, grouping), 0, text);
    }

    @Test
    void digitsStandInGroupsOfThree() {
        grouped(1234567.5, "1,234,567.5", ',');
        grouped(12345, "12,345", ',');
        grouped(-123456, "-123,456", ',');
        grouped(1234.25, "1'234.25", '\'');
        grouped(1234.25, "1\u2019234.25", '\'');
        for (char blank : new char[] {' ', '\u00a0', '\u2009', '\u202f', '\u2007'}) {
            grouped(1234.25, "1" + blank + "234.25", ' ');
        }
        assertEquals(1234567.5, number("1.234.567,5", true, '.'), 0);
        for (String text : new String[] {"1234,567", "0,123", "1,23", "1,2345", "1,234,56", "12,34,567", ",123",
            "1,234e5",
            "1,23a", "1,", "-,123", "1,234,5678", "1,2345,678"}) {
            grouped(NONE, text, ',');
        }
        grouped(NONE, "1,234", Numeral.UNGROUPED);
        grouped(NONE, "1.5,234", ',');
        // only the digits up to the end of the field count
        assertEquals(NONE, Numeral.parse("1,2345", 0, 4, false, ','));
        assertEquals(1234, Numeral.parse("1,2345", 0, 5, false, ','), 0);
    }

    @Test
    void namesOfCellsCountLettersWithoutAZero() {
        assertEquals("A1", CellName.of(0, 0));
        assertEquals("Z10", CellName.of(9, 25));
        assertEquals("AA2", CellName.of(1, 26));
        assertEquals("AZ1", CellName.of(0, 51));
        assertEquals("BA1", CellName.of(0, 52));
        assertEquals("ZZ1", CellName.of(0, 701));
        assertEquals("AAA1", CellName.of(0, 702));
        assertEquals("XFD1048576", CellName.of(1_048_575, 16_383));
    }

    @Test
    void serialNumbersAreDatesOfTheirSystem() {
        assertEquals("1900-01-01", CellFormats.date(1, false));
        assertEquals("1900-02-28", CellFormats.date(59, false));
        assertEquals("1900-03-01", CellFormats.date(61, false));
        assertEquals("2026-11-27", CellFormats.date(46353, false));
        assertEquals("1904-01-02", CellFormats.date(1, true));
        assertEquals("2026-11-27T18:00", CellFormats.date(46353.75, false));
        assertEquals("2026-11-28", CellFormats.date(46353.999999, false), "rounded up to the next day");
        assertEquals("06:00", CellFormats.date(0.25, false));
        assertEquals("00:00", CellFormats.date(0, true));
        assertEquals("9999-12-31", CellFormats.date(2_958_465, false));
        assertEquals("", CellFormats.date(2_958_466, false));
        assertEquals("", CellFormats.date(-1, false));
        assertEquals("", CellFormats.date(Double.NaN, false));
        assertEquals("0:00:01", CellFormats.duration(1 / 86400.0));
        assertEquals("-25:01:01", CellFormats.duration(-(25 + 1 / 60.0 + 1 / 3600.0) / 24));
    }

    @Test
    void formatsOfDatesAreKnownByNumberAndByLetters() {
        int[] dates = {14, 22, 27, 36, 45, 47, 50, 58};
        int[] numbers = {0, 13, 23, 26, 37, 44, 48, 49, 59, 164};
        for (int id : dates) {
            assertEquals(CellFormats.Kind.DATE, CellFormats.builtIn(id), "" + id);
        }
        for (int id : numbers) {
            assertEquals(CellFormats.Kind.NUMBER, CellFormats.builtIn(id), "" + id);
        }
        assertEquals(CellFormats.Kind.DURATION, CellFormats.builtIn(46));
        for (String code : new String[] {"yyyy-mm-dd", "h:mm", "[$-407]d. mmmm yyyy", "\"am\" dd", "0\\s d",
            "GENERALd"}) {
            assertEquals(CellFormats.Kind.DATE, CellFormats.of(code), code);
        }
        for (String code : new String[] {"General", "0.00", "0 \"days\"", "0\\d", "0_d", "0*d", "[Red]0.0", "0;d",
            "#,##0",
            "\"d", "[d"}) {
            assertEquals(CellFormats.Kind.NUMBER, CellFormats.of(code), code);
        }
        assertEquals(CellFormats.Kind.DURATION, CellFormats.of("[h]:mm:ss"));
        assertEquals(CellFormats.Kind.DURATION, CellFormats.of("[mm]:ss"));
    }

    @Test
    void whatSaysThatThereIsNoValue() {
        for (String text : new String[] {"", "NaN", "n/a", "#N/A", "1.#QNAN", "-1.#IND", "--", "-----------------",
            "*****",
            "\u2014", "?", ".", "-inf", "#DIV/0!"}) {
            assertTrue(Missing.is(text), text);
        }
        for (String text : new String[] {"0", "1", "-1", "-5", "--1", "-*", "nanometre", "sample missing", "12",
            "9.#QNAN", "aaaaaaaaaaaaaaaaaa", "-------------x"}) {
            assertFalse(Missing.is(text), text);
        }
    }
}
