package org.interphase.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportNotesTest {

    @Test
    void oneTextOrAListOfThemIsTaken() {
        ReportNotes facts = ReportNotes.of(Map.of("authors", List.of("A. One", "B. Two"), "instrument", "K-Alpha",
                "laboratory", "Surface lab", "reference", 4711, "conclusion", "It holds.", "introduction", "x"));
        assertEquals(List.of("A. One", "B. Two"), facts.authors());
        assertEquals(List.of("K-Alpha"), facts.instruments());
        assertEquals("4711", facts.reference());
        assertEquals("It holds.", facts.conclusion());
        assertEquals(ReportNotes.NONE, ReportNotes.of(Map.of("sections", List.of())));
    }

    @Test
    void aQuestionIsATextOrHasEvidence() {
        ReportNotes facts = ReportNotes.of(Map.of("questions", List.of("Is it clean?", Map.of("question",
                "Is there LiF?", "evidence", List.of(Map.of("recipe", "xps/f1s-lif-cf2",
                "number", "LiF area")), "answer", "Yes."))));
        assertEquals(List.of(new ReportNotes.Question("Is it clean?", List.of(), ""), new ReportNotes.Question(
                "Is there LiF?", List.of(new ReportNotes.Evidence("xps/f1s-lif-cf2", "LiF area")), "Yes.")),
                facts.questions());
    }

    @Test
    void aQuestionSaysWhatAYesMeans() {
        ReportNotes facts = ReportNotes.of(Map.of("questions", List.of(Map.of("question", "Is there less?", "asks",
                "less"), Map.of("question", "How much?"))));
        assertEquals(List.of(ReportNotes.Asks.LESS, ReportNotes.Asks.NUMBERS),
                facts.questions().stream().map(ReportNotes.Question::asks).toList());
        assertEquals("a question asks for presence, less, more or numbers, not 'fewer'", refused(Map.of("questions",
                List.of(Map.of("question", "Why?", "asks", "fewer")))));
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        assertEquals("a question of the report has no 'evidenze'; known: question, evidence, asks, answer",
                refused(Map.of("questions", List.of(Map.of("question", "Why?", "evidenze", 1)))));
        assertEquals("a question of the report needs a 'question'", refused(Map.of("questions",
                List.of(Map.of("answer", "Yes.")))));
        assertEquals("the evidence of a question needs a 'number'", refused(Map.of("questions", List.of(Map.of(
                "question", "Why?", "evidence", List.of(Map.of("recipe", "a/b")))))));
        assertEquals("'laboratory' must be a text", refused(Map.of("laboratory", List.of("a", "b"))));
    }

    private static String refused(Map<String, Object> tree) {
        return assertThrows(IllegalArgumentException.class, () -> ReportNotes.of(tree)).getMessage();
    }
}
