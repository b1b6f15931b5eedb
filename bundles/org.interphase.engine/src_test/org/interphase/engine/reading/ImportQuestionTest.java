package org.interphase.engine.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class ImportQuestionTest {

    private final TechniqueRegistry registry = TechniqueRegistry.of(List.of(new RegistryAndLoaderTest.Fake("a",
            List.of(new RegistryAndLoaderTest.Reader("a.r", 1, s -> List.of())),
            List.of(Recipe.of("a/f", "F", "", Applicability.of("xps.region").covering(682, 692, "eV")
                    .along("binding energy", Fact.PHOTON_ENERGY))))));

    private static Curve curve(String kind, String quantity) {
        return Curve.ofUnsorted(DatasetHeader.of("x", kind, Metadata.EMPTY), quantity, Unit.of("eV"),
                Direction.ASCENDING, new double[] {790, 810}, "I", Unit.of("counts"), new double[2], null);
    }

    @Test
    void aPlainCurveAsksForItsKindFirst() {
        ImportQuestion q = ImportQuestion.of(curve("curve", "column 1"), Stated.NOTHING, registry).orElseThrow();
        assertEquals(Fact.KIND, q.asked().get(0));
        assertTrue(q.reason().startsWith("This is a plain curve"), q.reason());
        assertEquals(List.of(Fact.values()).size(), q.facts().size());
        assertEquals(5, q.shown());
    }

    @Test
    void whatKeepsTheRecipesAwayIsAsked() {
        ImportQuestion q = ImportQuestion.of(curve("xps.region", "Kinetic energy"), Stated.NOTHING, registry)
                .orElseThrow();
        assertEquals(List.of(Fact.PHOTON_ENERGY), q.asked());
        assertEquals("This xps.region is over kinetic energy, its recipes need binding energy.", q.reason());
        assertTrue(ImportQuestion.of(curve("xps.region", "Binding energy"), Stated.NOTHING, registry).isEmpty());
        assertTrue(ImportQuestion.of(curve("raman", "Raman shift"), Stated.NOTHING, registry).isEmpty());
    }

    @Test
    void aRefusalAsksForWhatItWants() {
        assertEquals(List.of(Fact.LASER), ImportQuestion.of(Stated.missing("f", "", "the laser is open", Fact.LASER),
                Stated.NOTHING).asked());
        assertEquals(5, ImportQuestion.of(new DatasetFormatException("f", "", "broken"), Stated.NOTHING).asked()
                .size());
    }

    @Test
    void whatWasSaidOfTheInstrumentIsTheBeginningAndStandsAmongTheFirst() {
        Stated offered = Stated.of(Map.of("kind", "k", "area", "2"));
        ImportQuestion q = new ImportQuestion("", List.of(Fact.KIND), Stated.NOTHING,
                Optional.of(new StatedMemory.Offer(offered, "one.txt")));
        assertEquals(offered, q.beginning());
        assertEquals(List.of(Fact.KIND, Fact.AREA), q.facts().subList(0, q.shown()));
        assertEquals(List.of("k"), ImportQuestion.kinds(registry).stream().map(k -> k.id()).toList());
    }
}
