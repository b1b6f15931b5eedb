package org.interphase.ui.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the files named on the command line among the options of the platform. */
final class StartFiles {

    private StartFiles() {
    }

    static List<Path> of(String[] arguments) {
        List<Path> out = new ArrayList<>();
        for (String a : arguments) {
            if (!a.startsWith("-") && !a.isBlank()) {
                try {
                    Path p = Path.of(a);
                    if (Files.exists(p)) {
                        out.add(p.toAbsolutePath());
                    }
                } catch (InvalidPathException e) {
                    // the value of some option of the platform
                    continue;
                }
            }
        }
        return out;
    }
}
