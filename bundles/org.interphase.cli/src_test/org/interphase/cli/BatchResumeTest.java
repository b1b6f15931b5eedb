package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of F 1s regions whose process is killed, and taken up again. */
class BatchResumeTest {

    private static final int FILES = 300;
    private static final int KILL_AFTER = 100;
    private static final int BROKEN = 17;
    private static final String RECIPE = "xps/f1s-lif-cf2";

    @TempDir
    static Path folder;
    private static String before;
    private static TechniqueRegistry registry;

    @BeforeAll
    static void makeFiles() throws IOException {
        before = System.getProperty("interphase.cwd");
        System.setProperty("interphase.cwd", folder.toString());
        registry = TechniqueRegistry.fromClassPath();
        for (int i = 0; i < FILES; i++) {
            // every tenth without LiF: its area is then a limit, not a number; one file has no numbers at all
            String text = i == BROKEN ? "no data here\n"
                    : XpsRegionTruth.fluorine(i % 10 == 0 ? 0 : 3000, 8000, 500 + i).toCsv(List.of("synthetic"));
            Files.writeString(folder.resolve(name(i)), text);
        }
    }

    @AfterAll
    static void restore() {
        if (before == null) {
            System.clearProperty("interphase.cwd");
        } else {
            System.setProperty("interphase.cwd", before);
        }
    }

    private static String name(int i) {
        return String.format("f%03d.csv", i);
    }

    private static List<String> arguments(int files, String out, String... more) {
        List<String> all = new ArrayList<>(List.of("run", RECIPE, "--out", out, "--jobs", "2"));
        all.addAll(List.of(more));
        for (int i = 0; i < files; i++) {
            all.add(name(i));
        }
        return all;
    }

    private record Ran(int code, String err) {
    }

    private static Ran run(List<String> arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> registry, console).run(arguments.toArray(String[]::new));
        return new Ran(code, err.toString(StandardCharsets.UTF_8));
    }

    private static long documents(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.toString().endsWith(AnalysisStore.SUFFIX)).count();
        }
    }

    private static Map<String, String> content(Path out) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path f : files.filter(f -> f.toString().endsWith(AnalysisStore.SUFFIX)).toList()) {
                content.put(f.getFileName().toString(), Files.readString(f));
            }
        }
        return content;
    }

    /** Starts the batch in a process of its own and kills it when enough files are done. */
    private static void startAndKill(Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-Xmx512m", "-Dinterphase.cwd=" + folder, CliMain.class.getName()));
        command.addAll(arguments(FILES, out.getFileName().toString()));
        File log = folder.resolve("child.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("CLASSPATH", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")));
        Process child = builder.start();
        try {
            while (child.isAlive() && documents(out) < KILL_AFTER) {
                Thread.sleep(2);
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS), "the process outlived its killing");
        assertTrue(documents(out) >= KILL_AFTER, () -> "ended too early: " + text(log));
    }

    private static String text(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> withoutTime(String document) {
        return Arrays.stream(document.split("\n")).filter(l -> !l.strip().startsWith("time:")).toList();
    }

    @Test
    void killedAndResumedGivesTheFilesOfAnUninterruptedRun() throws Exception {
        assertEquals(CliMain.SOME_FAILED, run(arguments(FILES, "whole")).code);
        Path whole = folder.resolve("whole");
        Path resumed = folder.resolve("resumed");
        startAndKill(resumed);
        Map<String, String> half = content(resumed);
        assertTrue(half.size() < FILES - 1, "killed too late: all files were done");
        assertFalse(Files.exists(resumed.resolve("results.csv")));

        // what a disk that filled up or another program might leave
        String torn = half.keySet().iterator().next();
        Files.writeString(resumed.resolve(torn), half.get(torn).substring(0, half.get(torn).length() / 2));
        half.remove(torn);

        Ran again = run(arguments(FILES, "resumed", "--resume"));
        assertEquals(CliMain.SOME_FAILED, again.code);
        assertTrue(again.err.contains((FILES - 1) + " done (" + half.size() + " kept from before), 1 failed"),
                again.err);
        for (String table : List.of("results.csv", "results.json")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(table)), Files.readAllBytes(resumed.resolve(table)),
                    table);
        }
        Map<String, String> all = content(resumed);
        half.forEach((name, text) -> assertEquals(text, all.get(name), name + " was done twice"));
        Map<String, String> expected = content(whole);
        assertEquals(expected.keySet(), all.keySet());
        expected.forEach((name, text) -> assertEquals(withoutTime(text), withoutTime(all.get(name)), name));
        List<String> rows = Files.readAllLines(whole.resolve("results.csv"));
        assertTrue(rows.stream().anyMatch(l -> l.startsWith(name(FILES - 1) + ",") && l.contains(",ok,")));
    }

    @Test
    void anotherRecipeOfTheSameStepsIsNotTakenForThisOne() throws IOException {
        run(arguments(2, "renamed", "-q"));
        String document = Files.readString(folder.resolve("renamed").resolve(name(0) + AnalysisStore.SUFFIX));
        Files.writeString(folder.resolve("renamed").resolve(name(0) + AnalysisStore.SUFFIX),
                document.replace(RECIPE, "my/f1s"));
        assertTrue(run(arguments(2, "renamed", "--resume")).err.contains("2 done (1 kept from before)"));
        assertTrue(Files.readString(folder.resolve("renamed").resolve("results.csv")).contains(RECIPE));
    }

    @Test
    void aResultOfAnEqualFileElsewhereIsNotTakenForThisOne() throws IOException {
        Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve(name(1)), folder.resolve("copy").resolve(name(1)));
        run(List.of("run", RECIPE, "copy/" + name(1), "--out", "moved", "-q"));
        run(List.of("run", RECIPE, name(1), "--out", "moved", "--resume", "-q"));
        Path document = folder.resolve("moved").resolve(name(1) + AnalysisStore.SUFFIX);
        assertEquals("../" + name(1), AnalysisStore.read(document).input().path());
    }
}
