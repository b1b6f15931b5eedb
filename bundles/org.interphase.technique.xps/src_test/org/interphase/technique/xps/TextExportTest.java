package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.technique.xps.quantification.Transmission;
import org.interphase.technique.xps.reader.XpsTextReader;
import org.interphase.technique.xps.storedfit.StoredFit;
import org.junit.jupiter.api.Test;

/** Dialects of XPS text exports, written here from their published layout. */
class TextExportTest {

    private static List<Dataset> read(String name, String text) throws Exception {
        return XpsRuns.read(Source.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void specsRegionsAreToldApart() throws Exception {
        List<Dataset> all = read("a.xy", """
                # Created by SpecsLab Prodigy
                # Group: sample
                # Region: C1s
                # Excitation Energy: 1486.61
                # Dwell Time: 0.2
                # Number of Scans: 3
                # ColumnLabels: energy counts/s
                280.0 10.5
                280.1 11.5
                280.2 12.5

                # Region: F1s
                # Dwell Time: 0.5
                680.0 20
                680.1 21
                680.2 22
                """);
        assertEquals(2, all.size());
        assertEquals("C1s", all.get(0).name());
        assertEquals("F1s", all.get(1).name());
        assertEquals(1486.61, all.get(1).metadata().number("photon energy", "eV").orElseThrow());
        assertEquals(0.5, all.get(1).metadata().number("dwell time", "s").orElseThrow());
    }

    @Test
    void scientaKineticEnergyBecomesBindingEnergy() throws Exception {
        Curve c = (Curve) read("a.txt", """
                [Info]
                Number of Regions=1
                Version=1.3.1

                [Region 1]
                Region Name=F1s
                Dimension 1 name=Kinetic Energy [eV]
                Dimension 1 size=3

                [Info 1]
                Region Name=F1s
                Pass Energy=100
                Number of Sweeps=2
                Excitation Energy=1486.6
                Energy Scale=Kinetic

                [Data 1]
                797.0   100.0
                797.1   110.0
                797.2   120.0
                """).get(0);
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(689.4, c.axis().min(), 1e-6);
        assertEquals(120, c.signal().get(0));
        assertEquals(100, c.metadata().number("pass energy", "eV").orElseThrow());
    }

    @Test
    void aRowWithoutSignalIsLeftOutAndNamed() throws Exception {
        for (String cell : List.of("NaN", "", "n/a", "---")) {
            List<Dataset> all = read("F_1s.csv", "Binding Energy (eV),Counts / s\n690,5\n689,6\n688," + cell
                    + "\n687,7\n686,8\n");
            assertEquals(1, all.size());
            Curve c = (Curve) all.get(0);
            assertArrayEquals(new double[] {686, 687, 689, 690}, c.axis().values());
            assertArrayEquals(new double[] {8, 7, 6, 5}, c.signal().values());
            assertTrue(c.header().remarks().get(0).text().contains("Line 4"), c.header().remarks().toString());
        }
    }

    @Test
    void regionsOfUnequalLengthStandSideBySide() throws Exception {
        List<Dataset> all = read("a.csv", "BE,C 1s (counts/s),BE,F 1s (counts/s)\n290,5,690,7\n289,6,689,8\n"
                + "288,7,688,9\n287,8,,\n286,9,,\n");
        assertEquals(List.of("C 1s", "F 1s"), all.stream().map(Dataset::name).toList());
        assertEquals(5, ((Curve) all.get(0)).axis().size());
        assertEquals(3, ((Curve) all.get(1)).axis().size());
        assertTrue(all.get(1).header().remarks().isEmpty(), "the shorter region lost nothing");
    }

    @Test
    void aFitWithMissingCellsIsLeftOutAndTheSignalKept() throws Exception {
        String head = "B.E.,CPS,LiF,Background,Envelope\n";
        String rows = "690,5,4,4,5\n689,6,5,4,5\n688,7,5,%s,5\n687,7,4,4,5\n";
        Curve c = (Curve) read("F_1s.csv", head + rows.formatted("4")).get(0);
        assertTrue(c.product(StoredFit.class).isPresent());
        Curve damaged = (Curve) read("F_1s.csv", head + rows.formatted("")).get(0);
        assertEquals(4, damaged.axis().size());
        assertTrue(damaged.product(StoredFit.class).isEmpty());
        assertTrue(damaged.header().remarks().get(0).text().contains("fit stored in the file was left out"));
    }

    @Test
    void headingsInGermanAndFrenchAreUnderstood() throws Exception {
        for (String[] heading : new String[][] {{"Bindungsenergie;Intensit\u00e4t\neV;Z\u00e4hlimpulse/s", "counts/s"},
            {"Bindungsenergie (eV);Intensit\u00e4t (Impulse/s)", "counts/s"},
            {"\u00c9nergie de liaison (eV);Intensit\u00e9 (coups/s)", "counts/s"},
            {"\u00c9nergie de liaison (eV);Coups", "counts"}}) {
            byte[] latin = (heading[0] + "\n694,00;2.764,0\n693,90;2.791,0\n693,80;2.718,0\n682,00;2.078,0\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            Curve c = (Curve) XpsRuns.read(Source.of("a.csv", latin)).get(0);
            assertEquals("Binding energy", c.axis().quantity(), heading[0]);
            assertArrayEquals(new double[] {682, 693.8, 693.9, 694}, c.axis().values());
            assertEquals(heading[1], c.signal().unit().text(), heading[0]);
            assertEquals(2764, c.signal().get(3));
        }
    }

    @Test
    void theTransmissionColumnOfSpecsBelongsToTheRegion() throws Exception {
        List<Dataset> all = read("a.xy", """
                # Created by:        SpecsLab Prodigy, Version 4.100
                # Region:                       C1s
                # Excitation Energy:            1486.61
                # Cycle: 0, Curve: 0
                # ColumnLabels:                 energy counts/s transmission
                280.2 10.5 32.5
                280.1 11.5 32.6
                280.0 12.5 32.7
                """);
        assertEquals(1, all.size());
        Curve c = (Curve) all.get(0);
        assertEquals("counts/s", c.signal().unit().text());
        assertArrayEquals(new double[] {32.7, 32.6, 32.5}, c.product(Transmission.class).orElseThrow().values());
    }

    @Test
    void anAlignmentAtFixedEnergyIsNoSpectrum() throws Exception {
        List<Dataset> all = read("a.xy", """
                # Region:                       Align
                # Excitation Energy:            1486.61
                # Scan Mode:                    FixedEnergies
                # ColumnLabels:                 index counts/s
                0 10
                1 20
                2 30

                # Region:                       F1s
                # ColumnLabels:                 energy counts/s
                690 10
                689 20
                688 30
                """);
        assertEquals(List.of("F1s"), all.stream().map(Dataset::name).toList());
        assertTrue(all.get(0).header().remarks().toString().contains("alignment"));
    }

    @Test
    void channelsBesideTheElectronsAreNoSpectra() throws Exception {
        List<Dataset> all = read("a.xy", """
                #   Energy Axis:              Binding Energy
                #   External Channel Data:    yes
                # Region:                       F1s
                # Excitation Energy:            1486.61
                # Pass Energy:                  20
                # ColumnLabels:                 energy counts/s
                690 10
                689 20
                688 30

                # External Channel Data Cycle: 0 (Ring Current [mA])
                # ColumnLabels:                 energy Ring Current [mA]
                690 251.1
                689 251.0
                688 250.9
                """);
        assertEquals(1, all.size());
        assertTrue(all.get(0).header().remarks().get(0).text().contains("external channel"));
    }

    @Test
    void aTableBesideTheRegionIsNamed() throws Exception {
        List<Dataset> all = read("a.csv", "Binding Energy (eV),Counts\n690,5\n689,6\n688,7\n687,8\n\nSummary\n"
                + "Peak,Area,Width\n1,400,1.2\n2,300,1.4\n3,200,1.1\n");
        assertEquals(1, all.size());
        assertTrue(all.get(0).header().remarks().get(0).text().contains("no heading names an electron energy"));
    }

    @Test
    void namesUnitsAndCommentsOfOriginAreHeadings() throws Exception {
        Curve c = (Curve) read("a.dat", "BE\tF 1s\neV\tcps\n\tsample A\n690\t10.5\n689\t20.5\n688\t30.5\n").get(0);
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals("counts/s", c.signal().unit().text());
        assertEquals("F 1s", c.name());
    }

    @Test
    void casaRegionsAreNamedByTheirTitleLine() throws Exception {
        String head = "\tCharacteristic Energy eV\t1.486610e+003\tAcquisition Time s\t1.000000e-001\nName\t\t\n"
                + "Position\t\t\nFWHM\t\t\nArea\t\t\nLineshape\t\t\nK.E.\tCounts\t\tB.E.\tCPS\n";
        List<Dataset> all = read("export.txt", "Cycle 3:Ni:Survey\n" + head
                + "2.866100e+002\t4.7e+003\t\t1.200000e+003\t4.7e+004\n"
                + "2.876100e+002\t4.8e+003\t\t1.199000e+003\t4.8e+004\n"
                + "2.886100e+002\t4.9e+003\t\t1.198000e+003\t4.9e+004\n" + "Cycle 3:Ni:C1s\n" + head
                + "1.186610e+003\t4.7e+003\t\t3.000000e+002\t4.7e+004\n"
                + "1.186710e+003\t4.8e+003\t\t2.999000e+002\t4.8e+004\n"
                + "1.186810e+003\t4.9e+003\t\t2.998000e+002\t4.9e+004\n");
        assertEquals(List.of("Survey", "C1s"), all.stream().map(Dataset::name).toList());
        assertEquals(1486.61, all.get(1).metadata().number("photon energy", "eV").orElseThrow());
    }

    @Test
    void anEmptyTitleLineIsNoName() throws Exception {
        Dataset d = read("sample_F_1s.csv", ",,,,,\n,,,,,\nCharacteristic Energy eV,1486.6,Acquisition Time s,3,,\n"
                + "B.E.,CPS,Background,,,\n690,5,4,,,\n689,6,4,,,\n688,7,4,,,\n").get(0);
        assertEquals("F 1s", d.name());
    }

    @Test
    void aHeadingWithThePassEnergyIsNoName() throws Exception {
        Dataset d = read("sample_S2p.txt", "BE/eV\tPE: 46.95 eV\n180.0\t528.75\n179.95\t542.5\n179.9\t515.0\n")
                .get(0);
        assertEquals("S 2p", d.name());
        assertEquals(46.95, d.metadata().number("pass energy", "eV").orElseThrow());
    }

    @Test
    void theWordBeInACommentMakesNoBindingEnergy() throws Exception {
        byte[] text = ("Some notes\ncan be stored here\n\n3\n10000.0 109.0 -26.5\n7196.8 112.0 -35.1\n5179.4 116.9 "
                + "-46.4\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(0, new XpsTextReader().confidence(SourceHead.of(Source.of("data.i2b", text))));
    }
}
