package org.interphase.technique.microscopy.reader.bruker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.interphase.api.Progress;

/**
 * Reads the packed spectra of a map one after the other, holding one at a time. Behind 416 bytes, which begin with
 * height and width, comes for each row the number of pixels that hold anything, and for each of those: its column (4
 * bytes), two numbers of channels (2 each), 4 bytes not used, the way of packing (2), 2 bytes not used, the number of
 * pulses (2), the number of bytes that follow (4), and these bytes. Packing 0: a channel number of 16 bits for each
 * pulse; 1: 12 bits each, from the high bits of 16-bit words on; larger: runs of channels with their counts, each run
 * with number of channels, an offset, and values of 0, 4, 8, 16 or 32 bits, followed by single pulses of 16 bits.
 */
final class PackedSpectra {

    private static final int HEAD = 0x1a0;
    private static final int MOST_CHANNELS = 65536;

    /** Takes what a pixel holds. */
    interface Sink {
        /** A channel with its counts, larger than 0. */
        void add(int x, int y, int channel, long counts);
    }

    private final InputStream in;
    private final SfsContainer container;
    private final String path;
    private long position;

    private PackedSpectra(InputStream in, SfsContainer container, String path) {
        this.in = in;
        this.container = container;
        this.path = path;
    }

    /** Whoever wants to know the size of a map before its pixels come. */
    interface Start {
        /** Where the pixels of a map of this size go. */
        Sink of(int width, int height) throws IOException;
    }

    /**
     * Reads a map.
     *
     * @throws org.interphase.api.DatasetFormatException if the data are damaged
     */
    static void read(SfsContainer container, String path, Start start, Progress progress) throws IOException {
        try (InputStream stream = new BufferedInputStream(container.open(path), 1 << 16)) {
            new PackedSpectra(stream, container, path).run(start, progress);
        }
    }

    private void run(Start start, Progress progress) throws IOException {
        int height = (int) number(4);
        int width = (int) number(4);
        if (width < 1 || height < 1 || width > 1 << 16 || height > 1 << 16) {
            throw container.error(path, 0, "a map of " + width + " x " + height + " pixels is not plausible");
        }
        Sink sink = start.of(width, height);
        bytes(HEAD - 8);
        for (int y = 0; y < height; y++) {
            progress.checkCancelled();
            progress.report((double) y / height, "");
            long at = position;
            long pixels = number(4);
            if (pixels > width) {
                throw container.error(path, at, pixels + " pixels in a row of " + width);
            }
            for (int i = 0; i < pixels; i++) {
                pixel(y, width, sink);
            }
        }
    }

    private void pixel(int y, int width, Sink sink) throws IOException {
        long at = position;
        long x = number(4);
        number(4);
        number(4);
        int packing = (int) number(2);
        number(2);
        int pulses = (int) number(2);
        long size = number(4);
        if (x >= width) {
            throw container.error(path, at, "column " + x + " in a map of " + width + " columns");
        }
        if (size > 1 << 22) {
            throw container.error(path, at, "a spectrum of " + size + " bytes is not plausible");
        }
        byte[] b = bytes((int) size);
        switch (packing) {
            case 0 -> wide(b, b.length / 2, (int) x, y, sink);
            case 1 -> twelve(b, pulses, (int) x, y, sink, at);
            default -> runs(b, pulses, (int) x, y, sink, at);
        }
    }

    private static void wide(byte[] b, int n, int x, int y, Sink sink) {
        for (int i = 0; i < n; i++) {
            sink.add(x, y, b[2 * i] & 0xff | (b[2 * i + 1] & 0xff) << 8, 1);
        }
    }

    private void twelve(byte[] b, int pulses, int x, int y, Sink sink, long at) throws IOException {
        if ((pulses * 12L + 15) / 16 * 2 > b.length) {
            throw container.error(path, at, pulses + " pulses of 12 bits do not fit " + b.length + " bytes");
        }
        for (int i = 0; i < pulses; i++) {
            int channel = 0;
            for (int bit = 12 * i; bit < 12 * i + 12; bit += 4) {
                // the words are little endian: the byte with the high bits comes second
                int value = b[bit / 8 ^ 1] & 0xff;
                channel = channel << 4 | (bit % 8 == 0 ? value >> 4 : value & 0xf);
            }
            sink.add(x, y, channel, 1);
        }
    }

    private void runs(byte[] b, int pulses, int x, int y, Sink sink, long start) throws IOException {
        // the last four bytes tell the size of the pulses that follow
        int end = b.length - 4;
        if (end < 0) {
            throw container.error(path, start, "a spectrum of " + b.length + " bytes is incomplete");
        }
        int at = 0;
        int channel = 0;
        while (at < end) {
            int bytes = b[at] & 0xff;
            int n = at + 1 < end ? b[at + 1] & 0xff : 0;
            at += 2;
            if (bytes != 0 && bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8) {
                throw container.error(path, start, "values of " + 4 * bytes + " bits are not known");
            }
            int needed = bytes + (n * bytes + 1) / 2;
            if (at + needed > end || channel + n > MOST_CHANNELS) {
                throw container.error(path, start, "a run of " + n + " channels leaves the spectrum");
            }
            long offset = little(b, at, bytes);
            at += bytes;
            for (int i = 0; i < n && bytes > 0; i++) {
                long v = bytes == 1 ? b[at + i / 2] >> 4 * (i % 2) & 0xf : little(b, at + i * bytes / 2, bytes / 2);
                if (v + offset > 0) {
                    sink.add(x, y, channel + i, v + offset);
                }
            }
            at += needed - bytes;
            channel += n;
        }
        long more = little(b, end, 4);
        if (pulses > 0) {
            if (more < 2L * pulses || more > 1 << 18) {
                throw container.error(path, start, pulses + " pulses do not fit " + more + " bytes");
            }
            wide(bytes((int) more), pulses, x, y, sink);
        }
    }

    private static long little(byte[] b, int at, int n) {
        long v = 0;
        for (int i = n - 1; i >= 0; i--) {
            v = v << 8 | b[at + i] & 0xff;
        }
        return v;
    }

    private long number(int n) throws IOException {
        return little(bytes(n), 0, n);
    }

    private byte[] bytes(int n) throws IOException {
        byte[] out = in.readNBytes(n);
        if (out.length < n) {
            throw container.error(path, position + out.length, "the map ends here");
        }
        position += n;
        return out;
    }
}
