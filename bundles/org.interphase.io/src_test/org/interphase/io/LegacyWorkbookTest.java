package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

/** Workbooks of Excel 97 to 2003. */
class LegacyWorkbookTest {

    private static List<Sheet> read(byte[] bytes) throws Exception {
        return Workbook.read(Source.of("a.xls", bytes), Progress.none()).sheets();
    }

    private static byte[] strings(byte[]... all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Xls.data(8).putInt(all.length).putInt(all.length).array());
        for (byte[] s : all) {
            out.writeBytes(s);
        }
        return out.toByteArray();
    }

    private static Xls curve(int rows) {
        Xls x = new Xls().global(0xfc, strings(Xls.text("Potential (V)", false), Xls.text("\u96fb\u6d41 (A)", true)))
                .sheet("Scan").shared(0, 0, 0).shared(0, 1, 1);
        for (int i = 0; i < rows; i++) {
            x.number(i + 1, 0, 0, 0.01 * i).number(i + 1, 1, 0, 1e-3 * i * i);
        }
        return x;
    }

    @Test
    void smallAndLargeStreamsAreRead() throws Exception {
        for (int rows : new int[] {10, 3000}) {
            byte[] bytes = curve(rows).bytes();
            assertTrue(Workbook.is(SourceHead.of(Source.of("a.xls", bytes))));
            Sheet s = read(bytes).get(0);
            assertEquals("\u96fb\u6d41 (A)", s.text(0, 1));
            assertEquals(rows + 1, s.height());
            assertEquals(1e-3 * (rows - 1) * (rows - 1), s.number(rows, 1));
            Dataset d = new WorkbookReader().read(Source.of("a.xls", bytes), Progress.none()).get(0);
            assertEquals(rows, d.points());
            SourceHead head = TableFile.head(SourceHead.of(Source.of("a.xls", bytes)));
            assertTrue(head.text().startsWith("Potential (V)\t\u96fb\u6d41 (A)\n0\t0\n"), head.text());
        }
    }

    /** [MS-XLS] 2.5.217: whole or a double's upper bits, perhaps hundredths. */
    @Test
    void everyKindOfCellIsRead() throws Exception {
        int half = (int) (Double.doubleToRawLongBits(0.5) >>> 32);
        int style = 1;
        byte[] xf = Xls.data(20).putShort((short) 0).putShort((short) 14).array();
        byte[] own = Xls.data(20).putShort((short) 0).putShort((short) 164).array();
        byte[] code = Xls.text("yyyy-mm-dd hh:mm", false);
        byte[] format = Xls.data(2 + code.length).putShort((short) 164).put(code).array();
        Sheet s = read(new Xls().global(0x41e, format).global(0xe0, Xls.data(20).array()).global(0xe0, xf).global(0xe0,
                own).sheet("cells").rk(2, 0, -7 << 2 | 2).rk(2, 1, 1234 << 2 | 3).rk(2, 2, half).rk(2, 3, half | 1)
                .record(0xbd, Xls.data(18).putShort((short) 2).putShort((short) 4).putShort((short) 0).putInt(5 << 2
                        | 2).putShort((short) 0).putInt(6 << 2 | 2).putShort((short) 5).array())
                .formula(2, 6, Double.doubleToRawLongBits(0.25)).formula(2, 7, 0xffff000000000000L).record(0x207,
                        Xls.text("made", false)).formula(2, 8, 0xffff000000010001L).formula(2, 9, 0xffff0000002a0002L)
                .record(0x205, Xls.data(8).putShort((short) 2).putShort((short) 10).putShort((short) 0).put((byte) 1)
                        .put((byte) 0).array()).number(2, 11, style, 43802).number(2, 12, 2, 43802.5)
                .record(0x204, Xls.data(6 + 5).putShort((short) 2).putShort((short) 13).putShort((short) 0)
                        .put(Xls.text("ab", false)).array()).number(2, 14, 0, Double.NaN).bytes()).get(0);
        double[] numbers = {-7, 12.34, 0.5, 0.005, 5, 6, 0.25};
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(numbers[i], s.number(2, i), 1e-15, "column " + i);
        }
        List<String> texts = List.of("made", "TRUE", "#N/A", "TRUE", "2019-12-03", "2019-12-03T12:00", "ab", "#N/A");
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), s.text(2, 7 + i));
        }
        assertEquals("", s.text(0, 0));
    }

    /** A long string whose letters go on in a record of their own, of the other width; runs of formats behind it. */
    @Test
    void stringsGoOnInFurtherRecords() throws Exception {
        byte[] first = Xls.data(8 + 3 + 2 + 4).putInt(2).putInt(2).putShort((short) 6).put((byte) 8).putShort((short) 1)
                .put("abcd".getBytes(StandardCharsets.ISO_8859_1)).array();
        byte[] further = Xls.data(1 + 4 + 4).put((byte) 1).putShort((short) 0x96fb).putShort((short) 0x6d41).putInt(0)
                .array();
        byte[] second = Xls.text("next", false);
        byte[] both = Arrays.copyOf(further, further.length + second.length);
        System.arraycopy(second, 0, both, further.length, second.length);
        Sheet s = read(new Xls().global(0xfc, first).global(0x3c, both).sheet("a").shared(0, 0, 0).shared(0, 1, 1)
                .bytes()).get(0);
        assertEquals("abcd\u96fb\u6d41", s.text(0, 0));
        assertEquals("next", s.text(0, 1));
    }

    @Test
    void cellsMayComeInAnyOrderAndSheetsMayBeHidden() throws Exception {
        List<Sheet> all = read(new Xls().sheet("one").number(3, 1, 0, 4).number(1, 2, 0, 2).number(1, 0, 0, 1)
                .number(3, 1, 0, 5).sheet("hidden two").number(0, 0, 0, 9).bytes());
        assertEquals(1, all.get(0).number(1, 0));
        assertEquals(2, all.get(0).number(1, 2));
        assertEquals(5, all.get(0).number(3, 1));
        assertFalse(all.get(0).isHidden());
        assertTrue(all.get(1).isHidden());
        assertEquals(9, all.get(1).number(0, 0));
    }

    /** A chart within a sheet is a part of its own, whose cells are none of the sheet. */
    @Test
    void chartsAreNoCells() throws Exception {
        Sheet s = read(new Xls().sheet("a").number(0, 0, 0, 1).record(0x809, new byte[16]).number(0, 1, 0, 7)
                .record(0xa, new byte[0]).number(0, 2, 0, 3).bytes()).get(0);
        assertEquals("", s.text(0, 1));
        assertEquals(3, s.number(0, 2));
    }

    @Test
    void encryptedOldAndDamagedOnesAreRefused() throws Exception {
        byte[] locked = new Xls().global(0x2f, new byte[6]).sheet("a").number(0, 0, 0, 1).bytes();
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(locked)).getMessage().contains("password"));
        byte[] old = Xls.compound("Book", new byte[100]);
        assertFalse(Workbook.is(SourceHead.of(Source.of("a.xls", old))));
        assertTrue(assertThrows(DatasetFormatException.class, () -> new OtherSpreadsheets().read(Source.of("a.xls",
                old), Progress.none())).getMessage().contains("before 1997"));
        byte[] missing = new Xls().sheet("a").shared(4, 2, 3).bytes();
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(missing)).getMessage().contains("cell C5"));
        byte[] whole = curve(1000).bytes();
        for (int length = 600; length < whole.length - 600; length += 997) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(DatasetFormatException.class, () -> read(cut));
        }
    }

    /** Whatever bytes are wrong, it is read or refused, and ends. */
    @Test
    void wrongBytesNeverHang() throws Exception {
        byte[] whole = curve(300).bytes();
        java.util.Random r = new java.util.Random(3);
        for (int k = 0; k < 3000; k++) {
            byte[] b = whole.clone();
            for (int i = 0; i < 3; i++) {
                b[r.nextInt(k % 2 == 0 ? 3000 : b.length)] = (byte) r.nextInt();
            }
            try {
                for (Sheet s : read(b)) {
                    s.blocks();
                }
            } catch (DatasetFormatException e) {
                assertTrue(e.getMessage().contains("a.xls"), e.getMessage());
            }
        }
    }
}
