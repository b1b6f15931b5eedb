package org.interphase.technique.microscopy.reader.bruker;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a file of zlib blocks: {@code AACS}, size of an unpacked block, a number not used, number of blocks, filled
 * up to 128 bytes; then each block with a head of 16 bytes that begins with its packed size.
 */
final class PackedBlocks extends InputStream {

    private static final int HEAD = 0x80;
    private static final int LARGEST_BLOCK = 1 << 26;

    private final InputStream in;
    private final SfsContainer container;
    private final String path;
    private final byte[] block;
    private long blocks;
    private long position;
    private int filled;
    private int at;

    PackedBlocks(InputStream in, SfsContainer container, String path) throws IOException {
        this.in = in;
        this.container = container;
        this.path = path;
        byte[] head = bytes(HEAD);
        long size = number(head, 4);
        blocks = number(head, 12);
        if (size < 1 || size > LARGEST_BLOCK) {
            throw container.error(path, 4, "packed blocks of " + size + " bytes are not plausible");
        }
        block = new byte[(int) size];
    }

    private static long number(byte[] b, int at) {
        return b[at] & 0xffL | (b[at + 1] & 0xffL) << 8 | (b[at + 2] & 0xffL) << 16 | (b[at + 3] & 0xffL) << 24;
    }

    private byte[] bytes(int n) throws IOException {
        byte[] out = in.readNBytes(n);
        if (out.length < n) {
            throw container.error(path, position + out.length, "the packed data end here");
        }
        position += n;
        return out;
    }

    private boolean next() throws IOException {
        if (blocks-- <= 0) {
            return false;
        }
        long start = position;
        long packed = number(bytes(16), 0);
        if (packed > 2L * block.length + 4096) {
            throw container.error(path, start, "a block of " + packed + " packed bytes is not plausible");
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes((int) packed));
            filled = 0;
            while (filled < block.length && !inflater.finished()) {
                int n = inflater.inflate(block, filled, block.length - filled);
                if (n == 0 && !inflater.finished()) {
                    throw container.error(path, start, "a packed block is incomplete");
                }
                filled += n;
            }
        } catch (DataFormatException e) {
            throw container.error(path, start, "a packed block is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
        at = 0;
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == filled) {
            if (!next()) {
                return -1;
            }
        }
        int n = Math.min(length, filled - at);
        System.arraycopy(block, at, target, offset, n);
        at += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
