package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.interphase.api.DatasetFormatException;
import org.junit.jupiter.api.Test;

/** What is unpacked is counted however it is read. */
class UnpackedBytesTest {

    private static InputStream five(long most) {
        return UnpackedBytes.atMost("a.zip", "data", new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}), most);
    }

    @Test
    void whatIsAllowedComesWhole() throws Exception {
        assertEquals(5, five(5).transferTo(OutputStream.nullOutputStream()));
        assertEquals(5, five(5).skip(9));
        InputStream one = five(5);
        int sum = 0;
        for (int b = one.read(); b >= 0; b = one.read()) {
            sum += b;
        }
        assertEquals(15, sum);
    }

    @Test
    void oneByteMoreIsAnError() throws Exception {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> five(4).transferTo(
                OutputStream.nullOutputStream()));
        assertTrue(e.getMessage().contains("a.zip") && e.getMessage().contains("more than 4 bytes"), e.getMessage());
        assertThrows(DatasetFormatException.class, () -> five(4).skip(5));
        InputStream one = five(4);
        for (int i = 0; i < 4; i++) {
            assertEquals(i + 1, one.read());
        }
        assertThrows(DatasetFormatException.class, one::read);
    }

    /** 16 MiB are free; beyond, 200 times the archive. */
    @Test
    void aTextMayBeTwoHundredTimesItsArchive() throws Exception {
        long free = 16L << 20;
        assertEquals(free, zeros(free, 1).transferTo(OutputStream.nullOutputStream()));
        assertThrows(DatasetFormatException.class, () -> zeros(free + 1, 1).transferTo(
                OutputStream.nullOutputStream()));
        long archive = 100_000;
        assertEquals(200 * archive, zeros(200 * archive, archive).transferTo(OutputStream.nullOutputStream()));
        assertThrows(DatasetFormatException.class, () -> zeros(200 * archive + 1, archive).transferTo(
                OutputStream.nullOutputStream()));
    }

    private static InputStream zeros(long n, long archive) {
        return UnpackedBytes.text("a.x3p", "main.xml", new InputStream() {
            private long left = n;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] to, int from, int length) {
                int k = (int) Math.min(left, length);
                left -= k;
                return k == 0 ? -1 : k;
            }
        }, archive);
    }
}
