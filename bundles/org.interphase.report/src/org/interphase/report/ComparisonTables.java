package org.interphase.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.interphase.engine.text.VerdictNotes;
import org.interphase.model.Measurement;

/**
 * Tables of quantities by sample: samples as columns where they fit on a page, else as rows, and of very many samples
 * the first.
 */
final class ComparisonTables {

    private static final int MOST_COLUMNS = 6;
    private static final int QUANTITIES_AT_A_TIME = 4;
    private static final int MOST_ROWS = 200;
    private static final int SHORT = 12;

    private final ReportData data;
    private final Html out;
    private VerdictNotes notes = new VerdictNotes();
    private int number;
    private boolean grouped;

    ComparisonTables(ReportData data, Html out) {
        this.data = data;
        this.out = out;
    }

    /**
     * Writes quantities over the samples in which at least one of them was looked for.
     *
     * @param groups quantities under the heading of their group; a heading may be empty
     */
    void write(String caption, Map<String, List<Comparison>> groups) {
        List<Comparison> quantities = groups.values().stream().flatMap(List::stream).toList();
        List<Integer> samples = IntStream.range(0, data.samples().size())
                .filter(i -> quantities.stream().anyMatch(c -> c.values().get(i) != null)).boxed().toList();
        if (samples.size() <= MOST_COLUMNS) {
            int rows = Math.min(MOST_ROWS, quantities.size());
            samplesAcross(rows == quantities.size() ? caption : caption + " The first " + rows + " of "
                    + quantities.size() + " quantities; all are in results.csv.", groups, rows, samples);
            return;
        }
        List<Integer> shown = samples.subList(0, Math.min(MOST_ROWS, samples.size()));
        String left = shown.size() == samples.size() ? "" : " The first " + shown.size() + " of " + samples.size()
                + " samples; all are in results.csv.";
        groups.forEach((title, of) -> {
            for (int i = 0; i < of.size(); i += QUANTITIES_AT_A_TIME) {
                samplesDown((title.isEmpty() ? "" : title + ". ") + caption + left, of.subList(i, Math.min(of.size(),
                        i + QUANTITIES_AT_A_TIME)), shown);
            }
        });
    }

    private void samplesAcross(String caption, Map<String, List<Comparison>> groups, int most, List<Integer> samples) {
        begin(caption, "Quantity", most);
        samples.forEach(i -> out.element("th", data.samples().get(i).name()));
        out.raw("</tr></thead>\n<tbody>\n");
        int left = most;
        for (Map.Entry<String, List<Comparison>> group : groups.entrySet()) {
            if (left > 0) {
                group(group.getKey(), samples.size() + 1);
            }
            for (Comparison c : group.getValue().subList(0, Math.min(left, group.getValue().size()))) {
                out.raw("<tr><th>").prose(c.name()).raw("</th>");
                samples.forEach(i -> cell(c, i));
                out.raw("</tr>\n");
            }
            left -= Math.min(left, group.getValue().size());
        }
        end();
    }

    /** A row that names what the rows below it are about; none without a name. */
    void group(String title, int columns) {
        // each group is a body of its own, so that its name is not parted from it by the end of a page
        out.raw(grouped ? "</tbody>\n<tbody>\n" : "");
        grouped = true;
        if (!title.isEmpty()) {
            out.raw("<tr class=\"group\"><th colspan=\"" + columns + "\">").prose(title).raw("</th></tr>\n");
        }
    }

    private void samplesDown(String caption, List<Comparison> quantities, List<Integer> samples) {
        begin(caption, "Sample", samples.size());
        quantities.forEach(c -> out.raw("<th>").prose(c.name()).raw("</th>"));
        out.raw("</tr></thead>\n<tbody>\n");
        for (int i : samples) {
            out.raw("<tr>").element("th", data.samples().get(i).name());
            quantities.forEach(c -> cell(c, i));
            out.raw("</tr>\n");
        }
        end();
    }

    /** Begins a table of one value per row. */
    void beginSingle(String caption, int rows, String... heads) {
        begin(caption, heads[0], rows);
        for (int i = 1; i < heads.length; i++) {
            // texts have their heading at the left, the value at the end and what it is of at the right
            out.element("th", i < heads.length - 2 ? "name" : "value", heads[i]);
        }
        out.raw("</tr></thead>\n<tbody>\n");
    }

    /** Begins a table of texts of a class; the first heading stands over what names the rows. */
    void beginText(String caption, String cssClass, String... heads) {
        out.raw("<div class=\"table\"><div class=\"room\"></div><table class=\"texts " + cssClass + "\">\n<caption>")
                .text("Table " + ++number + ". " + caption).raw("</caption>\n<thead><tr>");
        Arrays.stream(heads).forEach(h -> out.element("th", h));
        out.raw("</tr></thead>\n<tbody>\n");
    }

    // a table that fits is not broken over pages; a longer one repeats its head
    private void begin(String caption, String corner, int rows) {
        out.raw("<div class=\"table\"><div class=\"" + (rows <= SHORT ? "room" : "room long")
                + "\"></div><table class=\"numbers"
                + (rows <= SHORT ? " short" : "") + "\">\n<caption>")
                .text("Table " + ++number + ". " + caption).raw("</caption>\n<thead><tr>").element("th", corner);
    }

    /** Ends a table; below it stands why numbers in it are not sound. */
    void end() {
        out.raw("</tbody></table></div>\n");
        grouped = false;
        notes.sentences().forEach(n -> out.raw("<p class=\"verdict\">").prose(n).raw("</p>\n"));
        notes = new VerdictNotes();
    }

    private void cell(Comparison c, int sample) {
        Measurement m = c.values().get(sample);
        out.raw(m == null || m.isDetected() ? "<td class=\"nobreak\">" : "<td>");
        if (m != null) {
            notes.add(c.name() + " (" + data.samples().get(sample).name() + ")", m.verdict());
            number(m, c.documents().get(sample), (c.isSignificant(sample) ? " *" : "")
                    + c.scatters().get(sample).pretty());
        }
        out.raw("</td>");
    }

    /** Writes a number that leads to the analysis document it comes from, in a table of one value per row. */
    void number(Measurement m, String document) {
        notes.add(m.name(), m.verdict());
        number(m, document, "");
    }

    // a line never breaks within a number; the title tells what the page has no room for
    private void number(Measurement m, String document, String mark) {
        out.raw(document.isEmpty() ? "<span" : "<a href=\"" + Html.attribute(document) + "\"")
                .raw(" title=\"" + Html.attribute("step " + m.step() + (m.verdict().isSound() ? ""
                        : "; " + m.verdict().quality().word() + ": " + m.verdict().reason())) + "\"")
                .raw(m.verdict().isSound() ? ">" : " class=\"" + m.verdict().quality().word() + "\">");
        String text = m.pretty();
        String limit = " (<";
        int split = m.isNotDetected() ? text.indexOf(limit) : -1;
        if (m.verdict().isWithheld()) {
            out.raw("<span>").text("withheld");
        } else if (split > 0) {
            out.text(text.substring(0, split)).raw(" <span class=\"nobreak\">").text(text.substring(split + 1));
        } else {
            out.raw("<span class=\"nobreak\">").text(text + mark);
        }
        out.raw("</span>").raw(document.isEmpty() ? "</span>" : "</a>");
    }
}
