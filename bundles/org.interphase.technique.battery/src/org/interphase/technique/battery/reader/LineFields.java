package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;

/** A line of text taken apart into fields; quotes around a field, or around the whole line, are taken off. */
final class LineFields {

    private LineFields() {
    }

    /** The fields of a line. */
    static List<String> of(String line, char delimiter) {
        if (delimiter == ' ') {
            return List.of(line.strip().split("[ \\t]+"));
        }
        String l = unwrapped(line, delimiter);
        List<String> out = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < l.length(); i++) {
            char c = l.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                out.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        out.add(field.toString().strip());
        return out;
    }

    /** Whether a line stands in quotes as a whole, as some programs write lines with commas in them. */
    static boolean isWrapped(String line, char delimiter) {
        return line.length() > 2 && line.startsWith("\"") && line.endsWith("\"")
                && line.indexOf('"', 1) == line.length() - 1 && line.indexOf(delimiter) > 0;
    }

    private static String unwrapped(String line, char delimiter) {
        return isWrapped(line, delimiter) ? line.substring(1, line.length() - 1) : line;
    }
}
