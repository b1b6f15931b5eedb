package org.interphase.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;

/**
 * The streams of a compound file ([MS-CFB] version 10.0) that lie in its root, without those of embedded objects.
 * Chains of sectors are followed no further than the file has sectors, and no size is believed beyond them.
 */
final class CompoundFile {

    private static final int[] SIGNATURE = {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
    private static final long FILE_LIMIT = 256L << 20;
    private static final int HEADER = 512;
    private static final int IN_HEADER = 109;
    private static final int ENTRY = 128;
    private static final int STREAM = 2;
    private static final int ROOT = 5;
    /** Sector numbers from here on mean free, end of chain, or a sector of tables ([MS-CFB] 2.1). */
    private static final int REGULAR = 0xfffffff8;

    private final Source source;
    private final int sector;
    private final int small;
    private final long cutoff;
    private final int[] table;
    private int[] smallTable = new int[0];
    private byte[] smallSectors = new byte[0];
    private final Map<String, Entry> streams = new LinkedHashMap<>();

    /** A stream: where its chain begins, and its length. */
    private record Entry(int start, long size) {
    }

    private CompoundFile(Source source, ByteBuffer header) throws IOException {
        this.source = source;
        int shift = header.getShort(30);
        int smallShift = header.getShort(32);
        if (shift != 9 && shift != 12 || smallShift != 6) {
            throw refused("byte 30", "sectors of 2^" + shift + " and 2^" + smallShift + " bytes are none of this "
                    + "format");
        }
        sector = 1 << shift;
        small = 1 << smallShift;
        cutoff = header.getInt(56) & 0xffffffffL;
        table = table(header);
        directory(header.getInt(48));
        smallTable = numbers(chain(header.getInt(60), Integer.MAX_VALUE));
    }

    /** Whether a file begins as a compound file. */
    static boolean is(SourceHead head) {
        return head.hasBytes(0, SIGNATURE);
    }

    /**
     * Reads the tables.
     *
     * @throws DatasetFormatException if they are damaged
     */
    static CompoundFile open(Source source) throws IOException {
        if (source.size() < HEADER || source.size() > FILE_LIMIT) {
            throw new DatasetFormatException(source.name(), "", "a compound file has 512 to " + FILE_LIMIT + " bytes, "
                    + "not " + source.size());
        }
        return new CompoundFile(source, buffer(source.read(0, HEADER)));
    }

    /** Whether the root holds a stream of this name. */
    boolean has(String name) {
        return streams.containsKey(name);
    }

    /**
     * The bytes of a stream.
     *
     * @throws DatasetFormatException if there is none, or its chain is damaged
     */
    byte[] stream(String name) throws IOException {
        Entry e = streams.get(name);
        if (e == null) {
            throw refused("", "there is no stream '" + name + "'");
        }
        byte[] all = e.size >= cutoff ? chain(e.start, e.size) : smallChain(e);
        if (all.length < e.size) {
            throw refused("stream '" + name + "'", "it has " + e.size + " bytes, and its sectors hold " + all.length
                    + "; the file is truncated or damaged");
        }
        return Arrays.copyOf(all, (int) e.size);
    }

    private DatasetFormatException refused(String place, String reason) {
        return new DatasetFormatException(source.name(), place, reason);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] numbers(byte[] bytes) {
        int[] out = new int[bytes.length / 4];
        buffer(bytes).asIntBuffer().get(out);
        return out;
    }

    private long sectors() throws IOException {
        return (source.size() - 1) / sector;
    }

    private byte[] sectors(int first, int number) throws IOException {
        long at = (first + 1L) * sector;
        long last = at + (number - 1L) * sector;
        if (first < 0 || last >= source.size()) {
            throw refused("byte " + source.size(), "sector " + (first + number - 1L & 0xffffffffL) + " lies outside of "
                    + "the file; it is truncated or damaged");
        }
        // the last one of a file may be cut
        int all = number * sector;
        return Arrays.copyOf(source.read(at, (int) Math.min(all, source.size() - at)), all);
    }

    /** The table of which sector follows which ([MS-CFB] 2.3 and 2.5). */
    private int[] table(ByteBuffer header) throws IOException {
        int number = header.getInt(44);
        int next = header.getInt(68);
        int[] places = new int[IN_HEADER];
        header.position(76);
        header.asIntBuffer().get(places);
        if (number < 0 || number > sectors()) {
            throw refused("byte 44", "there are no " + (number & 0xffffffffL) + " sectors of tables in the file");
        }
        int per = sector / 4;
        int[] all = new int[Math.multiplyExact(number, per)];
        int read = 0;
        int last = IN_HEADER;
        while (read < number) {
            for (int i = 0; i < last && read < number; i++, read++) {
                System.arraycopy(numbers(sectors(places[i], 1)), 0, all, read * per, per);
            }
            if (read < number) {
                // further places stand in a chain of sectors of their own, whose last number is the next of them
                places = numbers(sectors(next, 1));
                last = per - 1;
                next = places[last];
            }
        }
        return all;
    }

    /** The sectors of a chain one behind the other, as many as a size asks for. */
    private byte[] chain(int start, long size) throws IOException {
        int n = 0;
        for (int s = start; Integer.compareUnsigned(s, REGULAR) < 0 && (long) n * sector < size; s = follow(table, s)) {
            if (++n > sectors()) {
                throw refused("", "a chain of sectors runs in a circle");
            }
        }
        byte[] out = new byte[Math.toIntExact((long) n * sector)];
        int s = start;
        for (int i = 0; i < n;) {
            // neighbours are read at once
            int run = 1;
            int following = follow(table, s);
            while (i + run < n && following == s + run) {
                following = follow(table, following);
                run++;
            }
            System.arraycopy(sectors(s, run), 0, out, i * sector, run * sector);
            i += run;
            s = following;
        }
        return out;
    }

    private byte[] smallChain(Entry e) throws IOException {
        byte[] out = new byte[(int) Math.min(cutoff, Math.max(0, e.size))];
        int s = e.start;
        for (int at = 0; at < out.length; at += small) {
            if (s < 0 || (s + 1L) * small > smallSectors.length) {
                throw refused("", "a small sector lies outside of those of the file; it is damaged");
            }
            System.arraycopy(smallSectors, s * small, out, at, Math.min(small, out.length - at));
            s = at + small < out.length ? follow(smallTable, s) : s;
        }
        return out;
    }

    private int follow(int[] chains, int s) throws IOException {
        if (s < 0 || s >= chains.length) {
            throw refused("", "sector " + (s & 0xffffffffL) + " is in no table; the file is damaged");
        }
        return chains[s];
    }

    /** The streams of the root ([MS-CFB] 2.6): its tree, whose nodes name their neighbours. */
    private void directory(int start) throws IOException {
        ByteBuffer d = buffer(chain(start, Integer.MAX_VALUE));
        int entries = d.limit() / ENTRY;
        if (entries == 0 || d.get(66) != ROOT) {
            throw refused("", "the directory of the compound file has no root");
        }
        smallSectors = chain(d.getInt(116), d.getInt(120) & 0xffffffffL);
        Deque<Integer> todo = new ArrayDeque<>();
        todo.push(d.getInt(76));
        boolean[] seen = new boolean[entries];
        while (!todo.isEmpty()) {
            int k = todo.pop();
            if (k < 0 || k >= entries || seen[k]) {
                continue;
            }
            seen[k] = true;
            int at = k * ENTRY;
            int length = Math.max(0, Math.min(62, d.getShort(at + 64) - 2));
            String name = new String(d.array(), at, length, StandardCharsets.UTF_16LE);
            if (d.get(at + 66) == STREAM) {
                streams.put(name, new Entry(d.getInt(at + 116), d.getInt(at + 120) & 0xffffffffL));
            }
            todo.push(d.getInt(at + 68));
            todo.push(d.getInt(at + 72));
        }
    }
}
