package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Map;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.ReadyText;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.fit.ElementSetting;
import org.junit.jupiter.api.Test;

class CircuitEntryTest {

    private static final ElementLibrary LIBRARY = ElementLibrary.standard();

    private static EisFit.Parameters with(String circuit, ElementSetting... settings) {
        EisFit.Parameters p = Parameters.with(Parameters.defaults(EisFit.Parameters.class), "circuit", circuit);
        return new EisFit.Parameters(p.circuit(), p.weighting(), List.of(settings), p.points(), p.frequencies(),
                p.starts(), p.seed(), p.accuracy());
    }

    private static ElementSetting set(String parameter, String value) {
        return new ElementSetting(parameter, Constrained.parse(value));
    }

    @Test
    void everyReadyCircuitCanBeReadAndEveryElementIsOffered() {
        List<ReadyText> ready = CircuitEntry.ready(LIBRARY);
        for (ReadyText r : ready) {
            if (!r.part()) {
                assertEquals(Map.of(), CircuitEntry.problems(LIBRARY, with(r.text())), r.text());
            }
        }
        assertEquals(LIBRARY.elements().size(), ready.stream().filter(ReadyText::part).count());
    }

    @Test
    void problemsNameTheFieldAndThePlace() {
        Map<String, String> bad = CircuitEntry.problems(LIBRARY, with("R0-p(R1,Y1)"));
        assertEquals(List.of("circuit"), List.copyOf(bad.keySet()));
        assertTrue(bad.get("circuit").contains("line 1, column 9"), bad.get("circuit"));
        Map<String, String> unknown = CircuitEntry.problems(LIBRARY, with("R0-p(R1,C1)", set("R7", "5")));
        assertTrue(unknown.get("parameters").contains("R7"), unknown.toString());
    }

    @Test
    void settingsOfElementsThatAreGoneAreDropped() {
        EisFit.Parameters p = CircuitEntry.fitting(LIBRARY, with("R0-p(R1,CPE1)", set("R0", "fixed 3"),
                set("C1", "1e-5"), set("R1", "= C1")));
        assertEquals(List.of("R0"), p.parameters().stream().map(ElementSetting::parameter).toList());
    }
}
