package org.interphase.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a report as one self-contained XHTML page with inline vector figures. */
public final class HtmlReport {

    private final ReportData data;
    private final Html out = new Html();
    private final FigureMarkup figures;
    private final List<Chapter> chapters;
    private final ComparisonTables tables;
    private final FigurePlan plan;

    private HtmlReport(ReportData data, FigureMarkup figures) {
        this.data = data;
        this.figures = figures;
        this.chapters = Chapter.of(data);
        this.tables = new ComparisonTables(data, out);
        this.plan = new FigurePlan(data, chapters);
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

    /** A text as the value of an attribute of the page. */
    public static String attribute(String text) {
        return Html.attribute(text);
    }

    private void page() {
        out.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, "
                + "initial-scale=1\"/>\n"
                + "<meta name=\"generator\" content=\"" + Html.attribute(data.software()) + "\"/>\n"
                + "<meta name=\"description\" content=\"" + Html.attribute("Characterisation report: " + data.title())
                + "\"/>\n"
                + (data.setting().facts().authors().isEmpty() ? "" : "<meta name=\"author\" content=\""
                        + Html.attribute(String.join(", ", data.setting().facts().authors())) + "\"/>\n"));
        out.element("title", data.title());
        out.raw("<style>\n" + resource("report.css") + "</style>\n");
        if (figures.isForPaper()) {
            bookmarks();
        }
        out.raw("</head>\n<body>\n");
        if (figures.isForPaper()) {
            out.raw("<div class=\"running\">").text(data.title()).raw("</div>\n");
        }
        FrontPart front = new FrontPart(data, out, figures.isForPaper(), tables, plan);
        out.raw("<header>\n").element("h1", data.title());
        out.raw("<p class=\"made\">").text("Characterisation report \u00b7 " + date() + " \u00b7 " + data.software())
                .raw("</p>\n");
        front.people();
        out.raw("</header>\n");
        paragraphs(out, data.layout().introduction());
        front.samples();
        contents();
        front.write(chapters);
        ChapterPart part = new ChapterPart(data, out, figures, tables, plan);
        chapters.forEach(part::write);
        MethodsPart methods = new MethodsPart(data, out);
        methods.write(chapters);
        methods.checklist();
        new ProvenancePart(data, out).write(figures.isForPaper());
        if (!figures.isForPaper()) {
            out.raw("<script id=\"page\">\n" + resource("report.js") + "</script>\n");
        }
        out.raw("</body>\n</html>\n");
    }

    private String date() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC).format(data.time());
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the report's " + name + " is missing from the bundle", e);
        }
    }

    static void paragraphs(Html out, String text) {
        for (String paragraph : text.split("\n\\s*\n")) {
            if (!paragraph.isBlank()) {
                out.raw("<p>").prose(paragraph.strip()).raw("</p>\n");
            }
        }
    }

    private void contents() {
        out.raw("<nav>\n<a href=\"#summary\">Summary</a>");
        chapters.forEach(c -> out.raw(" <a href=\"#" + c.anchor() + "\">").text(c.title()).raw("</a>"));
        out.raw(" <a href=\"#methods\">Methods</a> <a href=\"#provenance\">Provenance</a>\n</nav>\n");
    }

    private void bookmarks() {
        out.raw("<bookmarks>").raw(bookmark("Summary", "summary"));
        chapters.forEach(c -> out.raw(bookmark(c.title(), c.anchor())));
        out.raw(bookmark("Methods", "methods")).raw(data.checklist().isEmpty() ? ""
                : bookmark("What the files do not say", "checklist")).raw(bookmark("Provenance", "provenance"))
                .raw("</bookmarks>\n");
    }

    private static String bookmark(String name, String anchor) {
        return "<bookmark name=\"" + Html.attribute(name) + "\" href=\"#" + anchor + "\"/>";
    }
}
