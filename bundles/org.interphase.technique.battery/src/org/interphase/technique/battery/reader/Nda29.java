package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.model.Metadata;

/**
 * Version 29 of .nda files: records of 86 bytes that begin with the letter U, and those of auxiliary channels with e,
 * somewhere behind the header. Facts from public descriptions (NewareNDA); none was seen here.
 */
final class Nda29 {

    private static final int LENGTH = 86;
    private static final int DATA = 0x55;
    private static final int AUXILIARY = 0x65;
    private static final int MASS = 152;
    /** Micrograms: more than a kilogram is none. */
    private static final long MOST = 1_000_000_000L;
    private static final int REMARKS = 2317;
    private static final int REMARKS_LENGTH = 100;
    /** The records were seen to begin within this many bytes. */
    private static final int SEARCHED = 1 << 20;

    private final Source source;

    Nda29(Source source) {
        this.source = source;
    }

    /** Reads all records; gives the metadata with what the header adds. */
    Metadata read(NewareRecord record, Metadata metadata, Progress progress) throws IOException {
        byte[] head = source.read(0, SEARCHED);
        int start = start(head);
        if (start < 0) {
            throw new DatasetFormatException(source.name(), "", "no records were found in the file");
        }
        long size = source.size();
        PieceReader.each(source, start, size, LENGTH, progress, (b, at, position) -> {
            if (isWhole(b, at)) {
                if ((b.get(at) & 0xff) == DATA && b.get(at + 1) == 0) {
                    row(record, b, at, position);
                } else if ((b.get(at) & 0xff) == AUXILIARY) {
                    int channel = b.get(at + 1) & 0xff;
                    long number = Integer.toUnsignedLong(b.getInt(at + 2));
                    record.auxiliary("temperature " + channel, "degC", number, b.getShort(at + 34) / 10.0);
                    record.auxiliary("auxiliary voltage " + channel, "V", number, b.getInt(at + 22) / 1e4);
                }
            }
            return true;
        });
        long left = (size - start) % LENGTH;
        byte[] tail = source.read(size - left, (int) left);
        if (tail.length > 1 && (tail[0] & 0xff) == DATA && tail[1] == 0) {
            throw new DatasetFormatException(source.name(), "byte " + (size - left), "the file ends within a "
                    + "record; it "
                    + "is cut off");
        }
        ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long mass = head.length > MASS + 4 ? Integer.toUnsignedLong(b.getInt(MASS)) : 0;
        EnteredAmounts amounts = new EnteredAmounts(metadata, EnteredAmounts.Untyped.CYCLER)
                .mass("active mass", mass < MOST ? mass / 1000.0 : Double.NaN, "mg");
        amounts.remarks().forEach(record::remark);
        return amounts.metadata().with("comment", text(head, REMARKS, REMARKS_LENGTH));
    }

    private static boolean isWhole(ByteBuffer b, int at) {
        return b.getInt(at + 82) == 0;
    }

    private static int start(byte[] b) {
        for (int i = 0; i + 4 + LENGTH < b.length; i++) {
            boolean zeros = b[i] == 0 && b[i + 1] == 0 && b[i + 2] == 0 && b[i + 3] == 0;
            if (zeros && b[i + 4] == DATA && b[i + 5] == 0 && b[i + 4 + 12] != 0
                    && (i + 4 + LENGTH >= b.length - 1 || b[i + 4 + LENGTH] == DATA
                            || b[i + 4 + LENGTH] == AUXILIARY)) {
                return i + 4;
            }
        }
        return -1;
    }

    private void row(NewareRecord record, ByteBuffer b, int at, long position) throws DatasetFormatException {
        long number = Integer.toUnsignedLong(b.getInt(at + 2));
        int status = b.get(at + 12) & 0xff;
        if (number == 0 || status == 0) {
            return;
        }
        NewareRows.integers(source.name(), record, new NewareRows.Place(b, at, position), number,
                Integer.toUnsignedLong(b.getInt(at + 6)) + 1, b.getShort(at + 10) & 0xffff, status);
    }

    static String text(byte[] b, int from, int length) {
        if (from + length > b.length) {
            return null;
        }
        byte[] own = Arrays.copyOfRange(b, from, from + length);
        String t = new String(own, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
        return t.isEmpty() || t.chars().anyMatch(c -> c < 32 || c > 126) ? null : t;
    }
}
