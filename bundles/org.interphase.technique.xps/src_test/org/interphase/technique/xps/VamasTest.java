package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

class VamasTest {

    private static final double[] COUNTS = {10, 12, 30, 80, 28, 11, 9};

    private static Curve first(Source s) throws Exception {
        return (Curve) XpsRuns.read(s).get(0);
    }

    @Test
    void kineticEnergyBecomesAscendingBindingEnergy() throws Exception {
        Curve c = first(Vamas.file(Vamas.header("NORM", "REGULAR", 1, 0) + Vamas.block("F 1s", false, 0, 797, 0.5,
                COUNTS)));
        assertEquals(1486.6 - 797 - 6 * 0.5, c.axis().min(), 1e-9);
        assertEquals(1486.6 - 797, c.axis().max(), 1e-9);
        assertEquals(9, c.signal().get(0));
        assertEquals("counts", c.signal().unit().text());
        assertEquals(0.5, c.metadata().number("dwell time", "s").orElseThrow());
        assertEquals(4, c.metadata().number("scans").orElseThrow());
        assertEquals(20, c.metadata().number("pass energy", "eV").orElseThrow());
        assertEquals(4.5, c.metadata().number("work function", "eV").orElseThrow());
    }

    @Test
    void anExclusionListTakesItemsFromTheFirstBlock() throws Exception {
        StringBuilder text = new StringBuilder(Vamas.header("NORM", "REGULAR", 2, -37, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12,
                14, 15, 16,
                17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 10,
                        13));
        // the list above has 40 - {11} items less those never present; count them as written
        String header = text.toString();
        header = header.replace("\r\n-37\r\n", "\r\n-39\r\n");
        String second = "F 1s again\r\nsample\r\n7.5\r\n" + Vamas.values(COUNTS);
        List<Dataset> all = XpsRuns.read(Vamas.file(header + Vamas.block("F 1s", false, 0, 797, 0.5, COUNTS) + second));
        assertEquals(2, all.size());
        assertEquals(((Curve) all.get(0)).axis(), ((Curve) all.get(1)).axis());
        assertEquals(7.5, all.get(1).metadata().number("etch time").orElseThrow());
    }

    @Test
    void anInclusionListNamesWhatLaterBlocksHave() throws Exception {
        String header = Vamas.header("NORM", "REGULAR", 2, 1, 11);
        String second = "F 1s again\r\nsample\r\n3\r\n" + Vamas.values(COUNTS);
        List<Dataset> all = XpsRuns.read(Vamas.file(header + Vamas.block("F 1s", false, 0, 797, 0.5, COUNTS) + second));
        assertEquals(3, all.get(1).metadata().number("etch time").orElseThrow());
    }

    @Test
    void aSputterProfileIsAStack() throws Exception {
        String text = Vamas.header("SDPSV", "REGULAR", 3, 0) + Vamas.block("F 1s", true, 0, 797, 0.5, COUNTS)
                + Vamas.block("F 1s", true, 30, 797, 0.5, COUNTS) + Vamas.block("F 1s", true, 60, 797, 0.5, COUNTS);
        CurveStack stack = (CurveStack) XpsRuns.read(Vamas.file(text)).get(0);
        assertEquals(3, stack.curves());
        assertEquals(60, stack.positions().get(0).get(2));
        assertEquals("s", stack.positions().get(0).unit().text());
    }

    @Test
    void damageIsNamedByLineAndField() {
        String good = Vamas.header("NORM", "REGULAR", 1, 0) + Vamas.block("F 1s", false, 0, 797, 0.5, COUNTS);
        refuse(good.replace("\r\n28\r\n11\r\n", "\r\nNaN\r\n11\r\n"), "ordinate value");
        refuse(good.replace("\r\n28\r\n11\r\n", "\r\n1e37\r\n11\r\n"), "ordinate value");
        refuse(good.replace("\r\n0\r\n0\r\n0\r\n1\r\nF 1s", "\r\n0\r\n0\r\n0\r\n2\r\nF 1s"), "");
        refuse(good.replace("\r\n0\r\n0\r\n0\r\n1\r\nF 1s", "\r\n0\r\n0\r\n0\r\n2000000000\r\nF 1s"),
                "number of blocks");
        refuse(good.replace("\r\n7\r\n0\r\n1\r\n", "\r\n1999999999\r\n0\r\n1\r\n"), "number of ordinate values");
        refuse(good.replace("\r\n7\r\n0\r\n1\r\n", "\r\n6\r\n0\r\n1\r\n"), "experiment terminator");
        refuse(good.replace("REGULAR", "REGULR"), "scan mode");
    }

    private static void refuse(String text, String field) {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> XpsRuns.read(Vamas.file(text)));
        assertEquals("test.vms", e.file());
        assertTrue(e.position().startsWith("line ") && e.position().contains("field '" + field), e.getMessage());
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        for (String f : List.of("xps/regular.vms", "xps/irregular.vms", "xps/FeO_analyzed.vms")) {
            byte[] whole = Files.readAllBytes(SharedData.require(f));
            // the terminator may be missing, the line break before it may not
            int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\nend of experiment");
            for (int n = 72; n < end; n += 200) {
                Source cut = Source.of("cut.vms", Arrays.copyOf(whole, n));
                DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> XpsRuns.read(cut), f
                        + " " + n);
                assertTrue(e.position().contains("line ") && e.position().contains("field"), e.getMessage());
            }
        }
    }
}
