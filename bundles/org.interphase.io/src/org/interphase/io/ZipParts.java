package org.interphase.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/**
 * The parts of a ZIP archive by its directory (PKWARE APPNOTE 6.3, without ZIP64 and encryption), each read on its own
 * without those before it. Sizes in the directory are not believed: what is unpacked is counted, over all parts.
 */
final class ZipParts {

    /** Most bytes all parts together may unpack to. */
    static final long UNPACKED_LIMIT = 256L << 20;

    /** Up to this size, 16 MiB, the ratio does not count. */
    private static final long FREE = 16L << 20;
    /** A larger part that is more times its packed size is no table of numbers, which reach about 20. */
    private static final int RATIO = 200;
    private static final long FILE_LIMIT = 256L << 20;
    private static final int MOST_PARTS = 8192;
    private static final int END_LENGTH = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LONGEST_COMMENT = 65535;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final Source source;
    private final Map<String, Entry> entries;
    private long unpacked;

    private ZipParts(Source source, Map<String, Entry> entries) {
        this.source = source;
        this.entries = entries;
    }

    /** A part: how it is packed, checksum, packed size, where its local header begins. */
    private record Entry(int flags, int method, long crc, long packed, long offset) {
    }

    /**
     * Reads the directory.
     *
     * @throws DatasetFormatException if there is none or it is damaged
     */
    static ZipParts open(Source source) throws IOException {
        String file = source.name();
        long size = source.size();
        if (size > FILE_LIMIT) {
            throw new DatasetFormatException(file, "", "the file has " + size + " bytes, more than the " + FILE_LIMIT
                    + " an archive is read up to");
        }
        int tailLength = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = buffer(source.read(size - tailLength, tailLength));
        int at = tail.limit() - END_LENGTH;
        while (at >= 0 && tail.getInt(at) != END_SIGNATURE) {
            at--;
        }
        if (at < 0) {
            throw new DatasetFormatException(file, "byte " + size, "the directory at the end of the ZIP archive is "
                    + "missing; the file is truncated or no archive");
        }
        int length = tail.getInt(at + 12);
        long offset = tail.getInt(at + 16) & 0xffffffffL;
        if (length < 0 || offset + length > size - tailLength + at) {
            throw new DatasetFormatException(file, "byte " + (size - tailLength + at), "the directory of the ZIP "
                    + "archive does not lie within the file");
        }
        return new ZipParts(source, directory(file, offset, buffer(source.read(offset, length))));
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Map<String, Entry> directory(String file, long offset, ByteBuffer d) throws IOException {
        Map<String, Entry> out = new LinkedHashMap<>();
        int at = 0;
        while (at + ENTRY_LENGTH <= d.limit() && d.getInt(at) == ENTRY_SIGNATURE) {
            int nameLength = d.getShort(at + 28) & 0xffff;
            int rest = (d.getShort(at + 30) & 0xffff) + (d.getShort(at + 32) & 0xffff);
            if (at + ENTRY_LENGTH + nameLength > d.limit() || out.size() >= MOST_PARTS) {
                throw new DatasetFormatException(file, "byte " + (offset + at), "the directory of the ZIP archive is "
                        + "damaged, or has more than " + MOST_PARTS + " parts");
            }
            String name = new String(d.array(), at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            Entry e = new Entry(d.getShort(at + 8) & 0xffff, d.getShort(at + 10) & 0xffff,
                    d.getInt(at + 16) & 0xffffffffL, d.getInt(at + 20) & 0xffffffffL,
                    d.getInt(at + 42) & 0xffffffffL);
            if (out.put(name.replace('\\', '/'), e) != null) {
                throw new DatasetFormatException(file, name, "the archive holds this part twice");
            }
            at += ENTRY_LENGTH + nameLength + rest;
        }
        return out;
    }

    /** Names of the parts in the order of the directory. */
    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /**
     * A part, unpacked as it is read. Reading throws {@link DatasetFormatException} where the part is damaged or the
     * archive unpacks to more than {@link #UNPACKED_LIMIT}.
     */
    InputStream stream(String name) throws IOException {
        Entry e = entries.get(name);
        if (e == null) {
            throw new DatasetFormatException(source.name(), name, "this part of the archive is missing");
        }
        if ((e.flags & ENCRYPTED) != 0) {
            throw new DatasetFormatException(source.name(), name, "this part is encrypted; save the file without "
                    + "password");
        }
        ByteBuffer local = buffer(source.read(e.offset, LOCAL_LENGTH));
        if (local.limit() < LOCAL_LENGTH || local.getInt(0) != LOCAL_SIGNATURE) {
            throw damaged(name, "its beginning is not where the directory says");
        }
        long data = e.offset + LOCAL_LENGTH + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
        InputStream packed = new Range(source, data, e.packed);
        return switch (e.method) {
            case STORED -> new Counted(name, e, packed);
            case DEFLATED -> new Counted(name, e, new InflaterInputStream(packed, new Inflater(true), 1 << 15) {
                @Override
                public void close() throws IOException {
                    super.close();
                    // an inflater given from outside is not released by the stream
                    inf.end();
                }
            });
            default -> throw damaged(name, "its method of compression (" + e.method + ") is not supported");
        };
    }

    private DatasetFormatException damaged(String name, String why) {
        return new DatasetFormatException(source.name(), name, "the ZIP archive is damaged: " + why);
    }

    /** A stretch of a source. */
    private static final class Range extends InputStream {
        private final Source source;
        private long at;
        private final long end;
        private byte[] chunk = new byte[0];
        private int next;

        Range(Source source, long from, long length) {
            this.source = source;
            this.at = from;
            this.end = from + length;
        }

        private boolean fill() throws IOException {
            if (next < chunk.length) {
                return true;
            }
            chunk = source.read(at, (int) Math.min(1 << 17, end - at));
            at += chunk.length;
            next = 0;
            return chunk.length > 0;
        }

        @Override
        public int read() throws IOException {
            return fill() ? chunk[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int n = Math.min(length, chunk.length - next);
            System.arraycopy(chunk, next, to, from, n);
            next += n;
            return n;
        }
    }

    /** Counts what is unpacked, and compares its checksum at the end. */
    private final class Counted extends InputStream {
        private final String name;
        private final long expected;
        private final long most;
        private final InputStream in;
        private final CRC32 crc = new CRC32();
        private long given;

        Counted(String name, Entry entry, InputStream in) throws IOException {
            this.name = name;
            this.expected = entry.crc;
            this.most = Math.max(FREE, RATIO * Math.min(entry.packed, source.size()));
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            try {
                int n = in.read(to, from, length);
                if (n < 0) {
                    if (crc.getValue() != expected) {
                        throw damaged(name, "the content does not have the checksum it was packed with");
                    }
                    return n;
                }
                crc.update(to, from, n);
                unpacked += n;
                given += n;
                if (given > most) {
                    throw new DatasetFormatException(source.name(), name, "it unpacks to more than " + RATIO
                            + " times its packed size; that is no table");
                }
                if (unpacked > UNPACKED_LIMIT) {
                    throw new DatasetFormatException(source.name(), name, "the archive unpacks to more than "
                            + UNPACKED_LIMIT + " bytes");
                }
                return n;
            } catch (ZipException | EOFException e) {
                throw (DatasetFormatException) damaged(name, String.valueOf(e.getMessage())).initCause(e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
