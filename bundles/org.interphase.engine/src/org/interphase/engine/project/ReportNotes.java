package org.interphase.engine.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person says for a report under {@code report:} in {@code project.yaml}: who made it, where, with what, what
 * was asked, and what is concluded.
 *
 * @param authors who answer for it
 * @param laboratory where it was measured; may be empty
 * @param instruments what was measured with, one entry each
 * @param reference order, sample or publication it belongs to; may be empty
 * @param questions what was asked beyond what the recipes ask
 * @param conclusion paragraphs of what follows; may be empty
 * @param specimens recipes of which several results of a sample are of specimens of it, so that their mean counts
 */
public record ReportNotes(List<String> authors, String laboratory, List<String> instruments, String reference,
        List<Question> questions, String conclusion, List<String> specimens) {

    /** Keys under {@code report:} that are read here. */
    public static final List<String> KEYS = List.of("authors", "laboratory", "instrument", "reference", "questions",
            "conclusion", "specimens");

    /** Nothing is said. */
    public static final ReportNotes NONE = new ReportNotes(List.of(), "", List.of(), "", List.of(), "",
            List.of());

    /** What a yes to a question means, so that the numbers can say it. */
    public enum Asks {
        /** Nothing that a yes or no answers. */
        NUMBERS,
        /** That something is there. */
        PRESENCE,
        /** That there is less of it than in the first sample that has a value. */
        LESS,
        /** That there is more of it than in the first sample that has a value. */
        MORE;

        /** The word in {@code project.yaml}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Asks of(String word) {
            for (Asks a : values()) {
                if (a.word().equals(word)) {
                    return a;
                }
            }
            throw new IllegalArgumentException("a question asks for presence, less, more or numbers, not '" + word
                    + "'");
        }
    }

    /**
     * A question and the numbers that answer it; several are checked against each other.
     *
     * @param text the question
     * @param evidence numbers that answer it
     * @param asks what a yes means
     * @param answer what a person answers; empty to let the numbers speak
     */
    public record Question(String text, List<Evidence> evidence, Asks asks, String answer) {
        /** Copies the list. */
        public Question {
            evidence = List.copyOf(evidence);
        }

        /** A question that no yes or no answers. */
        public Question(String text, List<Evidence> evidence, String answer) {
            this(text, evidence, Asks.NUMBERS, answer);
        }

        /** The same in other words. */
        public Question withText(String other) {
            return new Question(other, evidence, asks, answer);
        }

        /** The same with other numbers. */
        public Question withEvidence(List<Evidence> other) {
            return new Question(text, other, asks, answer);
        }

        /** The same where a yes means something else. */
        public Question asking(Asks other) {
            return new Question(text, evidence, other, answer);
        }

        /** The same with another answer of a person. */
        public Question withAnswer(String other) {
            return new Question(text, evidence, asks, other);
        }
    }

    /**
     * A number that answers a question.
     *
     * @param recipe identifier of the recipe it comes from
     * @param number name of the measurement
     */
    public record Evidence(String recipe, String number) {
    }

    /** Copies the lists. */
    public ReportNotes {
        authors = List.copyOf(authors);
        instruments = List.copyOf(instruments);
        questions = List.copyOf(questions);
        specimens = List.copyOf(specimens);
    }

    /**
     * Reads them.
     *
     * @param tree the plain tree under {@code report:}; other keys are passed over
     * @throws IllegalArgumentException naming what cannot be understood
     */
    public static ReportNotes of(Map<String, Object> tree) {
        List<Question> questions = new ArrayList<>();
        for (Object item : list(tree.get("questions"))) {
            questions.add(question(item));
        }
        return new ReportNotes(texts(tree, "authors"), text(tree, "laboratory"), texts(tree, "instrument"),
                text(tree, "reference"), questions, text(tree, "conclusion"), texts(tree, "specimens"));
    }

    private static Question question(Object item) {
        if (item instanceof String text) {
            return new Question(text, List.of(), "");
        }
        Map<String, Object> map = map(item, "a question of the report", List.of("question", "evidence", "asks",
                "answer"));
        List<Evidence> evidence = new ArrayList<>();
        for (Object e : list(map.get("evidence"))) {
            Map<String, Object> one = map(e, "the evidence of a question", List.of("recipe", "number"));
            evidence.add(new Evidence(needed(one, "recipe", "the evidence of a question"),
                    needed(one, "number", "the evidence of a question")));
        }
        String asks = text(map, "asks").strip();
        return new Question(needed(map, "question", "a question of the report"), evidence,
                asks.isEmpty() ? Asks.NUMBERS : Asks.of(asks), text(map, "answer"));
    }

    private static Map<String, Object> map(Object item, String what, List<String> known) {
        if (!(item instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(what + " has the keys " + String.join(", ", known));
        }
        Map<String, Object> out = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!known.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(what + " has no '" + key + "'; known: " + String.join(", ", known));
            }
            out.put(String.valueOf(key), value);
        });
        return out;
    }

    private static String needed(Map<String, Object> map, String key, String what) {
        String text = text(map, key);
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " needs a '" + key + "'");
        }
        return text;
    }

    private static List<Object> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> List.copyOf(list);
            case Object one -> List.of(one);
        };
    }

    private static List<String> texts(Map<String, Object> tree, String key) {
        return list(tree.get(key)).stream().map(v -> plain(v, key)).filter(t -> !t.isBlank()).toList();
    }

    private static String text(Map<String, Object> tree, String key) {
        return tree.get(key) == null ? "" : plain(tree.get(key), key);
    }

    private static String plain(Object value, String key) {
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException("'" + key + "' must be a text");
        }
        return value.toString();
    }
}
