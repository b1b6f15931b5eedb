package org.interphase.technique.topography.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.interphase.api.DatasetFormatException;

/**
 * A text of an archive as it is unpacked, which ends with an error where it is longer than a measurement explains: an
 * XML parser keeps whole names and attributes in memory, however long they are.
 */
final class UnpackedText extends FilterInputStream {

    /** Up to this size, 16 MiB, the ratio does not count: a list of equal heights packs very well. */
    private static final long FREE = 16L << 20;
    /** More times its packed size is no text of numbers, which reach about 20. */
    private static final int RATIO = 200;

    private final String file;
    private final String part;
    private final long most;
    private long count;

    /** The text of a part of an archive of so many bytes. */
    UnpackedText(String file, String part, InputStream in, long archive) {
        super(in);
        this.file = file;
        this.part = part;
        this.most = Math.max(FREE, RATIO * archive);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = super.read(to, from, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) throws DatasetFormatException {
        count += n;
        if (count > most) {
            throw new DatasetFormatException(file, part, "it unpacks to more than " + most + " bytes, "
                    + RATIO + " times the size of the archive; that is no measurement");
        }
    }
}
