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
        boolean option = false;
        for (String a : arguments) {
            // what stands behind an option of the platform is its value, even where a file has that name
            boolean value = option;
            option = a.startsWith("-");
            if (!option && !value && !a.isBlank()) {
                try {
                    Path p = Path.of(a);
                    if (Files.exists(p)) {
                        out.add(p.toAbsolutePath());
                    }
                } catch (InvalidPathException e) {
                    // no name of a file
                    continue;
                }
            }
        }
        return out;
    }
}
