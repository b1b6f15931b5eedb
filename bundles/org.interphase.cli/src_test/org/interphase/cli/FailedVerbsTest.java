package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.report.ReportFormat;
import org.interphase.testkit.fault.FaultyFileSystem;
import org.interphase.testkit.fault.FaultyFileSystem.Fault;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A batch and a report over an earlier one, each change on the disk failing once: every file is the earlier one or the
 * new one and whole, what is said to be done is there, what failed says so, and running again ends as without a fault.
 */
class FailedVerbsTest {

    private static final String ONE = "TOY first\ntemperature = 25 degC\n1 10\n2 14\n3 12\n";
    private static final String PROJECT = """
            format: interphase project 1
            title: Trial
            samples:
              - name: A
                files: '*.toy'
            recipes:
              - recipe: toy/total
                set: {scale.factor: FACTOR}
            """;
    private static final TechniqueRegistry REGISTRY = TechniqueRegistry.of(List.of(new ToyTechnique()));

    @TempDir
    private Path work;
    private final List<String> wrong = new ArrayList<>();
    private int told;
    private int runs;

    /** Every file a report can have. */
    private static final String FORMATS = Arrays.stream(ReportFormat.values()).map(f -> f.name().toLowerCase(Locale
            .ROOT)).collect(Collectors.joining(","));

    private record Answer(int code, String err) {
    }

    private record Verb(String out, List<String> earlier, List<String> now) {
    }

    private static final Verb BATCH = new Verb("out", List.of("run", "toy/total", "a.toy", "b.toy", "--out", "out",
            "--jobs", "1", "--set", "scale.factor=1"), List.of("run", "toy/total", "a.toy", "b.toy", "--out", "out",
            "--jobs", "1", "--set", "scale.factor=2"));
    private static final Verb REPORT = new Verb("report", List.of("report", ".", "--format", FORMATS,
            "--jobs", "1"), List.of("report", ".", "--format", FORMATS, "--jobs", "1"));

