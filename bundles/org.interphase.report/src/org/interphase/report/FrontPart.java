package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.project.ReportNotes;

/**
 * The first part of the page: who made it, what was asked and is answered, what disagrees, what is missing, and the
 * numbers that count.
 */
final class FrontPart {

    /** Rows of a table that is not broken over pages. */
    private static final int SHORT = 8;
    private static final int MOST_LINES = 100;
    private static final int MOST_GAPS_ON_PAPER = 25;
    private static final int MOST_KEYS = 8;
    private static final int MOST_KEYS_ON_PAPER = 3;
    private static final String ALL = "all are in results.json";

    private final ReportData data;
    private final Html out;
    private final boolean paper;
    private final ComparisonTables tables;
    private final FigurePlan plan;

    FrontPart(ReportData data, Html out, boolean paper, ComparisonTables tables, FigurePlan plan) {
        this.data = data;
        this.out = out;
        this.paper = paper;
        this.tables = tables;
        this.plan = plan;
    }

    /** Who answers for the report, where it was made and what it belongs to. */
    void people() {
        ReportNotes facts = data.setting().facts();
        fact("Authors", String.join(", ", facts.authors()));
        fact("Laboratory", facts.laboratory());
        fact("Instruments", String.join("; ", facts.instruments()));
        fact("Reference", facts.reference());
    }

    private void fact(String name, String value) {
        if (!value.isBlank()) {
            out.raw("<p class=\"fact\"><b>").text(name).raw("</b>: ").text(value).raw("</p>\n");
        }
    }

    void write(List<Chapter> chapters) {
        out.raw("<section id=\"summary\">\n<h2>Summary</h2>\n");
        List<Answer> asked = Answer.ofQuestions(data);
        if (!asked.isEmpty()) {
            answers("What was asked.", asked);
        }
        HtmlReport.paragraphs(out, data.setting().facts().conclusion());
        checks();
        missing();
        List<Answer> each = chapters.stream().flatMap(c -> c.sections().stream()).map(s -> Answer.of(data, s)).toList();
        if (!each.isEmpty()) {
            answers("What each analysis answers.", each);
        }
        keys(chapters);
        out.raw("</section>\n");
    }

    private void answers(String caption, List<Answer> answers) {
        tables.beginText(caption, "answers", "Question", "Answer", "Figure", "Verdict");
        for (Answer a : answers) {
            out.raw("<tr><th>").prose(a.question()).raw("</th><td>").prose(String.join(" ", a.sentences()))
                    .raw("</td><td>");
            List<Integer> numbers = a.recipes().stream().flatMap(r -> plan.numbers(r).stream()).distinct().sorted()
                    .toList();
            for (int i = 0; i < numbers.size(); i++) {
                out.raw((i == 0 ? "" : ", ") + "<a href=\"#figure-" + numbers.get(i) + "\">" + numbers.get(i)
                        + "</a>");
            }
            out.raw("</td><td>").text(a.verdict()).raw("</td></tr>\n");
        }
        tables.end();
    }

    /** Where analyses of one thing in one sample disagree or tell more together; where they agree is only counted. */
    private void checks() {
        List<CrossCheck> all = new ArrayList<>(Answer.checks(data));
        all.addAll(SpeciesChecks.of(data));
        if (all.isEmpty()) {
            return;
        }
        List<CrossCheck> disagree = all.stream().filter(CrossCheck::disagrees).toList();
        List<CrossCheck> narrowed = all.stream().filter(c -> c.finding() == CrossCheck.Finding.NARROWED).toList();
        String count = all.size() - disagree.size() - narrowed.size() + " of " + all.size()
                + " cross-checks between analyses agree" + (disagree.isEmpty() ? "." : "; these do not:");
        out.raw("<p><b>Cross-checks.</b> ").text(count).raw("</p>\n");
        statements(disagree);
        if (!narrowed.isEmpty()) {
            out.element("p", narrowed.size() == 1 ? "One tells that a component is not what it is called after:"
                    : narrowed.size() + " tell that a component is not what it is called after:");
            statements(narrowed);
        }
    }

    private void statements(List<CrossCheck> checks) {
        if (!checks.isEmpty()) {
            out.raw("<ul class=\"statements\">\n");
            Lines.some(checks.stream().map(CrossCheck::sentence).toList(), MOST_LINES, "")
                    .forEach(l -> out.raw("<li>").prose(l).raw("</li>\n"));
            out.raw("</ul>\n");
        }
    }

    /** A row of what is missing: how it looks, what sort of thing it is, which, and why. */
    private record Missing(String look, String kind, String what, String why) {
        static Missing failed(String what, String why) {
            return new Missing("failed", "failed", what, why);
        }
    }

