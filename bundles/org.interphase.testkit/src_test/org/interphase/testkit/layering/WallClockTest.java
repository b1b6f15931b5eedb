package org.interphase.testkit.layering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The clock on the wall is put back and forward while the program runs, so no span of time is taken from it: that is
 * what {@code System.nanoTime} is for. Who needs the date is given a {@code Clock}.
 */
class WallClockTest {

    private static final Pattern WALL_CLOCK = Pattern.compile("System\\.currentTimeMillis\\(\\)|new Date\\(\\)|\\b"
            + "(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now\\(\\)");
    /** They compare with the times of files, which come from the same clock. */
    private static final Set<String> ALLOWED = Set.of("AtomicFiles.java", "FilePaths.java");

    @Test
    void onlyTheTimesOfFilesAreComparedWithIt() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(LayeringTest.root().resolve("bundles"))) {
            for (Path file : files.filter(f -> f.toString().replace('\\', '/')
                    .matches(".*/bundles/(?!org\\.interphase\\.ui\\.tests/)[^/]+/src/.*\\.java")).toList()) {
                if (WALL_CLOCK.matcher(Files.readString(file)).find()) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(new TreeSet<>(ALLOWED), found);
    }
}
