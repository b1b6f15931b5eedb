package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report over recorded files of several techniques, of which some are missing, broken, strange in name or of nobody:
 * it says each, on its first page and in its data files.
 */
class MixedProjectTest {

    private static final String PROJECT = """
            format: interphase project 1
            title: "Prüfung <b>Müller</b> & Söhne"
            samples:
              - name: "Müller <script>alert(1)</script>"
                description: "=cmd|' /C calc'!A0"
                files: raw/müller/**
              - name: "=cmd|' /C calc'!A0"
                files: "raw/zweite Probe/**"
              - name: verschollen
                files: raw/nirgends/**
              - name: ohne Regel
                files: raw/drei/**
            recipes:
              - recipe: ftir/identify
                files: "*.0"
              - recipe: topography/roughness
                files: "*.sur"
              - recipe: eis/kramers-kronig
                files: "*.mpt"
              - recipe: xps/c1s-carbonate
                files: "fehlt.vms"
            report:
              authors: [Jürgen Ä, "<i>B</i>"]
              reference: "=1+1"
              questions:
                - question: Is it <polystyrene>?
                  evidence:
                    - {recipe: ftir/identify, number: nothing of the kind}
              conclusion: "Größer als <nichts>."
            """;

    @TempDir
    private Path folder;

    private void file(String shared, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(SharedData.require(shared), target);
    }

    private CommandLineRun.Answer report() throws IOException {
        file("vibrational/ftir_ps.0", "raw/müller/Spektrum ß.0");
        file("topography/test_surface.sur", "raw/zweite Probe/Höhe <1>.sur");
        file("impedance/exampleDataBioLogic.mpt", "raw/müller/Zelle.mpt");
        file("vibrational/raman_hdpe.csv", "raw/drei/übrig.csv");
        byte[] whole = Files.readAllBytes(SharedData.require("topography/test_surface.sur"));
        Files.write(folder.resolve("raw/zweite Probe/kaputt.sur"), Arrays.copyOf(whole, 300));
        Files.writeString(folder.resolve("niemandes & Datei.txt"), "of nobody");
        Files.writeString(folder.resolve("project.yaml"), PROJECT);
        return CommandLineRun.of(List.of("report", folder.toString(), "--out", folder.resolve("out").toString(),
                "--format", "html,pdf,docx,csv,json,xlsx"));
    }

    @Test
    void theReportSaysWhatIsMissingWhatFailedAndWhatIsOfNobody() throws IOException {
        CommandLineRun.Answer answer = report();
        assertEquals(1, answer.code(), answer.err());
        String html = Files.readString(folder.resolve("out/report.html"));
        String first = html.substring(0, html.indexOf("What each analysis answers"));
        for (String said : List.of("<td class=\"failed\">failed</td><th>raw/zweite Probe/kaputt.sur</th>",
                "sample left out</td><th>verschollen</th><td>no file matches raw/nirgends/**",
                "sample left out</td><th>ohne Regel</th><td>none of its 1 file gave a result",
                "rule left out</td><th>xps/c1s-carbonate</th><td>no file of a sample matches fehlt.vms",
                "file left out</td><th>raw/drei/übrig.csv</th>",
                "file left out</td><th>niemandes &amp; Datei.txt</th><td>belongs to no sample",
                "Jürgen Ä, &lt;i&gt;B&lt;/i&gt;", "Größer als &lt;nichts&gt;.", "Is it &lt;polystyrene&gt;?",
                "There is no &#39;nothing of the kind&#39; of ftir/identify.")) {
            assertTrue(first.contains(said), said + " is not in " + first.substring(first.indexOf("<body")));
        }
        assertTrue(html.indexOf("polystyrene", html.indexOf("What each analysis answers")) > 0,
                "what was recognised is in the summary");
        String json = Files.readString(folder.resolve("out/results.json"));
        for (String said : List.of("verschollen", "fehlt.vms", "niemandes & Datei.txt", "kaputt.sur")) {
            assertTrue(json.contains(said), said);
        }
    }

    @Test
    void noNameOfAFileOrSampleIsRunByWhatOpensTheReport() throws IOException {
        report();
        String html = Files.readString(folder.resolve("out/report.html"));
        assertEquals(2, html.split("<script", -1).length, "the page's own only");
        assertTrue(html.contains("Müller &lt;script&gt;alert(1)&lt;/script&gt;"));
        for (String line : Files.readAllLines(folder.resolve("out/results.csv"))) {
            assertFalse(line.startsWith("=") || line.contains(",=") || line.startsWith("\"="), line);
        }
        try (ZipFile zip = new ZipFile(folder.resolve("out/results.xlsx").toFile())) {
            zip.stream().filter(e -> e.getName().endsWith(".xml")).forEach(e -> {
                try {
                    assertFalse(new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8)
                            .contains("<f>"), e.getName());
                } catch (IOException x) {
                    throw new java.io.UncheckedIOException(x);
                }
            });
        }
        assertTrue(Files.size(folder.resolve("out/report.pdf")) > 0);
        assertTrue(Files.size(folder.resolve("out/report.docx")) > 0);
        assertEquals(0, CommandLineRun.of(List.of("verify-report", folder.resolve("out").toString())).code());
    }
}
