package org.interphase.technique.porosimetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;
import org.interphase.technique.porosimetry.reader.MercuryReader;
import org.interphase.testkit.porosimetry.CylinderBundle;
import org.interphase.testkit.porosimetry.IsothermTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file or a person states counts with its uncertainty; what is assumed makes numbers doubtful. */
class StatedAndAssumedTest {

    private static final CylinderBundle RUN = CylinderBundle.of(1, new CylinderBundle.Group(0.5, 0.4, 0.3)).noisy(0);
    private static final IsothermTruth GAS = new IsothermTruth(2, 100, 300, 0, 1, 40, 0.0005, 1);

    @TempDir
    private Path folder;

    private static List<Dataset> read(String text) throws Exception {
        return new MercuryReader().read(Source.of("run.txt", text.getBytes(StandardCharsets.UTF_8)), Progress.none());
    }

    private static int confidence(String text) throws Exception {
        return new MercuryReader().confidence(SourceHead.of(Source.of("run.csv", text.getBytes(
                StandardCharsets.UTF_8))));
    }

    private static double u(Outcome o, String name) {
        return Runs.of(o, name).uncertainty();
    }

    /** A table of few pressures a decade, its pores full at 30 MPa; the solid goes on to give way in proportion. */
    @Test
    void compressionIsSeenInTablesOfFewPressures() throws Exception {
        for (double give : new double[] {0, 3e-5}) {
            StringBuilder csv = new StringBuilder("Sample mass,1.000,g\nPressure (MPa),Cumulative volume (cm3/g)\n");
            for (int i = 0; i <= 40; i++) {
                double p = 0.01 * Math.pow(200 / 0.01, i / 40.0);
                double pores = 0.3 / (1 + Math.pow(2 / p, 4));
                csv.append(String.format(Locale.ROOT, "%.5f,%.6f%n", p, pores + give * p));
            }
            assertEquals(give == 0, Runs.of(Runs.washburn(Runs.mercury(csv.toString())), "total intrusion volume")
                    .verdict().isSound(), "cm3/g per MPa: " + give);
        }
    }

    /** Tables that do not name mercury are told by a volume per mass or pores beside a pressure. */
    @Test
    void runsAreToldByWhatTheirColumnsHold() throws Exception {
        String rows = "\n0.01,0,100\n1,0.1,1\n100,0.2,0.01\n";
        for (String head : List.of("Pressure (MPa),Cumulative Volume (mm3/g),Time (s)",
                "Pressure (psia),Cumulative Volume (cm3),Pore diameter (um)",
                "Pressure [bar],Cumulative specific volume [cc/g],Run")) {
            assertTrue(confidence(head + rows) > 0, head);
        }
        for (String head : List.of("Pressure (bar),Cumulative Volume (mL),Time (s)",
                "Relative pressure (p/p0),Cumulative Volume (cm3/g),Pore diameter (nm)")) {
            assertEquals(0, confidence(head + rows), head);
        }
    }

    /** Amounts end on a plateau: equal, or falling by noise. */
    @Test
    void poreVolumeOnAPlateauIsKnownToTheScatter() throws Exception {
        for (double last : new double[] {200, 199.9}) {
            String csv = GAS.csv().lines().filter(l -> !Character.isDigit(l.charAt(0))
                    || Double.parseDouble(l.split(",")[0]) < 0.5).reduce("", (a, b) -> a + b + "\n")
                    + "0.97,200\n0.98," + last + "\n";
            Outcome o = Runs.bet(Runs.isotherm(csv));
            assertTrue(u(o, "total pore volume") > 1e-3 * Runs.of(o, "total pore volume").value());
            assertEquals(2 * 97.56, Runs.of(o, "BET area").value(), 2);
        }
    }

