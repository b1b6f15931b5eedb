package org.interphase.engine.text;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes trees of maps, lists, text, numbers and truth values as JSON (RFC 8259). Numbers keep full double precision;
 * NaN and infinities, which JSON lacks, become null.
 */
public final class JsonText {

    private JsonText() {
    }

    /** A tree on one line. */
    public static String write(Object tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree, -1);
        return out.toString();
    }

    /** A tree with line breaks and two blanks of indent. */
    public static String writePretty(Object tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree, 0);
        return out.append('\n').toString();
    }

    private static void append(StringBuilder out, Object value, int indent) {
        switch (value) {
            case null -> out.append("null");
            case Double d -> out.append(Double.isFinite(d) ? d.toString() : "null");
            case Float f -> out.append(Float.isFinite(f) ? f.toString() : "null");
            case Number n -> out.append(n);
            case Boolean b -> out.append(b);
            case Map<?, ?> map -> appendMap(out, map, indent);
            case List<?> list -> appendList(out, list, indent);
            case double[] array -> appendList(out, java.util.Arrays.stream(array).boxed().toList(), indent);
            default -> appendText(out, value.toString());
        }
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map, int indent) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> it = map.entrySet().iterator();
        while (it.hasNext()) {
            Map.Entry<?, ?> entry = it.next();
            newLine(out, indent, 1);
            appendText(out, String.valueOf(entry.getKey()));
            out.append(indent < 0 ? ":" : ": ");
            append(out, entry.getValue(), indent < 0 ? indent : indent + 1);
            out.append(it.hasNext() ? "," : "");
        }
        newLine(out, indent, 0);
        out.append('}');
    }

    private static void appendList(StringBuilder out, List<?> list, int indent) {
        boolean plain = list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (!plain) {
                newLine(out, indent, 1);
            } else if (i > 0 && indent >= 0) {
                out.append(' ');
            }
            append(out, list.get(i), indent < 0 ? indent : indent + 1);
            out.append(i < list.size() - 1 ? "," : "");
        }
        if (!plain) {
            newLine(out, indent, 0);
        }
        out.append(']');
    }

    private static void newLine(StringBuilder out, int indent, int more) {
        if (indent >= 0) {
            out.append('\n').append("  ".repeat(indent + more));
        }
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || loneSurrogate(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean loneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
