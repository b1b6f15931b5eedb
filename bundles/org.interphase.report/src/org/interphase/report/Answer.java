package org.interphase.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interphase.engine.project.ReportNotes;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;

/**
 * A question and what the numbers answer.
 *
 * @param question what was asked
 * @param sentences the answer, with numbers
 * @param recipes the recipes whose results answer it
 * @param verdict what the answer is worth, in a few words
 */
record Answer(String question, List<String> sentences, List<String> recipes, String verdict) {

    /** So many numbers of one sample are told in a sentence. */
    private static final int MOST_OF_ONE = 3;

    Answer {
        sentences = List.copyOf(sentences);
        recipes = List.copyOf(recipes);
    }

    /** The answers to a project's own questions. */
    static List<Answer> ofQuestions(ReportData data) {
        List<Answer> out = new ArrayList<>();
        for (ReportNotes.Question q : data.setting().facts().questions()) {
            List<String> sentences = new ArrayList<>(q.answer().isBlank() ? List.of() : List.of(q.answer().strip()));
            List<CrossCheck.Witness> witnesses = new ArrayList<>();
            for (ReportNotes.Evidence e : q.evidence()) {
                Optional<CrossCheck.Witness> w = witness(data, e);
                w.ifPresent(witnesses::add);
                // where several analyses answer it a reader must know which number is whose
                sentences.add(w.map(x -> told(data, x.comparison(), x.comparison().name()
                        + (q.evidence().size() > 1 ? " (" + x.analysis() + ")" : "")))
                        .orElse("There is no '" + e.number() + "' of " + e.recipe() + "."));
            }
            if (q.answer().isBlank()) {
                PlainAnswer.of(q.asks(), witnesses.stream().map(CrossCheck.Witness::comparison).toList(),
                        data.samples()).ifPresent(plain -> sentences.add(0, plain));
            }
            List<Comparison> numbers = witnesses.stream().map(CrossCheck.Witness::comparison).toList();
            boolean disagree = CrossCheck.of(data, q.text(), witnesses).stream().anyMatch(CrossCheck::disagrees);
            out.add(new Answer(q.text(), sentences, q.evidence().stream().map(ReportNotes.Evidence::recipe).distinct()
                    .toList(), disagree ? "analyses disagree" : numbers.isEmpty() ? "no numbers"
                            : verdict(data, numbers)));
        }
        return out;
    }

    /** The checks that the evidence of a project's own questions allows. */
    static List<CrossCheck> checks(ReportData data) {
        List<CrossCheck> out = new ArrayList<>();
        for (ReportNotes.Question q : data.setting().facts().questions()) {
            out.addAll(CrossCheck.of(data, q.text(), q.evidence().stream().flatMap(e -> witness(data, e).stream())
                    .toList()));
        }
        return out;
    }

    /** What the recipe of a section answers, in one sentence where samples are compared. */
    static Answer of(ReportData data, ReportLayout.Section section) {
        List<ReportEntry> entries = data.byRecipe().get(section.recipe());
        List<Comparison> all = Comparison.of(data, entries);
        List<Comparison> keys = Conclusions.keys(all);
        List<String> sentences = new Conclusions(data.samples(), all).sentences().stream().limit(1).toList();
        if (sentences.isEmpty()) {
            sentences = keys.stream().filter(c -> c.measured() > 0).limit(MOST_OF_ONE)
                    .map(c -> told(data, c, c.name())).toList();
        }
        if (sentences.isEmpty()) {
            // of a run over several samples, which no comparison holds
            sentences = entries.stream().flatMap(e -> e.keys().stream()
                    .flatMap(k -> e.measurements().stream().filter(m -> m.name().equals(k))).limit(MOST_OF_ONE)
                    .map(m -> m.name() + ": " + m.pretty() + ".")).toList();
        }
        Optional<String> failure = entries.stream().flatMap(e -> e.failure().stream()).findFirst();
        if (sentences.isEmpty()) {
            sentences = List.of(failure.map(f -> "No answer: " + f + ".").orElse("No number answers it."));
        }
        String verdict = verdict(data, keys.subList(0, Math.min(MOST_OF_ONE, keys.size())));
        return new Answer(Chapter.title(data, section), sentences, List.of(section.recipe()),
                keys.isEmpty() && failure.isPresent() ? "failed" : verdict.isEmpty() ? together(entries) : verdict);
    }

    private static Optional<CrossCheck.Witness> witness(ReportData data, ReportNotes.Evidence e) {
        List<ReportEntry> entries = data.byRecipe().getOrDefault(e.recipe(), List.of());
        return Comparison.of(data, entries).stream().filter(c -> c.name().equals(e.number())).findFirst()
                .map(c -> new CrossCheck.Witness(entries.get(0).recipeTitle(), c));
    }

    private static String told(ReportData data, Comparison c, String subject) {
        if (c.measured() > 1) {
            return c.statement(data.samples(), subject);
        }
        int at = c.values().indexOf(c.reference());
        return c.reference() == null ? "" : subject + " of " + data.samples().get(at).name() + ": "
                + c.reference().pretty() + c.scatters().get(at).pretty() + ".";
    }

    private static String verdict(ReportData data, List<Comparison> numbers) {
        Set<String> doubtful = new LinkedHashSet<>();
        Set<String> withheld = new LinkedHashSet<>();
        for (Comparison c : numbers) {
            for (int i = 0; i < c.values().size(); i++) {
                Measurement m = c.values().get(i);
                if (m != null && !m.verdict().isSound()) {
                    (m.verdict().isWithheld() ? withheld : doubtful).add(data.samples().get(i).name());
                }
            }
        }
        doubtful.removeAll(withheld);
        if (doubtful.isEmpty() && withheld.isEmpty()) {
            return numbers.stream().flatMap(c -> c.values().stream()).noneMatch(Objects::nonNull) ? ""
                    : Verdict.SOUND.quality().word();
        }
        return Stream.of(named("doubtful", doubtful), named("withheld", withheld)).filter(t -> !t.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** What numbers of a run over several samples are worth; empty if there are none. */
    private static String together(List<ReportEntry> entries) {
        List<Verdict.Quality> all = entries.stream().flatMap(e -> e.measurements().stream()
                .filter(m -> e.keys().contains(m.name())).limit(MOST_OF_ONE)).map(m -> m.verdict().quality()).toList();
        return all.stream().max(Comparator.naturalOrder()).map(Verdict.Quality::word).orElse("");
    }

    private static String named(String word, Set<String> samples) {
        return samples.isEmpty() ? "" : word + ": " + String.join(", ", samples.stream().limit(4).toList())
                + (samples.size() > 4 ? " and " + (samples.size() - 4) + " more" : "");
    }
}
