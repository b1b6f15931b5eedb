package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Marks in numbers are read as the file itself shows them, and asked for where it does not. */
class DialectTest {

    private static double[] column(String text, int c) throws DatasetFormatException {
        return DelimitedText.parse("t.csv", text).table().columns().get(c).values();
    }

    private static TextBlock stated(String text, String decimal) throws Exception {
        return DelimitedText.read(Source.of("t.csv", text.getBytes(StandardCharsets.UTF_8))
                .stating(Stated.of(Map.of("decimal", decimal)))).table();
    }

    @Test
    void groupsOfDigitsAreReadWhereTheFileShowsThem() throws Exception {
        String[] texts = {"x;y\n694,00;2.764,50\n693,90;12.791,00\n693,80;918,25\n",
            "x;y\n694.00;2,764.50\n693.90;12,791.00\n693.80;918.25\n",
            "\"x\",\"y\"\n\"694.00\",\"2,764.50\"\n\"693.90\",\"12,791.00\"\n\"693.80\",\"918.25\"\n",
            "x\ty\n694,00\t2 764,50\n693,90\t12 791,00\n693,80\t918,25\n",
            "x;y\n694,00;2\u00a0764,50\n693,90;12\u202f791,00\n693,80;918,25\n",
            "x y\n694,00 2\u2009764,50\n693,90 12\u2009791,00\n693,80 918,25\n",
            "x;y\n694.00;2'764.50\n693.90;12'791.00\n693.80;918.25\n",
            "x,y\n694.00,2\u2019764.50\n693.90,12\u2019791.00\n693.80,918.25\n",
            "x y\n694,00 2.764,50\n693,90 12.791,00\n693,80 918,25\n"};
        for (String t : texts) {
            assertArrayEquals(new double[] {694, 693.9, 693.8}, column(t, 0), t);
            assertArrayEquals(new double[] {2764.5, 12791, 918.25}, column(t, 1), t);
        }
    }

    @Test
    void aFarRowTellsTheMarksOfAll() throws Exception {
        StringBuilder text = new StringBuilder("x;y\n");
        for (int i = 0; i < 5000; i++) {
            text.append(i).append(";").append(i == 3333 ? "1.234,5" : "1.234").append('\n');
        }
        assertEquals(1234, column(text.toString(), 1)[0]);
        assertEquals(1234.5, column(text.toString(), 1)[3333]);
    }

    @Test
    void numbersThatCouldBeTwoAreAskedFor() throws Exception {
        String[] texts = {"x;y\n1;1,234\n2;2,345\n3;3,456\n", "x\ty\n1,100\t1,234\n1,200\t2,345\n",
            "x;y\n1;1.234\n2;998\n3;1.002\n"};
        for (String t : texts) {
            MissingFactException e = assertThrows(MissingFactException.class, () -> column(t, 1), t);
            assertEquals(List.of(Fact.DECIMAL), e.needed());
            assertTrue(e.getMessage().contains("--decimal"), e.getMessage());
        }
        assertEquals(1.234, stated(texts[0], "comma").columns().get(1).values()[0]);
        assertEquals(1234, stated(texts[0], "point").columns().get(1).values()[0]);
        assertEquals(1.002, stated(texts[2], "point").columns().get(1).values()[2]);
        assertEquals(1002, stated(texts[2], "comma").columns().get(1).values()[2]);
        // ungrouped thousands, a leading zero, other decimals, signs of an exponent: each is enough
        for (String other : new String[] {"4;2764", "4;0,5", "4;0,125", "4;12,5", "4;1,234E+03", "4;1234,567"}) {
            assertEquals(1.234, column(texts[0] + other + "\n", 1)[0], other);
        }
        assertEquals(1.234, column("x;y\n1;1.234\n2;2.345\n3;3.456\n", 1)[0]);
    }

