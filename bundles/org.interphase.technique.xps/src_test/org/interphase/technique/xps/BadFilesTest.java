package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

/** Damaged files of every format: read or refused by name, place and cause, never half, never without end. */
class BadFilesTest {

    /** A whole file of each format. */
    private static List<Source> samples() throws Exception {
        double[] counts = new double[60];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 100 + i % 7;
        }
        StringBuilder text = new StringBuilder("Binding energy (eV),Counts / s\n");
        for (int i = 0; i < 60; i++) {
            text.append(695 - 0.25 * i).append(',').append(100 + i % 5).append('\n');
        }
        return List.of(Vamas.file(Vamas.header("NORM", "REGULAR", 2, 0) + Vamas.block("F 1s", false, 0, 797, 0.5,
                counts) + Vamas.block("C 1s", false, 0, 1197, 0.5, counts)),
                Source.of("F_1s.csv", text.toString().getBytes(StandardCharsets.UTF_8)), Workbooks.avantage(),
                PhiTest.sample());
    }

    private static DatasetReader readerOf(Source s) throws Exception {
        DatasetReader best = null;
        for (DatasetReader r : new XpsTechnique().readers()) {
            var head = org.interphase.api.SourceHead.of(s);
            best = best == null || r.confidence(head) > best.confidence(head) ? r : best;
        }
        return best;
    }

    /** Reads damaged bytes; anything but datasets that are whole or a format error fails. */
    private static boolean refused(DatasetReader reader, String name, byte[] bytes, String what) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                for (Dataset d : reader.read(Source.of(name, bytes), Progress.none())) {
                    if (d instanceof Curve c) {
                        assertTrue(Arrays.stream(c.axis().values()).allMatch(Double::isFinite), what);
                        assertTrue(c.points() <= bytes.length, what + ": more points than bytes");
                    }
                }
                return false;
            } catch (DatasetFormatException e) {
                assertTrue(e.file().equals(name), what + ": " + e.getMessage());
                assertTrue(!e.getMessage().isBlank() && e.getMessage().length() < 2000, what + ": " + e.getMessage());
                return true;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                return fail(what + " ended in " + e, e);
            }
        });
    }

    @Test
    void aFileCutAnywhereIsWholeOrRefused() throws Exception {
        for (Source s : samples()) {
            byte[] whole = s.readAll(1 << 24);
            DatasetReader r = readerOf(s);
            int step = Math.max(1, Math.min(200, whole.length / 40));
            for (int n = 0; n < whole.length; n += step) {
                refused(r, s.name(), Arrays.copyOf(whole, n), s.name() + " cut at " + n);
            }
        }
    }

    @Test
    void bytesFlippedAtRandomNeverBreakAReader() throws Exception {
        for (Source s : samples()) {
            byte[] whole = s.readAll(1 << 24);
            DatasetReader r = readerOf(s);
            for (long seed = 1; seed <= 150; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                byte[] damaged = whole.clone();
                for (int k = 0; k < 1 + seed % 5; k++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                refused(r, s.name(), damaged, s.name() + " seed " + seed);
            }
        }
    }

    /** Every number of a VAMAS file in turn becomes one that cannot be right. */
    @Test
    void wrongNumbersInVamasAreNamedByLineAndField() throws Exception {
        Source s = samples().get(0);
        String[] lines = new String(s.readAll(1 << 24), StandardCharsets.ISO_8859_1).split("\r\n");
        DatasetReader r = readerOf(s);
        for (int i = 1; i < lines.length - 1; i++) {
            if (!lines[i].matches("[-+0-9.eE]+") || i > 70 && i < 110) {
                continue;
            }
            for (String wrong : List.of("NaN", "2147483647", "-1", "1e300", "x")) {
                String[] all = lines.clone();
                all[i] = wrong;
                refused(r, s.name(), (String.join("\r\n", all) + "\r\n").getBytes(StandardCharsets.ISO_8859_1),
                        "line " + (i + 1) + " as " + wrong);
            }
        }
    }

    @Test
    void ordinatesThatAreNoNumbersAreRefusedByLineAndField() throws Exception {
        Source s = samples().get(0);
        List<String> lines = new ArrayList<>(List.of(new String(s.readAll(1 << 24), StandardCharsets.ISO_8859_1)
                .split("\r\n")));
        int at = lines.indexOf("103");
        for (String wrong : List.of("NaN", "Infinity", "1e37", "", "12,5")) {
            List<String> all = new ArrayList<>(lines);
            all.set(at, wrong);
            try {
                readerOf(s).read(Source.of("bad.vms", (String.join("\r\n", all) + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1)), Progress.none());
                fail("'" + wrong + "' was read as an ordinate");
            } catch (DatasetFormatException e) {
                assertTrue(e.position().contains("line " + (at + 1)) && e.position().contains("ordinate"),
                        e.getMessage());
            }
        }
    }

    @Test
    void textWithNumbersThatAreNoneIsRefusedByLine() throws Exception {
        Source s = samples().get(1);
        String text = new String(s.readAll(1 << 20), StandardCharsets.UTF_8);
        DatasetReader r = readerOf(s);
        for (String wrong : List.of("690.0,NaN\n", "690.0,abc\n", "NaN,103\n", "690.25,103\n690.25,104\n")) {
            byte[] bad = text.replaceFirst("690\\.0,\\d+\n", wrong).getBytes(StandardCharsets.UTF_8);
            refused(r, s.name(), bad, "text with " + wrong.strip());
        }
    }
}
