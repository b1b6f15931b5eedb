package org.interphase.report.docx;

import org.interphase.report.HtmlReport;

/** The parts of a text document that are the same in every report. */
final class DocxParts {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    static final String CONTENT_TYPES = HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPES + "document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/>"
            + "<Override PartName=\"/word/footer.xml\" ContentType=\"" + TYPES + "footer+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package."
            + "core-properties+xml\"/></Types>";

    static final String PACKAGE_RELATIONS = HEAD + "<Relationships xmlns=\"" + PACKAGE
            + "relationships\"><Relationship "
            + "Id=\"r1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"word/document.xml\"/>"
            + "<Relationship Id=\"r2\" Type=\"" + PACKAGE + "relationships/metadata/core-properties\" "
            + "Target=\"docProps/core.xml\"/></Relationships>";

    /** The number of the page below each. */
    static final String FOOTER = HEAD
            + "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr>"
            + "<w:jc w:val=\"right\"/></w:pPr><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
            + "</w:p></w:ftr>";

    static final String STYLES = HEAD
            + "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
            + "<w:sz w:val=\"20\"/><w:lang w:val=\"en-GB\"/>"
            + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"100\"/></w:pPr>"
            + "</w:pPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
            + "<w:name w:val=\"Normal\"/></w:style>" + heading("Title", "Title", 40, 0)
            + heading("Heading1", "heading 1", 28, 0)
            + heading("Heading2", "heading 2", 24, 1)
            + "<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/>"
            + "<w:basedOn w:val=\"Normal\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"240\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/>"
            + "<w:basedOn w:val=\"Normal\"/><w:rPr><w:color "
            + "w:val=\"3C4043\"/><w:sz w:val=\"18\"/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"TableText\"><w:name w:val=\"Table Text\"/>"
            + "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/></w:pPr>"
            + "<w:rPr><w:sz w:val=\"17\"/></w:rPr></w:style></w:styles>";

    private DocxParts() {
    }

    private static String heading(String id, String name, int size, int level) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/>"
                + "<w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"" + level
                + "\"/></w:pPr><w:rPr><w:b/>"
                + "<w:sz w:val=\"" + size + "\"/></w:rPr></w:style>";
    }

    /** Title and authors of the document. */
    static String properties(String title, String authors) {
        return HEAD + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + HtmlReport.attribute(title)
                + "</dc:title><dc:creator>" + HtmlReport.attribute(authors)
                + "</dc:creator><dc:language>en</dc:language></cp:coreProperties>";
    }

    /** Relations of the document: styles and pictures. */
    static String relations(int pictures) {
        StringBuilder out = new StringBuilder(HEAD + "<Relationships xmlns=\"" + PACKAGE
                + "relationships\"><Relationship "
                + "Id=\"styles\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"footer\" Type=\"" + OFFICE + "/footer\" Target=\"footer.xml\"/>");
        for (int i = 0; i < pictures; i++) {
            out.append("<Relationship Id=\"figure").append(i).append("\" Type=\"").append(OFFICE)
                    .append("/image\" Target=\"media/figure").append(i).append(".png\"/>");
        }
        return out.append("</Relationships>").toString();
    }
}
