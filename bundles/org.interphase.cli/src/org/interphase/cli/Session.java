package org.interphase.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.interphase.engine.registry.TechniqueRegistry;

/** What all verbs share: techniques, streams, and the folder the command was given in. */
final class Session {

    private final Supplier<TechniqueRegistry> source;
    private final Console console;
    private final Path folder;
    private TechniqueRegistry registry;

    Session(Supplier<TechniqueRegistry> source, Console console, Path folder) {
        this.source = source;
        this.console = console;
        this.folder = folder;
    }

    synchronized TechniqueRegistry registry() {
        if (registry == null) {
            registry = source.get();
            registry.problems().forEach(p -> console.err().println("interphase: warning: " + p));
        }
        return registry;
    }

    Console console() {
        return console;
    }

    Path folder() {
        return folder;
    }

    /** A path given on the command line, against the folder of the caller. */
    Path resolve(String path) {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new UsageException("'" + path + "' is no path: " + e.getReason());
        }
    }
}
