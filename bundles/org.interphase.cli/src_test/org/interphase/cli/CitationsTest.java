package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.registry.TechniqueRegistry;
import org.junit.jupiter.api.Test;

/** Operations of all techniques cite whole references, and of several methods the one that was used. */
class CitationsTest {

    private static final TechniqueRegistry REGISTRY = TechniqueRegistry.fromClassPath();

    private static <P extends Record> List<String> cited(Operation<?, P> operation, Map<String, Object> parameters) {
        return operation.citations(Parameters.decode(operation.info().parameters(), parameters)).stream()
                .map(Citation::key).toList();
    }

    private static List<String> cited(String operation, Map<String, Object> parameters) {
        return cited(REGISTRY.operation(operation).orElseThrow(), parameters);
    }

    @Test
    void aMethodThatWasNotUsedIsNotCited() {
        assertEquals(List.of(), cited("microscopy.denoise", Map.of()), "a median filter");
        assertEquals(List.of("Buades 2005"), cited("microscopy.denoise", Map.of("filter", "non-local-means")));
        assertEquals(List.of("Otsu 1979"), cited("microscopy.segment", Map.of()));
        assertEquals(List.of("Schneider 2012"), cited("microscopy.segment", Map.of("method", "li")));
        assertEquals(List.of("Shirley 1972"), cited("xps.background", Map.of()));
        assertEquals(List.of("Tougaard 1988"), cited("xps.background", Map.of("kind", "tougaard")));
        assertEquals(List.of("Ryan 1988"), cited("curve.baseline", Map.of("method", "snip")));
        assertEquals(List.of("Eilers 2003"), cited("curve.smooth", Map.of("method", "whittaker")));
    }

    @Test
    void everyCitationHasItsPartsAndOneKeyIsOnePublication() {
        Map<String, String> texts = new HashMap<>();
        for (Operation<?, ?> operation : REGISTRY.operations()) {
            for (Citation c : operation.info().citations()) {
                assertTrue(c.publication().isPresent(), operation.info().id() + ": " + c.key());
                assertEquals(c.text(), texts.computeIfAbsent(c.key(), k -> c.text()), c.key());
            }
        }
        assertTrue(texts.size() > 40, "as many as there are: " + texts.size());
    }
}
