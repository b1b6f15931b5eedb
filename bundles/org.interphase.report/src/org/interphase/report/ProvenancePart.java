package org.interphase.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.interphase.engine.recipe.InputReference;

/** The part of the page that leads from analyses to raw files: whole on the screen, in brief on paper. */
final class ProvenancePart {

    private static final int MOST_FILES_ON_PAPER = 300;
    private static final int DIGITS_ON_PAPER = 12;

    private final ReportData data;
    private final Html out;

    ProvenancePart(ReportData data, Html out) {
        this.data = data;
        this.out = out;
    }

    void write(boolean paper) {
        out.raw("<section id=\"provenance\" class=\"small\">\n<h2>Provenance</h2>\n");
        if (paper) {
            brief();
        } else {
            whole();
        }
        out.raw("</section>\n");
    }

    private void brief() {
        out.element("p", "Each analysis has its document in the folder analyses, with every parameter; SHA256SUMS has "
                + "the whole checksums, which 'interphase verify-report' holds against the files.");
        Map<String, String> hashes = new LinkedHashMap<>();
        Map<String, Set<String>> recipes = new LinkedHashMap<>();
        for (ReportEntry e : data.entries()) {
            InputReference input = e.provenance().input();
            for (int i = 0; i < e.raws().size(); i++) {
                String name = e.raws().get(i).name();
                hashes.putIfAbsent(name, input.isSeries() && i < input.members().size()
                        ? input.members().get(i).sha256() : input.sha256());
                recipes.computeIfAbsent(name, k -> new LinkedHashSet<>()).add(e.recipe());
            }
        }
        // files that went through the same recipes stand in one row
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        hashes.keySet().stream().limit(MOST_FILES_ON_PAPER).forEach(name -> rows.computeIfAbsent(
                String.join(", ", recipes.get(name)), k -> new LinkedHashSet<>()).add(name));
        out.raw("<table class=\"provenance brief\">\n<thead><tr><th>Recipes</th><th>Raw files, each with the beginning "
                + "of its SHA-256</th></tr></thead>\n<tbody>\n");
        rows.forEach((of, names) -> out.raw("<tr>").element("td", of).element("td", String.join(", ", names.stream()
                .map(n -> n + "\u00a0" + hashes.get(n).substring(0, Math.min(DIGITS_ON_PAPER,
                        hashes.get(n).length()))).toList())).raw("</tr>\n"));
        out.raw("</tbody></table>\n");
        if (hashes.size() > MOST_FILES_ON_PAPER) {
            out.element("p", "The first " + MOST_FILES_ON_PAPER + " of " + hashes.size()
                    + " raw files; all are in report.html, and each analysis has its document in the folder analyses.");
        }
    }

    private void whole() {
        out.raw("<table "
                + "class=\"provenance\">\n<thead><tr><th>Raw file</th>"
                + "<th>SHA-256</th><th>Recipe and operations</th><th>Analysis document</th></tr></thead>\n<tbody>\n");
        for (ReportEntry e : data.entries()) {
            String hash = e.provenance().input().sha256();
            out.raw("<tr><td>");
            rawFiles(e);
            MethodsPart.stated(e).ifPresent(s -> out.raw("<br/><span>").text(s).raw("</span>"));
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
