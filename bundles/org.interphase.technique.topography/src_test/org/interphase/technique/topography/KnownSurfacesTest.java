package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Raster;
import org.interphase.technique.topography.reader.AliconaReader;
import org.interphase.technique.topography.reader.DigitalSurfReader;
import org.interphase.technique.topography.reader.RawNumbersReader;
import org.interphase.technique.topography.reader.WykoReader;
import org.interphase.technique.topography.reader.XyzReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Recorded and published surfaces with known parameters. */
class KnownSurfacesTest {

    private static Source file(String name) {
        return Source.of(SharedData.require("topography/" + name));
    }

    private static Raster reference() throws Exception {
        return (Raster) new RawNumbersReader().read(file("iso25178_ref_1000x700_f32le_um_step0.1um.raw"),
                Progress.none()).get(0);
    }

    @Test
    void parametersOfThePublishedSurfaceAreThose() throws Exception {
        var r = RunOn.measured("topography.roughness", reference(), Map.of("edges", "published"));
        Map<String, Double> known = Map.ofEntries(Map.entry("Sa", .653132), Map.entry("Sq", .745961),
                Map.entry("Sp", 1.854956), Map.entry("Sv", 1.998661), Map.entry("Sz", 3.853617),
                Map.entry("Ssk", -.08144), Map.entry("Sku", 1.818014), Map.entry("Sdr", 276.112693),
                Map.entry("Sdq", 4.079605), Map.entry("Sal", 4.347147), Map.entry("Str", .062759),
                Map.entry("Sk", 2.207543), Map.entry("Spk", .190107), Map.entry("Svk", .398828),
                Map.entry("Smr1", 2.009438), Map.entry("Smr2", 89.979619), Map.entry("Vmp", .014831),
                Map.entry("Vmc", .797087), Map.entry("Vvv", .056308), Map.entry("Vvc", .924853));
        known.forEach((name, value) -> assertEquals(value, r.get(name).value(), 1e-5, name));
        // one row and column of cells more than that program counts: 999 x 699 instead of 998 x 698
        var exact = RunOn.measured("topography.roughness", reference(), Map.of());
        // and cells cut along both diagonals instead of one
        assertEquals((276.112693 + 100) * 998 * 698 / (999 * 699) - 100, exact.get("Sdr").value(), 5e-3);
        assertEquals(4.082066, exact.get("Sdq").value(), 1e-5);
        // waves as long as the area, along one side: another area could hold a different part of them
        assertTrue(r.get("Sq").verdict().reason().contains("longest decay lengths"), r.get("Sq").verdict().reason());
        assertTrue(!r.get("Sdr").verdict().isSound(), "nine tenths of its gradients are noise");
    }

    @Test
    void aliconaProfilesHaveTheirHeights() throws Exception {
        Raster map = (Raster) new AliconaReader().read(file("al3d-1.al3d"), Progress.none()).get(0);
        assertEquals(200, map.width());
        assertEquals(87.6054, map.width() * map.calibration().pixelWidth(), 1e-9);
        assertEquals(129.655992, map.height() * map.calibration().pixelHeight(), 1e-9);
        var m = RunOn.measured("topography.roughness", map, Map.of());
        assertEquals(7.688266, m.get("Sq").value(), 1e-6);
        assertTrue(m.get("Sq").verdict().reason().startsWith("a plane holds"), "it lies askew");
    }

    @Test
    void wykoMapsHaveTheirHeights() throws Exception {
        Raster map = (Raster) new WykoReader().read(file("test_1.opd"), Progress.none()).get(0);
        assertEquals(1.634241, map.calibration().pixelWidth(), 1e-6);
        assertEquals(1.906615, map.calibration().pixelHeight(), 1e-6);
        assertEquals(352471L, map.header().metadata().number("points measured").orElse(0));
        assertEquals(1.9265, RunOn.measured("topography.roughness", map, Map.of()).get("Sq").value(), 5e-5);
    }

    @Test
    void bothOrdersOfPointsGiveOneMap() throws Exception {
        Raster a = (Raster) new XyzReader().read(file("xyz-1.txt"), Progress.none()).get(0);
        Raster b = (Raster) new XyzReader().read(file("xyz-1-different-order.txt"), Progress.none()).get(0);
        assertEquals(4, a.width());
        assertEquals(4, a.height());
        assertEquals(a.pixels(), b.pixels());
    }

    @Test
    void packedDigitalSurfOpens() throws Exception {
        Raster map = (Raster) new DigitalSurfReader().read(file("test_surface.sur"), Progress.none()).get(0);
        assertEquals(128, map.width());
        assertEquals(8.252198e-2, map.calibration().pixelWidth(), 1e-8);
        assertEquals("CL Intensity", map.quantity());
        assertEquals("topography.map", map.kind().id());
    }
}
