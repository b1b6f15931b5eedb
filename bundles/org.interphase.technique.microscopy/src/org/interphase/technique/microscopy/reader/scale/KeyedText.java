package org.interphase.technique.microscopy.reader.scale;

import java.util.LinkedHashMap;
import java.util.Map;

/** Text of sections {@code [Section]} and lines {@code key=value}, as FEI, TESCAN and Hitachi write. */
final class KeyedText {

    private final Map<String, String> values = new LinkedHashMap<>();

    KeyedText(String text) {
        String section = "";
        for (String line : text.split("\\R")) {
            String l = line.strip();
            if (l.startsWith("[") && l.indexOf(']') > 0) {
                section = l.substring(1, l.indexOf(']'));
            }
            int eq = l.indexOf('=');
            if (eq > 0) {
                values.putIfAbsent(section + "." + l.substring(0, eq).strip(), l.substring(eq + 1).strip());
            }
        }
    }

    /** The value of a key in a section, or empty. */
    String text(String section, String key) {
        return values.getOrDefault(section + "." + key, "");
    }

    /** The number of a key in a section, or NaN. */
    double number(String section, String key) {
        return LengthText.number(text(section, key));
    }

    /** The number of a key in any section, or NaN. */
    double number(String key) {
        return LengthText.number(text(key));
    }

    /** The value of a key in any section, or empty. */
    String text(String key) {
        for (Map.Entry<String, String> e : values.entrySet()) {
            if (e.getKey().endsWith("." + key)) {
                return e.getValue();
            }
        }
        return "";
    }
}
