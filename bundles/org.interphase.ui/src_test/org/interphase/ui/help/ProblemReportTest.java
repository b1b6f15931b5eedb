package org.interphase.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a problem holds what it says, and no names of files in its settings. */
class ProblemReportTest {

    @TempDir
    private Path folder;

    private static final String SETTINGS = "look=DARK\nproject=C\\:\\\\secret\n"
            + "recent=/home/ada/a.csv\nwidth.left=312\n";

    @Test
    void theArchiveIsWhatWasShown() throws IOException {
        ProblemReport report = ProblemReport.of("Interphase 1", "log", SETTINGS,
                Recipe.of("x/y", "Y", "", Applicability.of("k")));
        assertEquals(List.of("versions.txt", "log.txt", "settings.txt", "recipe.yaml"),
                report.entries().stream().map(ProblemReport.Entry::name).toList());
        Path file = folder.resolve("problem.zip");
        report.write(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(4, zip.size());
            for (ProblemReport.Entry e : report.entries()) {
                assertEquals(e.text(), new String(zip.getInputStream(new ZipEntry(e.name())).readAllBytes(),
                        StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void settingsNameNoFiles() {
        String settings = ProblemReport.of("", "", SETTINGS, null).entries().get(2).text();
        assertEquals("look=DARK\nwidth.left=312\n", settings);
    }

    @Test
    void ofALongLogTheEndIsTakenFromTheBeginningOfALine() {
        String log = "first line\n" + "something happened\n".repeat(20_000);
        String taken = ProblemReport.of("", log, "", null).entries().get(1).text();
        assertTrue(taken.length() <= 200_000 && taken.startsWith("something happened\n"));
        assertFalse(taken.contains("first"));
    }

    @Test
    void licencesAreCalledByTheirNames() {
        assertEquals("Apache-2.0", ProgramPart.named("https://www.apache.org/licenses/LICENSE-2.0.txt"));
        assertEquals("EPL-2.0", ProgramPart.named("Eclipse Public License - v 2.0"));
        assertEquals("MIT", ProgramPart.named("https://opensource.org/licenses/MIT"));
        assertEquals("BSD-2-Clause", ProgramPart.named("BSD-2-Clause; link=x"));
    }
}
