package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.ReadyText;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.CircuitSyntaxException;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.fit.ElementSetting;
import org.interphase.technique.electrochemistry.fit.ParameterTable;

/** What helps to enter a circuit: circuits and elements to pick, and what is wrong with an entry before it is run. */
final class CircuitEntry {

    private CircuitEntry() {
    }

    /** Usual circuits, then the elements. */
    static List<ReadyText> ready(ElementLibrary library) {
        List<ReadyText> out = new ArrayList<>();
        CircuitLibrary.of(CircuitLibrary.Use.ENTRY).forEach(e -> out.add(ReadyText.whole(e.text(), e.title())));
        for (CircuitElement e : library.elements()) {
            out.add(ReadyText.part(e.symbol(), e.title()));
        }
        return out;
    }

    /** The same with the choice by the data first. */
    static List<ReadyText> readyWithAuto(ElementLibrary library, int candidates) {
        List<ReadyText> out = new ArrayList<>(ready(library));
        out.add(0, ReadyText.whole(EisFit.AUTO, "the best of " + candidates + " usual circuits by BIC"));
        return out;
    }

    /** Whether the data choose the circuit. */
    static boolean isAuto(EisFit.Parameters p) {
        return p.circuit().strip().equals(EisFit.AUTO);
    }

    /** Why a circuit string cannot be read, with line and column; empty if it can. */
    static Optional<String> problem(ElementLibrary library, String text) {
        try {
            CircuitParser.parse(library, text);
            return Optional.empty();
        } catch (CircuitSyntaxException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What is wrong with circuit and settings, by their names in the parameter record. */
    static Map<String, String> problems(ElementLibrary library, EisFit.Parameters p) {
        Map<String, String> out = new LinkedHashMap<>();
        problem(library, p.circuit()).ifPresent(reason -> out.put("circuit", reason));
        if (out.isEmpty()) {
            try {
                ParameterTable.of(CircuitParser.parse(library, p.circuit()), p.parameters());
            } catch (AnalysisException e) {
                out.put("parameters", e.getMessage());
            }
        }
        return out;
    }

    /** The parameters without settings of what the circuit does not have, so that another circuit can be entered. */
    static EisFit.Parameters fitting(ElementLibrary library, EisFit.Parameters p) {
        if (isAuto(p)) {
            return new EisFit.Parameters(p.circuit(), p.weighting(), List.of(), p.points(), p.frequencies(), p.starts(),
                    p.seed(), p.accuracy());
        }
        if (p.parameters().isEmpty() || problem(library, p.circuit()).isPresent()) {
            return p;
        }
        Circuit circuit = CircuitParser.parse(library, p.circuit());
        List<ElementSetting> kept = p.parameters().stream().filter(s -> circuit.indexOf(s.parameter().strip()) >= 0
                && (!s.value().isTied() || circuit.indexOf(s.value().tiedTo()) >= 0)).toList();
        return kept.size() == p.parameters().size() ? p : new EisFit.Parameters(p.circuit(), p.weighting(), kept,
                p.points(), p.frequencies(), p.starts(), p.seed(), p.accuracy());
    }
}
