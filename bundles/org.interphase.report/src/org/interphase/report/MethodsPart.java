package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.interphase.api.Citation;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;

/** The part of the page that says how it was done, in the words of the operations, and after whom. */
final class MethodsPart {

    private static final int MOST_VARIANTS = 8;
    private static final int MOST_FILES = 3;

    private final ReportData data;
    private final Html out;
    private final Map<String, Integer> citations = new LinkedHashMap<>();
    private final List<Citation> cited = new ArrayList<>();

    MethodsPart(ReportData data, Html out) {
        this.data = data;
        this.out = out;
    }

    void write(List<Chapter> chapters) {
        out.raw("<section id=\"methods\" class=\"small\">\n<h2>Methods</h2>\n");
        for (Chapter chapter : chapters) {
            out.element("h3", chapter.title());
            chapter.sections().forEach(this::section);
        }
        String plugins = String.join(" and ", data.entries().stream().map(ReportEntry::provenance).flatMap(p ->
                Stream.concat(p.steps().stream().map(Provenance.StepProvenance::plugin), p.input().plugins().stream()))
                .filter(p -> !p.isEmpty()).distinct().sorted().toList());
        out.element("p", "All analyses were done with " + data.software()
                + (plugins.isEmpty() ? "" : " and the plug-in " + plugins)
                + ". Uncertainties are standard uncertainties "
                + "(one standard deviation).");
        if (!cited.isEmpty()) {
            out.raw("<h3>References</h3>\n<ol class=\"references\">\n");
            cited.forEach(c -> out.element("li", c.text()));
            out.raw("</ol>\n");
        }
        out.raw("</section>\n");
    }

    /** What was done in a section, once where it was the same for all its data. */
    private void section(ReportLayout.Section section) {
        Map<String, Set<String>> variants = new LinkedHashMap<>();
        for (ReportEntry e : data.byRecipe().get(section.recipe())) {
            variants.computeIfAbsent(methods(e), k -> new LinkedHashSet<>())
                    .add(e.who());
        }
        variants.remove("");
        variants.entrySet().stream().limit(MOST_VARIANTS).forEach(v -> {
            out.raw("<p><b>").text(Chapter.title(data, section)).text(variants.size() > 1 ? ", "
                    + String.join(", ", Lines.some(List.copyOf(v.getValue()), MOST_VARIANTS, "")) : "")
                    .raw("</b>. ").prose(v.getKey()).raw("</p>\n");
        });
    }

    /** What was done with an entry, each step with the numbers of its references. */
    private String methods(ReportEntry e) {
        List<String> sentences = new ArrayList<>();
        stated(e).ifPresent(sentences::add);
        for (Provenance.StepProvenance s : e.provenance().steps()) {
            List<String> numbers = s.citations().stream()
                    .map(c -> String.valueOf(number(c))).toList();
            String text = s.methods().strip();
            boolean stop = text.endsWith(".");
            sentences.add(numbers.isEmpty() || text.isEmpty() ? text : (stop ? text.substring(0, text.length() - 1)
                    : text) + "\u00a0[" + String.join(", ", numbers) + "].");
        }
        return String.join(" ", sentences).strip();
    }

    /** The number of a reference; one that differs in its stops only is the same. */
    private int number(Citation c) {
        return citations.computeIfAbsent(c.text().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT), k -> {
            cited.add(c);
            return cited.size();
        });
    }

    /** What of an entry's data is from a person, not from its files. */
    static Optional<String> stated(ReportEntry e) {
        InputReference input = e.provenance().input();
        Set<String> said = new LinkedHashSet<>();
        for (InputReference i : input.isSeries() ? input.members() : List.of(input)) {
            said.add(i.stated().pretty());
        }
        said.remove("");
        return said.isEmpty() ? Optional.empty() : Optional.of("As stated by the user, not by the raw data: "
                + String.join("; or ", said) + ".");
    }

    /** What the field expects to be stated and the files do not say. */
    void checklist() {
        if (data.checklist().isEmpty()) {
            return;
        }
        out.raw("<section id=\"checklist\" class=\"small\">\n<h2>What the files do not say</h2>\n"
                + "<p>Reports of these techniques are expected to state the following; the raw files do "
                + "not.</p>\n<ul>\n");
        for (ChecklistFinding f : data.checklist()) {
            List<String> names = f.files().stream().map(n -> n.substring(n.lastIndexOf('/') + 1)).distinct().toList();
            out.raw("<li><b>").text(f.item()).raw("</b>: ")
                    .text(f.why() + " (" + (f.files().size() > 1 ? f.files().size() + " files: " : "")
                            + String.join(", ", Lines.some(names, MOST_FILES, "")) + ")")
                    .raw("</li>\n");
        }
        out.raw("</ul>\n</section>\n");
    }
}
