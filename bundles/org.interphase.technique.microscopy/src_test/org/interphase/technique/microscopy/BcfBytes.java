package org.interphase.technique.microscopy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;

/** Writes Bruker maps byte by byte: a container of chunks, the XML header, spectra packed in each of three ways. */
final class BcfBytes {

    private static final int START = 0x118;

    private final int chunk;
    private final boolean packed;
    private final List<byte[]> files = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    BcfBytes(int chunk, boolean packed) {
        this.chunk = chunk;
        this.packed = packed;
    }

    /**
     * A map of counts [y][x][channel] with lines at channels 20 (window 18 to 22) and 60 (58 to 62); 0.01 keV a channel
     * from -0.1 keV on.
     */
    static byte[] map(int[][][] counts, int chunk, boolean packed, boolean lines) {
        int h = counts.length;
        int w = counts[0].length;
        BcfBytes b = new BcfBytes(chunk, packed);
        b.add("HeaderData", header(counts, lines).getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(little(0x1a0).putInt(h).putInt(w).array());
        for (int y = 0; y < h; y++) {
            List<byte[]> pixels = new ArrayList<>();
            for (int x = 0; x < w; x++) {
                // rows differ in how they are packed
                pixels.add(y % 3 == 0 ? wide(x, counts[y][x]) : y % 3 == 1 ? twelve(x, counts[y][x])
                        : runs(x, counts[y][x]));
            }
            pixels.removeIf(p -> p.length == 0);
            data.writeBytes(little(4).putInt(pixels.size()).array());
            pixels.forEach(data::writeBytes);
        }
        b.add("SpectrumData0", data.toByteArray());
        return b.bytes();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String header(int[][][] counts, boolean lines) {
        int h = counts.length;
        int w = counts[0].length;
        byte[] picture = new byte[w * h];
        long[] sum = new long[counts[0][0].length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                picture[y * w + x] = (byte) (x + y);
                for (int c = 0; c < sum.length; c++) {
                    sum[c] += counts[y][x][c];
                }
            }
        }
        StringBuilder channels = new StringBuilder();
        for (long s : sum) {
            channels.append(channels.length() == 0 ? "" : ",").append(s);
        }
        String region = "<ClassInstance Type='TRTSpectrumRegion' Name='%s'><Line>KA</Line><Energy>%s</Energy>"
                + "<Width>4.2E-2</Width></ClassInstance>";
        return "<?xml version='1.0' encoding='WINDOWS-1252'?><TRTSpectrumDatabase><ClassInstance "
                + "Type='TRTSpectrumDatabase' Name='test \u00b5'>"
                + "<ClassInstance Type='TRTSEMData'><HV>1,5E1</HV>"
                + "<DX>0.25</DX><DY>0.25</DY></ClassInstance>"
                + "<ClassInstance Type='TRTImageData'><ItemSize>1</ItemSize><Width>" + w
                + "</Width><Height>" + h + "</Height><PlaneCount>2</PlaneCount><Plane0><Description>BSE</Description>"
                + "<Data>" + Base64.getMimeEncoder().encodeToString(picture) + "</Data></Plane0><Plane1><Data>"
                + Base64.getEncoder().encodeToString(new byte[w * h]) + "</Data></Plane1></ClassInstance>"
                + (lines ? "<ClassInstance Type='TRTContainerClass'><ChildClassInstances><ClassInstance "
                        + "Type='TRTElementInformationList'><ClassInstance Type='TRTSpectrumRegionList'>"
                        + "<ChildClassInstances>" + region.formatted("Si", "0.1") + region.formatted("Fe", "0,5")
                        + "</ChildClassInstances></ClassInstance></ClassInstance></ChildClassInstances></ClassInstance>"
                        : "")
                + "<SpectrumData0><ClassInstance Type='TRTSpectrum'><ClassInstance Type='TRTSpectrumHeader'>"
                + "<CalibAbs>-1E-1</CalibAbs><CalibLin>1E-2</CalibLin></ClassInstance><Channels>" + channels
                + "</Channels></ClassInstance></SpectrumData0></ClassInstance></TRTSpectrumDatabase>";
    }

    private static int[] pulses(int[] counts) {
        List<Integer> out = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            for (int k = 0; k < counts[c]; k++) {
                out.add(c);
            }
        }
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    private static byte[] pixel(int x, int packing, int pulses, byte[] body, int size) {
        return little(22 + body.length).putInt(x).putShort((short) 100).putShort((short) 100).putInt(0)
                .putShort((short) packing).putShort((short) 0).putShort((short) pulses).putInt(size).put(body).array();
    }

    private static byte[] wide(int x, int[] counts) {
        int[] p = pulses(counts);
        ByteBuffer b = little(2 * p.length);
        for (int c : p) {
            b.putShort((short) c);
        }
        return p.length == 0 ? new byte[0] : pixel(x, 0, p.length, b.array(), b.capacity());
    }

    private static byte[] twelve(int x, int[] counts) {
        int[] p = pulses(counts);
        int words = (12 * p.length + 15) / 16;
        int[] bits = new int[16 * words];
        for (int i = 0; i < p.length; i++) {
            for (int k = 0; k < 12; k++) {
                bits[12 * i + k] = p[i] >> 11 - k & 1;
            }
        }
        ByteBuffer b = little(2 * words);
        for (int i = 0; i < words; i++) {
            int word = 0;
            for (int k = 0; k < 16; k++) {
                word = word << 1 | bits[16 * i + k];
            }
            b.putShort((short) word);
        }
        return p.length == 0 ? new byte[0] : pixel(x, 1, p.length, b.array(), b.capacity());
    }

    /** Channels 0 to 29 as nibbles, 30 to 59 as bytes with an offset of 0, 60 on as 16 bits; two pulses singly. */
    private static byte[] runs(int x, int[] counts) {
        int[] c = counts.clone();
        c[61] -= 2;
        ByteBuffer b = little(4096);
        b.put((byte) 1).put((byte) 29).put((byte) 0);
        for (int i = 0; i < 30; i += 2) {
            b.put((byte) (c[i] | (i + 1 < 29 ? c[i + 1] : 0) << 4));
        }
        b.put((byte) 2).put((byte) 31).putShort((short) 0);
        for (int i = 29; i < 60; i++) {
            b.put((byte) c[i]);
        }
        b.put((byte) 4).put((byte) 3).putInt(1);
        for (int i = 60; i < 63; i++) {
            b.putShort((short) (c[i] - 1));
        }
        b.put((byte) 0).put((byte) (c.length - 63));
        int size = b.position() + 4;
        b.putInt(4).putShort((short) 61).putShort((short) 61);
        return pixel(x, 3, 2, java.util.Arrays.copyOf(b.array(), b.position()), size);
    }

    private void add(String name, byte[] content) {
        names.add(name);
        files.add(packed ? pack(content) : content);
    }

    private static byte[] pack(byte[] content) {
        int block = 5000;
        int n = (content.length + block - 1) / block;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(0x80).put("AACS".getBytes()).putInt(block).putInt(0).putInt(n).array());
        for (int i = 0; i < n; i++) {
            Deflater d = new Deflater();
            d.setInput(content, i * block, Math.min(block, content.length - i * block));
            d.finish();
            byte[] buffer = new byte[2 * block];
            int size = d.deflate(buffer);
            d.end();
            out.writeBytes(little(16).putInt(size).array());
            out.write(buffer, 0, size);
        }
        return out.toByteArray();
    }

