package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.DatasetFormatException;

/** How files that cannot be used are told. */
final class Failures {

    private Failures() {
    }

    static Map<String, Object> tree(String file, Exception e) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("error", reason(e));
        tree.put("position", e instanceof DatasetFormatException f ? f.position() : "");
        return tree;
    }

    /** The cause without the file name, which stands before it. */
    static String reason(Exception e) {
        return e instanceof DatasetFormatException f ? f.reason() : e.getMessage() == null ? e.toString()
                : e.getMessage();
    }

    static void tell(Console console, String file, Exception e, boolean debug) {
        String position = e instanceof DatasetFormatException f && !f.position().isEmpty() ? ", " + f.position() : "";
        console.err().println("interphase: " + file + position + ": " + reason(e));
        if (debug) {
            StackTraces.print(e, console.err());
        }
    }
}
