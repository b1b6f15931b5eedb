package org.interphase.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.interphase.api.Citation;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.Palette;
import org.interphase.figure.Theme;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.figure.Figure;

/** Writes a report as one self-contained XHTML page with inline vector figures. */
public final class HtmlReport {

    private static final double PLATE_WIDTH = 664;
    private static final int MOST_LINES = 100;
    private static final int MOST_NAMES = 8;
    private static final int MOST_ROWS_ON_PAPER = 300;
    private static final int MOST_SENTENCES = 2;
    private static final int MOST_KEYS = 8;
    private static final int MOST_NUMBERS_ON_PAPER = 12;

    private final ReportData data;
    private final Html out = new Html();
    private final FigureMarkup figures;
    private final ComparisonTables tables;
    private final ShownFigures shown = new ShownFigures();
    private int figureNumber;

    private HtmlReport(ReportData data, FigureMarkup figures) {
        this.data = data;
        this.figures = figures;
        this.tables = new ComparisonTables(data, out);
    }

    /** The page as text (UTF-8 is declared in it), figures inline. */
    public static String write(ReportData data) {
        return write(data, FigureMarkup.inline());
    }

    /** The page as text with figures referred to in another way. */
    public static String write(ReportData data, FigureMarkup figures) {
        HtmlReport report = new HtmlReport(data, figures);
        report.page();
        return report.out.toString();
    }

