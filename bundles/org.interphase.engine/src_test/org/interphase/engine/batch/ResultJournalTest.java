package org.interphase.engine.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.engine.internal.KnownKeys;
import org.interphase.engine.recipe.Checksums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a journal when the program that wrote it was killed, wherever that was. */
class ResultJournalTest {

    private static final Map<String, Object> HOW = Map.of("recipe", "r");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.jsonl");
    }

    private static String key(int i) {
        return Checksums.ofBytes(new byte[] {(byte) i});
    }

    private static ResultJournal.Line line(int i, boolean ok) {
        return ResultJournal.line(key(i), ok, Map.of("file", "Prüfung " + i));
    }

    private void write(int from, int to, boolean resume) throws IOException {
        try (ResultJournal journal = ResultJournal.open(file, HOW, resume)) {
            for (int i = from; i < to; i++) {
                journal.append(line(i, i != 1));
            }
        }
    }

    @Test
    void cutAnywhereItGoesOnAsIfItHadNotBeenCut() throws IOException {
        write(0, 3, false);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            write(0, 0, true);
            String left = Files.readString(file);
            assertTrue(left.endsWith("\n"), "half a line is left of " + length + " bytes");
            write(0, 3, true);
            assertArrayEquals(whole, Files.readAllBytes(file), "cut to " + length + " bytes");
        }
    }

    @Test
    void endsThatADiskFilledWithZerosAreCutOff() throws IOException {
        write(0, 3, false);
        byte[] whole = Files.readAllBytes(file);
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, whole.length - 30, whole.length, (byte) 0);
        Files.write(file, zeros);
        write(2, 3, true);
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void knowsWhatIsDoneAndWhatFailed() throws IOException {
        write(0, 3, false);
        try (ResultJournal journal = ResultJournal.open(file, HOW, true)) {
            assertTrue(journal.isDone(key(0)));
            assertFalse(journal.isDone(key(1)), "a failure is tried again");
            assertTrue(journal.isDone(key(2)));
            assertFalse(journal.isDone(key(3)));
            assertEquals(3, journal.known());
            journal.append(line(1, false));
            journal.append(line(1, true));
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(5, lines.size(), "the same failure once more was written, or the success was not");
        assertTrue(lines.get(4).contains("\"status\":\"ok\""));
    }

    @Test
    void aDamagedLineBetweenOthersIsNamedAndNothingIsTouched() throws IOException {
        write(0, 3, false);
        String text = Files.readString(file).replace("Prüfung 1", "Prüfung 7");
        Files.writeString(file, text);
        IOException e = assertThrows(IOException.class, () -> write(3, 4, true));
        assertTrue(e.getMessage().contains("line 3"), e.getMessage());
        assertEquals(text, Files.readString(file));
    }

    @Test
    void whatIsNoJournalIsLeftAlone() throws IOException {
        for (String text : List.of("energy,counts\n1,2\n", "x", "{\"journal\":\"interphase journal 2\"}\n")) {
            Files.writeString(file, text);
            assertThrows(IOException.class, () -> write(0, 1, false));
            assertThrows(IOException.class, () -> write(0, 1, true), text);
            assertEquals(text, Files.readString(file));
        }
    }

    @Test
    void twoCannotWriteOne() throws IOException {
        try (ResultJournal journal = ResultJournal.open(file, HOW, false)) {
            journal.append(line(0, true));
            IOException e = assertThrows(IOException.class, () -> write(1, 2, true));
            assertTrue(e.getMessage().contains("another program"), e.getMessage());
        }
        write(1, 2, true);
        assertEquals(3, Files.readAllLines(file, StandardCharsets.UTF_8).size());
    }

    @Test
    void keysAreKnownWithTheirValues() {
        KnownKeys keys = new KnownKeys();
        for (int i = 0; i < 20_000; i++) {
            keys.put(Checksums.ofBytes(Integer.toString(i).getBytes(StandardCharsets.UTF_8)), i);
        }
        keys.put(key(0), 1);
        keys.put(key(0), 2);
        assertEquals(20_001, keys.size());
        assertEquals(2, keys.get(key(0), -1));
        assertEquals(-1, keys.get(key(1), -1));
        for (int i = 0; i < 20_000; i++) {
            assertEquals(i, keys.get(Checksums.ofBytes(Integer.toString(i).getBytes(StandardCharsets.UTF_8)), -1));
        }
    }
}