    @Test
    void aCommaThatIsBothMarkAndDelimiterIsRefused() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> column("Energy,Counts\n694,00,2764,0\n693,90,2791,5\n693,80,2718,1\n", 0));
        assertTrue(e.getMessage().contains("decimal mark and delimiter at once"), e.getMessage());
    }

    @Test
    void aColumnOfNumbersWithDecimalCommasCanBeSaid() throws Exception {
        assertArrayEquals(new double[] {1.5, 2.25, 3}, stated("1,5\n2,25\n3,0\n", "comma").columns().get(0).values());
    }

    @Test
    void dialectsOfManyPrograms() throws Exception {
        String[] texts = {"x , y\n1.5 , -250\n3.5 , 1e3\n", "x;y;\n1,5;-2,5E+02;\n3,5;1E3;\n",
            "  x   y\n 1.5\t -2.5D+02\n 3.5 \t 1.0D3\n", "\ufeffx;y\r\n1,5;-250\r\n3,5;1000\r\n",
            "\"x\n(first)\",\"y\n(second)\"\n1.5,-250\n3.5,1000\n", "x|y\n1,5|\u2212250\n3,5|1000\n",
            "# made by a program\n# x, y\n1.5, -250\n3.5, 1000\n", "x\ty\t\t\n1.5\t-250\t\t\n3.5\t1000\t\t\n"};
        for (String t : texts) {
            TextBlock b = DelimitedText.parse("t", t).table();
            assertEquals(2, b.columns().size(), t);
            assertArrayEquals(new double[] {1.5, 3.5}, b.columns().get(0).values(), t);
            assertArrayEquals(new double[] {-250, 1000}, b.columns().get(1).values(), t);
            assertTrue(b.columns().get(0).name().startsWith("x"), t + b.columns());
        }
        assertEquals(4, DelimitedText.parse("t", texts[4]).table().line(0));
    }

    @Test
    void headingsOfTwoLinesAndThreeLanguages() throws Exception {
        String[] texts = {"Bindungsenergie;Intensit\u00e4t\neV;Z\u00e4hlimpulse/s\n1,5;2\n2,5;3\n",
            "\u00c9nergie de liaison;Intensit\u00e9\n[ eV ];( coups/s )\n1,5;2\n2,5;3\n",
            "Binding Energy ( eV ),Intensity [ counts / s ]\n1.5,2\n2.5,3\n",
            "Binding Energy\tIntensity\neV\tcps\nrun 7\trun 7\n1.5\t2\n2.5\t3\n"};
        for (String t : texts) {
            TextBlock b = DelimitedText.parse("t", t).table();
            assertEquals(HeadingQuantity.BINDING_ENERGY, b.columns().get(0).quantity().orElseThrow(), t);
            assertEquals(HeadingQuantity.INTENSITY, b.columns().get(1).quantity().orElseThrow(), t);
            assertEquals(Unit.of("eV"), b.columns().get(0).unit(), t);
            assertEquals(Unit.of("counts/s"), b.columns().get(1).unit(), t);
        }
        TextBlock b = DelimitedText.parse("t", "Wellenzahl,Signal\ncm-1,KM\n1,2\n2,3\n").table();
        assertEquals("Signal (KM)", b.columns().get(1).heading());
        String[][] words = {{"Wellenzahl / cm-1", "WAVENUMBER"}, {"Longueur d\u2019onde (nm)", "WAVELENGTH"},
            {"Frequenz (Hz)", "FREQUENCY"}, {"Z\u00e4hler", "COUNTS"}, {"Spannung (V)", "POTENTIAL"},
            {"Spannung (MPa)", "STRESS"}, {"Courant (mA)", "CURRENT"}, {"Raman shift (cm-1)", "RAMAN_SHIFT"},
            {"Zeit (s)", "TIME"}, {"Durchl\u00e4ssigkeit (%)", "TRANSMITTANCE"}, {"2\u03b8 (deg)", "SCATTERING_ANGLE"},
            {"E_kin (eV)", "KINETIC_ENERGY"},
            {"Zellspannung (V)", "POTENTIAL"}, {"CellVoltage (V)", "POTENTIAL"}, {"Voltages", "POTENTIAL"},
            {"test_time (s)", "TIME"}, {"Extension (mm)", null}, {"Timestamp", null}, {"Enforced", null},
            {"%T", "TRANSMITTANCE"}, {"F 1s", null}, {"Z' (ohm)", null}};
        for (String[] w : words) {
            assertEquals(w[1], HeadingQuantity.of(w[0]).map(Enum::name).orElse(null), w[0]);
        }
    }

    @Test
    void tablesSideBySideAreTakenApart() throws Exception {
        String[] texts = {"A,,B,\nx (eV),y,x (eV),y\n1,10,5,50\n2,20,6,60\n3,30,,\n",
            "A,,,B,\nE,I,,E,I\n1,10,,5,50\n2,20,,6,60\n3,30,,,\n",
            "A\t\tB\t\nWellenzahl (cm-1)\tIntensit\u00e4t\tWellenzahl (cm-1)\tIntensit\u00e4t\n"
                    + "1\t10\t5\t50\n2\t20\t6\t60\n3\t30\n"};
        for (String t : texts) {
            List<TextBlock> tables = DelimitedText.parse("t", t).table().sideBySide();
            assertEquals(2, tables.size(), t);
            assertEquals("A", tables.get(0).title(), t);
            assertEquals("B", tables.get(1).title(), t);
            assertArrayEquals(new double[] {1, 2, 3}, tables.get(0).complete(0, 1).values(0), t);
            assertArrayEquals(new double[] {5, 6}, tables.get(1).complete(0, 1).values(0), t);
            assertArrayEquals(new double[] {50, 60}, tables.get(1).complete(0, 1).values(1), t);
            assertTrue(tables.get(1).complete(0, 1).remarks().isEmpty(), t);
        }
        for (String t : new String[] {"t,a1,a2,a3\n1,2,3,4\n5,6,7,8\n", "I1,I2,I3,I4\n1,2,3,4\n5,6,7,8\n",
            "f,Re 25,Im 25,Re 40,Im 40\n1,2,3,4,5\n5,6,7,8,9\n",
            "Voltage (V),Current (A),Voltage CE (V),Current CE (A)\n1,2,3,4\n5,6,7,8\n"}) {
            assertEquals(1, DelimitedText.parse("t", t).table().sideBySide().size(), t);
        }
    }

    @Test
    void aNoteOnALongerTableIsNotOneOnTheShorterBesideIt() throws Exception {
        String t = "x (eV),y,x (eV),y\n1,10,5,50\n2,20,6,60\n3,30,,\n# pause\n4,40,,\n5,50,,\n";
        List<TextBlock> tables = DelimitedText.parse("t", t).table().sideBySide();
        assertEquals(1, tables.get(0).notes().size());
        assertEquals(List.of(), tables.get(1).notes());
    }

    @Test
    void aStandardDeviationIsNoHour() {
        assertEquals(Unit.of("h"), HeaderText.unit("Std").orElseThrow());
        assertEquals(Unit.of("h"), HeaderText.unit("Std.").orElseThrow());
        assertTrue(HeaderText.unit("std").isEmpty());
    }
}
