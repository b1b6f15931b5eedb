package org.interphase.ui.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The analyst's own copy of an example: raw files and project are there, and may be changed. */
public final class ExampleCopy {

    private static final String NAME = "Example";

    private ExampleCopy() {
    }

    /**
     * The copy in a folder, made when it is first asked for; one that is there stays as it is.
     *
     * @throws IOException if it cannot be made; then nothing half made is left
     */
    public static Path in(Path folder, Path example) throws IOException {
        Path copy = folder.resolve(NAME);
        if (Files.isDirectory(copy)) {
            return copy;
        }
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, "." + NAME);
        try {
            try (Stream<Path> all = Files.walk(example)) {
                for (Path from : all.toList()) {
                    Path to = aside.resolve(example.relativize(from).toString());
                    if (Files.isDirectory(from)) {
                        Files.createDirectories(to);
                    } else {
                        Files.write(to, Files.readAllBytes(from));
                    }
                }
            }
            return Files.move(aside, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(aside);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path p : deepestFirst) {
                    Files.delete(p);
                }
            }
        }
    }
}
