package org.interphase.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/**
 * The parts of a workbook beside its sheets (ECMA-376 part 1, SpreadsheetML): relations, names of sheets, shared
 * strings, formats. Elements are known by their local names, so that the strict and the transitional form of the
 * standard read alike.
 */
final class WorkbookXml {

    private static final int MOST_STRINGS = 4_000_000;
    private static final int HEAD_BYTES = 1 << 18;

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
        boolean start(XmlScanner xml) throws DatasetFormatException;
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

    /**
     * A scanner of a part.
     *
     * @param beginning whether the first bytes will do, for a look at the headings
     */
    XmlScanner scanner(String part, boolean beginning) throws IOException {
        try (InputStream in = parts.stream(part)) {
            byte[] content = in.readNBytes(beginning ? HEAD_BYTES : Integer.MAX_VALUE - 16);
            progress.checkCancelled();
            return new XmlScanner(file, part, content, content.length < HEAD_BYTES || !beginning);
        }
    }

    private void visit(String part, boolean beginning, Visitor visitor) throws IOException {
        XmlScanner xml = scanner(part, beginning);
        XmlScanner.Event event = xml.next();
        boolean more = true;
        while (more && event != XmlScanner.Event.DONE) {
            if (event == XmlScanner.Event.START) {
                more = visitor.start(xml);
            }
            event = more ? xml.next() : event;
        }
    }

    /** Target by relation. */
    Map<String, String> relations(String part) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        visit(part, false, xml -> {
            if (xml.is("Relationship")) {
                out.put(xml.attribute("Id"), String.valueOf(xml.attribute("Target")));
            }
            return true;
        });
        return out;
    }

    /** Part by type of relation, the last word of its name. */
    Map<String, String> targets(String part) throws IOException {
        Map<String, String> out = new HashMap<>();
        visit(part, false, xml -> {
            if (xml.is("Relationship")) {
                String type = String.valueOf(xml.attribute("Type"));
                out.putIfAbsent(type.substring(type.lastIndexOf('/') + 1),
                        String.valueOf(xml.attribute("Target")));
            }
            return true;
        });
        return out;
    }

    Book book(String part) throws IOException {
        List<Listed> sheets = new ArrayList<>();
        boolean[] from1904 = new boolean[1];
        visit(part, false, xml -> {
            if (xml.is("sheet")) {
                // the prefix may be any; "sheetId" is another name
                String id = String.valueOf(xml.attribute("id"));
                String name = String.valueOf(xml.attribute("name"));
                if (sheets.stream().anyMatch(s -> s.name.equals(name))) {
                    throw new DatasetFormatException(file, part, "two sheets have the name '" + name + "'");
                }
                String state = xml.attribute("state");
                sheets.add(new Listed(name, state != null && !state.equals("visible"), id));
            } else if (xml.is("workbookPr")) {
                String d = xml.attribute("date1904");
                from1904[0] = "1".equals(d) || "true".equals(d);
            }
            return true;
        });
        return new Book(sheets, from1904[0]);
    }

    /** The shared strings, at most so many. */
    List<String> strings(String part, int most) throws IOException {
        List<String> out = new ArrayList<>();
        visit(part, most < MOST_STRINGS, xml -> {
            if (xml.is("si")) {
                out.add(string(xml, "si"));
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
        visit(part, false, xml -> {
            if (xml.is("numFmt")) {
                codes.put(number(part, xml.attribute("numFmtId")), CellFormats.of(String.valueOf(xml.attribute(
                        "formatCode"))));
            } else if (xml.is("xf") && cells[0]) {
                int id = number(part, xml.attribute("numFmtId"));
                CellFormats.Kind known = codes.get(id);
                out.add(known == null ? CellFormats.builtIn(id) : known);
            } else if (xml.is("cellXfs") || xml.is("cellStyleXfs") || xml.is("cellStyles") || xml.is("dxfs")) {
                cells[0] = xml.is("cellXfs");
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
    static String string(XmlScanner xml, String element) throws DatasetFormatException {
        String out = "";
        // most cells have one run; those with many must not be copied for each
        StringBuilder runs = null;
        int hidden = 0;
        boolean inText = false;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    hidden += xml.is("rPh") ? 1 : 0;
                    inText = xml.is("t");
                }
                case END -> {
                    if (xml.is(element)) {
                        return unescaped(runs == null ? out : runs.toString());
                    }
                    hidden -= xml.is("rPh") ? 1 : 0;
                    inText = false;
                }
                case TEXT -> {
                    if (inText && hidden == 0) {
                        if (runs != null) {
                            runs.append(xml.text());
                        } else if (out.isEmpty()) {
                            out = xml.text();
                        } else {
                            runs = new StringBuilder(out).append(xml.text());
                        }
                    }
                }
                default -> {
                    return unescaped(runs == null ? out : runs.toString());
                }
            }
        }
    }

    /** Undoes {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
    static String unescaped(String t) {
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
