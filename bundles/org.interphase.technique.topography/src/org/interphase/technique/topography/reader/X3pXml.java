package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/**
 * What the part {@code main.xml} of an X3P file says, read as it comes: lists of points may be far longer than what
 * fits into memory as a tree. Of elements of the same name the first counts. Not safe for use by several threads.
 */
final class X3pXml {

    private static final List<String> AXES = List.of("CX", "CY", "CZ");
    /** Nothing that is asked for is longer; the rest of a comment is left out. */
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int DEEPEST = 100;
    private static final int MOST = Integer.MAX_VALUE / 16;

    private final String file;
    private final Map<String, String> facts = new HashMap<>();
    private double[] points = new double[0];
    private int count;

    private X3pXml(String file) {
        this.file = file;
    }

    static X3pXml read(String file, InputStream in, Progress progress) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        // a map has no business naming entities or other files
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        X3pXml out = new X3pXml(file);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            out.scan(xml, progress);
            xml.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof DatasetFormatException refused) {
                throw refused;
            }
            throw new DatasetFormatException(file, "main.xml" + (e.getLocation() == null ? "" : ", line "
                    + e.getLocation().getLineNumber()), "is no XML: " + e.getMessage().lines().reduce((a, b) -> b)
                    .orElse(""), e);
        }
        return out;
    }

    private void scan(XMLStreamReader xml, Progress progress) throws XMLStreamException, IOException {
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        String axis = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEEPEST) {
                        throw new DatasetFormatException(file, "main.xml, line " + xml.getLocation().getLineNumber(),
                                "elements are nested more than " + DEEPEST + " deep");
                    }
                    String name = xml.getLocalName();
                    open.push(name);
                    axis = AXES.contains(name) ? name : axis;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getTextCharacters(),
                        xml.getTextStart(), Math.min(xml.getTextLength(), LONGEST_TEXT - text.length()));
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = open.pop();
                    if (name.equals("Datum")) {
                        progress.checkCancelled();
                        add(text.toString().strip());
                    } else if (AXES.contains(name)) {
                        facts.putIfAbsent(name, "");
                        axis = "";
                    } else {
                        facts.putIfAbsent(axis.isEmpty() ? name : axis + ", " + name, text.toString().strip());
                    }
                    text.setLength(0);
                }
                default -> {
                }
            }
        }
    }

    /** A datum is one height, or coordinates and height with semicolons between them. */
    private void add(String datum) throws DatasetFormatException {
        if (count >= MOST) {
            throw new DatasetFormatException(file, "main.xml, DataList", "there are more than " + MOST + " points");
        }
        if (count == points.length) {
            points = Arrays.copyOf(points, Math.max(1024, (int) Math.min(MOST, 2L * count)));
        }
        String last = datum.substring(datum.lastIndexOf(';') + 1).strip();
        try {
            points[count++] = last.isEmpty() ? Double.NaN : Double.parseDouble(last);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, "main.xml, Datum " + count, "'" + last + "' is no number", e);
        }
    }

    /** Heights of the list of points, as many as there are. */
    double[] points() {
        return Arrays.copyOf(points, count);
    }

    /** Requires that there is an axis. */
    void requireAxis(String name) throws DatasetFormatException {
        if (!facts.containsKey(name)) {
            throw new DatasetFormatException(file, "main.xml", "there is no axis " + name);
        }
    }

    /** Text of an element by its name, or by that of its axis, a comma and its name. */
    String text(String name, String otherwise) {
        return facts.getOrDefault(name, otherwise);
    }

    double number(String name) throws DatasetFormatException {
        String t = text(name, "");
        try {
            return Double.parseDouble(t);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, "main.xml, " + name, t.isEmpty() ? "is missing" : "'" + t
                    + "' is no number", e);
        }
    }

    long whole(String name) throws DatasetFormatException {
        double v = number(name);
        if (v != Math.rint(v)) {
            throw new DatasetFormatException(file, "main.xml, " + name, v + " is no count");
        }
        return (long) v;
    }
}
