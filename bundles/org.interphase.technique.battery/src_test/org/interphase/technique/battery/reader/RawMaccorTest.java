package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.junit.jupiter.api.Test;

/** Raw files of Maccor cyclers: the format is not published, and a guess would be silently wrong. */
class RawMaccorTest {

    private static Source binary(String name) {
        byte[] b = new byte[4096];
        new Random(1).nextBytes(b);
        b[0] = 0;
        return Source.of(name, b);
    }

    @Test
    void aRawFileIsRefusedByNameAndSaysWhatToExport() throws Exception {
        Source raw = binary("cell_7.024");
        int confidence = new CyclerReader().confidence(SourceHead.of(raw));
        assertTrue(confidence > 0 && confidence < 20, "whoever knows the content comes before");
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> new CyclerReader().read(raw,
                Progress.none()));
        assertTrue(e.getMessage().contains("cell_7.024") && e.getMessage().contains("Maccor")
                && e.getMessage().contains("text"), e.getMessage());
    }

    @Test
    void otherBinariesAndTextsOfThatNameAreNotTakenForIt() throws Exception {
        assertEquals(0, new CyclerReader().confidence(SourceHead.of(binary("cell.dat"))));
        Source text = Source.of("cell.024", ("Time (s),Voltage (V),Current (A),Cycle\n0,3.5,0,1\n1,3.6,1,1\n"
                + "2,3.61,1,1\n3,3.4,-1,1\n").getBytes(StandardCharsets.UTF_8));
        assertTrue(new CyclerReader().confidence(SourceHead.of(text)) > 60);
        assertEquals(4, CyclerFiles.read(text).rows());
    }
}
