package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files of every format are refused with file and position, or read; nothing else happens. */
class FuzzTest {

    private static final int ROUNDS = 400;
    /** What a reader may take for a file of a few kilobytes. */
    private static final long MOST = 24L << 20;

    static Stream<Map.Entry<String, byte[]>> files() {
        Map<String, byte[]> m = new LinkedHashMap<>();
        m.put("a.spc", Files.spc(0, 9, 13, 4, 1));
        m.put("multi.spc", Files.spc(4, 9, 13, 4, 3));
        m.put("own.spc", Files.spc(0xc4, -128, 13, 4, 2));
        m.put("old.spc", SpcWriter.old(4, 10, 400, 1000, new double[50], new double[50]));
        m.put("a.wdf", Files.wdf(3, 2));
        m.put("a.0", Files.opus(4));
        m.put("a.spa", Files.spa());
        m.put("dif.jdx", Files.jcamp("##XYDATA=(X++(Y..Y))\n400A00LT%T\n404A06kmj05NP", 10));
        m.put("pairs.jdx", Files.jcamp("##XYPOINTS=(XY..XY)\n400,100; 401,103; 402,106", 3));
        m.put("map.txt", Files.labSpecMap());
        m.put("a.xml", Files.labSpecXml(2, 3));
        m.put("a.csv", Files.csv());
        m.put("bwtek.txt", Files.bwTek(';', true));
        m.put("wire.txt", Files.wireMap());
        m.put("a.asp", ("60\n1580\n400\n1\n2\n4\n" + "0.5\n".repeat(60)).getBytes(StandardCharsets.US_ASCII));
        return m.entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void damagedFilesAreRefusedOrRead(Map.Entry<String, byte[]> file) throws IOException {
        String name = file.getKey();
        byte[] whole = file.getValue();
        DatasetReader reader = Steps.reader(name, whole);
        SplittableRandom random = new SplittableRandom(20);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, i * whole.length / ROUNDS) : flipped(whole, random);
            long before = memory.getCurrentThreadAllocatedBytes();
            String round = name + ", round " + i;
            try {
                reader.confidence(SourceHead.of(Source.of(name, damaged)));
                assertFalse(reader.read(Source.of(name, damaged), Progress.none()).isEmpty(), round);
            } catch (DatasetFormatException e) {
                assertTrue(e.getMessage().contains(name) && !e.position().isEmpty(), round + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError(round, e);
            }
            long used = memory.getCurrentThreadAllocatedBytes() - before;
            assertTrue(used < MOST, round + " took " + used + " bytes");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void filesCutAtAnyByteAreRefusedOrRead(Map.Entry<String, byte[]> file) throws IOException {
        DatasetReader reader = Steps.reader(file.getKey(), file.getValue());
        for (int cut = 0; cut < file.getValue().length; cut += cut < 700 ? 1 : 13) {
            Source part = Source.of(file.getKey(), Arrays.copyOf(file.getValue(), cut));
            try {
                reader.confidence(SourceHead.of(part));
                assertFalse(reader.read(part, Progress.none()).isEmpty(), "cut at " + cut);
            } catch (DatasetFormatException e) {
                assertTrue(e.getMessage().contains(file.getKey()), "cut at " + cut + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("cut at " + cut, e);
            }
        }
    }

    /** One to four bytes changed, half the time in the header, some to the largest values a field can hold. */
    private static byte[] flipped(byte[] whole, SplittableRandom random) {
        byte[] out = whole.clone();
        int reach = random.nextBoolean() ? out.length : Math.min(out.length, 600);
        for (int k = random.nextInt(4); k >= 0; k--) {
            out[random.nextInt(reach)] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt(256));
        }
        return out;
    }
}
