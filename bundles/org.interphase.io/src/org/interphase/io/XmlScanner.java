package org.interphase.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;

/**
 * Walks over the elements and texts of an XML part without making an object for each: a sheet has a million of them.
 * Elements and attributes are known by their local names. Comments and instructions are passed over, CDATA is text, the
 * five named entities and numbered characters are undone; a document type is refused, and what is not well-formed is
 * refused where it is met (that a name of an end is that of its start is checked by the caller's depth only).
 */
final class XmlScanner {

    /** What was met. */
    enum Event { START, END, TEXT, DONE }

    private static final int MOST_ATTRIBUTES = 64;

    private final String file;
    private final String part;
    private final byte[] b;
    private final int end;
    private final boolean whole;
    private int at;
    private int depth;
    private boolean closing;
    private int nameFrom;
    private int nameTo;
    private int textFrom;
    private int textTo;
    private boolean cdata;
    private int attributes;
    // of each attribute: local name from, to, value from, to
    private final int[] places = new int[4 * MOST_ATTRIBUTES];

    /**
     * @param content the part, UTF-8 or UTF-16
     * @param whole whether it is all of it; a beginning may end anywhere
     */
    XmlScanner(String file, String part, byte[] content, boolean whole) {
        this.file = file;
        this.part = part;
        this.b = utf8(content);
        this.end = b.length;
        this.whole = whole;
        this.at = end > 2 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf ? 3 : 0;
    }

    /** Office Open XML is UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.4). */
    private static byte[] utf8(byte[] b) {
        boolean big = b.length > 1 && (b[0] == (byte) 0xfe && b[1] == (byte) 0xff || b[0] == 0);
        boolean little = b.length > 1 && (b[0] == (byte) 0xff && b[1] == (byte) 0xfe || b[1] == 0);
        Charset charset = big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return big || little ? new String(b, charset).getBytes(StandardCharsets.UTF_8) : b;
    }

    private DatasetFormatException refused(String reason) {
        return new DatasetFormatException(file, part + ", byte " + at, "the XML is malformed: " + reason);
    }

    private Event ended(String within) throws DatasetFormatException {
        if (whole) {
            throw refused("it ends within " + within);
        }
        at = end;
        return Event.DONE;
    }

    /** Goes on to the next start or end of an element or text. */
    Event next() throws DatasetFormatException {
        if (closing) {
            closing = false;
            depth--;
            return Event.END;
        }
        while (at < end) {
            if (b[at] != '<') {
                textFrom = at;
                at = find((byte) '<', at);
                textTo = at;
                cdata = false;
                return Event.TEXT;
            }
            byte c = at + 1 < end ? b[at + 1] : 0;
            if (c == '/') {
                return endTag();
            }
            if (c == '?') {
                at = behind("?>", at);
            } else if (startsWith("<!--")) {
                at = behind("-->", at + 4);
            } else if (startsWith("<![CDATA[")) {
                textFrom = at + 9;
                at = behind("]]>", textFrom);
                textTo = at - 3;
                cdata = true;
                return Event.TEXT;
            } else if (c == '!') {
                throw new DatasetFormatException(file, part, "a document type has no place in a workbook");
            } else {
                return tag();
            }
        }
        return depth == 0 ? Event.DONE : ended("an element");
    }

    private int find(byte wanted, int from) {
        int i = from;
        while (i < end && b[i] != wanted) {
            i++;
        }
        return i;
    }

    private boolean startsWith(String mark) {
        return matches(at, Math.min(end, at + mark.length()), mark);
    }

