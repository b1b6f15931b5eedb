package org.interphase.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/**
 * The parts of a workbook beside its sheets (ECMA-376 part 1, SpreadsheetML): relations, names of sheets, shared
 * strings, formats. Elements are known by their local names, so that the strict and the transitional form of the
 * standard read alike.
 */
final class WorkbookXml {

    private static final int MOST_STRINGS = 4_000_000;

    private final String file;
    private final ZipParts parts;
    private final Progress progress;

    WorkbookXml(String file, ZipParts parts, Progress progress) {
        this.file = file;
        this.parts = parts;
        this.progress = progress;
    }

    /** What to do at each element's start; may read on. Gives false to stop. */
    interface Visitor {
        boolean start(String element, XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    /** A sheet as the workbook lists it. */
    record Listed(String name, boolean hidden, String relation) {
    }

    /** What the workbook says of itself. */
    record Book(List<Listed> sheets, boolean from1904) {
    }

    String file() {
        return file;
    }

    Progress progress() {
        return progress;
    }

    void visit(String part, Visitor visitor) throws IOException {
        // the platform's own parser: what else lies on the class path does not matter
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // a workbook has no business naming entities or other files
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // decoded here, as the parser would print bytes that are no UTF-8 to the console
        try (Reader in = decoded(parts.stream(part))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            boolean more = true;
            while (more && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new DatasetFormatException(file, part, "a document type has no place in a workbook");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    more = visitor.start(xml.getLocalName(), xml);
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof DatasetFormatException d) {
                throw d;
            }
            if (e.getNestedException() instanceof CharacterCodingException) {
                throw misspelt(part, e);
            }
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new DatasetFormatException(file, part + ", line " + line, "the XML is malformed: "
                    + String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse(""), e);
        } catch (CharacterCodingException e) {
            throw misspelt(part, e);
        }
    }

    private DatasetFormatException misspelt(String part, Exception cause) {
        return new DatasetFormatException(file, part, "the bytes are not the text their encoding allows", cause);
    }

    /** Office Open XML is UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.4). */
    private static Reader decoded(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 2);
        byte[] first = bytes.readNBytes(2);
        bytes.unread(first);
        boolean big = first.length == 2 && (first[0] == (byte) 0xfe && first[1] == (byte) 0xff || first[0] == 0);
        boolean little = first.length == 2 && (first[0] == (byte) 0xff && first[1] == (byte) 0xfe || first[1] == 0);
        Charset charset = big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
        PushbackReader text = new PushbackReader(new InputStreamReader(bytes, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1);
        int mark = text.read();
        if (mark >= 0 && mark != 0xfeff) {
            text.unread(mark);
        }
        return text;
    }

    /** Target by relation. */
    Map<String, String> relations(String part) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        visit(part, (element, xml) -> {
            if (element.equals("Relationship")) {
                out.put(xml.getAttributeValue(null, "Id"), String.valueOf(xml.getAttributeValue(null, "Target")));
            }
            return true;
        });
        return out;
    }

    /** Part by type of relation, the last word of its name. */
    Map<String, String> targets(String part) throws IOException {
        Map<String, String> out = new HashMap<>();
        visit(part, (element, xml) -> {
            if (element.equals("Relationship")) {
                String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                out.putIfAbsent(type.substring(type.lastIndexOf('/') + 1),
                        String.valueOf(xml.getAttributeValue(null, "Target")));
            }
            return true;
        });
        return out;
    }

    Book book(String part) throws IOException {
        List<Listed> sheets = new ArrayList<>();
        boolean[] from1904 = new boolean[1];
        visit(part, (element, xml) -> {
            if (element.equals("sheet")) {
                String id = "";
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    // the namespace differs between the transitional and the strict form of the standard
                    id = xml.getAttributeLocalName(i).equals("id") ? xml.getAttributeValue(i) : id;
                }
                String name = String.valueOf(xml.getAttributeValue(null, "name"));
                if (sheets.stream().anyMatch(s -> s.name.equals(name))) {
                    throw new DatasetFormatException(file, part, "two sheets have the name '" + name + "'");
                }
                String state = xml.getAttributeValue(null, "state");
                sheets.add(new Listed(name, state != null && !state.equals("visible"), id));
            } else if (element.equals("workbookPr")) {
                String d = xml.getAttributeValue(null, "date1904");
                from1904[0] = "1".equals(d) || "true".equals(d);
            }
            return true;
        });
        return new Book(sheets, from1904[0]);
    }

    /** The shared strings, at most so many. */
    List<String> strings(String part, int most) throws IOException {
        List<String> out = new ArrayList<>();
        visit(part, (element, xml) -> {
            if (element.equals("si")) {
                out.add(text(xml, "si"));
                if (out.size() > MOST_STRINGS) {
                    throw new DatasetFormatException(file, part, "there are more than " + MOST_STRINGS + " strings");
                }
                if ((out.size() & 4095) == 0) {
                    progress.checkCancelled();
                }
            }
            return out.size() < most;
        });
        return out;
    }

    /** What numbers are by the index of a cell's style. */
    CellFormats.Kind[] styles(String part) throws IOException {
        Map<Integer, CellFormats.Kind> codes = new HashMap<>();
        List<CellFormats.Kind> out = new ArrayList<>();
        boolean[] cells = new boolean[1];
        visit(part, (element, xml) -> {
            switch (element) {
                case "numFmt" -> codes.put(number(part, xml.getAttributeValue(null, "numFmtId")),
                        CellFormats.of(String.valueOf(xml.getAttributeValue(null, "formatCode"))));
                case "cellXfs" -> cells[0] = true;
                case "cellStyleXfs", "cellStyles", "dxfs" -> cells[0] = false;
                case "xf" -> {
                    if (cells[0]) {
                        int id = number(part, xml.getAttributeValue(null, "numFmtId"));
                        CellFormats.Kind known = codes.get(id);
                        out.add(known == null ? CellFormats.builtIn(id) : known);
                    }
                }
                default -> {
                    // fonts, fills and borders say nothing of numbers
                }
            }
            return true;
        });
        return out.toArray(new CellFormats.Kind[0]);
    }

    private int number(String part, String digits) throws DatasetFormatException {
        try {
            return digits == null ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, part, "'" + digits + "' is no index of a format", e);
        }
    }

    /** Text of the strings below an element, phonetic hints left out; reads to its end. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder out = new StringBuilder();
        int hidden = 0;
        boolean inText = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                hidden += name.equals("rPh") ? 1 : 0;
                inText = name.equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals(element)) {
                    return unescaped(out);
                }
                hidden -= name.equals("rPh") ? 1 : 0;
                inText = false;
            } else if (inText && hidden == 0 && (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE)) {
                out.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    /** Undoes {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
    static String unescaped(CharSequence text) {
        String t = text.toString();
        int at = t.indexOf("_x");
        if (at < 0) {
            return t;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = t.indexOf("_x", at + 1)) {
            if (at + 7 <= t.length() && t.charAt(at + 6) == '_' && isHex(t, at + 2)) {
                out.append(t, from, at).append((char) Integer.parseInt(t, at + 2, at + 6, 16));
                from = at + 7;
                at += 6;
            }
        }
        return out.append(t, from, t.length()).toString();
    }

    private static boolean isHex(String t, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(t.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
