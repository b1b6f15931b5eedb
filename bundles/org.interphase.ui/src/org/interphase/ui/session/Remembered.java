package org.interphase.ui.session;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the window remembers from one start to the next: the open project, the look, folders, widths. It is on disk as
 * soon as it is said, so that it survives whatever ends the program.
 */
public final class Remembered {

    private static final String SEPARATOR = "\n";
    private final KeptFile file;
    private final Map<String, String> values = new TreeMap<>();

    /** Remembers what a file keeps; one that makes no sense counts as empty. */
    public Remembered(KeptFile file) {
        this.file = file;
        Properties read = new Properties();
        try {
            read.load(new StringReader(file.read().orElse("")));
        } catch (IOException | IllegalArgumentException e) {
            // a file that somebody else wrote: nothing is remembered
            read.clear();
        }
        read.stringPropertyNames().forEach(k -> values.put(k, read.getProperty(k)));
    }

    /** What was said under a name. */
    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A number; the other one if none was said. */
    public int number(String name, int otherwise) {
        try {
            return get(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            // said by somebody else: as if it were not there
            return otherwise;
        }
    }

    /** Remembers a text; an empty one or null forgets. */
    public synchronized void put(String name, String value) {
        String next = value == null || value.isEmpty() ? null : value;
        if (Objects.equals(next, values.get(name))) {
            return;
        }
        if (next == null) {
            values.remove(name);
        } else {
            values.put(name, next);
        }
        file.write(text());
    }

    /** Texts said under a name, the last said first. */
    public List<String> list(String name) {
        return get(name).map(v -> List.of(v.split(SEPARATOR))).orElse(List.of());
    }

    /** Puts a text before the others of a list, which keeps at most so many. */
    public void push(String name, String value, int most) {
        List<String> all = new ArrayList<>(list(name));
        all.remove(value);
        all.add(0, value);
        put(name, String.join(SEPARATOR, all.subList(0, Math.min(most, all.size()))));
    }

    /** Takes a text out of a list. */
    public void drop(String name, String value) {
        put(name, String.join(SEPARATOR, list(name).stream().filter(v -> !v.equals(value)).toList()));
    }

    /** All that is remembered, a line of key=value each. */
    public synchronized String text() {
        return values.entrySet().stream().map(e -> escaped(e.getKey(), true) + "=" + escaped(e.getValue(), false))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** As {@link Properties} reads it. */
    private static String escaped(String s, boolean key) {
        String out = s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        if (key) {
            for (String c : Arrays.asList(" ", "=", ":", "#", "!")) {
                out = out.replace(c, "\\" + c);
            }
        }
        return out.startsWith(" ") ? "\\" + out : out;
    }

    /** Waits until everything said is on disk. */
    public void flush() {
        file.flush();
    }
}