    private byte[] bytes() {
        int usable = chunk - 32;
        int next = 1;
        List<int[]> tables = new ArrayList<>();
        List<int[]> content = new ArrayList<>();
        for (byte[] f : files) {
            int n = (f.length + usable - 1) / usable;
            int t = (n + usable / 4 - 1) / (usable / 4);
            int[] table = new int[t];
            int[] data = new int[n];
            for (int i = 0; i < t; i++) {
                table[i] = next++;
            }
            for (int i = 0; i < n; i++) {
                // chunks of a file lie in any order
                data[i] = next + n - 1 - i;
            }
            next += n;
            tables.add(table);
            content.add(data);
        }
        int list = next++;
        ByteBuffer out = little(START + next * chunk);
        out.put(0, "AAMVHFSS".getBytes());
        out.putFloat(0x124, 2.6f).putInt(0x128, chunk).putInt(0x140, list).putInt(0x144, files.size() + 1);
        int entry = START + list * chunk + 32;
        out.putInt(entry, -1).putInt(entry + 0x28, -1).put(entry + 0xdc, (byte) 1).put(entry + 0xe0,
                "EDSDatabase".getBytes());
        for (int f = 0; f < files.size(); f++) {
            int at = entry + 0x200 * (f + 1);
            if (f + 1 >= usable / 0x200) {
                throw new IllegalStateException("chunks of " + chunk + " bytes hold no list of " + files.size());
            }
            out.putInt(at, tables.get(f)[0]).putLong(at + 4, files.get(f).length).putInt(at + 0x28, 0)
                    .put(at + 0xe0, names.get(f).getBytes());
            int[] t = tables.get(f);
            for (int i = 0; i < t.length; i++) {
                out.putInt(START + t[i] * chunk, i + 1 < t.length ? t[i + 1] : -1);
            }
            int[] c = content.get(f);
            for (int i = 0; i < c.length; i++) {
                out.putInt(START + t[i / (usable / 4)] * chunk + 32 + 4 * (i % (usable / 4)), c[i]);
                byte[] raw = files.get(f);
                out.put(START + c[i] * chunk + 32, raw, i * usable, Math.min(usable, raw.length - i * usable));
            }
        }
        return out.array();
    }
}
