package org.interphase.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.interphase.engine.plugin.PluginManager;

/** The streams of this process as verbs use them, whichever way it was started. */
final class ProcessStreams {

    private ProcessStreams() {
    }

    /** Runs a verb over standard output and error, both UTF-8, and gives its exit code. */
    static int run(Supplier<PluginManager> plugins, String... arguments) {
        try (PrintStream out = stream(FileDescriptor.out); PrintStream err = stream(FileDescriptor.err)) {
            // whatever a library prints must not come between a script and its JSON
            System.setOut(err);
            return new CliMain(plugins, new Console(out, err, Terminal.isInteractive())).run(arguments);
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