    private static Answer run(Path folder, List<String> arguments, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> REGISTRY, console, folder).run(Stream.concat(arguments.stream(),
                Stream.concat(Stream.of("-q"), Stream.of(more))).toArray(String[]::new));
        return new Answer(code, err.toString(StandardCharsets.UTF_8));
    }

    /** A folder with an earlier result. */
    private Path fresh(Verb verb, String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        Files.writeString(folder.resolve("a.toy"), ONE);
        Files.writeString(folder.resolve("b.toy"), ONE.replace("14", "20"));
        Files.writeString(folder.resolve("project.yaml"), PROJECT.replace("FACTOR", "1"));
        assertEquals(0, run(folder, verb.earlier).code);
        Files.writeString(folder.resolve("project.yaml"), PROJECT.replace("FACTOR", "2"));
        return folder;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> out = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                out.put(folder.relativize(p).toString().replace('\\', '/'), Files.readAllBytes(p));
            }
        }
        return out;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    /** What is wrong with a file, or nothing. */
    private static String fault(Path folder, String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        try {
            if (name.endsWith(AnalysisStore.SUFFIX)) {
                AnalysisDocument d = AnalysisStore.read(folder.resolve(name));
                return d.measurements().isEmpty() ? "has no numbers" : "";
            } else if (name.endsWith(".json")) {
                new Load(LoadSettings.builder().build()).loadFromString(text);
                return text.strip().endsWith("}") || text.strip().endsWith("]") ? "" : "is cut short";
            } else if (name.endsWith(".html")) {
                return text.strip().endsWith("</html>") ? "" : "is cut short";
            } else if (name.endsWith(".pdf")) {
                return pages(content);
            } else if (name.endsWith(".xlsx") || name.endsWith(".docx")) {
                return archive(folder.resolve(name));
            } else if (name.endsWith("SHA256SUMS")) {
                return text.lines().allMatch(l -> l.matches("[0-9a-f]{64}  .+")) && text.endsWith("\n") ? ""
                        : "is cut short";
            }
            return text.endsWith("\n") ? "" : "is cut short";
        } catch (IOException | RuntimeException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    private static String pages(byte[] content) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return pdf.getNumberOfPages() > 0 && new PDFTextStripper().getText(pdf).contains("Trial") ? ""
                    : "has no title";
        }
    }

    private static String archive(Path file) throws IOException {
        int parts = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry e : Collections.list(zip.entries())) {
                zip.getInputStream(e).readAllBytes();
                parts++;
            }
        }
        return parts > 3 ? "" : "has too few parts";
    }

    private void compare(String where, Path folder, Verb verb, Map<String, byte[]> old, Map<String, byte[]> done,
            Answer answer) throws IOException {
        Map<String, byte[]> now = files(folder.resolve(verb.out));
        now.forEach((name, content) -> {
            String fault = name.endsWith(".interphase-tmp") ? "" : fault(folder.resolve(verb.out), name, content);
            if (!fault.isEmpty()) {
                wrong.add(where + name + " " + fault);
            }
        });
        old.keySet().stream().filter(n -> !now.containsKey(n)).forEach(n -> wrong.add(where + n + " is lost"));
        byte[] table = now.getOrDefault("results.csv", new byte[0]);
        boolean isNew = Arrays.equals(table, done.get("results.csv"));
        // of several inputs one may have failed, which its row then says
        boolean says = answer.code != 0 && answer.err.contains("interphase: a.toy") != answer.err.contains(
                "interphase: b.toy");
        if (!isNew && !says && (answer.code == 0 || !Arrays.equals(table, old.get("results.csv")))) {
            wrong.add(where + "results.csv is " + (answer.code == 0 ? "not the new one" : "neither old nor new"));
        }
        if (answer.code != 0) {
            told++;
            if (!answer.err.contains("interphase: ") || answer.err.contains("\tat ") || answer.err.contains("null")) {
                wrong.add(where + "says " + answer.err);
            }
        }
        if (run(folder, verb.now, "--resume").code != 0 || !Arrays.equals(Files.readAllBytes(folder.resolve(verb.out)
                .resolve("results.csv")), done.get("results.csv"))) {
            wrong.add(where + "running again does not end as without a fault");
        }
    }

    /** Lets every n-th change fail in every way; gives how many changes there are. */
    private int each(Verb verb, int step) throws IOException {
        FaultyFileSystem system = new FaultyFileSystem();
        Path first = fresh(verb, "done");
        Map<String, byte[]> old = files(first.resolve(verb.out));
        system.failAt(0, Fault.ONCE);
        Answer whole = run(system.of(first), verb.now);
        assertEquals(0, whole.code, whole.err);
        int changes = system.changes();
        Map<String, byte[]> done = files(first.resolve(verb.out));
        assertTrue(!Arrays.equals(old.get("results.csv"), done.get("results.csv")), "nothing was new");
        int begin = 0;
        for (Fault fault : Fault.values()) {
            // each way begins elsewhere, so that together they meet more changes
            for (int k = 1 + begin++ % step; k <= changes; k += step) {
                runs++;
                Path folder = fresh(verb, "run");
                system.failAt(k, fault);
                Answer answer = run(system.of(folder), verb.now);
                system.failAt(0, Fault.ONCE);
                compare(fault + " at change " + k + ": ", folder, verb, old, done, answer);
                remove(folder);
            }
        }
        return changes;
    }

    private void check(String name, Verb verb, int step, TestReporter reporter) throws IOException {
        int changes = each(verb, step);
        reporter.publishEntry("failed writes", "| " + name + " | " + changes + " | " + runs + " | " + told + " | "
                + wrong.size() + " |");
        assertEquals(List.of(), wrong);
        assertTrue(told > runs / 2, told + " of " + runs + " were told");
    }

    @Test
    void aBatch(TestReporter reporter) throws IOException {
        check("batch", BATCH, 11, reporter);
    }

    @Test
    void aReport(TestReporter reporter) throws IOException {
        check("report", REPORT, 37, reporter);
    }

    @Test
    @Tag("study")
    void everyChangeOfABatch(TestReporter reporter) throws IOException {
        check("batch", BATCH, 1, reporter);
    }

    @Test
    @Tag("study")
    void everyChangeOfAReport(TestReporter reporter) throws IOException {
        check("report", REPORT, 1, reporter);
    }

    @Test
    void verifyingAReportChangesNothing() throws IOException {
        FaultyFileSystem system = new FaultyFileSystem();
        Path folder = fresh(REPORT, "verified");
        system.failAt(1, Fault.READ_ONLY);
        Answer answer = run(system.of(folder), List.of("verify-report", "report"));
        assertTrue(answer.code <= 1, answer.err);
        assertEquals(0, system.changes());
    }
}
