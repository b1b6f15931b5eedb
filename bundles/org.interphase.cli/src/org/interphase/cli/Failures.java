package org.interphase.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.engine.batch.InputFailure;

/** How files that cannot be used are told. */
final class Failures {

    private Failures() {
    }

    static Map<String, Object> tree(String file, Throwable e) {
        InputFailure failure = InputFailure.of(file, e);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("error", failure.reason());
        tree.put("position", failure.position());
        return tree;
    }

    static void tell(Console console, String file, Throwable e, boolean debug) {
        InputFailure failure = InputFailure.of(file, e);
        String position = failure.position().isEmpty() ? "" : ", " + failure.position();
        console.err().println("interphase: " + file + position + ": " + failure.reason());
        if (debug) {
            StackTraces.print(e, console.err());
        }
    }
}
