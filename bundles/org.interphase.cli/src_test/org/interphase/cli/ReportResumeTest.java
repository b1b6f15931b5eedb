package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a project of many files whose process is killed, and taken up again. */
class ReportResumeTest {

    private static final int FILES = 120;
    private static final int KILL_AFTER = 70;
    private static final int BROKEN = 17;

    @TempDir
    static Path folder;
    private static String before;
    private static TechniqueRegistry registry;

    @BeforeAll
    static void makeProject() throws IOException {
        before = System.getProperty("interphase.cwd");
        System.setProperty("interphase.cwd", folder.toString());
        registry = TechniqueRegistry.fromClassPath();
        StringBuilder yaml = new StringBuilder("format: interphase project 1\ntitle: Many\nsamples:\n");
        for (int half = 0; half < 2; half++) {
            yaml.append("  - {name: S").append(half).append(", files: 's").append(half).append("/*.csv'}\n");
            Files.createDirectories(folder.resolve("p/s" + half));
        }
        Files.writeString(folder.resolve("p/project.yaml"), yaml.append("recipes:\n  - recipe: xps/f1s-lif-cf2\n"));
    }

    @AfterAll
    static void restore() {
        if (before == null) {
            System.clearProperty("interphase.cwd");
        } else {
            System.setProperty("interphase.cwd", before);
        }
    }

    @BeforeEach
    void makeFiles() throws IOException {
        for (int i = 0; i < FILES; i++) {
            // every tenth without LiF: its area is then a limit, not a number; one file has no numbers at all
            Files.writeString(raw(i), i == BROKEN ? "no data here\n"
                    : XpsRegionTruth.fluorine(i % 10 == 0 ? 0 : 3000, 8000, 500 + i).toCsv(List.of("synthetic")));
        }
    }

    private static Path raw(int i) {
        return folder.resolve(String.format("p/s%d/f%03d.csv", i % 2, i));
    }

    private record Ran(int code, String err) {
    }

    private static List<String> arguments(String out, String... more) {
        List<String> all = new ArrayList<>(List.of("report", "p", "--out", out, "--jobs", "2", "--format",
                "html,csv,json"));
        all.addAll(List.of(more));
        return all;
    }

    private static Ran run(String out, String... more) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> registry, console).run(arguments(out, more).toArray(String[]::new));
        return new Ran(code, err.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> documents(Path out) throws IOException {
        Map<String, String> content = new TreeMap<>();
        if (Files.isDirectory(out.resolve("analyses"))) {
            try (Stream<Path> files = Files.list(out.resolve("analyses"))) {
                for (Path f : files.filter(f -> f.toString().endsWith(AnalysisStore.SUFFIX)).toList()) {
                    content.put(f.getFileName().toString(), Files.readString(f));
                }
            }
        }
        return content;
    }

    private static long number(Path out) throws IOException {
        if (!Files.isDirectory(out.resolve("analyses"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out.resolve("analyses"))) {
            return files.filter(f -> f.toString().endsWith(AnalysisStore.SUFFIX)).count();
        }
    }

    /** Starts the report in a process of its own and kills it when enough analyses are done. */
    private static void startAndKill(Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-Xmx512m", "-Dinterphase.cwd=" + folder, CliMain.class.getName()));
        command.addAll(arguments(out.getFileName().toString()));
        File log = folder.resolve("child.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("CLASSPATH", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")));
        Process child = builder.start();
        try {
            while (child.isAlive() && number(out) < KILL_AFTER) {
                Thread.sleep(2);
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS), "the process outlived its killing");
        assertTrue(number(out) >= KILL_AFTER, "ended too early: " + Files.readString(log.toPath()));
    }

    private static List<String> withoutTime(String text) {
        return Arrays.stream(text.split("\n")).filter(l -> !l.strip().startsWith("time:") && !l.contains("\"time\"")
                && !l.contains("class=\"made\"")).toList();
    }

    private static void assertSameReport(Path expected, Path actual) throws IOException {
        assertArrayEquals(Files.readAllBytes(expected.resolve("results.csv")),
                Files.readAllBytes(actual.resolve("results.csv")));
        for (String file : List.of("results.json", "report.html")) {
            assertEquals(withoutTime(Files.readString(expected.resolve(file))),
                    withoutTime(Files.readString(actual.resolve(file))), file);
        }
        Map<String, String> documents = documents(expected);
        assertEquals(documents.keySet(), documents(actual).keySet());
        for (Map.Entry<String, String> e : documents(actual).entrySet()) {
            assertEquals(withoutTime(documents.get(e.getKey())), withoutTime(e.getValue()), e.getKey());
        }
    }

    private static int kept(Ran ran) {
        return ran.err.lines().filter(l -> l.endsWith(" results kept from before"))
                .mapToInt(l -> Integer.parseInt(l.split(" ")[0])).findFirst().orElse(0);
    }

    // the first 24 are run for their figures, and perhaps one more on each of two threads before they are known
    private static void assertAllButShown(int kept, int all) {
        assertTrue(kept <= all - 24 && kept >= all - 27, kept + " kept of " + all);
    }

    @Test
    void killedAndResumedGivesTheReportOfAnUninterruptedRun() throws Exception {
        assertEquals(CliMain.SOME_FAILED, run("whole").code);
        Path whole = folder.resolve("whole");
        Path resumed = folder.resolve("resumed");
        startAndKill(resumed);
        Map<String, String> half = documents(resumed);
        assertTrue(half.size() < FILES - 1, "killed too late: all files were done");
        assertFalse(Files.exists(resumed.resolve("results.csv")));

        Ran again = run("resumed", "--resume");
        assertEquals(CliMain.SOME_FAILED, again.code);
        assertSameReport(whole, resumed);
        Map<String, String> all = documents(resumed);
        long kept = half.entrySet().stream().filter(e -> e.getValue().equals(all.get(e.getKey()))).count();
        assertEquals(kept, kept(again), "of " + half.size() + " before");
        assertTrue(kept > half.size() / 3, "hardly any of " + half.size() + " kept: " + kept);

        // of a finished report all is kept but those whose figures are shown
        Ran third = run("resumed", "--resume");
        assertAllButShown(kept(third), FILES - 1);
        assertSameReport(whole, resumed);
    }

    @Test
    void whatChangedIsDoneAgain() throws IOException {
        run("changed");
        Map<String, String> before = documents(folder.resolve("changed"));
        String changed = "s1-f111.csv-f111-xps-f1s-lif-cf2.analysis.yaml";
        String stale = before.get(changed);
        assertTrue(stale != null, before.keySet().iterator().next());
        Files.writeString(raw(111), XpsRegionTruth.fluorine(5000, 8000, 77).toCsv(List.of("synthetic")));
        String other = "s1-f113.csv-f113-xps-f1s-lif-cf2.analysis.yaml";
        Files.writeString(folder.resolve("changed/analyses").resolve(other), before.get(other)
                .replace("software: Interphase ", "software: Interphase 0.0."));
        assertAllButShown(kept(run("changed", "--resume")), FILES - 1 - 2);
        assertNotEquals(stale, documents(folder.resolve("changed")).get(changed));
        run("fresh");
        assertSameReport(folder.resolve("fresh"), folder.resolve("changed"));
    }
}
