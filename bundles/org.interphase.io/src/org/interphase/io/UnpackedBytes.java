package org.interphase.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.interphase.api.DatasetFormatException;

/**
 * A part of an archive as it is unpacked, which ends with a {@link DatasetFormatException} where it is longer than it
 * may be. What an archive states of its sizes is not believed: the bytes that come are counted.
 */
public final class UnpackedBytes extends FilterInputStream {

    /** Up to this size, 16 MiB, the ratio of a text does not count: a list of equal numbers packs very well. */
    private static final long FREE = 16L << 20;
    /** More times its packed size is no text of numbers, which reach about 20. */
    private static final int RATIO = 200;

    private final String file;
    private final String part;
    private final long most;
    private long count;

    private UnpackedBytes(String file, String part, InputStream in, long most) {
        super(in);
        this.file = file;
        this.part = part;
        this.most = most;
    }

    /**
     * A part that holds so many bytes at most.
     *
     * @param file name of the file, for the error
     * @param part where in the file, for the error; may be empty
     * @param in what is unpacked
     * @param most bytes at most
     */
    public static InputStream atMost(String file, String part, InputStream in, long most) {
        return new UnpackedBytes(file, part, in, most);
    }

    /**
     * A text that is no longer than numbers of a measurement explain, given the size of its archive: an XML parser
     * keeps whole names and attributes in memory, however long they are.
     *
     * @param file name of the file, for the error
     * @param part where in the file, for the error
     * @param in what is unpacked
     * @param archive bytes of the whole archive
     */
    public static InputStream text(String file, String part, InputStream in, long archive) {
        return new UnpackedBytes(file, part, in, Math.max(FREE, RATIO * archive));
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

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    private void count(long n) throws DatasetFormatException {
        count += n;
        if (count > most) {
            throw new DatasetFormatException(file, part, "it unpacks to more than " + most + " bytes; that is no "
                    + "measurement");
        }
    }
}
