package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.testkit.elements.SpectrumTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of standards before numbers rest on them. */
class StandardsTest {

    private static final SpectrumTruth IRON = new SpectrumTruth().with("Fe K", 150_000);

    @TempDir
    private Path folder;

    private static String text() {
        return new String(MsaFiles.modern(IRON.curve(1)), StandardCharsets.UTF_8);
    }

    private Run against(String standard, Map<String, Object> more) throws Exception {
        Path file = folder.resolve("iron.msa");
        Files.writeString(file, standard);
        Map<String, Object> set = new HashMap<>(more);
        set.put("standards", file.toString());
        return Runs.of("elements/spectrum", IRON.curve(2), set);
    }

    private Measurement iron(String standard, Map<String, Object> more) throws Exception {
        return Runs.measured(against(standard, more), "Fe mass fraction");
    }

    private String refused(String standard, Map<String, Object> more) {
        return assertThrows(AssertionError.class, () -> against(standard, more)).getMessage();
    }

    @Test
    void aSpecimenLikeItsStandardIsWhollyThatElement() throws Exception {
        Measurement m = iron(text(), Map.of());
        assertTrue(m.verdict().isSound(), m.toString());
        assertEquals(100, m.value(), 2 * m.uncertainty());
    }

    @Test
    void otherBeamsAndAnglesAreRefused() {
        assertTrue(refused(text().replace("#BEAMKV      : 20", "#BEAMKV      : 15"), Map.of()).contains("15.0 keV"));
        assertTrue(refused(text().replace("#ELEVANGLE   : 35", "#ELEVANGLE   : 40"), Map.of()).contains("40.0 deg"));
    }

    @Test
    void whatAStandardDoesNotStateIsDoubtedUnlessAPersonStatesIt() throws Exception {
        Measurement angle = iron(text().replace("#ELEVANGLE   : 35", "#ELEVANGLE   : 0"), Map.of());
        assertTrue(angle.verdict().reason().contains("take-off angle"), angle.toString());
        assertTrue(iron(text().replace("#ELEVANGLE   : 35", "#OWNER : me"), Map.of("takeOff", 35)).verdict().isSound());
        Measurement beam = iron(text().replace("#BEAMKV      : 20", "#OWNER : me"), Map.of());
        assertTrue(beam.verdict().reason().contains("beam energy"), beam.toString());
        Measurement current = iron(text().replace("#PROBECUR    : 1", "#PROBECUR    : 0"), Map.of());
        assertTrue(current.verdict().reason().contains("probe currents"), current.toString());
        assertTrue(refused(text().replace("#LIVETIME    : 100", "#LIVETIME    : 0"), Map.of()).contains("live time"));
    }

    @Test
    void tiltedStagesAreDoubted() throws Exception {
        for (String key : new String[] {"#XTILTSTGE   : 5", "#YTILTSTGE   : -5"}) {
            Measurement m = iron(text().replace("#OWNER       : nobody", key), Map.of());
            assertTrue(m.verdict().reason().contains("tilted by 5 degrees for the standard 'iron.msa'"), m.toString());
        }
        assertTrue(iron(text().replace("#OWNER       : nobody", "#XTILTSTGE   : 0"), Map.of()).verdict().isSound());
    }

    @Test
    void theStandardsCompositionCountsWithItsUncertainty() throws Exception {
        Measurement pure = iron(text(), Map.of());
        String steel = text().replace("Fe,(Fe:100.0),7.87", "steel,(Fe:98.5),(C:1.5),7.87");
        Run listed = against(steel, Map.of());
        Measurement one = Runs.measured(listed, "Fe mass fraction");
        // 1 % instead of 0.1 %
        double more = Math.sqrt(Math.pow(one.uncertainty() / one.value(), 2) - Math.pow(pure.uncertainty()
                / pure.value(), 2));
        assertEquals(0.01, more, 0.001);
        assertTrue(listed.remarks().stream().anyMatch(r -> r.code().equals("standard-composition")));
        Run stated = against(steel, Map.of("compositions", "iron.msa = +- 3"));
        Measurement three = Runs.measured(stated, "Fe mass fraction");
        assertEquals(Math.sqrt(9 - 1) * 0.01, Math.sqrt(Math.pow(three.uncertainty() / three.value(), 2)
                - Math.pow(one.uncertainty() / one.value(), 2)), 0.001);
        assertFalse(stated.remarks().stream().anyMatch(r -> r.code().equals("standard-composition")));
        // a list that says what its formula says is a formula
        assertFalse(against(text().replace("Fe,(Fe:100.0),7.87", "FeO,(Fe:77.731),(O:22.269),5.7"), Map.of()).remarks()
                .stream().anyMatch(r -> r.code().equals("standard-composition")));
        assertEquals(iron(text(), Map.of("compositions", "iron = Fe \u00b1 3 %")).uncertainty() / pure.uncertainty(),
                iron(text(), Map.of("compositions", "iron = Fe +/- 3")).uncertainty() / pure.uncertainty(), 1e-9);
    }

    @Test
    void compositionsThatCannotBeAreRefused() {
        String thousandth = refused(text().replace("(Fe:100.0)", "(Fe:1.0)"), Map.of());
        assertTrue(thousandth.contains("adds up to 1.000 %"), thousandth);
        assertTrue(refused(text().replace("Fe,(Fe:100.0)", "Fe,(Fe:90),(Ni 10)"), Map.of()).contains(
                "no list of mass per cents"));
    }

    @Test
    void countsOfLinesThatTheFitDoesNotDescribeAreDoubtful() {
        Curve odd = new SpectrumTruth().with("Fe K", 3e6).tail(0.3).curve(3);
        Run run = Runs.identified(odd, Map.of());
        assertTrue(run.remarks().stream().anyMatch(r -> r.code().equals("misfit")), run.remarks().toString());
        Measurement m = Runs.measured(run, "Fe K counts");
        assertTrue(m.verdict().reason().contains("unexplained"), m.toString());
    }
}
