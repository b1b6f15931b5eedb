package org.interphase.engine.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.interphase.api.DatasetFormatException;

/**
 * How much may come out of an archive. Sizes an archive states are not believed: what comes out is counted while it
 * comes, and no more is held than has come.
 */
public final class UnpackBudget {

    /** Largest file unpacked: 512 MiB. */
    public static final long LARGEST = 512L << 20;
    /** All files together: 2 GiB. */
    public static final long TOTAL = 2L << 30;
    /** Most files of one archive. */
    public static final int MOST_FILES = 10_000;
    /** A file above {@link #FREE} may be at most this many times its packed size; tables of numbers reach about 20. */
    public static final int RATIO = 200;
    /** Up to this size, 16 MiB, the ratio does not count: an empty picture packs very well. */
    public static final long FREE = 16L << 20;

    private final long total;
    private final long largest;
    private long used;

    /** The usual limits. */
    public UnpackBudget() {
        this(LARGEST, TOTAL);
    }

    UnpackBudget(long largest, long total) {
        this.largest = largest;
        this.total = total;
    }

    /**
     * Unpacks one file.
     *
     * @param name its name, for messages
     * @param packed its packed size in bytes, counted, not stated
     * @throws DatasetFormatException if it is more than may come out
     */
    public byte[] unpack(String name, InputStream in, long packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            used += n;
            if ((long) out.size() + n > largest || used > total) {
                throw new DatasetFormatException(name, "", "it unpacks to more than the " + (out.size() + (long) n
                        > largest ? largest : total) / (1 << 20) + " MiB that are read from an archive");
            }
            out.write(buffer, 0, n);
            if (out.size() > FREE && out.size() > RATIO * Math.max(1, packed)) {
                throw new DatasetFormatException(name, "", "it unpacks to more than " + RATIO + " times its packed "
                        + "size; that is no measurement");
            }
        }
        return out.toByteArray();
    }
}
