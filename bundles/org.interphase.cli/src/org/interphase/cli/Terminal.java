package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {
    }

    /** Whether the error stream is a terminal that can overwrite a line. */
    static boolean isInteractive() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            // no such folder outside Linux; there the console of the runtime is the next best answer
            return System.console() != null && System.getenv("TERM") != null;
        }
    }
}
