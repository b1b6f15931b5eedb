package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interphase.testkit.synthetic.SmallExample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a report, or in what it was made of, verification finds. */
class TamperedReportTest {

    @TempDir
    private static Path made;
    @TempDir
    private Path folder;

    @BeforeAll
    static void makeTheReport() throws IOException {
        for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
            write(made.resolve(e.getKey()), e.getValue());
        }
        write(made.resolve("project.yaml"), """
                format: interphase project 1
                title: Fluorine
                samples:
                  - name: fresh
                    files: raw/fresh_*.csv
                  - name: cycled
                    files: raw/cycled_*.csv
                recipes:
                  - recipe: xps/f1s-lif-cf2
                """);
        assertEquals(0, CommandLineRun.of(List.of("report", made.toString(), "--out", made.resolve("report").toString(),
                "--format", "html,csv,json")).code());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(made.relativize(f).toString());
                Files.createDirectories(to.getParent());
                Files.copy(f, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private CommandLineRun.Answer verify(int expected, String... more) {
        List<String> line = Stream.concat(Stream.of("verify-report", folder.resolve("report").toString()),
                Stream.of(more)).toList();
        CommandLineRun.Answer answer = CommandLineRun.of(line);
        assertEquals(expected, answer.code(), answer.out() + answer.err());
        return answer;
    }

    private Path document(String sample) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("report/analyses"))) {
            return files.filter(f -> f.getFileName().toString().contains(sample)).findFirst().orElseThrow();
        }
    }

    private void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(from), file + " has no " + from);
        Files.write(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anUntouchedReportIsAsItWasWritten() {
        String out = verify(0).out();
        assertTrue(out.contains("2 of 2 analyses reproduced"), out);
        assertTrue(out.contains("6 of 6 files as they were written"), out);
        assertTrue(verify(0, "--json").out().contains("\"checksums\": true"));
    }

    @Test
    void theChecksumsAreThoseOfSha256sum() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("report/SHA256SUMS"));
        assertEquals(8, lines.size(), lines.toString());
        assertTrue(lines.stream().anyMatch(l -> l.matches("[0-9a-f]{64}  \\.\\./project\\.yaml")));
        assertTrue(lines.stream().anyMatch(l -> l.matches("[0-9a-f]{64}  \\.\\./raw/fresh_F1s\\.csv")));
        assertTrue(lines.stream().anyMatch(l -> l.matches("[0-9a-f]{64}  report\\.html")));
    }

    @Test
    void anEditedNumberInTheResultsIsFound() throws IOException {
        replace(folder.resolve("report/results.json"), "\"value\": 68", "\"value\": 69");
        assertTrue(verify(1).out().contains("results.json: changed"));
        replace(folder.resolve("report/results.csv"), "fresh", "Fresh");
        assertTrue(verify(1).out().contains("results.csv: changed"));
    }

    @Test
    void anEditedPageIsFound() throws IOException {
        replace(folder.resolve("report/report.html"), "Fluorine", "Chlorine");
        assertTrue(verify(1).out().contains("report.html: changed"));
    }

    @Test
    void aDeletedDocumentIsFound() throws IOException {
        Path document = document("fresh");
        Files.delete(document);
        assertTrue(verify(1).out().contains("analyses/" + document.getFileName() + ": missing"));
    }

    @Test
    void anEditedDocumentIsFoundByItsChecksumAndByItsNumbers() throws IOException {
        Path document = document("fresh");
        replace(document, "value: 68", "value: 69");
        String out = verify(1).out();
        assertTrue(out.contains("analyses/" + document.getFileName() + ": changed"), out);
        assertTrue(out.contains("analyses/" + document.getFileName() + ": moved"), out);
    }

    @Test
    void aDocumentThatWasAddedIsFound() throws IOException {
        Files.copy(document("fresh"), folder.resolve("report/analyses/other.analysis.yaml"));
        assertTrue(verify(1).out().contains("analyses/other.analysis.yaml: not written with this report"));
    }

    @Test
    void aChangedRuleOfTheProjectIsFound() throws IOException {
        replace(folder.resolve("project.yaml"), "raw/cycled_*.csv", "raw/*.csv");
        assertTrue(verify(1).out().contains("../project.yaml: changed"));
    }

    @Test
    void aDigitChangedInARawFileIsFoundAndWhatMovesByItIsSaid() throws IOException {
        Path raw = folder.resolve("raw/fresh_F1s.csv");
        List<String> lines = Files.readAllLines(raw);
        int middle = lines.size() / 2;
        String[] cells = lines.get(middle).split(",");
        List<String> changed = new java.util.ArrayList<>(lines);
        changed.set(middle, cells[0] + ",9" + cells[1]);
        Files.write(raw, changed);
        String out = verify(1).out();
        assertTrue(out.contains("raw-changed") || out.contains("raw changed"), out);
        assertTrue(out.contains("fresh_F1s.csv is not what was analysed"), out);
        assertTrue(out.contains(" was ") && out.contains(", now "), out);
        // a comment moves nothing
        Files.write(raw, Stream.concat(Stream.of("# looked through"), lines.stream()).toList());
        assertTrue(verify(1).out().contains("no number moves by that"));
    }

    @Test
    void rawFilesThatWereMovedAreMissedAndFoundWhereTheyAreNow() throws IOException {
        Path archive = folder.resolve("archive/2026");
        Files.createDirectories(archive);
        Files.move(folder.resolve("raw"), archive.resolve("raw"));
        String out = verify(1).out();
        assertTrue(out.contains("raw missing"), out);
        assertEquals(2, out.split("is missing", -1).length - 1, out);
        verify(0, "--raw", archive.toString());
        verify(0, "--raw", archive.resolve("raw").toString());
        replace(archive.resolve("raw/fresh_F1s.csv"), "Synthetic", "Genuine");
        assertTrue(verify(1, "--raw", archive.toString()).out().contains("no number moves by that"));
        assertEquals(2, CommandLineRun.of(List.of("verify-report", folder.resolve("report").toString(), "--raw",
                folder.resolve("nowhere").toString())).code());
    }

    @Test
    void withoutChecksumsTheNumbersAreVerifiedAndThatIsSaid() throws IOException {
        Files.delete(folder.resolve("report/SHA256SUMS"));
        assertTrue(verify(0).out().contains("the report has no checksums"));
    }

    @Test
    void aNewReportInTheFolderLeavesNoDocumentOfTheOldOneButThoseThatWereTouched() throws IOException {
        Path touched = document("cycled");
        Files.writeString(touched, Files.readString(touched) + "# mine\n");
        Path old = document("fresh");
        replace(folder.resolve("project.yaml"), "raw/fresh_*.csv", "raw/none*.csv");
        replace(folder.resolve("project.yaml"), "raw/cycled_*.csv", "raw/nothing*.csv");
        CommandLineRun.of(List.of("report", folder.toString(), "--out", folder.resolve("report").toString(),
                "--format", "csv"));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(touched));
    }

    @Test
    void emptiedChecksumsAreNoChecksumsOfAnEarlierVersion() throws IOException {
        Files.writeString(folder.resolve("report/SHA256SUMS"), "");
        assertTrue(verify(1).out().contains("report.html: not written with this report"));
    }

    @Test
    void checksumsThatNameFilesElsewhereRemoveNone() throws IOException {
        Path mine = folder.resolve("mine.analysis.yaml");
        Files.copy(document("fresh"), mine);
        String hash = org.interphase.engine.recipe.Checksums.ofFile(mine);
        Files.writeString(folder.resolve("report/SHA256SUMS"), hash + "  ../mine.analysis.yaml\n" + hash
                + "  analyses/../../mine.analysis.yaml\n");
        List<String> again = List.of("report", folder.toString(), "--out", folder.resolve("report").toString(),
                "--format", "csv");
        assertEquals(0, CommandLineRun.of(again).code());
        assertTrue(Files.exists(mine));
        // nor does a file of another form stand in the way
        Files.writeString(folder.resolve("report/SHA256SUMS"), "SHA256 (report.html) = 00\n");
        assertEquals(0, CommandLineRun.of(again).code());
    }
}
