package org.interphase.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces, for {@code --debug} only. */
final class StackTraces {

    private StackTraces() {
    }

    static void print(Throwable e, PrintStream out) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        write(e, writer, "");
        out.print(text);
    }

    private static void write(Throwable e, PrintWriter out, String prefix) {
        out.println(prefix + e);
        for (StackTraceElement at : e.getStackTrace()) {
            out.println("    at " + at);
        }
        if (e.getCause() != null && e.getCause() != e) {
            write(e.getCause(), out, "caused by ");
        }
    }
}
