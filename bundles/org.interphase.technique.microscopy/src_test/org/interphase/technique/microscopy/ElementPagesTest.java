package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.junit.jupiter.api.Test;

/** Pages of counts that name their element: 16 and 32 bits, both orders of bytes. */
class ElementPagesTest {

    private static final int SIDE = 6;

    /** Pages of counts (page number times 1000 plus pixel) behind each other in one file, each with a page name. */
    private static byte[] pages(ByteOrder order, int bits, int tag, String... names) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(new byte[8]);
        long[] directories = new long[names.length];
        for (int p = 0; p < names.length; p++) {
            ByteBuffer strip = ByteBuffer.allocate(SIDE * SIDE * bits / 8).order(order);
            for (int i = 0; i < SIDE * SIDE; i++) {
                if (bits == 16) {
                    strip.putShort((short) (1000 * p + i));
                } else {
                    strip.putInt(100_000 * p + i);
                }
            }
            int at = whole.size();
            whole.writeBytes(strip.array());
            byte[] text = (names[p] + "\0\0\0\0\0").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            int textAt = whole.size();
            whole.writeBytes(text);
            if (whole.size() % 2 != 0) {
                whole.write(0);
            }
            directories[p] = whole.size();
            int[][] tags = {{256, SIDE}, {257, SIDE}, {258, bits}, {259, 1}, {262, 1}, {270, 0}, {273, at}, {277, 1},
                    {278, SIDE}, {279, strip.capacity()}};
            tags[5] = new int[] {tag, textAt};
            java.util.Arrays.sort(tags, (a, b) -> a[0] - b[0]);
            ByteBuffer d = ByteBuffer.allocate(2 + 12 * tags.length + 4).order(order).putShort((short) tags.length);
            for (int[] t : tags) {
                d.putShort((short) t[0]).putShort((short) (t[0] == tag ? 2 : 4)).putInt(t[0] == tag ? text.length : 1)
                        .putInt(t[1]);
            }
            whole.writeBytes(d.array());
        }
        byte[] out = whole.toByteArray();
        ByteBuffer b = ByteBuffer.wrap(out).order(order);
        b.put(0, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(1, out[0]).putShort(2, (short) 42)
                .putInt(4, (int) directories[0]);
        for (int p = 0; p + 1 < names.length; p++) {
            b.putInt((int) directories[p] + 2 + 12 * 10, (int) directories[p + 1]);
        }
        return out;
    }

    private static List<Dataset> read(byte[] file) throws Exception {
        return new TiffReader().read(Source.of("maps of a cathode.tif", file), Progress.none());
    }

    @Test
    void pagesAreNamedByWhatTheySay() throws Exception {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int bits : new int[] {16, 32}) {
                for (int tag : new int[] {270, 285}) {
                    List<Dataset> all = read(pages(order, bits, tag, "Ni Ka1", "Co", "O", "SE image"));
                    assertEquals(List.of("Ni", "Co", "O"), all.stream().limit(3).map(Dataset::name).toList());
                    for (int p = 0; p < 3; p++) {
                        assertEquals("element-map", all.get(p).kind().id());
                        assertEquals((bits == 16 ? 1000 : 100_000) * p + 7, ((Raster) all.get(p)).get(1, 1));
                    }
                    assertEquals("image", all.get(3).kind().id());
                }
            }
        }
    }

    @Test
    void lettersOfColourPicturesAreNoElements() throws Exception {
        assertEquals(List.of("image", "image", "image"), read(pages(ByteOrder.LITTLE_ENDIAN, 16, 285, "Y", "U", "V"))
                .stream().map(d -> d.kind().id()).toList());
    }

    @Test
    void reportsInDescriptionsNameNothing() throws Exception {
        assertEquals("image", read(pages(ByteOrder.LITTLE_ENDIAN, 16, 270, "EDS detector of the microscope at which "
                + "In was looked for and not found, by the operator")).get(0).kind().id());
    }
}