    @Test
    void layersOfAnotherGasAreNotThoseOfNitrogen() throws Exception {
        Outcome o = Runs.bet(Runs.isotherm(GAS.csv()), "crossSection", "0.142 nm2");
        assertTrue(o.measurements().stream().noneMatch(m -> m.name().contains("t-plot")
                || m.name().equals("total pore volume")));
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("not-nitrogen")));
    }

    @Test
    void theGasIsStatedOrDoubted() throws Exception {
        assertTrue(Runs.of(Runs.bet(Runs.isotherm(GAS.csv())), "BET area").verdict().isSound());
        Table nobody = Runs.isotherm(GAS.csv().replace("Adsorptive: N2", "Run: 1"));
        Outcome o = Runs.bet(nobody);
        assertTrue(Runs.of(o, "BET area").verdict().reason().contains("states the gas"));
        assertTrue(Runs.of(o, "monolayer capacity").verdict().isSound());
        assertTrue(Runs.of(Runs.bet(nobody, "gas", "nitrogen"), "BET area").verdict().isSound());
        assertTrue(Runs.of(Runs.bet(nobody, "crossSection", "0.162 nm2"), "BET area").verdict().isSound());
        Outcome argon = Runs.bet(Runs.isotherm(GAS.csv().replace("N2", "Argon")));
        assertEquals(Runs.of(o, "BET area").value() * 0.142 / 0.162, Runs.of(argon, "BET area").value(), 1e-6);
        Table krypton = Runs.isotherm(GAS.csv().replace("Adsorptive: N2", "\"Analysis gas:\",\"Kr\""));
        assertTrue(assertThrows(AnalysisException.class, () -> Runs.bet(krypton)).getMessage().contains("krypton"));
    }

    @Test
    void aLineOfThreePointsIsDoubtfulAndWidened() throws Exception {
        Outcome o = Runs.bet(Runs.isotherm(GAS.csv()), "range", "0.05 .. 0.15");
        assertFalse(Runs.of(o, "BET area").verdict().isSound(), o.measurements().toString());
        assertTrue(Runs.of(o, "BET area").verdict().reason().contains("points lie"));
    }

    @Test
    void everySampleHasTheMassAboveItsOwnTable() throws Exception {
        String rows = RUN.csv();
        List<Dataset> all = read("Sample Mass: 1.5 g\n" + rows + "\nMercury run\nSample Mass: 2.5 g\n" + rows);
        assertEquals(2, all.size());
        assertEquals(1.5, all.get(0).metadata().number(MercuryTable.MASS, "g").orElseThrow());
        assertEquals(2.5, all.get(1).metadata().number(MercuryTable.MASS, "g").orElseThrow());
    }

    @Test
    void decimalCommasAreRead() throws Exception {
        Dataset d = read(MercuryFiles.report().replace("0.5000 g", "0,5000 g").replace("130.000", "130,000")).get(0);
        assertEquals(0.5, d.metadata().number(MercuryTable.MASS, "g").orElseThrow());
        assertEquals(130, d.metadata().number(MercuryTable.ANGLE, "deg").orElseThrow());
        assertThrows(DatasetFormatException.class, () -> read(MercuryFiles.report().replace("0.5000 g", "1,500 mg")));
    }

    @Test
    void aFileThatSaysMercuryWetsIsRefused() throws Exception {
        Table t = (Table) read(MercuryFiles.report().replace("130.000", "40.000")).get(0);
        AnalysisException e = assertThrows(AnalysisException.class, () -> Runs.washburn(t));
        assertTrue(e.getMessage().contains("run.txt") && e.getMessage().contains("40"), e.getMessage());
    }

    @Test
    void thomeerVolumesKeepTheirRelativeUncertainty() throws Exception {
        Table t = (Table) Runs.washburn(Runs.mercury(RUN.csv()), "bulkDensity", "1.25 +- 0.05 g/cm3").dataset();
        Outcome o = Runs.thomeer(t, "systems", "1", "closure", "0.1 %");
        Measurement b = Runs.of(o, "Thomeer pore volume 1");
        assertTrue(b.uncertainty() >= 0.04 * b.value(), b.pretty());
        assertTrue(b.uncertainty() < 0.08 * b.value(), b.pretty());
    }

    @Test
    void assumedPressuresDoubtEveryDiameter() throws Exception {
        StringBuilder bare = new StringBuilder();
        for (double[] r : RUN.pressures(10, 0.01, 413.685).rows()) {
            bare.append(r[0] * 145.037738).append('\t').append(r[1]).append('\n');
        }
        Table t = Runs.mercury(Source.of("bare.txt", bare.toString().getBytes(StandardCharsets.UTF_8)), "");
        Outcome o = Runs.washburn(t, "mass", "1.000 g", "bulkDensity", "1.25 g/cm3");
        assertFalse(Runs.of(o, "diameter at the highest pressure").verdict().isSound());
        assertFalse(Runs.of(o, "median pore diameter (volume)").verdict().isSound());
        Table pores = (Table) o.dataset();
        assertFalse(Runs.of(Runs.distribution(pores), "modal pore diameter").verdict().isSound());
        assertTrue(Runs.of(Runs.thomeer(pores), "Thomeer entry pressure 1").verdict().reason().contains("psi"));
    }

    /** Pores of 10 um and of 10 nm, whose areas are equal: by area the median may be anything between. */
    @Test
    void aMedianBetweenTwoKindsOfPoresIsDoubtful() throws Exception {
        StringBuilder text = new StringBuilder();
        for (double p = 0.01; p < 400; p *= 1.1) {
            // 0.485 N/m at 130 degrees: 1.247 MPa um
            double v = 0.5 / (1 + Math.pow(0.1247 / p, 8)) + 0.0005 / (1 + Math.pow(124.7 / p, 8));
            text.append(String.format(Locale.ROOT, "%.5f\t%.5f%n", p, v));
        }
        Outcome o = Runs.washburn(Runs.mercury(Source.of("two.txt", text.toString().getBytes(StandardCharsets.UTF_8)),
                "pressure=#1 [MPa], volume=#2 [cm3/g]"));
        assertTrue(Runs.of(o, "median pore diameter (volume)").verdict().isSound());
        assertFalse(Runs.of(o, "median pore diameter (area)").verdict().isSound());
        assertTrue(Runs.of(o, "median pore diameter (area)").verdict().reason().contains("two kinds of pores"));
    }

    @Test
    void whatIsStatedOfCorrectionsIsInTheUncertainty() throws Exception {
        Table t = Runs.mercury(RUN.csv());
        double exact = u(Runs.washburn(t, "mass", "1 +- 0.00001 g", "mercuryVolume", "3 +- 0.001 cm3"),
                "total intrusion volume");
        // 4.0e-11 /Pa times 1 cm3 at the highest pressure
        double more = 4.0e-11 * RUN.high() * 1e6;
        assertEquals(Math.hypot(exact, more), u(Runs.washburn(t, "mass", "1 +- 0.00001 g", "mercuryVolume",
                "3 +- 1 cm3"), "total intrusion volume"), 0.02 * more);
        assertEquals(Math.hypot(exact, 0.3 * 3 * more), u(Runs.washburn(t, "mass", "1 +- 0.3 g", "mercuryVolume",
                "3 +- 0.001 cm3"), "total intrusion volume"), 0.02 * more);
        String[] solid = {"mass", "1 +- 0.00001 g", "solidCompressibility", "4e-11 +- 1e-11 Pa-1", "skeletalDensity",
            "2 +- 0.000001 g/cm3"};
        double by = u(Runs.washburn(t, solid), "total intrusion volume");
        assertTrue(by > 1e-11 / 2 * RUN.high() * 0.99e6, Double.toString(by));
    }

    @Test
    void aBlankThatEndsEarlyIsDoubted() throws Exception {
        StringBuilder blank = new StringBuilder("Pressure (MPa),Intruded volume (cm3)\n");
        for (int i = 1; i <= 20; i++) {
            blank.append(10 * i).append(',').append(1e-4 * i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("blank.csv"), blank.toString());
        Table t = Runs.mercury(RUN.csv());
        assertTrue(RUN.high() > 202);
        Outcome o = Runs.washburn(t, "mass", "1.000 g", "blank", file.toString());
        assertTrue(Runs.of(o, "total intrusion volume").verdict().reason().contains("blank run ends"));
    }

    @Test
    void aSetBoundaryIsKnownToTheContactAngle() throws Exception {
        Table t = Runs.mercury(RUN.csv());
        Outcome narrow = Runs.distribution((Table) Runs.washburn(t, "contactAngle", "140 +- 0.01 deg").dataset(),
                "boundary", "0.5 um");
        Outcome wide = Runs.distribution((Table) Runs.washburn(t, "contactAngle", "140 +- 8 deg").dataset(),
                "boundary", "0.5 um");
        assertTrue(u(wide, "interparticle volume") > 3 * u(narrow, "interparticle volume"));
    }
}
