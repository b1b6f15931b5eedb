package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Source;
import org.interphase.testkit.fuzz.ContainerBytes;
import org.interphase.testkit.fuzz.ReaderTrial;
import org.junit.jupiter.api.Test;

/** Archives of cyclers whose parts grow without end, or have names that lead out of the archive. */
class NdaxBombsTest {

    private static ReaderTrial.Reading read(byte[] archive) {
        ReaderTrial.Reading r = new ReaderTrial(new NewareNdaxReader(), 256L << 20, 5).read(Source.of("bomb.ndax",
                archive));
        assertEquals(Optional.empty(), r.fault());
        return r;
    }

    /** A record with one more part in front. */
    private static byte[] with(String part, String start, String piece, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] pieces = piece.repeat((1 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < megabytes; k++) {
                zip.write(pieces);
            }
            zip.closeEntry();
            for (Map.Entry<String, byte[]> e : ContainerBytes.unzip(NewareSamples.ndax(11, 60)).entrySet()) {
                if (e.getKey().equals(part)) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void settingsWithoutEndAreLeftOutAndTheRecordIsRead() throws IOException {
        for (String piece : new String[] {"<a/>", "<a>", "a"}) {
            assertEquals(1, read(with("Step.xml", "<root>", piece, 40)).datasets().size(), piece);
        }
        assertEquals(1, read(with("Step.xml", "<root a=\"", "a", 40)).datasets().size());
    }

    @Test
    void partsOfZerosStayWithinTheirMemory() throws IOException {
        assertNotNull(read(with("data_step.ndc", "", "\0", 60)).error());
        read(with("data_AUX_1_1_1.ndc", "", "\0", 60));
    }

    @Test
    void partsWithNamesThatLeadOutAreOnlyNames() throws IOException {
        ReaderTrial.Reading r = read(with("../../../TestInfo.xml", "<root/>", " ", 1));
        assertTrue(r.datasets().size() == 1, () -> String.valueOf(r.error()));
    }
}
