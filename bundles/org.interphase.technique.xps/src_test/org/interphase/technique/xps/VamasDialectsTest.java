package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.MissingFactException;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.junit.jupiter.api.Test;

/** VAMAS files as programs write them and people keep them: several experiments, gaps, contradictions. */
class VamasDialectsTest {

    private static final double[] COUNTS = {10, 12, 30, 80, 28, 11, 9};
    private static final String END = "end of experiment\r\n";

    private static String experiment(String id) {
        return Vamas.header("NORM", "REGULAR", 1, 0) + Vamas.block(id, false, 0, 797, 0.5, COUNTS);
    }

    private static List<Dataset> read(String text) throws Exception {
        return read(text, Map.of());
    }

    private static List<Dataset> read(String text, Map<String, String> stated) throws Exception {
        return XpsRuns.read(Source.of("test.vms", text.getBytes(StandardCharsets.ISO_8859_1))
                .stating(Stated.of(stated)));
    }

    private static Curve one(String text) throws Exception {
        return (Curve) read(text).get(0);
    }

    private static String warnings(Dataset d) {
        return String.join(" ", d.header().remarks().stream().filter(r -> r.level() == Remark.Level.WARNING)
                .map(Remark::text).toList());
    }

    @Test
    void blankLinesBeforeTheTitleArePassedOver() throws Exception {
        Curve c = one("\r\n  \r\n\r\n" + experiment("F 1s") + END);
        assertEquals(7, c.axis().size());
        assertTrue(c.header().remarks().isEmpty());
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read("\r\n\r\n" + experiment("F 1s").replace("REGULAR", "REGULR") + END));
        assertTrue(e.position().startsWith("line 11,"), "lines are those of the file: " + e.position());
    }

    @Test
    void everyExperimentOfAFileIsRead() throws Exception {
        String second = experiment("F 1s").replace("\r\n80\r\n", "\r\n81\r\n");
        for (String between : List.of("", "\r\n\r\n")) {
            List<Dataset> all = read(experiment("F 1s") + END + between + second + END);
            assertEquals(List.of("F 1s", "F 1s #2"), all.stream().map(Dataset::name).toList());
            assertEquals(80, ((Curve) all.get(0)).signal().get(3));
            assertEquals(81, ((Curve) all.get(1)).signal().get(3));
        }
    }

    @Test
    void aMissingLastLineIsRemarked() throws Exception {
        for (String end : List.of("", "\r\n", "end of exp")) {
            Curve c = one(experiment("F 1s") + end);
            assertEquals(7, c.axis().size());
            assertTrue(warnings(c).contains("'end of experiment' is missing"), end);
        }
        assertEquals(2, read(experiment("F 1s") + experiment("F 1s") + END).size());
        assertTrue(warnings(one(experiment("F 1s") + END)).isEmpty());
    }

    @Test
    void aLastNumberThatMayBeCutIsRefused() {
        String text = experiment("F 1s").stripTrailing();
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(text));
        assertTrue(e.getMessage().contains("may be cut"), e.getMessage());
    }

    @Test
    void whatFollowsTheLastExperimentIsNotPassedOverSilently() throws Exception {
        assertTrue(warnings(one(experiment("F 1s") + END + "some notes\r\n")).contains("goes on after the end"));
        assertTrue(warnings(one(experiment("F 1s") + END + "\u001a")).isEmpty());
    }

    @Test
    void aPhotonEnergyOfZeroLeavesKineticEnergies() throws Exception {
        String text = experiment("F 1s").replace("\r\n1486.6\r\n", "\r\n0\r\n") + END;
        Curve c = one(text);
        assertEquals("Kinetic energy", c.axis().quantity());
        assertEquals(797, c.axis().min(), 1e-9);
        assertTrue(warnings(c).contains("--photon-energy"), warnings(c));
        Curve said = (Curve) read(text, Map.of("photon-energy", "1253.6")).get(0);
        assertEquals("Binding energy", said.axis().quantity());
        assertEquals(1253.6 - 797, said.axis().max(), 1e-9);
        assertEquals("", warnings(said));
    }

    @Test
    void anUnknownPhotonEnergyIsThatOfALabelledAnode() throws Exception {
        String unknown = experiment("F 1s").replace("\r\n1486.6\r\n", "\r\n1e37\r\n") + END;
        for (String al : List.of("Al", "Al K-alpha", "AlKa mono", "Al_K", "Aluminium")) {
            Curve c = one(unknown.replace("\r\nAl\r\n", "\r\n" + al + "\r\n"));
            assertEquals(1486.6 - 797, c.axis().max(), 1e-9, al);
            assertTrue(c.header().remarks().get(0).text().contains("its source '" + al + "'"));
        }
        for (String other : List.of("", "Mg/Al", "ALS beamline", "Ag L", "magnet")) {
            Curve c = one(unknown.replace("\r\nAl\r\n", "\r\n" + other + "\r\n"));
            assertEquals("Kinetic energy", c.axis().quantity(), other);
        }
    }

    @Test
    void aStatedWorkFunctionIsTakenOff() throws Exception {
        Curve c = (Curve) read(experiment("F 1s") + END, Map.of("work-function", "4.5")).get(0);
        assertEquals(1486.6 - 4.5 - 797, c.axis().max(), 1e-9);
        assertEquals(797, c.header().product(org.interphase.model.figure.OtherScale.class).orElseThrow()
                .of(c.axis().max()), 1e-9);
    }

    @Test
    void aStatedPhotonEnergyThatContradictsTheFileIsRemarked() throws Exception {
        Curve c = (Curve) read(experiment("F 1s") + END, Map.of("photon-energy", "1253.6")).get(0);
        assertEquals(1253.6 - 797, c.axis().max(), 1e-9);
        assertTrue(warnings(c).contains("1253.6 eV, as stated; the file states 1486.6 eV"), warnings(c));
        Curve same = (Curve) read(experiment("F 1s") + END, Map.of("photon-energy", "1486.71")).get(0);
        assertEquals("", warnings(same), "the same line, rounded differently");
    }

    @Test
    void energiesThePhotonsCannotReleaseStayKinetic() throws Exception {
        Curve c = one(experiment("F 1s").replace("\r\n1486.6\r\n", "\r\n700\r\n") + END);
        assertEquals("Kinetic energy", c.axis().quantity());
        assertTrue(warnings(c).contains("more than photons of 700 eV release"), warnings(c));
    }

    /** The same block with a comment of CasaXPS. */
    private static String commented(String... lines) {
        String comment = lines.length + "\r\n" + String.join("\r\n", lines) + "\r\n";
        return experiment("F 1s").replace("12\r\n0\r\n0\r\n0\r\n0\r\nXPS", "12\r\n0\r\n0\r\n0\r\n" + comment + "XPS")
                + END;
    }

    @Test
    void aCalibrationOfTheKnownFormMovesTheAxis() throws Exception {
        for (String flags : List.of(" BE ADD", " ADD", " BE", "", " Regions Comps BE ADD")) {
            Curve c = one(commented("Casa Info Follows", "1", "Calib M = 281.5 A = 284.8" + flags));
            assertEquals(1486.6 - 797 + 3.3, c.axis().max(), 1e-9, flags);
            assertEquals("", warnings(c));
        }
    }

    @Test
    void aCalibrationThatIsNotUnderstoodIsNamedAndNotApplied() throws Exception {
        for (String line : List.of("Calib M = 280,281 A = 285 BE ADD", "Calib M = 280,281 A = 285",
                "Calib M = 281,5 A = 284,8 BE ADD", "Calib M = 1205.1 A = 1201.8 KE ADD",
                "Calib M = 281.5 A = 284.8 BE MULTIPLY", "Calib M = 281.5 A =")) {
            String fit = "CASA region (*F 1s*) (*Shirley*) 797.5 799.5 1 2 0 0 0 0 0 0 (*F 1s*) 18.998 0 1";
            Curve c = one(commented("Casa Info Follows", "1", line, fit));
            assertEquals(1486.6 - 797, c.axis().max(), 1e-9, line);
            assertTrue(warnings(c).contains("'" + line + "'") && warnings(c).contains("not calibrated"), warnings(c));
            assertTrue(c.product(StoredFit.class).isEmpty(), "the fit lies on a scale that is not known");
            assertTrue(one(commented("Casa Info Follows", "1", "Calib M = 1 A = 2 BE ADD", fit))
                    .product(StoredFit.class).isPresent());
        }
    }

    @Test
    void augerSpectraAndOtherAbscissasKeepTheirAxis() throws Exception {
        Curve auger = one(experiment("C KLL").replace("\r\nXPS\r\n", "\r\nAES dir\r\n")
                .replace("\r\n1486.6\r\n", "\r\n3000\r\n") + END);
        assertEquals("curve", auger.kind().id());
        assertEquals("Kinetic energy", auger.axis().quantity());
        assertEquals(797, auger.axis().min(), 1e-9);
        Curve time = one(experiment("F 1s").replace("kinetic energy\r\neV", "time\r\ns") + END);
        assertEquals("curve", time.kind().id());
        assertEquals("Time", time.axis().quantity());
        assertEquals("s", time.axis().unit().text());
    }

    @Test
    void energiesInOtherUnitsBecomeElectronvolts() throws Exception {
        Curve c = one(experiment("F 1s").replace("energy\r\neV\r\n797.0\r\n0.5", "energy\r\nkeV\r\n0.797\r\n0.0005")
                + END);
        assertEquals("eV", c.axis().unit().text());
        assertEquals(1486.6 - 797, c.axis().max(), 1e-9);
        String odd = experiment("F 1s").replace("energy\r\neV", "energy\r\nchannel") + END;
        assertThrows(MissingFactException.class, () -> read(odd));
        assertEquals(1486.6 - 797, ((Curve) read(odd, Map.of("unit", "eV")).get(0)).axis().max(), 1e-9);
    }

    @Test
    void speciesAndTransitionNameTheLineWhereTheBlockDoesNot() throws Exception {
        assertEquals("F 1s", one(experiment("Region 7") + END).metadata().text("line").orElseThrow());
        assertEquals("C 1s", one(experiment("C 1s") + END).metadata().text("line").orElseThrow());
    }

    @Test
    void anAnalogueSignalIsNoNumberOfCounts() throws Exception {
        assertEquals("counts", one(experiment("F 1s") + END).signal().unit().text());
        assertEquals("a.u.", one(experiment("F 1s").replace("pulse counting", "analogue") + END).signal().unit()
                .text());
        assertEquals("counts/s", one(experiment("F 1s").replace("intensity\r\nd", "intensity\r\nc/s") + END).signal()
                .unit().text());
    }

    @Test
    void aTargetBiasIsRemarked() throws Exception {
        String good = experiment("F 1s") + END;
        assertFalse(warnings(one(good)).contains("bias"));
        assertTrue(warnings(one(good.replace("\r\n4.5\r\n0\r\n", "\r\n4.5\r\n-8\r\n"))).contains("bias of -8"));
    }

    @Test
    void fewerBlocksThanAnnouncedAreNamed() {
        String text = Vamas.header("NORM", "REGULAR", 2, 0) + Vamas.block("F 1s", false, 0, 797, 0.5, COUNTS) + END
                + "\r\n".repeat(20);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(text));
        assertTrue(e.getMessage().contains("ends after 1 block"), e.getMessage());
    }
}
