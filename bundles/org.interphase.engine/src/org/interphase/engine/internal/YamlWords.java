package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes plain values as YAML that is put into a document someone else wrote. */
final class YamlWords {

    private YamlWords() {
    }

    /** A value on one line; lists and groups in brackets. */
    static String inline(Object value) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.FLOW).setSplitLines(false)
                .setWidth(Integer.MAX_VALUE / 4).setMultiLineFlow(false).build();
        String text = new Dump(settings).dumpToString(List.of(value)).strip();
        return text.substring(1, text.length() - 1).strip();
    }

    /** A key as it stands before its colon. */
    static String key(String key) {
        return inline(key);
    }

    /** Lines of an entry of a group, the first without indentation. */
    static List<String> entry(String key, Object value) {
        List<String> lines = new ArrayList<>();
        switch (value) {
            case Map<?, ?> m when !m.isEmpty() -> {
                lines.add(key(key) + ":");
                m.forEach((k, v) -> entry(String.valueOf(k), v).forEach(l -> lines.add(indented(l, 2))));
            }
            case List<?> l when !l.isEmpty() -> {
                lines.add(key(key) + ":");
                l.forEach(v -> item(v).forEach(line -> lines.add(indented(line, 2))));
            }
            case String s when isParagraph(s) -> {
                String end = s.endsWith("\n") ? s.endsWith("\n\n") ? "+" : "" : "-";
                lines.add(key(key) + ": |" + end);
                String body = s.endsWith("\n") ? s.substring(0, s.length() - 1) : s;
                for (String line : body.split("\n", -1)) {
                    lines.add(indented(line, 2));
                }
            }
            default -> lines.add(key(key) + ": " + inline(value));
        }
        return lines;
    }

    /** Lines of an item of a list, the first beginning with its dash. */
    static List<String> item(Object value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Map<?, ?> m && !m.isEmpty()) {
            m.forEach((k, v) -> lines.addAll(entry(String.valueOf(k), v)));
            for (int i = 0; i < lines.size(); i++) {
                lines.set(i, i == 0 ? "- " + lines.get(0) : indented(lines.get(i), 2));
            }
        } else {
            lines.add("- " + inline(value));
        }
        return lines;
    }

    // blocks keep what is in them as it is, but for what YAML would read otherwise
    private static boolean isParagraph(String s) {
        return s.contains("\n") && !s.startsWith(" ") && !s.startsWith("\n") && !s.isBlank()
                && s.chars().allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7f || c >= 0xa0 && c < 0x2028
                || c > 0x2029 && c < 0xfffe && c != 0xfeff);
    }

    private static String indented(String line, int by) {
        return line.isEmpty() ? line : " ".repeat(by) + line;
    }
}
