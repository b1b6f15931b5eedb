package org.interphase.report.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.report.HtmlReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Turns the report's page into the body of a text document. */
final class DocxBody {

    /** The width of a table in fiftieths of a percent. */
    private static final int WHOLE = 5000;
    /** Twentieths of a point to a CSS px. */
    private static final double TWIPS = 15;
    private static final int SHORTEST = 9;
    private static final int LONGEST = 100;
    private static final int LONGEST_WORD = 24;
    /** English metric units per CSS px. */
    private static final long EMU = 9525;
    /** Letters across the page, and those that the margins of a cell take. */
    private static final double ACROSS = 115;
    private static final double MARGINS = 2;
    /** Width of a capital over that of a small letter on average: names of samples and substances are of capitals. */
    private static final double CAPITAL = 1.5;
    private static final double TEXT_WIDTH = 640;
    private static final String COLOUR = "color: #";

    private final List<DocxReport.Picture> pictures;
    private final StringBuilder out = new StringBuilder(1 << 16);

    DocxBody(List<DocxReport.Picture> pictures) {
        this.pictures = pictures;
    }

    String write(Document page) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
                + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>");
        block((Element) page.getElementsByTagName("body").item(0));
        // a document may not end with a table
        out.append("<w:p/><w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1020\" w:right=\"1020\" "
                + "w:bottom=\"1020\" w:left=\"1020\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr>"
                + "</w:body></w:document>");
        return out.toString();
    }

    private void block(Element parent) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                switch (e.getTagName()) {
                    case "h1" -> paragraph(e, "Title", "");
                    case "h2" -> paragraph(e, "Heading1", "");
                    case "h3" -> paragraph(e, "Heading2", "");
                    case "p", "dd" -> paragraph(e, e.getAttribute("class").equals("caption") ? "Caption" : "", "");
                    case "dt" -> paragraph(e, "", "");
                    case "li" -> paragraph(e, "ListParagraph", e.getParentNode().getNodeName().equals("ol")
                            ? place(e) + ". " : "\u2022 ");
                    case "table" -> table(e);
                    case "nav", "img" -> {
                        continue;
                    }
                    default -> block(e);
                }
            }
        }
    }

    private static int place(Element item) {
        int place = 1;
        for (Node n = item.getPreviousSibling(); n != null; n = n.getPreviousSibling()) {
            place += n instanceof Element ? 1 : 0;
        }
        return place;
    }

    private void paragraph(Element e, String style, String before) {
        out.append("<w:p>");
        if (!style.isEmpty()) {
            out.append("<w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
        }
        run(before, false, "", "");
        inline(e, e.getTagName().equals("dt"), "", "");
        out.append("</w:p>");
    }

    private void inline(Element e, boolean bold, String raised, String colour) {
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                switch (child.getTagName()) {
                    case "img" -> picture(Integer.parseInt(child.getAttribute("src")),
                            child.getAttribute("alt"));
                    case "sup" -> inline(child, bold, "superscript", colour);
                    case "sub" -> inline(child, bold, "subscript", colour);
                    default -> inline(child, bold || child.getTagName().equals("b"), raised,
                            child.getAttribute("style").startsWith(COLOUR)
                                    ? child.getAttribute("style").substring(COLOUR.length()) : colour);
                }
            } else {
                run(n.getTextContent().replaceAll("[\n\r\t]+", " "), bold, raised, colour);
            }
        }
    }

    private void run(String text, boolean bold, String raised, String colour) {
        if (text.isEmpty()) {
            return;
        }
        out.append("<w:r>");
        if (bold || !raised.isEmpty() || !colour.isEmpty()) {
            out.append("<w:rPr>").append(bold ? "<w:b/>" : "")
                    .append(colour.isEmpty() ? "" : "<w:color w:val=\"" + colour + "\"/>")
                    .append(raised.isEmpty() ? "" : "<w:vertAlign w:val=\"" + raised + "\"/>").append("</w:rPr>");
        }
        out.append("<w:t xml:space=\"preserve\">").append(text.replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;")).append("</w:t></w:r>");
    }

    private void table(Element table) {
        boolean plate = table.getAttribute("class").equals("plate");
        var captions = table.getElementsByTagName("caption");
        if (captions.getLength() > 0) {
            out.append("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/><w:keepNext/></w:pPr>");
            inline((Element) captions.item(0), false, "", "");
            out.append("</w:p>");
        }
        out.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        if (!plate) {
            out.append("<w:tblBorders><w:top w:val=\"single\" w:sz=\"8\"/><w:bottom w:val=\"single\" w:sz=\"8\"/>"
                    + "<w:insideH w:val=\"single\" w:sz=\"2\" w:color=\"C9CDD2\"/></w:tblBorders>");
        }
        var rows = table.getElementsByTagName("tr");
        int[] shares = shares(rows, plate);
        out.append("</w:tblPr><w:tblGrid>");
        for (int share : shares) {
            out.append("<w:gridCol w:w=\"").append(Math.round(share * TEXT_WIDTH * TWIPS / WHOLE)).append("\"/>");
        }
        out.append("</w:tblGrid>");
        for (int i = 0; i < rows.getLength(); i++) {
            out.append("<w:tr><w:trPr><w:cantSplit/>").append(rows.item(i).getParentNode().getNodeName().equals("thead")
                    ? "<w:tblHeader/>" : "").append("</w:trPr>");
            int column = 0;
            for (Node n = rows.item(i).getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element cell) {
                    String span = cell.getAttribute("colspan");
                    out.append("<w:tc><w:tcPr>").append(span.isEmpty() ? "<w:tcW w:w=\"" + shares[column++]
                            + "\" w:type=\"pct\"/>" : "<w:gridSpan w:val=\"" + span + "\"/>")
                            .append("</w:tcPr><w:p><w:pPr>")
                            .append(plate ? "" : "<w:pStyle w:val=\"TableText\"/>")
                            // pictures stay with their caption, a heading of a group with its first row
                            .append(plate || !span.isEmpty() ? "<w:keepNext/>" : "").append("</w:pPr>");
                    inline(cell, cell.getTagName().equals("th") && (i == 0 || !span.isEmpty()), "",
                            "");
                    out.append("</w:p></w:tc>");
                }
            }
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
    }

    /** Widths of columns in fiftieths of a percent: after the mean length of their texts, no word broken. */
    private static int[] shares(NodeList rows, boolean equal) {
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
            int column = 0;
            for (Node n = rows.item(i).getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element cell && cell.getAttribute("colspan").isEmpty()) {
                    if (column == columns.size()) {
                        columns.add(new double[] {0, 0, SHORTEST});
                    }
                    double[] c = columns.get(column++);
                    String text = cell.getTextContent().strip();
                    c[0] += Math.min(LONGEST, text.length());
                    c[1]++;
                    for (String word : text.split(" ")) {
                        c[2] = Math.max(c[2], Math.min(LONGEST_WORD, width(word) + 2));
                    }
                }
            }
        }
        // what no word needs goes to the columns of long texts
        double needed = columns.stream().mapToDouble(c -> c[2] + MARGINS).sum();
        double longer = columns.stream().mapToDouble(c -> Math.max(0, c[0] / c[1] - c[2])).sum();
        double rest = Math.max(0, ACROSS - needed);
        double[] widths = columns.stream().mapToDouble(c -> equal ? 1 : c[2] + MARGINS + (longer > 0
                ? rest * Math.max(0, c[0] / c[1] - c[2]) / longer : 0)).toArray();
        double sum = Arrays.stream(widths).sum();
        return Arrays.stream(widths).mapToInt(w -> (int) (w * WHOLE / sum)).toArray();
    }

    /** Width of a word in small letters. */
    private static double width(String word) {
        return word.chars().mapToDouble(c -> Character.isUpperCase(c) || c == '@' ? CAPITAL : 1).sum();
    }

    private void picture(int index, String alternative) {
        DocxReport.Picture p = pictures.get(index);
        double scale = Math.min(1, TEXT_WIDTH / p.width());
        long cx = Math.round(p.width() * scale * EMU);
        long cy = Math.round(p.height() * scale * EMU);
        String size = "cx=\"" + cx + "\" cy=\"" + cy + "\"/>";
        out.append("<w:r><w:drawing><wp:inline><wp:extent ").append(size)
                .append("<wp:docPr id=\"").append(index + 1).append("\" name=\"figure ").append(index)
                .append("\" descr=\"").append(HtmlReport.attribute(alternative)).append("\"/>")
                .append("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">")
                .append("<pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"figure\"/><pic:cNvPicPr/></pic:nvPicPr>")
                .append("<pic:blipFill><a:blip r:embed=\"figure").append(index)
                .append("\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>")
                .append("<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext ").append(size)
                .append("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>")
                .append("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
    }
}
