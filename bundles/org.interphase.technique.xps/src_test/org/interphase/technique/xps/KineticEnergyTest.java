package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.technique.xps.reader.XpsTextReader;
import org.junit.jupiter.api.Test;

/** Which energies a text holds: what it says is obeyed, what it leaves open is asked for. */
class KineticEnergyTest {

    private static final String ROWS = "792.6 2764\n792.7 2791\n797.8 9415\n804.6 2078\n";

    private static Source source(String name, String text, Map<String, String> stated) {
        return Source.of(name, text.getBytes(StandardCharsets.UTF_8)).stating(Stated.of(stated));
    }

    private static Curve read(String name, String text, Map<String, String> stated) throws Exception {
        return (Curve) XpsRuns.read(source(name, text, stated)).get(0);
    }

    private static Curve read(String text) throws Exception {
        return read("a.xy", text, Map.of());
    }

    private static String remarks(Dataset d) {
        return String.join(" ", d.header().remarks().stream().map(Remark::text).toList());
    }

    private static String specs(String axis) {
        return "# Created by:        SpecsLab Prodigy, Version 4.1\n" + axis + "\n# Region:                   F1s\n"
                + "# Analysis Method:          XPS\n# Scan Mode:   FixedAnalyzerTransmission\n"
                + "# Eff. Workfunction:        4.3\n# Excitation Energy:        1486.61\n"
                + "# Pass Energy:              20\n# ColumnLabels: energy counts\n";
    }

    @Test
    void specsSaysInManyWaysThatItsEnergiesAreKinetic() throws Exception {
        for (String axis : List.of("#   Kinetic Energy Axis:      yes", "#   Energy Axis:   Kinetic Energy",
                "# Scan Variable:   Kinetic Energy", "# Kinetic Energy:   792.6")) {
            Curve c = read(specs(axis) + ROWS);
            assertEquals("Binding energy", c.axis().quantity(), axis);
            assertEquals(1486.61 - 804.6, c.axis().min(), 1e-9, axis);
            assertEquals(2078, c.signal().get(0));
            assertEquals(9415, c.signal().get(1));
            assertEquals(4.3, c.metadata().number("work function", "eV").orElseThrow());
            assertTrue(remarks(c).contains("4.3 eV in the header is part"), remarks(c));
        }
    }

    @Test
    void bindingEnergiesOfSpecsStayWhatTheyAre() throws Exception {
        for (String axis : List.of("#   Kinetic Energy Axis:      no", "#   Energy Axis:   Binding Energy",
                "# Binding Energy:   694")) {
            Curve c = read(specs(axis) + "694.0 2764\n693.9 2791\n688.8 9415\n682.0 2078\n");
            assertEquals(682, c.axis().min(), axis);
            assertEquals("", remarks(c));
        }
    }

    @Test
    void aHeaderSilentOnTheAxisIsRemarked() throws Exception {
        Curve c = read(specs("#") + "694.0 2764\n693.9 2791\n688.8 9415\n682.0 2078\n");
        assertEquals("Binding energy", c.axis().quantity());
        assertTrue(remarks(c).contains("--axis"), remarks(c));
    }

    @Test
    void aWorkFunctionThatIsStatedIsTakenOff() throws Exception {
        Curve c = read("a.xy", specs("#   Kinetic Energy Axis:      yes") + ROWS, Map.of("work-function", "4.3"));
        assertEquals(1486.61 - 804.6 - 4.3, c.axis().min(), 1e-9);
    }

    @Test
    void kineticEnergiesWithoutPhotonEnergyStayKinetic() throws Exception {
        String csv = "Kinetic Energy (eV),Counts\n" + ROWS.replace(' ', ',');
        Curve c = read("a.csv", csv, Map.of());
        assertEquals("Kinetic energy", c.axis().quantity());
        assertEquals("xps.region", c.kind().id());
        assertEquals(792.6, c.axis().min());
        assertTrue(remarks(c).contains("--photon-energy"), remarks(c));
        Curve said = read("a.csv", csv, Map.of("photon-energy", "1.4866 keV"));
        assertEquals("Binding energy", said.axis().quantity());
        assertEquals(682, said.axis().min(), 1e-9);
        assertEquals("", remarks(said));
    }

    @Test
    void scientaCountsStepsInMilliseconds() throws Exception {
        String text = "[Info]\nNumber of Regions=1\n\n[Region 1]\nRegion Name=F1s\n"
                + "Dimension 1 name=Kinetic Energy [eV]\n"
                + "Dimension 1 size=4\n\n[Info 1]\nPass Energy=100\nNumber of Sweeps=2\nExcitation Energy=1486.6\n"
                + "Energy Scale=Kinetic\nStep Time=203\n%s\n[Data 1]\n" + ROWS;
        assertEquals(0.203, read(text.formatted("")).metadata().number("dwell time", "s").orElseThrow(), 1e-12);
        Curve c = read(text.formatted("Time per Spectrum Channel=45.066"));
        assertEquals(45.066, c.metadata().number("acquisition time", "s").orElseThrow(), 1e-12);
        assertEquals(682, c.axis().min(), 1e-9);
    }