    private void page() {
        out.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, "
                + "initial-scale=1\"/>\n"
                + "<meta name=\"generator\" content=\"" + Html.attribute(data.software()) + "\"/>\n");
        out.element("title", data.title());
        out.raw("<style>\n" + css() + "</style>\n</head>\n<body>\n");
        out.raw("<header>\n").element("h1", data.title());
        out.raw("<p class=\"made\">").text("Characterisation report \u00b7 " + date() + " \u00b7 " + data.software())
                .raw("</p>\n</header>\n");
        paragraphs(data.layout().introduction());
        contents();
        summary();
        sections().forEach(this::section);
        methods();
        checklist();
        provenance();
        out.raw("</body>\n</html>\n");
    }

    private String date() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC).format(data.time());
    }

    private static String css() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the report's style sheet is missing from the bundle", e);
        }
    }

    private void paragraphs(String text) {
        for (String paragraph : text.split("\n\\s*\n")) {
            if (!paragraph.isBlank()) {
                out.element("p", paragraph.strip());
            }
        }
    }

    /** The sections asked for that have results; without a layout, one per recipe. */
    private List<ReportLayout.Section> sections() {
        Map<String, List<ReportEntry>> all = data.byRecipe();
        if (data.layout().sections().isEmpty()) {
            return all.keySet().stream().map(r -> new ReportLayout.Section(r, "", "", List.of(), true)).toList();
        }
        return data.layout().sections().stream().filter(s -> all.containsKey(s.recipe())).toList();
    }

    private String title(ReportLayout.Section section) {
        return section.title().isEmpty() ? data.byRecipe().get(section.recipe()).get(0).recipeTitle() : section.title();
    }

    private static String anchor(String id) {
        return "s-" + id.replaceAll("[^A-Za-z0-9]+", "-");
    }

    private void contents() {
        out.raw("<nav>\n<a href=\"#summary\">Summary</a>");
        sections().forEach(s -> out.raw(" <a href=\"#" + anchor(s.recipe()) + "\">").text(title(s)).raw("</a>"));
        out.raw(" <a href=\"#methods\">Methods</a> <a href=\"#provenance\">Provenance</a>\n</nav>\n");
    }

    private void summary() {
        out.raw("<section id=\"summary\">\n<h2>Summary</h2>\n");
        if (data.samples().stream().anyMatch(s -> !s.description().isBlank())) {
            out.raw("<dl>\n");
            for (ReportSample s : data.samples()) {
                out.element("dt", s.name()).element("dd", s.description());
            }
            out.raw("</dl>\n");
        }
        Map<String, List<Comparison>> keys = new LinkedHashMap<>();
        Html statements = new Html();
        for (ReportLayout.Section section : sections()) {
            List<Comparison> all = Comparison.of(data, data.byRecipe().get(section.recipe()));
            List<Comparison> key = Conclusions.keys(all);
            int most = Math.min(MOST_KEYS, key.size());
            keys.computeIfAbsent(title(section) + (most < key.size() ? " (the first " + most + " of " + key.size()
                    + "; all are in results.csv)" : ""), t -> new ArrayList<>()).addAll(key.subList(0, most));
            // the first answer the question; the table has the others
            List<String> every = new Conclusions(data.samples(), all).sentences();
            List<String> sentences = every.subList(0, Math.min(MOST_SENTENCES, every.size()));
            if (!sentences.isEmpty()) {
                statements.raw("<li><b>").text(title(section)).raw("</b>. ").prose(String.join(" ", sentences))
                        .raw("</li>\n");
            }
        }
        if (!statements.toString().isEmpty()) {
            out.raw("<ul class=\"statements\">\n").raw(statements.toString()).raw("</ul>\n");
        }
        Map<String, List<Comparison>> compared = only(keys, c -> c.measured() > 1);
        if (!compared.isEmpty()) {
            tables.write("Main results by sample. Values are given with their standard uncertainty; an asterisk marks "
                    + "a difference from the first sample with a value of more than " + (int) Comparison.COVERAGE
                    + " standard uncertainties.", compared);
        }
        ofOneSample(only(keys, c -> c.measured() == 1));
        failures();
        out.raw("</section>\n");
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
                keys.values().stream().mapToInt(List::size).sum(), "Quantity", "Sample", "Value");
        keys.forEach(this::ofOneSample);
        tables.end();
    }

    private void ofOneSample(String title, List<Comparison> keys) {
        tables.group(title, 3);
        for (Comparison c : keys) {
            int sample = c.values().indexOf(c.reference());
            out.raw("<tr><th>").prose(c.name()).raw("</th>").element("td", data.samples().get(sample).name())
                    .raw("<td>");
            tables.number(c.reference(), c.documents().get(sample));
            out.raw("</td></tr>\n");
        }
    }

    /** The first of many lines, with a last one that says how many are left out. */
    private static List<String> some(List<String> lines, int most, String where) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> out = new ArrayList<>(lines.subList(0, most));
        out.add("and " + (lines.size() - most) + " more" + (where.isEmpty() ? "" : "; " + where));
        return out;
    }

    private void failures() {
        List<ReportEntry> failed = data.entries().stream().filter(e -> e.failure().isPresent()).toList();
        if (failed.isEmpty() && data.inputFailures().isEmpty()) {
            return;
        }
        out.raw("<div class=\"failures\"><h3>What failed</h3>\n<ul>\n");
        List<String> lines = new ArrayList<>();
        failed.forEach(e -> lines.add(e.file() + " (" + e.recipe() + "): " + e.failure().orElse("")));
        data.inputFailures().forEach((file, why) -> lines.add(file + ": " + why));
        some(lines, MOST_LINES, "all are in results.json").forEach(l -> out.element("li", l));
        out.raw("</ul></div>\n");
    }

    private void section(ReportLayout.Section section) {
        List<ReportEntry> entries = data.byRecipe().get(section.recipe());
        out.raw("<section id=\"" + anchor(section.recipe()) + "\">\n").element("h2", title(section));
        paragraphs(section.text());
        plates(entries, section.figures());
        List<Comparison> rows = section.table() ? Comparison.of(data, entries) : List.of();
        numbers(entries.get(0).recipeTitle() + ": all numbers.", rows);
        Map<String, Integer> samples = data.sampleNumbers();
        for (ReportEntry e : entries) {
            if (section.table() && !samples.containsKey(e.sample()) && !e.measurements().isEmpty()) {
                plainTable(e);
            }
        }
        remarks(entries);
        out.raw("</section>\n");
    }

    /** All numbers of a recipe: on the screen folded up, on paper where they are few; a data file has them all. */
    private void numbers(String caption, List<Comparison> rows) {
        if (rows.isEmpty()) {
            return;
        }
        boolean few = rows.size() <= MOST_NUMBERS_ON_PAPER;
        if (figures.isForPaper() && !few) {
            out.element("p", "All " + rows.size() + " numbers of this analysis are in results.csv and report.html.");
            return;
        }
        if (!few) {
            out.raw("<details>").element("summary", "All " + rows.size() + " numbers");
        }
        tables.write(caption, Map.of("", rows));
        out.raw(few ? "" : "</details>\n");
    }

    private void plates(List<ReportEntry> entries, List<String> wanted) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(e -> e.figures().forEach(f -> ids.add(f.id())));
        if (!wanted.isEmpty()) {
            ids.retainAll(wanted);
        }
        for (String id : ids) {
            List<ReportEntry> shown = entries.stream().filter(e ->
                    e.figures().stream().anyMatch(f -> f.id().equals(id)))
                    .limit(ReportCollector.MOST_WITH_FIGURES).toList();
            plate(shown, id, entries.size());
        }
    }

    private void plate(List<ReportEntry> entries, String id, int all) {
        Optional<Integer> before = shown.before(entries, id, figureNumber + 1);
        if (before.isPresent()) {
            out.raw("<p class=\"caption\">").text("The data are shown in figure " + before.get() + ".").raw("</p>\n");
            return;
        }
        int columns = Math.min(entries.size(), 3);
        double width = columns == 1 ? 430 : PLATE_WIDTH / columns - 6;
        double height = columns == 1 ? 300 : width * (columns == 2 ? 0.8 : 0.95);
        out.raw("<div class=\"figure\"><table class=\"plate\"><tbody>\n");
        StringBuilder caption = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            ReportEntry e = entries.get(i);
            Figure figure = e.figures().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
            String letter = entries.size() == 1 ? "" : letter(i);
            out.raw(i % columns == 0 ? "<tr>" : "").raw("<td>")
                    .raw(figures.of(new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, width, height, letter),
                    figure.title()))
                    .raw("</td>")
                    .raw(i % columns == columns - 1 || i == entries.size() - 1 ? "</tr>\n" : "");
            String who = e.sample().isEmpty() ? e.dataset() : e.sample();
            caption.append(letter.isEmpty() ? who : (i == 0 ? "(" : ", (") + letter + ") " + who);
        }
        Figure first = entries.get(0).figures().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        boolean same = entries.stream().flatMap(e -> e.figures().stream()).filter(f -> f.id().equals(id))
                .map(Figure::title).distinct().count() == 1;
        // a main view is called by its dataset, which says nothing about the others beside it
        String title = same ? first.title() : entries.get(0).recipeTitle();
        out.raw("</tbody></table>\n<p class=\"caption\">").prose("Figure " + ++figureNumber + ". " + capital(title)
                + ": " + caption + "." + (entries.size() == ReportCollector.MOST_WITH_FIGURES && all > entries.size()
                        ? " The first " + entries.size() + " of " + all + "." : "")
                + (first.caption().isBlank() ? "" : " " + first.caption())).raw("</p></div>\n");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('a' + index)) : letter(index / 26 - 1) + (char) ('a' + index % 26);
    }

    private void plainTable(ReportEntry e) {
        tables.beginSingle(e.recipeTitle() + ", " + e.dataset() + ".", e.measurements().size(), "Quantity", "Value");
        for (Measurement m : e.measurements()) {
            out.raw("<tr><th>").prose(m.name()).raw("</th><td>");
            tables.number(m, e.document());
            out.raw("</td></tr>\n");
        }
        tables.end();
    }

    private void remarks(List<ReportEntry> entries) {
        Map<Remark, Set<String>> who = new LinkedHashMap<>();
        for (ReportEntry e : entries) {
            // the table says what has no value
            for (Remark r : e.remarks().stream().filter(r -> !r.code().equals(RecipeRunner.NO_VALUE)).toList()) {
                who.computeIfAbsent(new Remark(r.level(), r.text(), "", ""), k -> new LinkedHashSet<>())
                        .add(e.sample().isEmpty() ? e.dataset() : e.sample());
            }
        }
        if (who.isEmpty()) {
            return;
        }
        Map<Remark, Set<String>> notes = new LinkedHashMap<>(who);
        notes.keySet().removeIf(r -> r.level() != Remark.Level.INFO);
        who.keySet().removeAll(notes.keySet());
        if (!who.isEmpty()) {
            out.element("h3", "Remarks");
            list(who);
        }
        if (notes.isEmpty()) {
            return;
        }
        if (figures.isForPaper()) {
            out.raw("<p class=\"verdict\">").text(notes.size() + (notes.size() == 1 ? " note" : " notes")
                    + " on how the files were read and analysed: in report.html and results.json.").raw("</p>\n");
        } else {
            out.raw("<details>").element("summary", "Notes (" + notes.size() + ")");
            list(notes);
            out.raw("</details>\n");
        }
    }

    private void list(Map<Remark, Set<String>> who) {
        out.raw("<ul class=\"remarks\">\n");
        who.entrySet().stream().sorted(Comparator.comparing(e -> -e.getKey().level().ordinal())).limit(MOST_LINES)
                .forEach(e -> out.raw("<li class=\"" + e.getKey().level().name().toLowerCase(Locale.ROOT) + "\"><b>")
                        .text(String.join(", ", some(List.copyOf(e.getValue()), MOST_NAMES, ""))).raw("</b>: ")
                        .prose(e.getKey().text()).raw("</li>\n"));
        if (who.size() > MOST_LINES) {
            out.element("li", "and " + (who.size() - MOST_LINES) + " more; all are in results.json");
        }
        out.raw("</ul>\n");
    }

    private void methods() {
        out.raw("<section id=\"methods\">\n<h2>Methods</h2>\n");
        Map<Citation, Integer> citations = new LinkedHashMap<>();
        for (List<ReportEntry> group : data.byRecipe().values()) {
            Map<String, Set<String>> variants = new LinkedHashMap<>();
            for (ReportEntry e : group) {
                variants.computeIfAbsent(methods(e, citations), k -> new LinkedHashSet<>())
                        .add(e.sample().isEmpty() ? e.dataset() : e.sample());
            }
            out.element("h3", group.get(0).recipeTitle());
            variants.remove("");
            variants.entrySet().stream().limit(MOST_NAMES).forEach(v -> {
                out.raw("<p>");
                if (variants.size() > 1) {
                    out.raw("<b>").text(String.join(", ", some(List.copyOf(v.getValue()), MOST_NAMES, "")))
                            .raw("</b>: ");
                }
                out.prose(v.getKey()).raw("</p>\n");
            });
        }
        String plugins = String.join(" and ", data.entries().stream().map(ReportEntry::provenance).flatMap(p ->
                Stream.concat(p.steps().stream().map(Provenance.StepProvenance::plugin), p.input().plugins().stream()))
                .filter(p -> !p.isEmpty()).distinct().sorted().toList());
        out.element("p", "All analyses were done with " + data.software()
                + (plugins.isEmpty() ? "" : " and the plug-in " + plugins)
                + ". Uncertainties are standard uncertainties "
                + "(one standard deviation).");
        if (!citations.isEmpty()) {
            out.raw("<h3>References</h3>\n<ol class=\"references\">\n");
            citations.keySet().forEach(c -> out.element("li", c.text()));
            out.raw("</ol>\n");
        }
        out.raw("</section>\n");
    }

    /** What was done with an entry, each step with the numbers of its references. */
    private static String methods(ReportEntry e, Map<Citation, Integer> citations) {
        List<String> sentences = new ArrayList<>();
        stated(e).ifPresent(sentences::add);
        for (Provenance.StepProvenance s : e.provenance().steps()) {
            List<String> numbers = s.citations().stream()
                    .map(c -> citations.computeIfAbsent(c, k -> citations.size() + 1).toString()).toList();
            String text = s.methods().strip();
            boolean stop = text.endsWith(".");
            sentences.add(numbers.isEmpty() || text.isEmpty() ? text : (stop ? text.substring(0, text.length() - 1)
                    : text) + "\u00a0[" + String.join(", ", numbers) + "].");
        }
        return String.join(" ", sentences).strip();
    }

    /** What of an entry's data is from a person, not from its files. */
    private static Optional<String> stated(ReportEntry e) {
        InputReference input = e.provenance().input();
        Set<String> said = new LinkedHashSet<>();
        for (InputReference i : input.isSeries() ? input.members() : List.of(input)) {
            said.add(i.stated().pretty());
        }
        said.remove("");
        return said.isEmpty() ? Optional.empty() : Optional.of("As stated by the user, not by the raw data: "
                + String.join("; or ", said) + ".");
    }

    private void checklist() {
        if (data.checklist().isEmpty()) {
            return;
        }
        out.raw("<section id=\"checklist\">\n<h2>What the files do not say</h2>\n"
                + "<p>Reports of these techniques are expected to state the following; the raw files do "
                + "not.</p>\n<ul>\n");
        for (ChecklistFinding f : data.checklist()) {
            out.raw("<li><b>").text(f.item()).raw("</b>: ")
                    .text(f.why() + " (" + String.join(", ", f.files().stream().limit(6).toList())
                            + (f.files().size() > 6 ? " and " + (f.files().size() - 6) + " more" : "") + ")")
                    .raw("</li>\n");
        }
        out.raw("</ul>\n</section>\n");
    }

    private void provenance() {
        out.raw("<section id=\"provenance\">\n<h2>Provenance</h2>\n<table "
                + "class=\"provenance\">\n<thead><tr><th>Raw file</th>"
                + "<th>SHA-256</th><th>Recipe and operations</th><th>Analysis document</th></tr></thead>\n<tbody>\n");
        boolean cut = figures.isForPaper() && data.entries().size() > MOST_ROWS_ON_PAPER;
        for (ReportEntry e : cut ? data.entries().subList(0, MOST_ROWS_ON_PAPER) : data.entries()) {
            String hash = e.provenance().input().sha256();
            out.raw("<tr><td>");
            rawFiles(e);
            stated(e).ifPresent(s -> out.raw("<br/><span>").text(s).raw("</span>"));
            out.raw("</td><td class=\"hash\">").text(spaced(hash)).raw("</td><td>")
                    .text(e.recipe() + ": " + String.join(", ", e.provenance().steps().stream()
                            .map(s -> s.operation() + " v" + s.version()).toList()))
                    .raw("</td><td>");
            if (!e.document().isEmpty()) {
                out.raw("<a href=\"" + Html.attribute(e.document()) + "\">").text(e.document()).raw("</a>");
            }
            out.raw("</td></tr>\n");
        }
        out.raw("</tbody></table>\n");
        if (cut) {
            out.element("p", "The first " + MOST_ROWS_ON_PAPER + " of " + data.entries().size()
                    + " analyses; all are in report.html, and each has its document in the folder analyses.");
        }
        out.raw("</section>\n");
    }

    private void rawFiles(ReportEntry e) {
        String separator = "";
        for (ReportEntry.RawFile raw : e.raws()) {
            out.raw(separator).raw(raw.link().isEmpty() ? "<span>" : "<a href=\"" + Html.attribute(raw.link()) + "\">")
                    .text(raw.name()).raw(raw.link().isEmpty() ? "</span>" : "</a>");
            separator = ", ";
        }
    }

    /** A hash in groups, so that a narrow column can break it. */
    private static String spaced(String hash) {
        return hash.replaceAll("(.{16})(?=.)", "$1 ");
    }
}
