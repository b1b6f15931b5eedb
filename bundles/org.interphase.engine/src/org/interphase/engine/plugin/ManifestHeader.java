package org.interphase.engine.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Headers of a bundle's manifest taken apart (OSGi Core 8, 3.2.4). */
final class ManifestHeader {

    /**
     * One clause: {@code name;name;attribute=value;directive:=value}.
     *
     * @param names what it is about
     * @param attributes without quotes
     * @param directives without quotes
     */
    record Clause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {
    }

    private ManifestHeader() {
    }

    /** The clauses of a header; none where there is no header. */
    static List<Clause> parse(String header) {
        List<Clause> out = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> attributes = new LinkedHashMap<>();
            Map<String, String> directives = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part);
                } else if (equals > 0 && part.charAt(equals - 1) == ':') {
                    directives.put(part.substring(0, equals - 1).strip(), bare(part.substring(equals + 1)));
                } else {
                    // a type may follow the name: version:Version="1.0"
                    attributes.put(part.substring(0, equals).replaceFirst(":.*", "").strip(),
                            bare(part.substring(equals + 1)));
                }
            }
            if (!names.isEmpty()) {
                out.add(new Clause(names, attributes, directives));
            }
        }
        return out;
    }

    private static String bare(String value) {
        String text = value.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1) : text;
    }

    private static List<String> split(String text, char separator) {
        List<String> out = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : (text + separator).toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                if (!part.toString().isBlank()) {
                    out.add(part.toString().strip());
                }
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        return out;
    }
}
