package org.interphase.technique.microscopy.reader.bruker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.technique.microscopy.reader.tiff.RandomInput;

/**
 * The files inside a "Single File System" container (AidAim), which Bruker uses for BCF. The layout is not published;
 * it is as worked out by users of the format (the HyperSpy/RosettaSciIO project describes it). All numbers are little
 * endian. Behind 280 bytes the file consists of chunks of one size, each with a head of 32 bytes, whose first four are
 * the number of the chunk that continues a table. Chunk 0 holds the chunk size and where the list of files is; a list
 * entry of 512 bytes holds name, size, parent, and the chunk with the table of the file's chunks. A file that begins
 * with {@code AACS} is packed in blocks by zlib.
 */
final class SfsContainer {

    private static final int START = 0x118;
    private static final int CHUNK_HEAD = 32;
    private static final int ENTRY = 0x200;
    private static final int MOST_ENTRIES = 65536;

    private record Entry(String name, long size, long table, int parent, boolean folder) {
    }

    private final RandomInput in;
    private final int chunk;
    private final Map<String, Entry> files = new LinkedHashMap<>();

    private SfsContainer(Source source) throws IOException {
        in = new RandomInput(source);
        in.order(ByteOrder.LITTLE_ENDIAN);
        if (!isSfs(source.read(0, 8))) {
            throw in.error(0, "this is no SFS container (AAMVHFSS is missing)");
        }
        long size = in.unsigned(0x128, 4);
        if (size < 1024 || size > 1 << 26) {
            throw in.error(0x128, "a chunk size of " + size + " bytes is not plausible");
        }
        chunk = (int) size;
        long n = in.unsigned(0x144, 4);
        if (n < 1 || n > MOST_ENTRIES || n * ENTRY > in.size()) {
            throw in.error(0x144, "a container of " + n + " files is not plausible");
        }
        entries(in.unsigned(0x140, 4), (int) n);
    }

    /** Whether bytes begin as a container does. */
    static boolean isSfs(byte[] head) {
        return head.length >= 8 && new String(head, 0, 8, StandardCharsets.ISO_8859_1).equals("AAMVHFSS");
    }

    /**
     * Reads the list of files.
     *
     * @throws DatasetFormatException if the container is damaged
     */
    static SfsContainer read(Source source) throws IOException {
        return new SfsContainer(source);
    }

    private long position(long number) {
        return START + number * chunk;
    }

    private void entries(long table, int n) throws IOException {
        int perChunk = (chunk - CHUNK_HEAD) / ENTRY;
        Entry[] all = new Entry[n];
        long at = table;
        for (int i = 0; i < n; i++) {
            if (i > 0 && i % perChunk == 0) {
                at = in.unsigned(position(at), 4);
            }
            long p = position(at) + CHUNK_HEAD + (long) (i % perChunk) * ENTRY;
            byte[] name = in.bytes(p + 0xe0, 256);
            int end = 0;
            while (end < name.length && name[end] != 0) {
                end++;
            }
            all[i] = new Entry(new String(name, 0, end, StandardCharsets.UTF_8), in.unsigned(p + 4, 8),
                    in.unsigned(p, 4), (int) in.unsigned(p + 0x28, 4), in.unsigned(p + 0xdc, 1) != 0);
            if (!all[i].folder() && (all[i].size() < 0 || all[i].size() > in.size())) {
                throw in.error(p + 4, "the file '" + all[i].name() + "' claims "
                        + Long.toUnsignedString(all[i].size()) + " bytes, more than the container has");
            }
        }
        for (Entry e : all) {
            StringBuilder path = new StringBuilder(e.name());
            int depth = 0;
            for (int parent = e.parent(); parent >= 0; parent = all[parent].parent()) {
                if (parent >= n || ++depth > 64) {
                    throw in.error(position(table), "the folders of '" + e.name() + "' form no tree");
                }
                path.insert(0, all[parent].name() + "/");
            }
            if (!e.folder()) {
                files.putIfAbsent(path.toString(), e);
            }
        }
    }

    /** Paths of all files. */
    Set<String> paths() {
        return files.keySet();
    }

    /** An error of this container. */
    DatasetFormatException error(String path, long position, String reason) {
        return new DatasetFormatException(in.error(0, "").file(), path + " byte " + position, reason);
    }

    /**
     * The content of a file, unpacked if it is packed; the caller closes it.
     *
     * @throws DatasetFormatException if there is no such file, or its table of chunks is damaged
     */
    InputStream open(String path) throws IOException {
        Entry e = files.get(path);
        if (e == null) {
            throw in.error(0, "there is no " + path + " in this container");
        }
        int usable = chunk - CHUNK_HEAD;
        int n = (int) ((e.size() + usable - 1) / usable);
        long[] chunks = new long[n];
        int perTable = usable / 4;
        long table = e.table();
        for (int i = 0; i < n; i++) {
            if (i > 0 && i % perTable == 0) {
                table = in.unsigned(position(table), 4);
            }
            chunks[i] = position(in.unsigned(position(table) + CHUNK_HEAD + 4L * (i % perTable), 4)) + CHUNK_HEAD;
        }
        InputStream raw = new Chunks(chunks, usable, e.size());
        boolean packed = e.size() >= 0x80 && in.unsigned(chunks[0], 4) == 0x53434141L;
        return packed ? new PackedBlocks(raw, this, path) : raw;
    }

    /** The bytes of a file, chunk after chunk. */
    private final class Chunks extends InputStream {
        private final long[] chunks;
        private final int usable;
        private final long size;
        private long at;

        Chunks(long[] chunks, int usable, long size) {
            this.chunks = chunks;
            this.usable = usable;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (at >= size) {
                return -1;
            }
            int within = (int) (at % usable);
            int n = (int) Math.min(Math.min(length, usable - within), size - at);
            byte[] part = in.bytes(chunks[(int) (at / usable)] + within, n);
            System.arraycopy(part, 0, target, offset, n);
            at += n;
            return n;
        }
    }
}