    /** What failed and what is in no result, in one table. */
    private void missing() {
        List<Missing> rows = new ArrayList<>();
        data.entries().forEach(e -> e.failure().ifPresent(f -> rows.add(Missing.failed(e.file(), e.recipe() + ": "
                + f))));
        data.inputFailures().forEach((file, why) -> rows.add(Missing.failed(file, why)));
        for (ProjectGap g : data.setting().gaps()) {
            rows.add(new Missing("left", g.kind().noun() + " left out", g.what(), g.why()));
        }
        if (rows.isEmpty()) {
            return;
        }
        int most = paper ? MOST_GAPS_ON_PAPER : MOST_LINES;
        tables.beginText("What failed, and what of the project is in no result."
                + (rows.size() > most ? " The first " + most + " of " + rows.size() + "; " + ALL + "." : ""),
                rows.size() <= SHORT ? "missing short" : "missing", "", "What", "Why");
        rows.stream().limit(most).forEach(r -> {
            out.raw("<tr><td class=\"" + r.look() + "\">").text(r.kind()).raw("</td><th>").text(r.what())
                    .raw("</th><td>").text(r.why()).raw("</td></tr>\n");
        });
        tables.end();
    }

    /** What the samples are. */
    void samples() {
        if (data.samples().stream().anyMatch(s -> !s.description().isBlank())) {
            out.raw("<p class=\"samples\"><b>Samples.</b> ");
            String separator = "";
            for (ReportSample s : data.samples()) {
                out.raw(separator).raw("<b>").text(s.name()).raw("</b>")
                        .prose(s.description().isBlank() ? "" : ": " + s.description().strip());
                separator = "; ";
            }
            out.raw(".</p>\n");
        }
    }

    private void keys(List<Chapter> chapters) {
        Map<String, List<Comparison>> keys = new LinkedHashMap<>();
        int most = paper ? MOST_KEYS_ON_PAPER : MOST_KEYS;
        for (Chapter chapter : chapters) {
            for (ReportLayout.Section section : chapter.sections()) {
                List<Comparison> key = Conclusions.keys(Comparison.of(data, data.byRecipe().get(section.recipe())));
                int shown = Math.min(most, key.size());
                String title = Chapter.title(data, section);
                keys.computeIfAbsent((title.equals(chapter.title()) ? "" : chapter.title() + ": ") + title
                        + (shown < key.size() ? " (" + shown + " of " + key.size() + ")" : ""),
                        t -> new ArrayList<>()).addAll(key.subList(0, shown));
            }
        }
        Map<String, List<Comparison>> compared = only(keys, c -> c.measured() > 1);
        if (!compared.isEmpty()) {
            tables.write("Main results by sample, with their standard uncertainty. An asterisk marks a difference from "
                    + "the first sample with a value of more than " + (int) Comparison.COVERAGE + " standard "
                    + "uncertainties. " + scatter(compared) + " Of many answers (3 of 9) "
                    + "the first stand here. All numbers are in results.csv and results.json.", compared);
        }
        ofOneSample(only(keys, c -> c.measured() == 1));
    }

    /** Whether the scatter between specimens is in the uncertainties. */
    private static String scatter(Map<String, List<Comparison>> keys) {
        String none = "the scatter between specimens is in no uncertainty, so that a difference is one between these "
                + "specimens.";
        if (keys.values().stream().flatMap(List::stream).flatMap(c -> c.scatters().stream()).noneMatch(s ->
                s.n() > 1)) {
            return "Each number is of one measurement (n = 1): " + none;
        }
        return "Where n is said, the number is the mean of n specimens, the scatter between them (s/\u221an) is a "
                + "component of its uncertainty, and a difference is judged by Student's t of the effective degrees of "
                + "freedom instead. All others are of one measurement (n = 1): " + none;
    }

    private static Map<String, List<Comparison>> only(Map<String, List<Comparison>> keys, Predicate<Comparison> which) {
        Map<String, List<Comparison>> out = new LinkedHashMap<>();
        keys.forEach((title, all) -> out.put(title, all.stream().filter(which).toList()));
        out.values().removeIf(List::isEmpty);
        return out;
    }

    private void ofOneSample(Map<String, List<Comparison>> keys) {
        if (keys.isEmpty()) {
            return;
        }
        tables.beginSingle("Main results measured on one sample, with their standard uncertainty.",
                keys.values().stream().mapToInt(List::size).sum(), "Analysis", "Quantity", "Sample", "Value");
        keys.forEach(this::ofOneSample);
        tables.end();
    }

    private void ofOneSample(String title, List<Comparison> keys) {
        tables.group("", 0);
        String name = title;
        for (Comparison c : keys) {
            int sample = c.values().indexOf(c.reference());
            out.raw("<tr><th>").prose(name).raw("</th><td class=\"name\">").prose(c.name()).raw("</td>")
                    .element("td", data.samples().get(sample).name()).raw("<td>");
            tables.number(c.reference(), c.documents().get(sample));
            out.raw("</td></tr>\n");
            name = "";
        }
    }
}
