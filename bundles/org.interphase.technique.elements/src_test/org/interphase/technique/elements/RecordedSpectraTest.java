package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.presence.FamilySearch;
import org.interphase.technique.elements.presence.Found;
import org.interphase.technique.elements.reader.MsaReader;
import org.interphase.technique.elements.reader.SpxReader;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

class RecordedSpectraTest {

    private static Curve msa(String name) throws Exception {
        return (Curve) new MsaReader().read(Source.of(SharedData.require("eds/" + name)), Progress.none()).get(0);
    }

    private static double sum(Curve c) {
        double s = 0;
        for (int i = 0; i < c.axis().size(); i++) {
            s += c.signal().get(i);
        }
        return s;
    }

    private static int highest(Curve c) {
        int best = 0;
        for (int i = 0; i < c.axis().size(); i++) {
            best = c.signal().get(i) > c.signal().get(best) ? i : best;
        }
        return best;
    }

    @Test
    void factsOfTheGlassAreThoseOfTheFile() throws Exception {
        Curve c = msa("K412_IIIE_0.msa");
        assertEquals(4096, c.axis().size());
        assertEquals(1.63032, c.axis().get(0), 1e-9);
        assertEquals(9.99856, c.axis().get(1) - c.axis().get(0), 1e-9);
        assertEquals(8079537, sum(c));
        assertEquals(232663, c.signal().get(highest(c)));
        assertEquals(1741.4, c.axis().get(highest(c)), 0.05);
        assertEquals(235.48403, c.header().metadata().number("live time", "s").getAsDouble());
        assertEquals(1.11355, c.header().metadata().number("probe current", "nA").getAsDouble());
        assertEquals(35, c.header().metadata().number("take-off angle", "deg").getAsDouble());
        assertEquals(20, c.header().metadata().number("beam energy", "keV").getAsDouble());
        assertEquals(22290, msa("K412_std_Al2O3.msa").signal().get(100));
    }

    @Test
    void theOldStandardsExampleIsAnEnergyLossSpectrumOfAllItsPoints() throws Exception {
        Curve c = msa("example1.msa");
        assertEquals("eels", c.kind().id());
        assertEquals(21, c.axis().size());
        assertEquals(4066, c.signal().get(0));
        assertEquals(4217, c.signal().get(20));
        assertEquals(565.79, c.axis().get(15));
        assertEquals(120, c.header().metadata().number("beam energy", "keV").getAsDouble());
        assertEquals(1.5, c.header().metadata().number("convergence angle", "mrad").getAsDouble(), 1e-12);
        assertEquals(12.345, c.header().metadata().number("probe current", "nA").getAsDouble());
        assertEquals(1, c.header().remarks().size());
    }

    @Test
    void factsOfTheBrukerSpectrumAreThoseOfTheFile() throws Exception {
        Curve c = (Curve) new SpxReader().read(Source.of(SharedData.require("eds/extracted_from_bcf.spx")),
                Progress.none()).get(0);
        assertEquals(1548, c.axis().size());
        assertEquals(4413, sum(c));
        // above the peak at zero
        Curve lines = c.slice(100, 1548);
        assertEquals(63, lines.signal().get(highest(lines)));
        assertEquals(6.4178, lines.axis().get(highest(lines)), 5e-5);
        assertEquals(0.025, c.header().metadata().number("live time", "s").getAsDouble());
        assertEquals(0.040, c.header().metadata().number("real time", "s").getAsDouble());
        assertEquals(15, c.header().metadata().number("beam energy", "keV").getAsDouble());
    }

    private static Set<String> sure(Curve c) throws Exception {
        EdsSpectrum s = EdsSpectrum.of(c, null);
        return FamilySearch.of(s, DetectorResponse.ofResolution(130, 0.045, 1e-5), 200, 0.98 * s.beam(), List.of(),
                List.of(), Progress.none()).elements().stream().filter(f -> f.present() && f.verdict().isSound())
                .map(Found::symbol).collect(Collectors.toSet());
    }

    @Test
    void theElementsOfTheGlassAndItsStandardsAreFoundAndNoneThatIsNotThere() throws Exception {
        assertEquals(Set.of("C", "O", "Mg", "Al", "Si", "Ca", "Fe"), sure(msa("K412_IIIE_0.msa")));
        // a carbon coat, and a trace of iron from the column
        Set<String> fluorite = sure(msa("K412_std_CaF2.msa"));
        assertTrue(fluorite.containsAll(Set.of("C", "F", "Ca")) && Set.of("C", "F", "Ca", "O", "Fe").containsAll(
                fluorite), fluorite.toString());
        Set<String> quartz = sure(msa("K412_std_SiO2.msa"));
        assertTrue(quartz.containsAll(Set.of("C", "O", "Si")) && Set.of("C", "O", "Si", "Fe").containsAll(quartz),
                quartz.toString());
    }
}
