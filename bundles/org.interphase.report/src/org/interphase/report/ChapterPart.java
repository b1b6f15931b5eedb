package org.interphase.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.figure.Box;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.Palette;
import org.interphase.figure.Theme;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;

/** A chapter of the page: its figures, three pictures to a row, its remarks, and on the screen all its numbers. */
final class ChapterPart {

    private static final double PLATE_WIDTH = 664;
    private static final double MM_PER_PX = 25.4 / 96;
    /** Millimetres of a heading, a line of text and the beginning of a caption. */
    private static final double BESIDE_FIGURE = 25;
    private static final double NEARLY = 0.98;
    private static final int MOST_LINES = 100;
    private static final int MOST_NAMES = 8;
    private static final int FEW = 12;

    private final ReportData data;
    private final Html out;
    private final FigureMarkup figures;
    private final ComparisonTables tables;
    private final FigurePlan plan;

    ChapterPart(ReportData data, Html out, FigureMarkup figures, ComparisonTables tables, FigurePlan plan) {
        this.data = data;
        this.out = out;
        this.figures = figures;
        this.tables = tables;
        this.plan = plan;
    }

    void write(Chapter chapter) {
        out.raw("<section id=\"" + chapter.anchor() + "\">\n<h2" + room(chapter) + ">").text(chapter.title())
                .raw("</h2>\n");
        chapter.sections().forEach(s -> HtmlReport.paragraphs(out, s.text()));
        Map<Integer, List<String>> again = new LinkedHashMap<>();
        chapter.sections().forEach(s -> plan.shownBefore(s.recipe()).ifPresent(n ->
                again.computeIfAbsent(n, k -> new ArrayList<>()).add("'" + Chapter.title(data, s) + "'")));
        again.forEach((n, titles) -> out.raw("<p class=\"caption\">").prose("The data of "
                + String.join(", ", titles) + " are shown in figure " + n + ".").raw("</p>\n"));
        plan.of(chapter).forEach(this::plate);
        if (!figures.isForPaper()) {
            chapter.sections().forEach(s -> numbers(chapter, s));
        }
        remarks(chapter);
        out.raw("</section>\n");
    }

    /** On paper a heading stays with the first figure below it. */
    private String room(Chapter chapter) {
        if (!figures.isForPaper() || plan.of(chapter).isEmpty()) {
            return "";
        }
        List<FigureCell> cells = plan.of(chapter).get(0).cells();
        return " style=\"-fs-page-break-min-height: " + Math.round(BESIDE_FIGURE + MM_PER_PX
                * height(cells, width(cells))) + "mm\"";
    }

    private static double width(List<FigureCell> cells) {
        return cells.size() == 1 ? 430 : PLATE_WIDTH / cells.size() - 6;
    }

    /** All numbers of a recipe, folded up where they are many. On paper a data file has them. */
    private void numbers(Chapter chapter, ReportLayout.Section section) {
        if (!section.table()) {
            return;
        }
        List<ReportEntry> entries = data.byRecipe().get(section.recipe());
        List<Comparison> rows = Comparison.of(data, entries);
        if (!rows.isEmpty()) {
            boolean few = rows.size() <= FEW;
            if (!few) {
                out.raw("<details>").element("summary", "All " + rows.size() + " numbers"
                        + (chapter.sections().size() > 1 ? " of " + Chapter.title(data, section) : ""));
            }
            tables.write(Chapter.title(data, section) + ": all numbers.", Map.of("", rows));
            out.raw(few ? "" : "</details>\n");
        }
        Map<String, Integer> samples = data.sampleNumbers();
        for (ReportEntry e : entries) {
            if (!samples.containsKey(e.sample()) && !e.measurements().isEmpty()) {
                plainTable(e);
            }
        }
    }

