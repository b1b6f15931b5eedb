package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.junit.jupiter.api.Test;

/** Broken files: every reader reads them or says in one exception what is wrong, in no time. */
class BinaryFuzzTest {

    private static final int ROUNDS = 400;

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
        SplittableRandom random = new SplittableRandom(7);
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int version : new int[] {5, 11, 14, 17}) {
                broken(new NewareNdaxReader(), "a.ndax", NewareSamples.ndax(version, 30), random);
            }
            broken(new ArbinResReader(), "a.res", ArbinSamples.res(2), random);
            broken(new NewareNdaReader(), "a.nda", NewareSamples.nda29(), random);
            broken(new NewareNdaReader(), "b.nda", NewareSamples.nda130(52, 30), random);
            broken(new NewareNdaReader(), "c.nda", NewareSamples.nda130(56, 30), random);
        });
    }

    private static void broken(DatasetReader reader, String name, byte[] whole, SplittableRandom random)
            throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            survives(reader, name, broken(whole, i % 5, random));
        }
    }
}
