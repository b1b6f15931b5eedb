package org.interphase.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Recorded data kept outside the project. Found through the environment variable {@code INTERPHASE_DATA}, else as
 * {@code shared/data} in or beside a folder above the working folder. A test that needs a file which is not there is
 * skipped with a message that says so.
 */
public final class SharedData {

    private static final String VARIABLE = "INTERPHASE_DATA";

    private SharedData() {
    }

    /** The folder of recorded data, if it is here. */
    public static Optional<Path> folder() {
        return folder(System.getenv(VARIABLE), Path.of("").toAbsolutePath());
    }

    static Optional<Path> folder(String variable, Path start) {
        if (variable != null && !variable.isBlank()) {
            return Optional.of(Path.of(variable)).filter(Files::isDirectory);
        }
        for (Path here = start; here != null; here = here.getParent()) {
            Path data = here.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    /**
     * A recorded file or folder; skips the calling test if it is not here.
     *
     * @param relative path such as {@code xps/regular.vms}
     */
    public static Path require(String relative) {
        Optional<Path> file = folder().map(f -> f.resolve(relative)).filter(Files::exists);
        Assumptions.assumeTrue(file.isPresent(), () -> "recorded data '" + relative + "' is not here (looked in "
                + folder().map(Path::toString).orElse("no folder: set " + VARIABLE) + ")");
        return file.get();
    }
}
