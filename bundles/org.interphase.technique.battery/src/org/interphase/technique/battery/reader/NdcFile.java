package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/**
 * The records of an .ndc file, a part of an .ndax archive. From version 11 on: a page of 4,096 bytes as header, then
 * pages of 2 bytes type, 2 bytes count, 128 bytes with a bit for each valid record, 3,960 bytes of records and a CRC-32
 * of all that; versions 2 and 5 have other frames. Facts from public descriptions (NewareNDA, FFPE) and a recorded file
 * of version 14, whose checksums agree.
 */
final class NdcFile {

    private static final int PAGE = 4096;
    private static final int BITMAP = 4;
    private static final int RECORDS = 132;
    private static final int CHECKSUM = PAGE - 4;

    /** Takes a record. */
    interface Taker {

        /**
         * Takes a record that is valid.
         *
         * @param b the page
         * @param at where the record begins in it
         * @param slot its place among all records of the file, valid or not, from 0
         */
        void take(ByteBuffer b, int at, long slot) throws DatasetFormatException;
    }

    private final String file;
    private final String part;
    private final InputStream in;
    private final byte[] first;

    private NdcFile(String file, String part, InputStream in, byte[] first) {
        this.file = file;
        this.part = part;
        this.in = in;
        this.first = first;
    }

    /**
     * Begins to read a part.
     *
     * @throws DatasetFormatException if it ends within its header
     */
    static NdcFile open(String file, String part, InputStream in) throws IOException {
        byte[] first = in.readNBytes(512);
        if (first.length < 512) {
            throw new DatasetFormatException(file, part, "the part ends within its header; it is cut off");
        }
        return new NdcFile(file, part, in, first);
    }

    /** What it holds: 1 data, 5 an auxiliary channel, 7 steps, 18 runs. */
    int type() {
        return first[0] & 0xff;
    }

    int version() {
        return first[2] & 0xff;
    }

    /** Name of the archive. */
    String file() {
        return file;
    }

    /** Name of the part. */
    String part() {
        return part;
    }

    /** The records of a version from 11 on, each of a length; those that are not valid are skipped, but counted. */
    void pages(int length, Progress progress, Taker taker) throws IOException {
        in.skipNBytes(PAGE - first.length);
        int slots = (CHECKSUM - RECORDS) / length;
        long slot = 0;
        long page = 1;
        byte[] bytes = new byte[PAGE];
        while (next(bytes, PAGE, page)) {
            progress.checkCancelled();
            check(bytes, page);
            ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int count = b.getShort(2) & 0xffff;
            int valid = 0;
            for (int i = 0; i < slots; i++) {
                valid += valid(bytes, i) ? 1 : 0;
            }
            if (valid != count) {
                throw new DatasetFormatException(file, part + ", page " + page, "the page is said to hold " + count
                        + " records, but marks " + valid + " of them as valid; it is damaged");
            }
            for (int i = 0; i < slots; i++) {
                if (valid(bytes, i)) {
                    taker.take(b, RECORDS + i * length, slot + i);
                }
            }
            slot += slots;
            page++;
        }
    }

    /** The records of version 2 or 5: frames of a size with a header and a footer, records told by their type. */
    void frames(int frame, int header, int footer, int length, int type, Progress progress, Taker taker)
            throws IOException {
        in.skipNBytes(frame - first.length);
        byte[] bytes = new byte[frame];
        long page = 1;
        long slot = 0;
        while (next(bytes, frame, page++)) {
            progress.checkCancelled();
            ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = header; at + length <= frame - footer; at += length) {
                if ((bytes[at + type] & 0xff) != 0) {
                    taker.take(b, at, slot++);
                }
            }
        }
    }

    private boolean next(byte[] bytes, int length, long page) throws IOException {
        int n = in.readNBytes(bytes, 0, length);
        if (n != 0 && n != length) {
            throw new DatasetFormatException(file, part + ", page " + page, "the part ends within the page; it is cut "
                    + "off");
        }
        return n == length;
    }

    private static boolean valid(byte[] page, int slot) {
        return (page[BITMAP + (slot >> 3)] >> (slot & 7) & 1) != 0;
    }

    private void check(byte[] page, long number) throws DatasetFormatException {
        CRC32 crc = new CRC32();
        crc.update(page, 0, CHECKSUM);
        int own = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt(CHECKSUM);
        if (own != (int) crc.getValue()) {
            throw new DatasetFormatException(file, part + ", page " + number, "the checksum of the page does not "
                    + "agree; "
                    + "it is damaged");
        }
    }
}