    @Test
    void aScanExportedApartIsOneScan() throws Exception {
        String text = specs("#   Kinetic Energy Axis:      yes")
                .replace("# Region:", "# Number of Scans: 5\n# Region:");
        assertEquals(5, read(text + ROWS).metadata().number("scans").orElseThrow());
        assertEquals(1, read("#   Separate Scan Data:   yes\n" + text + ROWS).metadata().number("scans").orElseThrow());
    }

    @Test
    void energiesInOtherUnitsBecomeElectronvolts() throws Exception {
        Curve c = read("a.csv", "Binding Energy (keV),Counts\n0.694,2764\n0.6939,2791\n0.682,2078\n", Map.of());
        assertEquals(682, c.axis().min(), 1e-9);
        assertEquals("eV", c.axis().unit().text());
    }

    @Test
    void thousandsOfCountsAreCounts() throws Exception {
        Curve c = read("a.csv", "Binding Energy (eV),Intensity (kcps)\n694,2.764\n693.9,2.791\n682,2.078\n", Map.of());
        assertEquals("counts/s", c.signal().unit().text());
        assertEquals(2078, c.signal().get(0), 1e-9);
        Curve a = read("a.csv", "Binding Energy (eV),Intensity (a.u.)\n694,2764\n693.9,2791\n682,2078\n", Map.of());
        assertEquals("a.u.", a.signal().unit().text());
    }

    @Test
    void whatAHeadlessTableHoldsIsAskedForAndCanBeSaid() throws Exception {
        String text = "694 2764\n693.9 2791\n688.8 9415\n682 2078\n";
        for (String name : List.of("x.txt", "F_1s.txt")) {
            assertEquals(0, new XpsTextReader().confidence(SourceHead.of(source(name, text, Map.of()))));
        }
        Source kind = source("x.txt", text, Map.of("kind", "xps.region"));
        assertTrue(new XpsTextReader().confidence(SourceHead.of(kind)) > 0);
        MissingFactException e = assertThrows(MissingFactException.class,
                () -> new XpsTextReader().read(kind, Progress.none()));
        assertEquals(List.of(Fact.AXIS), e.needed());
        Curve c = read("x.txt", text, Map.of("kind", "xps.survey", "axis", "binding energy", "unit", "eV"));
        assertEquals("xps.survey", c.kind().id());
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(682, c.axis().min());
        Curve k = read("x.txt", ROWS, Map.of("kind", "xps.region", "axis", "kinetic energy", "unit", "eV",
                "photon-energy", "1486.6"));
        assertEquals("Binding energy", k.axis().quantity());
        assertEquals(682, k.axis().min(), 1e-9);
    }

    @Test
    void tablesOfOtherEnergiesAreNoSpectra() throws Exception {
        for (String text : List.of(
                "step,kinetic energy (eV),potential energy (eV)\n1,12.1,-40\n2,12.4,-41\n3,12.2,-40.5\n4,12.3,-40\n",
                "Kinetic Energy (eV),Potential energy (eV)\n12.1,-40\n12.4,-41\n12.6,-40.5\n12.8,-40\n",
                "ligand,binding energy (kcal/mol)\n1,-7.2\n2,-6.9\n3,-8.0\n4,-5.5\n",
                "pose,Binding Energy (eV),RMSD\n1,-7.2,0.3\n2,-6.9,0.5\n3,-8.0,0.4\n4,-5.5,0.6\n",
                "Binding energy (kcal/mol),Counts\n1,7\n2,6\n3,8\n4,5\n",
                "Binding energy (kJ/mol),Counts\n1,7\n2,6\n3,8\n4,5\n",
                "Binding energy (s),Counts\n1,7\n2,6\n3,8\n4,5\n",
                "# Group: A\n# Region: north\ntime (s),flow\n1,2\n2,3\n3,4\n4,5\n")) {
            assertEquals(0, new XpsTextReader().confidence(SourceHead.of(source("a.csv", text, Map.of()))), text);
        }
    }

    @Test
    void anEnergyThatOccursTwiceIsNamedByItsLine() {
        var e = assertThrows(org.interphase.api.DatasetFormatException.class,
                () -> read("a.csv", "Binding Energy (eV),Counts\n694,5\n693,6\n692,7\n691,8\n690,9\n689,8\n688,9\n"
                        + "687,7\n686,7\n685,7\n684,7\n683,9\n682,8\n692,7\n", Map.of()));
        assertTrue(e.position().startsWith("line 15,") && e.getMessage().contains("first in line 4"), e.getMessage());
    }
}