    private boolean matches(int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (b[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int behind(String mark, int from) throws DatasetFormatException {
        int n = mark.length();
        for (int i = from; i + n <= end; i++) {
            if (matches(i, i + n, mark)) {
                return i + n;
            }
        }
        ended("what '" + mark + "' should end");
        return end;
    }

    private Event endTag() throws DatasetFormatException {
        int close = find((byte) '>', at);
        if (close == end) {
            return ended("a tag");
        }
        if (--depth < 0) {
            throw refused("an element ends that did not begin");
        }
        int to = close;
        while (to > at && isSpace(b[to - 1])) {
            to--;
        }
        name(at + 2, to);
        at = close + 1;
        return Event.END;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Sets the name without its prefix. */
    private void name(int from, int to) {
        nameFrom = from;
        nameTo = to;
        for (int i = from; i < to; i++) {
            if (b[i] == ':') {
                nameFrom = i + 1;
            }
        }
    }

    private Event tag() throws DatasetFormatException {
        int i = at + 1;
        while (i < end && !isSpace(b[i]) && b[i] != '>' && b[i] != '/') {
            i++;
        }
        if (i == at + 1 && i < end) {
            throw refused("a tag has no name");
        }
        name(at + 1, i);
        attributes = 0;
        while (true) {
            while (i < end && isSpace(b[i])) {
                i++;
            }
            if (i >= end) {
                return ended("a tag");
            }
            if (b[i] == '>') {
                break;
            }
            if (b[i] == '/') {
                if (i + 1 < end && b[i + 1] != '>') {
                    throw refused("a tag is not closed");
                }
                closing = true;
                i++;
                continue;
            }
            i = attribute(i);
            if (i < 0) {
                return ended("a tag");
            }
        }
        depth++;
        at = i + 1;
        return Event.START;
    }

    /** Place behind an attribute, or -1 where the part ends within it. */
    private int attribute(int from) throws DatasetFormatException {
        int i = from;
        int local = from;
        while (i < end && b[i] != '=' && b[i] != '>' && b[i] != '<' && !isSpace(b[i])) {
            local = b[i] == ':' ? i + 1 : local;
            i++;
        }
        int nameEnd = i;
        while (i < end && isSpace(b[i])) {
            i++;
        }
        if (i < end && b[i] != '=') {
            throw refused("an attribute has no value");
        }
        i++;
        while (i < end && isSpace(b[i])) {
            i++;
        }
        if (i >= end) {
            return -1;
        }
        byte quote = b[i];
        if (quote != '"' && quote != '\'') {
            throw refused("the value of an attribute is not quoted");
        }
        int close = find(quote, i + 1);
        if (close == end) {
            return -1;
        }
        if (attributes == MOST_ATTRIBUTES) {
            throw refused("a tag has more than " + MOST_ATTRIBUTES + " attributes");
        }
        int k = 4 * attributes++;
        places[k] = local;
        places[k + 1] = nameEnd;
        places[k + 2] = i + 1;
        places[k + 3] = close;
        return close + 1;
    }

    /** Whether the element met has this local name. */
    boolean is(String name) {
        return matches(nameFrom, nameTo, name);
    }

    private int attributeOf(String name) {
        for (int k = 0; k < 4 * attributes; k += 4) {
            if (matches(places[k], places[k + 1], name)) {
                return k;
            }
        }
        return -1;
    }

    /** An attribute of the element whose start was met last; null where there is none. */
    String attribute(String name) throws DatasetFormatException {
        int k = attributeOf(name);
        return k < 0 ? null : decoded(places[k + 2], places[k + 3], false);
    }

    /** An attribute that is a whole number; -1 where there is none, -2 where it is no such number. */
    int number(String name) {
        int k = attributeOf(name);
        if (k < 0) {
            return -1;
        }
        int v = 0;
        for (int i = places[k + 2]; i < places[k + 3]; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9 || v > 100_000_000) {
                return -2;
            }
            v = v * 10 + digit;
        }
        return places[k + 2] == places[k + 3] ? -2 : v;
    }

    /**
     * An attribute that names a cell, such as {@code AB12}: row and column from 0 in one number, {@code row << 16 |
     * column}; -1 where there is none, -2 where it names no cell.
     *
     * @param mostColumns columns a sheet can have
     * @param mostRows rows a sheet can have
     */
    long cell(String name, int mostColumns, int mostRows) {
        int k = attributeOf(name);
        if (k < 0) {
            return -1;
        }
        int i = places[k + 2];
        int to = places[k + 3];
        int column = 0;
        for (; i < to && column <= mostColumns; i++) {
            int letter = (b[i] | 0x20) - 'a';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        int row = 0;
        for (; i < to && row <= mostRows; i++) {
            int digit = b[i] - '0';
            row = digit < 0 || digit > 9 ? mostRows + 1 : row * 10 + digit;
        }
        return column < 1 || column > mostColumns || row < 1 || row > mostRows ? -2
                : (row - 1L) << 16 | column - 1;
    }

    /** The text met last as a number written with a decimal point, blanks around it apart; NaN where it is none. */
    double number() {
        int from = textFrom;
        int to = textTo;
        while (from < to && isSpace(b[from])) {
            from++;
        }
        while (to > from && isSpace(b[to - 1])) {
            to--;
        }
        return Numeral.parse(new Latin(b, from, to), 0, to - from, false, Numeral.UNGROUPED);
    }

    /** Bytes as characters; ASCII, as every number is. */
    private record Latin(byte[] bytes, int from, int to) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            return (char) (bytes[from + index] & 0xff);
        }

        @Override
        public CharSequence subSequence(int a, int z) {
            return new Latin(bytes, from + a, from + z);
        }
    }

    /** The text met last, entities undone. */
    String text() throws DatasetFormatException {
        return decoded(textFrom, textTo, cdata);
    }

    private String decoded(int from, int to, boolean asIs) throws DatasetFormatException {
        String t;
        try {
            t = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new DatasetFormatException(file, part + ", byte " + from,
                    "the bytes are not the text their encoding allows", e);
        }
        return asIs || t.indexOf('&') < 0 ? t : withoutEntities(t);
    }

    private String withoutEntities(String t) throws DatasetFormatException {
        StringBuilder out = new StringBuilder(t.length());
        int i = 0;
        while (i < t.length()) {
            if (t.charAt(i) != '&') {
                out.append(t.charAt(i++));
                continue;
            }
            int close = t.indexOf(';', i);
            String name = close < 0 ? "" : t.substring(i + 1, close);
            switch (name) {
                case "lt" -> out.append('<');
                case "gt" -> out.append('>');
                case "amp" -> out.append('&');
                case "quot" -> out.append('"');
                case "apos" -> out.append('\'');
                default -> out.appendCodePoint(character(name));
            }
            i = close + 1;
        }
        return out.toString();
    }

    private int character(String name) throws DatasetFormatException {
        try {
            int code = name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16)
                    : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
            if (Character.isValidCodePoint(code)) {
                return code;
            }
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, part + ", byte " + at, "'&" + name + ";' is no character", e);
        }
        throw refused("'&" + name + ";' is no entity of XML");
    }
}
