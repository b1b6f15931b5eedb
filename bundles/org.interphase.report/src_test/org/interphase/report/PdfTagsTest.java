package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.report.pdf.PdfReport;
import org.interphase.testkit.synthetic.DemoFigures;
import org.junit.jupiter.api.Test;

/** What of PDF/UA the report has: title, language, bookmarks, and tags that say what is what. */
class PdfTagsTest {

    private static byte[] pdf() throws Exception {
        InputReference input = new InputReference("raw/x.csv", "0123456789abcdef".repeat(4), "x", 0);
        List<ReportEntry> entries = new ArrayList<>();
        for (String sample : List.of("bare", "coated")) {
            entries.add(new ReportEntry(sample, "raw/x.csv", "x", "kind", "xps/fit", "Fit",
                    List.of(Measurement.of("LiF area", "A", 5, 0.1, "%")), List.of(Remark.warning("The band is wide.")),
                    List.of(DemoFigures.spectrum(101, 2, 1)), Metadata.EMPTY, Optional.empty(),
                    new Provenance("I", "25", Instant.EPOCH, input, List.of()), "", List.of(), List.of("LiF area")));
        }
        return PdfReport.write(new ReportData("Coatings", ReportLayout.none(), List.of(new ReportSample("bare", ""),
                new ReportSample("coated", "")), entries, Map.of(), List.of(), "Interphase", Instant.EPOCH));
    }

    private static void elements(PDStructureNode node, List<PDStructureElement> out) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement e) {
                out.add(e);
                elements(e, out);
            }
        }
    }

    @Test
    void theDocumentSaysWhatItIsAndWhatItsPartsAre() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf())) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertEquals("Coatings", document.getDocumentInformation().getTitle());
            assertEquals("en", catalog.getLanguage().substring(0, 2).toLowerCase(Locale.ROOT));
            assertTrue(catalog.getMarkInfo().isMarked());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            List<PDStructureElement> all = new ArrayList<>();
            elements(catalog.getStructureTreeRoot(), all);
            Set<String> kinds = all.stream().map(PDStructureElement::getStructureType).collect(Collectors.toSet());
            assertTrue(kinds.containsAll(Set.of("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Caption", "Figure",
                    "L", "LI", "Link")), kinds.toString());
            List<PDStructureElement> figures = all.stream().filter(e -> e.getStructureType().equals("Figure")).toList();
            assertFalse(figures.isEmpty());
            for (PDStructureElement f : figures) {
                assertTrue(f.getAlternateDescription() != null && f.getAlternateDescription().contains(" over "),
                        "a figure is told in words: " + f.getAlternateDescription());
            }
        }
    }

    @Test
    void everyChapterHasItsBookmarkAndEveryPageIsPartOfTheTree() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf())) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                assertTrue(item.findDestinationPage(document) != null, item.getTitle());
            }
            assertEquals(List.of("Summary", "Fit", "Methods", "Provenance"), titles);
            for (var page : document.getPages()) {
                assertTrue(page.getStructParents() >= 0, "a page without tags");
            }
        }
    }
}
