package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.operation.IdentifyElements;
import org.interphase.technique.elements.presence.Found;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.XrayFamily;
import org.interphase.testkit.elements.SpectrumTruth;
import org.junit.jupiter.api.Test;

class DetectorResponseTest {

    @Test
    void widthsFollowNoiseAndFanoStatistics() {
        DetectorResponse r = DetectorResponse.ofResolution(130, 0.045, 1e-5);
        assertEquals(130, r.fwhm(5898.8), 1e-9);
        // 8 ln 2 F w = 2.3276 eV; noise squared 130^2 - 2.3276 * 5898.8
        assertEquals(Math.sqrt(16900 - 2.3276 * (5898.8 - 1740)), r.fwhm(1740), 0.02);
        assertEquals(1.1 * r.fwhm(3000), r.wider(1.1).fwhm(3000), 1e-9);
    }

    @Test
    void escapePeaksAreOnePerCentAtFourKiloelectronvoltsAndFallOff() {
        DetectorResponse r = DetectorResponse.ofResolution(130, 0.045, 1e-5);
        assertEquals(0, r.escape(1800));
        // by hand at 3690 eV: 0.5 * 0.05 * 0.9 * (1 - 0.82 * ln(1 + 1 / 0.82)) with mu(1740) / mu(3690) near 0.82
        assertTrue(r.escape(3690) > 0.006 && r.escape(3690) < 0.012, "" + r.escape(3690));
        assertTrue(r.escape(6400) < 0.5 * r.escape(3690));
    }

    @Test
    void theCrystalLetsHardLinesThrough() {
        DetectorResponse r = new DetectorResponse(50, 0.115, 0.045, 0);
        assertEquals(1, r.efficiency(5000), 1e-3);
        // 0.45 mm of silicon at 20 keV: mu about 4.46 cm2/g, 1 - exp(-4.46 * 2.33 * 0.045)
        assertEquals(0.374, r.efficiency(20000), 0.01);
    }

    @Test
    void familiesHoldTheirLinesWithSharesThatAddUp() {
        for (String[] known : new String[][] {{"Fe", "K", "6399"}, {"Mo", "L", "2293"}, {"Pb", "M", "2382"}}) {
            XrayFamily f = XrayFamily.of(XrayTables.require(known[0]), known[1].charAt(0), 30000).orElseThrow();
            assertEquals(1, f.lines().stream().mapToDouble(XrayFamily.Line::intensity).sum(), 0.01);
            assertEquals(Double.parseDouble(known[2]), f.mainEnergy(), 10, f.name());
        }
        XrayFamily iron = XrayFamily.of(XrayTables.require("Fe"), 'K', 30000).orElseThrow();
        // K-beta over K-alpha of iron: 0.135 after Salem, Panossian and Krause (1974)
        assertEquals(0.135, (1 - iron.mainShare()) / iron.mainShare(), 0.004);
        assertTrue(XrayFamily.of(XrayTables.require("Fe"), 'K', 7000).isEmpty());
    }

    @Test
    void limitsAreNeverBelowWhatTheFitAllows() {
        XrayFamily f = XrayFamily.of(XrayTables.require("S"), 'K', 20000).orElseThrow();
        Found low = new Found("S", List.of(f), List.of(0), -50, 100, false, Verdict.SOUND);
        Found high = new Found("S", List.of(f), List.of(0), 350, 100, false, Verdict.SOUND);
        assertEquals(2.71 + 329, low.limit(), 1e-9);
        assertEquals(550, high.limit(), 1e-9);
    }

    @Test
    void aChargedSpecimenIsSaidToBeOne() throws Exception {
        SpectrumTruth iron = new SpectrumTruth().with("Fe K", 50_000);
        IdentifyElements.Parameters p = new IdentifyElements.Parameters(Range.ALL, null, List.of(), List.of());
        assertTrue(new IdentifyElements().apply(iron.curve(1), p, Progress.none()).remarks().stream().noneMatch(r -> r
                .code().equals("beam-landing")));
        assertTrue(new IdentifyElements().apply(iron.beam(20, 15).curve(1), p, Progress.none()).remarks().stream()
                .anyMatch(r -> r.code().equals("beam-landing")));
    }

    private static boolean isLandingDoubted(SpectrumTruth t, int seed) throws Exception {
        IdentifyElements.Parameters p = new IdentifyElements.Parameters(Range.ALL, null, List.of(), List.of());
        return new IdentifyElements().apply(t.curve(seed), p, Progress.none()).remarks().stream().anyMatch(r -> r.code()
                .equals("beam-landing"));
    }

    @Test
    void aBeamThatIsStatedTooLowIsDoubtedAndPulsesThatPileUpAreNoContinuum() throws Exception {
        SpectrumTruth silica = new SpectrumTruth().with("Si K", 80_000).with("Ca K", 60_000);
        assertTrue(isLandingDoubted(silica.beam(10, 15), 1));
        assertTrue(isLandingDoubted(silica.beam(10, 11.5), 2));
        assertFalse(isLandingDoubted(silica.beam(10, 10), 3));
        // calcium upon calcium stands at 7.4 keV, beyond the end
        assertFalse(isLandingDoubted(silica.beam(7, 7).pileUp(0.05), 4));
    }

    @Test
    void aShiftedScaleIsFoundAndRemarked() throws Exception {
        IdentifyElements.Parameters p = new IdentifyElements.Parameters(Range.ALL, null, List.of(), List.of());
        var out = new IdentifyElements().apply(new SpectrumTruth().with("Fe K", 50_000).with("Si K",
                50_000).with("Ca K",
                30_000).scale(25, 0).curve(1), p, Progress.none());
        assertTrue(out.remarks().stream().anyMatch(r -> r.code().equals("energy-scale") && r.text().matches(
                ".*by 2[2-8] eV.*")), out.remarks().toString());
        assertEquals(3, out.measurements().stream().filter(m -> m.verdict().isSound()).count(), out.measurements()
                .toString());
    }
}