    private void plate(FigurePlan.Plate plate) {
        List<FigureCell> cells = plate.cells();
        double width = width(cells);
        double fitted = height(cells, width);
        double height = fitted + cells.stream().mapToDouble(c -> layout(c).strip(c.figure(), width, fitted)).max()
                .orElse(0);
        out.raw("<div class=\"figure\" id=\"figure-" + plate.number() + "\"><table class=\"plate\"><tbody><tr>\n");
        Html caption = new Html();
        Set<String> said = new LinkedHashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            FigureCell cell = cells.get(i);
            String letter = cells.size() == 1 ? "" : String.valueOf((char) ('a' + i));
            out.raw(figures.isForPaper() ? "<td>" : "<td data-name=\"" + name(cell) + "\" data-table=\""
                    + FigureTable.packed(cell.parts()) + "\">");
            out.raw(figures.of(layout(cell).scene(cell.figure(), width, height, letter), cell.alternative()))
                    .raw("</td>");
            // what the caption has said of one picture it does not say of the next
            String more = String.join(" ", Stream.of(cell.figure().caption().split("(?<=\\.) ")).filter(said::add)
                    .toList());
            caption.raw(letter.isEmpty() ? " " : " <b>(" + letter + ")</b> ")
                    .prose(capital(cell.shown())).text(cell.sources())
                    .prose("." + (more.isBlank() ? "" : " " + more.strip()));
        }
        out.raw("</tr></tbody></table>\n<p class=\"caption\"><b>Figure " + plate.number() + ".</b>")
                .raw(caption.toString()).raw(left(cells)).raw(key(cells)).raw("</p></div>\n");
    }

    /** The caption has the key of samples; all other legends stand in the picture or above it. */
    private static FigureLayout layout(FigureCell cell) {
        return new FigureLayout(Theme.page(Palette.LIGHT)).with(cell.colours().isEmpty()
                ? FigureLayout.Legends.ABOVE : FigureLayout.Legends.BESIDE);
    }

    /** Height of a row of pictures: of those of equal scale on both axes no more than their width can use. */
    private static double height(List<FigureCell> cells, double width) {
        double height = cells.size() == 1 ? 220 : width * (cells.stream().anyMatch(FigureCell::isHigh) ? 0.74
                : cells.size() == 2 ? 0.57 : 0.78);
        if (!cells.stream().allMatch(FigureCell::isPicture)) {
            return height;
        }
        return IntStream.rangeClosed(9, 20).mapToDouble(k -> height * k / 20).filter(h -> cells.stream()
                .allMatch(c -> area(c, width, h) > NEARLY * area(c, width, height))).findFirst().orElse(height);
    }

    private static double area(FigureCell cell, double width, double height) {
        Box area = new FigureLayout(Theme.page(Palette.LIGHT)).scene(cell.figure(), width, height, "a").plots().get(0)
                .frame().area();
        return area.width() * area.height();
    }

    /** A file name for what is saved of a picture. */
    private static String name(FigureCell cell) {
        return (cell.title() + (cell.who().size() == 1 ? " " + cell.who().get(0) : ""))
                .replaceAll("[^A-Za-z0-9@.-]+", "-").replaceAll("^-|-$", "");
    }

    /** Which colour is which sample, where a picture shows several. */
    private static String key(List<FigureCell> cells) {
        Map<String, Colour> colours = new LinkedHashMap<>();
        cells.forEach(c -> {
            for (int i = 0; i < c.colours().size(); i++) {
                colours.putIfAbsent(c.who().get(i), c.colours().get(i));
            }
        });
        Html out = new Html();
        colours.forEach((name, colour) -> out.raw(" <span class=\"nobreak\"><span style=\"color: "
                + Palette.css(Palette.LIGHT.rgb(colour)) + "\">\u25a0</span> ").text(name).raw("</span>"));
        return out.toString();
    }

    /** Of very many data only the first are drawn, which is said once. */
    private String left(List<FigureCell> cells) {
        return cells.stream().map(FigureCell::recipe).distinct().map(r -> data.byRecipe().get(r))
                .filter(Objects::nonNull)
                .filter(e -> e.size() > ReportCollector.MOST_WITH_FIGURES)
                .map(e -> " The first " + ReportCollector.MOST_WITH_FIGURES + " of " + e.size() + " are drawn.")
                .findFirst().orElse("");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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

    private void remarks(Chapter chapter) {
        List<ReportEntry> entries = chapter.sections().stream().flatMap(s -> data.byRecipe().get(s.recipe()).stream())
                .toList();
        Map<Remark, Set<String>> who = new LinkedHashMap<>();
        for (ReportEntry e : entries) {
            // the table says what has no value
            for (Remark r : e.remarks().stream().filter(r -> !r.code().equals(RecipeRunner.NO_VALUE)).toList()) {
                who.computeIfAbsent(new Remark(r.level(), r.text(), "", ""), k -> new LinkedHashSet<>())
                        .add(e.who());
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
                        .text(String.join(", ", Lines.some(List.copyOf(e.getValue()), MOST_NAMES, ""))).raw("</b>: ")
                        .prose(e.getKey().text()).raw("</li>\n"));
        if (who.size() > MOST_LINES) {
            out.element("li", "and " + (who.size() - MOST_LINES) + " more; all are in results.json");
        }
        out.raw("</ul>\n");
    }
}
