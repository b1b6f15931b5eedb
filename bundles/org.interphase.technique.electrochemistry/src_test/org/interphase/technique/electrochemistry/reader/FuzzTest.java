package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.technique.electrochemistry.ElectrochemistryTechnique;
import org.junit.jupiter.api.Test;

/** Broken files: every reader reads them or says in one exception what is wrong, in no time. */
class FuzzTest {

    private static final int ROUNDS = 150;

    private static void survives(DatasetReader reader, String name, byte[] bytes) throws IOException {
        try {
            reader.read(Source.of(name, bytes), Progress.none());
        } catch (DatasetFormatException e) {
            assertTrue(e.getMessage().contains(name), e.getMessage());
        } catch (RuntimeException e) {
            throw new AssertionError(reader.id() + " on " + name + ": " + e, e);
        }
    }

    private static byte[] broken(byte[] whole, int kind, SplittableRandom random) {
        byte[] b = whole.clone();
        int at = random.nextInt(b.length);
        switch (kind) {
            case 0 -> {
                return Arrays.copyOf(b, at);
            }
            case 1 -> {
                for (int i = 0; i < 4; i++) {
                    b[random.nextInt(b.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> Arrays.fill(b, at, Math.min(b.length, at + 4), (byte) 0xff);
            case 3 -> {
                String t = new String(b, StandardCharsets.ISO_8859_1);
                String[] evil = {"99999999999", "-5", "1e400", "NaN", "", "\t\t", "{", "x".repeat(5000)};
                int digit = at;
                while (digit < t.length() && !Character.isDigit(t.charAt(digit))) {
                    digit++;
                }
                int end = digit;
                while (end < t.length() && Character.isDigit(t.charAt(end))) {
                    end++;
                }
                return (t.substring(0, digit) + evil[random.nextInt(evil.length)] + t.substring(end))
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
            default -> {
                int to = random.nextInt(b.length);
                System.arraycopy(whole, Math.min(at, to), b, Math.max(at, to),
                        Math.min(b.length - Math.max(at, to), Math.abs(at - to)));
            }
        }
        return b;
    }

    @Test
    void brokenFilesEndInADatasetFormatExceptionThatNamesTheFile() {
        List<DatasetReader> readers = new ElectrochemistryTechnique().readers();
        SplittableRandom random = new SplittableRandom(5);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (DatasetReader reader : readers) {
                List<Source> samples = new ArrayList<>(SampleFiles.all().getOrDefault(reader.id(), List.of()));
                assertTrue(!samples.isEmpty(), "no sample of " + reader.id());
                for (Source s : samples) {
                    byte[] whole = s.readAll(1 << 20);
                    for (int i = 0; i < ROUNDS; i++) {
                        survives(reader, s.name(), broken(whole, i % 5, random));
                    }
                }
            }
        });
    }

    @Test
    void announcedRowsAreNotBelieved() throws IOException {
        survives(new IviumReader(), "a.idf", "Title=x\nprimary_data\n3\n9999999\n1 2 3\n".getBytes(
                StandardCharsets.ISO_8859_1));
        // marks of the byte order and nothing else
        survives(new PalmSensReader(), "a.pssession", new byte[] {-2, -1, -2, -1});
        survives(new PalmSensReader(), "a.pssession", ("{\"Measurements\":" + "[".repeat(100_000)).getBytes(
                StandardCharsets.UTF_8));
    }
}
