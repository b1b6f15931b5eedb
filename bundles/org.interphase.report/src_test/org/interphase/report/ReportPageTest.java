package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.interphase.api.Citation;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.figure.Figure;
import org.interphase.report.docx.DocxReport;
import org.interphase.report.pdf.PdfReport;
import org.interphase.testkit.synthetic.DemoFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportPageTest {

    private static final String EVIL = "<script>alert(1)</script> & \"quoted\" =cmd()";

    static ReportData data(String sampleName) {
        List<ReportSample> samples = List.of(new ReportSample("NCM", "bare cathode"),
                new ReportSample(sampleName, "coated with PVDF"), new ReportSample("NCM@PAN", "coated with PAN"));
        List<ReportEntry> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            InputReference input = new InputReference("raw/" + i + ".vms", "0123456789abcdef".repeat(4), "F 1s", 0);
            Provenance provenance = new Provenance("Interphase 0.1.0", "25", Instant.EPOCH, input,
                    List.of(new Provenance.StepProvenance("fit", "xps.fit", 1, Map.of(),
                            "Components were fitted by weighted least squares.",
                            List.of(new Citation("Shirley 1972", "D. A. Shirley, Phys. Rev. B 5, 4709 (1972)")))));
            List<Figure> figures = List.of(DemoFigures.spectrum(401, 3, i + 1));
            List<Measurement> numbers = List.of(
                    Measurement.of("LiF position", "E_B", 685.02 + 0.1 * i, 0.02, "eV").withStep("fit")
                            .about(Attribution.of("LiF", Attribution.Property.POSITION)),
                    (i == 0 ? Measurement.notDetected("LiF fraction", "x", 1.2, "%")
                            : Measurement.of("LiF fraction", "x", 31.2 + 3 * i, 0.8, "%")).withStep("assign")
                            .about(Attribution.of("LiF", Attribution.Property.FRACTION)));
            entries.add(new ReportEntry(samples.get(i).name(), "raw/" + i + ".vms", "F 1s", "xps.region",
                    "xps/f1s-lif-cf2", "Fit as LiF / CF2", numbers,
                    List.of(Remark.warning("FWHM of CF2 (3.1 eV) is twice that of LiF: check for a missing "
                    + "component.")),
                    figures, Metadata.EMPTY, Optional.empty(), provenance, "analyses/" + i + ".analysis.yaml",
                    List.of(new ReportEntry.RawFile("raw/" + i + ".vms", "../raw/" + i + ".vms")),
                    List.of("LiF fraction")));
        }
        return new ReportData("Polymer coatings", new ReportLayout("A first paragraph.\n\nA second one.", List.of()),
                samples, entries,
                Map.of("raw/broken.vms", "line 3: no number"),
                List.of(new ChecklistFinding("pass energy", "needed to compare peak widths", List.of("raw/0.vms"))),
                "Interphase 0.1.0", Instant.parse("2026-01-15T10:00:00Z"));
    }

    @Test
    void thePageIsWellFormedAndNothingInItIsExecuted() throws Exception {
        String html = HtmlReport.write(data(EVIL));
        assertEquals(2, html.split("<script", -1).length, "the page's own script and no other");
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        String noDoctype = html.replace("<!DOCTYPE html>\n", "");
        assertEquals("html", factory.newDocumentBuilder().parse(new InputSource(new StringReader(noDoctype)))
                .getDocumentElement().getTagName());
        assertFalse(html.contains("http://") && html.replace("http://www.w3.org/", "").contains("http://"),
                "the page must not fetch anything");
    }

    @Test
    void conclusionsAreDrawnAsSentencesWithNumbers() {
        String html = HtmlReport.write(data("NCM@PVDF"));
        assertTrue(html.contains("not detected in NCM, below 1.2"), html.substring(0, 3000));
        assertTrue(html.contains("LiF: present in NCM@PVDF, (34.20 \u00b1 0.80)\u00a0% at 685.120 "
                + "\u00b1 0.020\u00a0eV; present in NCM@PAN"), html.substring(0, 6000));
        assertTrue(html.contains("fraction in NCM@PAN is higher than in NCM@PVDF by"));
    }

    @Test
    void everyNumberLeadsToItsAnalysisDocument() {
        String html = HtmlReport.write(data("NCM@PVDF"));
        assertTrue(html.contains("href=\"analyses/1.analysis.yaml\""));
        assertTrue(html.contains("title=\"step assign\""));
    }

    @Test
    void everyNumberLeadsToItsRawFileInTwoSteps() {
        assertTrue(HtmlReport.write(data("NCM@PVDF")).contains("<a href=\"../raw/1.vms\">raw/1.vms</a>"));
        assertEquals("./raw/a%20b%23%25.csv", DocumentNames.link(Path.of("/p"), Path.of("/p/raw/a b#%.csv")));
        assertEquals("../raw/x.csv", DocumentNames.link(Path.of("/p/report"), Path.of("/p/raw/x.csv")));
    }

    @Test
    void methodsNameTheReferencesOfEachStep() {
        assertTrue(HtmlReport.write(data("NCM@PVDF")).contains("weighted least squares\u00a0[1]."));
    }

    @Test
    void indexesAndUnitsAreSetAsInPrint() {
        assertEquals("R<sub>ct</sub> of CPE1<sub>0</sub> at 25\u00a0\u00b0C, 1640 cm<sup>\u22121</sup>, "
                + "my_file_name.csv, by \u22120.5 to \u22120.3",
                new Html().prose("R_ct of CPE1_0 at 25 degC, 1640 cm-1, my_file_name.csv, by -0.5 to -0.3").toString()
                        .replaceAll("</?span[^>]*>", ""));
        assertEquals("0.5\u00a0s <span class=\"nobreak\">3\u00a0cm<sup>\u22121</sup></span> x",
                new Html().prose("0.5\u00a0s 3\u00a0cm\u207b\u00b9 x").toString(), "no line ends within a unit");
    }

    @Test
    void aLayoutChoosesSectionsFiguresAndTexts() {
        ReportData d = data("NCM@PVDF");
        ReportLayout layout = ReportLayout.of(Map.of("sections", List.of(Map.of("recipe", "xps/f1s-lif-cf2", "title",
                "Fluorine", "text", "What became of PVDF.", "figures", List.of("none"), "table", false))));
        String html = HtmlReport.write(new ReportData(d.title(), layout, d.samples(), d.entries(), d.inputFailures(),
                d.checklist(), d.software(), d.time()));
        assertTrue(html.contains("<h2>Fluorine</h2>"));
        assertTrue(html.contains("What became of PVDF."));
        assertFalse(html.contains("<svg"));
        assertFalse(html.contains("all numbers"));
    }

    @Test
    void anUnknownWordInALayoutIsNamed() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> ReportLayout.of(Map.of("section", List.of())));
        assertEquals("report has no 'section'; known: introduction, sections, authors, laboratory, instrument, "
                + "reference, questions, conclusion, specimens", e.getMessage());
    }

    @Test
    void whatFailedIsNamedWithItsCause() {
        assertTrue(HtmlReport.write(data("NCM@PVDF")).contains("<th>raw/broken.vms</th><td>line 3: no number"
                + "</td>"));
    }

    @Test
    void thePdfKeepsFiguresAsVectorsAndEmbedsItsFonts(@TempDir Path folder) throws Exception {
        byte[] pdf = PdfReport.write(data("NCM@PVDF"));
        Files.write(folder.resolve("report.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() >= 2);
            int forms = 0;
            for (PDPage page : document.getPages()) {
                forms += check(page.getResources());
            }
            assertEquals(1, forms, "one form per figure: the samples are drawn above each other");
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Binding energy (eV)"), "figure texts stay texts");
            assertTrue(text.contains("LiF fraction"));
        }
    }

    private static int check(PDResources resources) throws Exception {
        int forms = 0;
        for (COSName name : resources.getFontNames()) {
            assertTrue(resources.getFont(name).isEmbedded(), resources.getFont(name).getName() + " is not embedded");
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            assertFalse(object instanceof PDImageXObject, "a spectrum became pixels");
            if (object instanceof PDFormXObject form) {
                forms++;
                check(form.getResources());
            }
        }
        return forms;
    }

    @Test
    void spreadsheetCellsAreTextsNeverFormulas(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("results.xlsx");
        Files.write(file, ResultsWorkbook.write(data("=HYPERLINK(\"x\")")));
        int sheets = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry e : Collections.list(zip.entries())) {
                String part = new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(part.contains("<f>"), e.getName());
                assertEquals(e.getName().startsWith("xl/worksheets/"), part.contains("<autoFilter "), e.getName());
                sheets += e.getName().startsWith("xl/worksheets/") ? 1 : 0;
            }
        }
        assertEquals(6, sheets, "key results, all numbers, comparison, remarks, what was left out, provenance");
    }

    @Test
    void theWordProcessorDocumentHoldsEveryFigureAndText(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.docx");
        Files.write(file, DocxReport.write(data(EVIL)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String text = new String(zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            assertTrue(text.contains("LiF fraction"));
            assertFalse(text.contains("<script"));
            assertTrue(text.contains("<w:tblHeader/>"), "headings are repeated on each page");
            assertTrue(text.matches("(?s).* descr=\"[^\"]+ of NCM, [^\"]+Binding energy \\(eV\\)[^\"]+\".*"),
                    "the picture has an alternative text");
            for (String style : List.of("Title", "Heading1", "Caption", "ListParagraph", "TableText")) {
                assertTrue(text.contains("<w:pStyle w:val=\"" + style + "\"/>"), style);
            }
            assertTrue(Pattern.compile("<w:keepNext/></w:pPr><w:r><w:drawing>").matcher(text).find(),
                    "a picture stays on the page of its caption");
            assertTrue(text.contains("1. </w:t>"), "references keep their numbers");
            assertEquals(text.split("<w:tbl>", -1).length, text.split("<w:tblGrid>", -1).length, "a grid a table");
            Matcher grid = Pattern.compile("<w:tblGrid>(.*?)</w:tblGrid>").matcher(text);
            assertTrue(grid.find());
            int[] widths = Pattern.compile("\\D+").splitAsStream(grid.group(1)).filter(w -> !w.isEmpty())
                    .mapToInt(Integer::parseInt).toArray();
            assertTrue(widths.length > 2 && Arrays.stream(widths).sum() <= 9600, Arrays.toString(widths));
            for (String part : List.of("docProps/core.xml", "word/footer.xml", "word/styles.xml")) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(zip.getInputStream(zip.getEntry(part)));
            }
            assertEquals(1, zip.stream().filter(e -> e.getName().endsWith(".png")).count());
        }
    }

    @Test
    void csvAndJsonHoldEveryNumberAndNullForWhatWasNotDetected() {
        String csv = ResultsTable.csv(data("NCM@PVDF"));
        assertEquals(7, csv.lines().count());
        assertTrue(csv.contains("NCM,raw/0.vms,F 1s,xps/f1s-lif-cf2,assign,LiF fraction,x,,,1.2,%,"));
        assertTrue(ResultsJson.write(data("NCM@PVDF")).contains("\"value\": null"));
    }
}
