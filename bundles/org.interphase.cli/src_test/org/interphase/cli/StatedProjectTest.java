package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose files do not say what they are: project.yaml says it, reports and checks carry it. */
class StatedProjectTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void begin() {
        System.setProperty("interphase.cwd", folder.toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("interphase.cwd");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return NoPlugins.over(TechniqueRegistry::fromClassPath, new Console(new PrintStream(out, true,
                StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false)).run(arguments);
    }

    /** A line of 5,000 counts at 688 eV and one of 3,000 at 685 eV over 2,000, without a word of heading. */
    private static String bare() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= 120; i++) {
            double e = 694 - 0.1 * i;
            text.append(String.format(Locale.ROOT, "%.1f  %d%n", e, Math.round(2000 + 5000 * Math.exp(-Math.pow(
                    (e - 688) / 0.9, 2)) + 3000 * Math.exp(-Math.pow((e - 685) / 0.9, 2)))));
        }
        return text.toString();
    }

    private void project(String files) throws IOException {
        Files.writeString(folder.resolve("project.yaml"), """
                format: interphase project 1
                title: T
                samples:
                  - name: A
                    files: %s
                recipes:
                  - recipe: xps/f1s-lif-cf2
                    files: "*.txt"
                stated:
                  - files: "*"
                    kind: xps.region
                    axis: binding energy
                    unit: eV
                """.formatted(files));
    }

    private void reported(String raw) throws IOException {
        assertEquals(0, run("report", ".", "--out", "r", "--format", "html,json", "-q"), err.toString());
        String html = Files.readString(folder.resolve("r/report.html"));
        String said = "As stated by the user, not by the raw data: kind of data xps.region, axis binding energy, unit "
                + "of the axis eV.";
        // in the methods, and at the raw file
        assertEquals(3, html.split(java.util.regex.Pattern.quote(said), -1).length, html);
        assertTrue(html.contains("As stated by the user, not by the file"), "the remark is missing");
        assertTrue(Files.readString(folder.resolve("r/results.json")).contains("LiF position"));
        Path document;
        try (var all = Files.list(folder.resolve("r/analyses"))) {
            document = all.findFirst().orElseThrow();
        }
        assertEquals("binding energy", AnalysisStore.read(document).input().stated().entries().get("axis"));
        assertTrue(AnalysisStore.read(document).input().path().endsWith(raw));
        assertEquals(0, run("verify-report", "r"), out.toString() + err);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("1 of 1 analyses reproduced"), out.toString());
    }

    @Test
    void whatTheProjectSaysReachesReportDocumentAndVerification() throws IOException {
        Files.writeString(folder.resolve("scan.txt"), bare());
        project("scan.txt");
        reported("scan.txt");
    }

    @Test
    void aProjectOnAnArchiveIsReportedFromWithin() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("mail.zip")))) {
            zip.putNextEntry(new ZipEntry("from me/scan.txt"));
            zip.write(bare().getBytes(StandardCharsets.UTF_8));
        }
        project("mail.zip");
        reported("mail.zip");
    }

    @Test
    void aFolderOfArchivesIsAProjectToo() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("mail.zip")))) {
            zip.putNextEntry(new ZipEntry("scan.csv"));
            zip.write(("Binding Energy (eV),Counts\n" + bare().replace("  ", ",")).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(0, run("report", ".", "--out", "r", "--format", "json", "-q"), err.toString());
        assertTrue(Files.readString(folder.resolve("r/results.json")).contains("LiF position"));
    }

    @Test
    void oneRegionOfAFileIsNoOtherRegion() throws IOException {
        Files.writeString(folder.resolve("c1s.csv"), "Binding Energy (eV),Counts\n"
                + bare().lines().map(l -> String.format(Locale.ROOT, "%.1f,%s", Double.parseDouble(l.split(" +")[0])
                        - 400, l.split(" +")[1])).reduce("", (a, b) -> a + b + "\n"));
        assertEquals(1, run("run", "xps/f1s-lif-cf2", "c1s.csv", "--json", "-q"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("covers 282-294 eV, this recipe needs 68"),
                out.toString());
    }
}
