package org.interphase.io.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;

/**
 * Looks at the headers of all pages before any is unpacked: whether each lies in its column, and states sizes and
 * numbers of values that can be. The library makes arrays as large as the headers say, and waits without end where that
 * fails.
 */
final class PageSizes {

    /** A page up to this size may come from next to nothing. */
    private static final long PLAIN = 16L << 20;
    /** How many times larger than packed a larger page may be. */
    private static final long MOST_PACKED = 4096;
    private static final long LARGEST = 1L << 30;
    private static final int HEADER = 1 << 10;
    private static final int LONGEST_HEADER = 1 << 24;
    /** Length of the description, and the four letters at the end. */
    private static final int TRAILER = 8;
    private static final int LONGEST_DESCRIPTION = 1 << 28;

    private final Source source;

    PageSizes(Source source) {
        this.source = source;
    }

    /**
     * The description of the file at its end: no list or text in it is longer than it is itself, as the library makes
     * room for them before it reads them.
     */
    void checkDescription() throws IOException {
        long end = source.size() - TRAILER;
        byte[] trailer = source.read(end, TRAILER);
        long length = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
        if (length > end || length > LONGEST_DESCRIPTION) {
            throw new DatasetFormatException(source.name(), "byte " + end, "the file states " + length
                    + " bytes of description, but has " + end);
        }
        try {
            PageHeader.passDescription(source.read(end - length, (int) length));
        } catch (IndexOutOfBoundsException e) {
            throw new DatasetFormatException(source.name(), "byte " + (end - length), "the description of the file is "
                    + "damaged", e);
        }
    }

    void check(FileMetaData file, Progress progress) throws IOException {
        for (RowGroup g : file.rowGroups()) {
            for (ColumnChunk c : g.columns()) {
                progress.checkCancelled();
                if (c.metaData() == null || g.numRows() < 0) {
                    throw new DatasetFormatException(source.name(), "", "a part of a column is not described");
                }
                check(c.metaData());
            }
        }
    }

    private void check(ColumnMetaData c) throws IOException {
        Long dictionary = c.dictionaryPageOffset();
        long at = dictionary != null && dictionary > 0 ? Math.min(dictionary, c.dataPageOffset()) : c.dataPageOffset();
        long end = at + c.totalCompressedSize();
        if (at < 4 || c.totalCompressedSize() < 0 || end < at || end > source.size() || c.numValues() < 0) {
            throw wrong(c, at, "its " + c.totalCompressedSize() + " bytes do not lie in the file");
        }
        long values = 0;
        // up to the end, though all values are there: the library goes on as well, in a circle if a size is negative
        while (at < end) {
            PageHeader h = header(c, at, end);
            long body = at + h.length();
            if (h.size() < 0 || h.size() > LARGEST || h.size() > PLAIN && h.size() / MOST_PACKED > h.packed()) {
                throw wrong(c, at, "a page of " + h.packed() + " bytes states " + h.size() + " bytes unpacked");
            }
            if (h.packed() < 0 || body + h.packed() > end) {
                throw wrong(c, at, "a page of " + h.packed() + " bytes does not lie in its column");
            }
            if (h.values() < 0 || h.values() > c.numValues() - (h.isData() ? values : 0)) {
                throw wrong(c, at, "a page states " + h.values() + " of " + c.numValues() + " values");
            }
            values += h.isData() ? h.values() : 0;
            at = body + h.packed();
        }
        if (values < c.numValues()) {
            throw wrong(c, at, "its pages hold " + values + " of " + c.numValues() + " values");
        }
    }

    private PageHeader header(ColumnMetaData c, long at, long end) throws IOException {
        for (long n = HEADER;; n *= 8) {
            int length = (int) Math.min(Math.min(n, LONGEST_HEADER), end - at);
            try {
                return PageHeader.of(source.read(at, length));
            } catch (IndexOutOfBoundsException e) {
                if (n >= LONGEST_HEADER || length == end - at) {
                    throw wrong(c, at, "the header of a page is damaged");
                }
            }
        }
    }

    private DatasetFormatException wrong(ColumnMetaData c, long at, String what) {
        return new DatasetFormatException(source.name(), "byte " + at, "column '" + c.pathInSchema() + "': " + what);
    }
}
