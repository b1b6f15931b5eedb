package org.interphase.technique.xps.reader;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.io.TextDecoder;
import org.interphase.technique.xps.reader.Spreadsheet.Cell;
import org.interphase.technique.xps.reader.Spreadsheet.Sheet;

/** The XML parts of a workbook (ECMA-376 part 1, SpreadsheetML): names, relations, shared strings, cells. */
final class SheetXml {

    private static final int CELL_LIMIT = 4_000_000;
    private static final int ROW_LIMIT = 1 << 20;
    private static final int COLUMN_LIMIT = 1 << 14;

    private final String file;
    private final Progress progress;
    private int cells;

    SheetXml(String file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** What to do at each element's start; may read on. */
    private interface Visitor {
        void start(String element, XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private void visit(String part, byte[] content, Visitor visitor) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        // a workbook has no business naming entities or other files
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(TextDecoder.decode(file, content)));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new DatasetFormatException(file, part, "a document type has no place in a workbook");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    visitor.start(xml.getLocalName(), xml);
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new DatasetFormatException(file, part + ", line " + line, "the XML is malformed: "
                    + String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse(""), e);
        }
    }

    /** Part by relation. */
    Map<String, String> relations(String part, byte[] content) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        visit(part, content, (element, xml) -> {
            if (element.equals("Relationship")) {
                out.put(xml.getAttributeValue(null, "Id"), String.valueOf(xml.getAttributeValue(null, "Target")));
            }
        });
        return out;
    }

    /** Relation by sheet name. */
    Map<String, String> sheetNames(String part, byte[] content) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        visit(part, content, (element, xml) -> {
            if (element.equals("sheet")) {
                String id = "";
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    // the namespace differs between the transitional and the strict form of the standard
                    id = xml.getAttributeLocalName(i).equals("id") ? xml.getAttributeValue(i) : id;
                }
                String name = String.valueOf(xml.getAttributeValue(null, "name"));
                if (out.put(name, id) != null) {
                    throw new DatasetFormatException(file, part, "two sheets have the name '" + name + "'");
                }
            }
        });
        return out;
    }

    List<String> strings(String part, byte[] content) throws IOException {
        List<String> out = new ArrayList<>();
        visit(part, content, (element, xml) -> {
            if (element.equals("si")) {
                out.add(text(xml, "si"));
                count(part);
            }
        });
        return out;
    }

    Sheet sheet(String name, byte[] content, List<String> strings) throws IOException {
        String part = "sheet '" + name + "'";
        Map<Integer, Map<Integer, Cell>> rows = new TreeMap<>();
        int[] at = {-1, -1};
        visit(part, content, (element, xml) -> {
            if (element.equals("row")) {
                String r = xml.getAttributeValue(null, "r");
                at[0] = r == null ? at[0] + 1 : index(part, r, ROW_LIMIT) - 1;
                at[1] = -1;
            } else if (element.equals("c")) {
                String r = xml.getAttributeValue(null, "r");
                if (r == null) {
                    at[1]++;
                } else {
                    at[1] = column(part, r);
                    at[0] = index(part, r.replaceFirst("^[A-Za-z]+", ""), ROW_LIMIT) - 1;
                }
                count(part);
                if (at[0] < 0 || at[1] >= COLUMN_LIMIT) {
                    throw new DatasetFormatException(file, part, "a cell lies outside every row or column");
                }
                String type = String.valueOf(xml.getAttributeValue(null, "t"));
                Cell cell = cell(part + (r == null ? "" : ", cell " + r), type, text(xml, "c"), strings);
                if (!cell.text().isEmpty()) {
                    rows.computeIfAbsent(at[0], k -> new TreeMap<>()).put(at[1], cell);
                }
            }
        });
        return new Sheet(name, rows);
    }

    private Cell cell(String position, String type, String text, List<String> strings) throws DatasetFormatException {
        switch (type) {
            case "s":
                int i = text.isEmpty() ? -1 : index(position, text.strip(), Integer.MAX_VALUE);
                if (i >= strings.size()) {
                    throw new DatasetFormatException(file, position, "there is no shared string " + i);
                }
                return new Cell(i < 0 ? "" : strings.get(i).strip(), Double.NaN);
            case "str", "inlineStr", "b", "e", "d":
                return new Cell(text.strip(), Double.NaN);
            default:
                if (text.isBlank()) {
                    return new Cell("", Double.NaN);
                }
                try {
                    return new Cell(text.strip(), Double.parseDouble(text.strip()));
                } catch (NumberFormatException e) {
                    throw new DatasetFormatException(file, position, "'" + text.strip() + "' is no number", e);
                }
        }
    }

    private void count(String part) throws DatasetFormatException {
        if (++cells > CELL_LIMIT) {
            throw new DatasetFormatException(file, part, "the workbook has more than " + CELL_LIMIT + " cells");
        }
        if (cells % 4096 == 0) {
            progress.checkCancelled();
        }
    }

    private int index(String position, String digits, int limit) throws DatasetFormatException {
        try {
            int v = Integer.parseInt(digits);
            if (v >= 0 && v <= limit) {
                return v;
            }
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, position, "'" + digits + "' is no index", e);
        }
        throw new DatasetFormatException(file, position, "the index " + digits + " is out of range");
    }

    private int column(String part, String reference) throws DatasetFormatException {
        int c = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && c <= COLUMN_LIMIT; i++) {
            c = c * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        if (c < 1 || c > COLUMN_LIMIT) {
            throw new DatasetFormatException(file, part, "'" + reference + "' names no cell");
        }
        return c - 1;
    }

    /** Text of the values below an element, formulas and phonetic hints left out; reads to its end. */
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder out = new StringBuilder();
        int depth = 1;
        int hidden = 0;
        boolean value = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                hidden += hidden > 0 || name.equals("f") || name.equals("rPh") ? 1 : 0;
                value = name.equals("v") || name.equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                hidden -= hidden > 0 ? 1 : 0;
                value = false;
            } else if (value && hidden == 0 && xml.isCharacters()) {
                out.append(xml.getText());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new XMLStreamException("the element " + element + " is not closed");
            }
        }
        return out.toString();
    }
}
