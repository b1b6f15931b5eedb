package org.interphase.technique.microscopy.reader.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks strips and tiles into a buffer of known size; input that would overflow it is an error, never growth. */
final class Decompression {

    /** Compressed bytes are not what the method demands. */
    static final class Corrupt extends Exception {
        private static final long serialVersionUID = 1L;

        Corrupt(String message) {
            super(message);
        }
    }

    private Decompression() {
    }

    /** PackBits (TIFF 6.0, section 9). */
    static void packBits(byte[] in, byte[] out) throws Corrupt {
        int i = 0;
        int o = 0;
        while (o < out.length && i < in.length) {
            int n = in[i++];
            if (n >= 0) {
                if (i + n + 1 > in.length || o + n + 1 > out.length) {
                    throw new Corrupt("a PackBits run leaves the strip");
                }
                System.arraycopy(in, i, out, o, n + 1);
                i += n + 1;
                o += n + 1;
            } else if (n != -128) {
                if (i >= in.length || o + 1 - n > out.length) {
                    throw new Corrupt("a PackBits run leaves the strip");
                }
                java.util.Arrays.fill(out, o, o + 1 - n, in[i++]);
                o += 1 - n;
            }
        }
        if (o < out.length) {
            throw new Corrupt("the PackBits data end after " + o + " of " + out.length + " bytes");
        }
    }

    /** Deflate (zlib stream). */
    static void inflate(byte[] in, byte[] out) throws Corrupt {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in);
            int o = 0;
            while (o < out.length) {
                int n = inflater.inflate(out, o, out.length - o);
                if (n == 0) {
                    throw new Corrupt("the Deflate data end after " + o + " of " + out.length + " bytes");
                }
                o += n;
            }
        } catch (DataFormatException e) {
            throw new Corrupt("the Deflate data are damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    /** LZW with codes from the high bit on, growing one code early (TIFF 6.0, section 13). */
    static void lzw(byte[] in, byte[] out) throws Corrupt {
        int[] prefix = new int[4097];
        byte[] last = new byte[4097];
        int[] length = new int[4097];
        for (int i = 0; i < 256; i++) {
            last[i] = (byte) i;
            length[i] = 1;
            prefix[i] = -1;
        }
        int free = 258;
        int bits = 9;
        int previous = -1;
        long buffer = 0;
        int held = 0;
        int i = 0;
        int o = 0;
        while (o < out.length) {
            while (held < bits) {
                if (i >= in.length) {
                    throw new Corrupt("the LZW data end after " + o + " of " + out.length + " bytes");
                }
                buffer = buffer << 8 | in[i++] & 0xff;
                held += 8;
            }
            int code = (int) (buffer >>> held - bits) & (1 << bits) - 1;
            held -= bits;
            if (code == 257) {
                throw new Corrupt("the LZW data end after " + o + " of " + out.length + " bytes");
            }
            if (code == 256) {
                free = 258;
                bits = 9;
                previous = -1;
                continue;
            }
            if (code > free || code == free && previous < 0 || free > 4096) {
                throw new Corrupt("the LZW data hold an impossible code");
            }
            int source = code < free ? code : previous;
            int n = length[source];
            int end = o + n + (code < free ? 0 : 1);
            if (end > out.length) {
                // the last string may run past the strip
                end = out.length;
            }
            byte first = write(out, o, n, source, prefix, last);
            if (code == free && o + n < out.length) {
                out[o + n] = first;
            }
            if (previous >= 0 && free < 4096) {
                prefix[free] = previous;
                last[free] = first;
                length[free] = length[previous] + 1;
                free++;
            }
            if (free + 1 >= 1 << bits && bits < 12) {
                bits++;
            }
            previous = code;
            o = end;
        }
    }

    private static byte write(byte[] out, int o, int n, int code, int[] prefix, byte[] last) {
        int at = code;
        byte first = 0;
        for (int k = n - 1; k >= 0; k--) {
            if (o + k < out.length) {
                out[o + k] = last[at];
            }
            first = last[at];
            at = prefix[at];
        }
        return first;
    }
}
