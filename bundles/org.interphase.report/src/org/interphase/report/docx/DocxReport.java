package org.interphase.report.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.interphase.report.HtmlReport;
import org.interphase.report.ReportData;
import org.interphase.report.figure.FigurePng;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Writes a report as Office Open XML (ECMA-376) text document. Word processors differ in the vector formats they show,
 * so figures are pictures of 300 dots per inch, as journals ask for.
 */
public final class DocxReport {

    private static final int DOTS_PER_INCH = 300;

    private DocxReport() {
    }

    /** A picture and its size on the page in CSS px. */
    record Picture(byte[] png, double width, double height) {
    }

    /**
     * The document as bytes.
     *
     * @throws IOException if it cannot be made
     */
    public static byte[] write(ReportData data) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        String page = HtmlReport.write(data, (scene, title) -> {
            try {
                pictures.add(new Picture(FigurePng.write(scene, DOTS_PER_INCH), scene.width(), scene.height()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "<img src=\"" + (pictures.size() - 1) + "\" alt=\"" + HtmlReport.attribute(title)
                    + "\"/>";
        });
        String body = new DocxBody(pictures).write(parse(page));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", DocxParts.CONTENT_TYPES);
            part(zip, "_rels/.rels", DocxParts.PACKAGE_RELATIONS);
            part(zip, "docProps/core.xml", DocxParts.properties(data.title(),
                    String.join(", ", data.setting().facts().authors())));
            part(zip, "word/styles.xml", DocxParts.STYLES);
            part(zip, "word/footer.xml", DocxParts.FOOTER);
            part(zip, "word/_rels/document.xml.rels", DocxParts.relations(pictures.size()));
            part(zip, "word/document.xml", body);
            for (int i = 0; i < pictures.size(); i++) {
                entry(zip, "word/media/figure" + i + ".png", pictures.get(i).png());
            }
        }
        return out.toByteArray();
    }

    private static Document parse(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(
                    page.substring(page.indexOf("<html")))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the report's page is not well-formed: " + e.getMessage(), e);
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        entry(zip, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
