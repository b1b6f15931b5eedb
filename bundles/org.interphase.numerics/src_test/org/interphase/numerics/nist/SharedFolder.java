package org.interphase.numerics.nist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the shared data: environment variable INTERPHASE_DATA, else a folder shared/data beside any parent of the
 * working directory.
 */
public final class SharedFolder {

    private SharedFolder() {
    }

    /** The folder of that name below the shared data, if it is there. */
    public static Optional<Path> find(String name) {
        String given = System.getenv("INTERPHASE_DATA");
        if (given != null) {
            return Optional.of(Path.of(given, name)).filter(Files::isDirectory);
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            Path candidate = p.resolve("shared").resolve("data").resolve(name);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
