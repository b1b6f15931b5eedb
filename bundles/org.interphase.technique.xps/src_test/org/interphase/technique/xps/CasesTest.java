package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.technique.xps.reader.XpsTextReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small files that once were read wrongly, beside the recorded data; most hold F 1s from 682 to 694 eV. */
class CasesTest {

    private static Path file(String name) {
        return SharedData.require("../cases/" + name);
    }

    private static List<Dataset> read(String name, Map<String, String> stated) throws Exception {
        return XpsRuns.read(Source.of(file(name)).stating(Stated.of(stated)));
    }

    private static String warnings(Dataset d) {
        return String.join(" ", d.header().remarks().stream().filter(r -> r.level() == Remark.Level.WARNING)
                .map(Remark::text).toList());
    }

    /**
     * A case with its answer.
     *
     * @param points number of points
     * @param min lowest energy
     * @param max highest
     * @param highest largest signal
     * @param warning what a warning must say; empty where there must be none
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            x08b_specs_ke_yes.xy,     Binding energy, 121, 682,   694,   9415, counts,   ''
            x11_ke_no_hv.csv,         Kinetic energy, 121, 792.6, 804.6, 9415, counts,   --photon-energy
            x12_euro_two_headers.csv, Binding energy, 121, 682,   694,   9415, counts/s, ''
            x12e_euro_thousands.csv,  Binding energy, 121, 682,   694,   9415, counts,   ''
            x12h_quoted_comma.csv,    Binding energy, 121, 682,   694,   9415, counts,   ''
            x13e_empty_early.csv,     Binding energy, 119, 682,   694,   9415, counts,   'lines 11, 12'
            x13j_empty_late.csv,      Binding energy, 120, 682,   694,   9415, counts,   Line 117
            x23_growing.csv,          Binding energy, 60,  688.1, 694,   9415, counts,   Line 62
            x32b_no_end.vms,          Binding energy, 121, 682,   694,   9415, counts,   is missing after the last value
            x32e_nohv.vms,            Kinetic energy, 121, 792.6, 804.6, 9415, counts,   photon energy of 0 eV
            x02c_calib_range.vms,     Binding energy, 181, 274,   292,   7464, counts,   'Calib M = 280,281 A = 285'
            """)
    void eachIsReadAsItShould(String name, String quantity, int points, double min, double max, double highest,
            String unit, String warning) throws Exception {
        List<Dataset> all = read(name, Map.of());
        assertEquals(1, all.size());
        Curve c = (Curve) all.get(0);
        assertEquals("xps.region", c.kind().id());
        assertEquals(quantity, c.axis().quantity());
        assertEquals(points, c.axis().size());
        assertEquals(min, c.axis().min(), 1e-6);
        assertEquals(max, c.axis().max(), 1e-6);
        double top = 0;
        for (int i = 0; i < c.axis().size(); i++) {
            top = Math.max(top, c.signal().get(i));
        }
        assertEquals(highest, top);
        assertEquals(unit, c.signal().unit().text());
        assertEquals(warning.isEmpty(), warnings(c).isEmpty(), warnings(c));
        assertTrue(warnings(c).contains(warning), warnings(c));
    }

    @Test
    void twoExperimentsAreTwoRegions() throws Exception {
        List<Dataset> all = read("x03_two_experiments.vms", Map.of());
        assertEquals(List.of("F 1s", "C 1s"), all.stream().map(Dataset::name).toList());
    }

    @Test
    void aPhotonEnergyThatIsSaidMakesBindingEnergies() throws Exception {
        for (String name : List.of("x11_ke_no_hv.csv", "x32e_nohv.vms")) {
            Curve c = (Curve) read(name, Map.of("photon-energy", "1486.6")).get(0);
            assertEquals("Binding energy", c.axis().quantity());
            assertEquals(682, c.axis().min(), 1e-6);
            assertEquals("", warnings(c));
        }
    }

    @Test
    void anEnergyThatOccursTwiceIsNamedByItsLine() {
        Source source = Source.of(file("x14_duplicate_x.csv"));
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> XpsRuns.read(source));
        assertTrue(e.position().startsWith("line 123,"), e.position());
    }

    @Test
    void aHeadlessTableIsNoRegionUntilThatIsSaid() throws Exception {
        assertEquals(0, new XpsTextReader().confidence(SourceHead.of(Source.of(file("x20_be_no_header.txt")))));
        Curve c = (Curve) read("x20_be_no_header.txt", Map.of("kind", "xps.region", "axis", "binding energy", "unit",
                "eV")).get(0);
        assertEquals("xps.region", c.kind().id());
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(682, c.axis().min(), 1e-6);
    }
}
