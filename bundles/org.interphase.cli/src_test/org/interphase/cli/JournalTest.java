package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose results go to a journal: killed at any moment and taken up again it is the one of an unbroken run. */
class JournalTest {

    private static final int FILES = 120;
    private static final int KILL_AFTER = 40;
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

    private static List<String> arguments(int files, String journal, String... more) {
        List<String> all = new ArrayList<>(List.of("run", RECIPE, "--journal", journal, "--jobs", "2"));
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

    private static long lines(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        }
    }

    /** Starts the batch in a process of its own and kills it when enough lines are there. */
    private static void startAndKill(String journal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-Xmx512m", "-Dinterphase.cwd=" + folder, CliMain.class.getName()));
        command.addAll(arguments(FILES, journal));
        File log = folder.resolve("child.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("CLASSPATH", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")));
        Process child = builder.start();
        try {
            while (child.isAlive() && lines(folder.resolve(journal)) < KILL_AFTER) {
                Thread.sleep(2);
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS), "the process outlived its killing");
        assertTrue(lines(folder.resolve(journal)) >= KILL_AFTER, () -> "ended too early: " + text(log));
    }

    private static String text(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static byte[] bytes(String journal) throws IOException {
        return Files.readAllBytes(folder.resolve(journal));
    }

    @Test
    void killedAndResumedIsTheJournalOfAnUninterruptedRun() throws Exception {
        assertEquals(CliMain.SOME_FAILED, run(arguments(FILES, "whole.jsonl")).code);
        assertEquals(FILES + 1, lines(folder.resolve("whole.jsonl")));
        startAndKill("resumed.jsonl");
        byte[] killed = bytes("resumed.jsonl");
        byte[] whole = bytes("whole.jsonl");
        assertTrue(killed.length < whole.length, "killed too late: all files were done");

        // a line of which a part reached the disk
        int cut = killed.length - 40;
        Files.write(folder.resolve("resumed.jsonl"), Arrays.copyOf(killed, cut));
        long kept = lines(folder.resolve("resumed.jsonl")) - 3;

        Ran again = run(arguments(FILES, "resumed.jsonl", "--resume"));
        assertEquals(CliMain.SOME_FAILED, again.code);
        assertTrue(again.err.contains((FILES - 1) + " done (" + kept + " kept from before), 1 failed"), again.err);
        assertTrue(again.err.contains(name(BROKEN)), again.err);
        assertArrayEquals(whole, bytes("resumed.jsonl"));

        // once more: there is nothing left to do
        run(arguments(FILES, "resumed.jsonl", "--resume"));
        assertArrayEquals(whole, bytes("resumed.jsonl"));
    }

    @Test
    void whatChangedIsDoneAgainAndTheRestIsKept() throws IOException {
        Files.writeString(folder.resolve("own.csv"), Files.readString(folder.resolve(name(1))));
        List<String> own = List.of("run", RECIPE, "own.csv", name(2), "--journal", "own.jsonl");
        assertEquals(CliMain.DONE, run(own).code);
        List<String> again = new ArrayList<>(own);
        again.add("--resume");
        Files.writeString(folder.resolve("own.csv"), Files.readString(folder.resolve(name(3))));
        Ran changed = run(again);
        assertTrue(changed.err.contains("2 done (1 kept from before), 0 failed"), changed.err);
        assertEquals(4, lines(folder.resolve("own.jsonl")));
        again.addAll(List.of("--set", "fit.detection=4"));
        Ran other = run(again);
        assertTrue(other.err.contains("2 done, 0 failed"), other.err);
        // another recipe is said in a line of its own
        assertEquals(7, lines(folder.resolve("own.jsonl")));
        assertEquals(CliMain.SOME_FAILED, run(own).code, "a journal that is there was written to without --resume");
    }

    @Test
    void aLineHoldsWhatTheDocumentOfARunHolds() throws IOException {
        run(List.of("run", RECIPE, name(1), "--journal", "one.jsonl", "-q"));
        CommandLineRun.Answer answer = CommandLineRun.of(List.of("run", RECIPE, name(1), "--json"));
        String line = Files.readAllLines(folder.resolve("one.jsonl")).get(1);
        for (int i = 0; i < answer.measurements(0).size(); i++) {
            Object value = answer.measurements(0).get(i).get("value");
            assertTrue(line.contains("\"value\":" + value), () -> value + " in " + line);
        }
        assertTrue(line.contains("\"file\":\"" + name(1) + "\""), line);
    }
}
