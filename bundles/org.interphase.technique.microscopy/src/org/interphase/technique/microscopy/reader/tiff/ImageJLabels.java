package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels of the pictures of an ImageJ stack: TIFF tag 50838 holds byte counts, tag 50839 the bytes, which begin with
 * "IJIJ" and pairs of a type and the number of its entries; "labl" entries are UTF-16 (ij.io.TiffEncoder of ImageJ).
 */
public final class ImageJLabels {

    private static final int COUNTS = 50838;
    private static final int DATA = 50839;
    private static final long MAGIC = 0x494a494aL;
    private static final long LABEL = 0x6c61626cL;
    private static final int MOST_LABELS = 1 << 16;
    private static final int LONGEST = 4096;

    private ImageJLabels() {
    }

    /** The labels in order; empty where there are none, or where they are damaged: nothing depends on them. */
    public static List<String> of(TiffDirectory dir) throws IOException {
        TiffTag counts = dir.tag(COUNTS).orElse(null);
        TiffTag data = dir.tag(DATA).orElse(null);
        if (counts == null || data == null || counts.count() < 2 || counts.count() > MOST_LABELS) {
            return List.of();
        }
        RandomInput in = dir.input();
        long header = counts.whole(0);
        if (header < 12 || header > data.count() || in.unsigned(data.position(), 4) != MAGIC) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        long at = data.position() + header;
        int entry = 1;
        for (long h = data.position() + 4; h + 8 <= data.position() + header; h += 8) {
            long type = in.unsigned(h, 4);
            long n = in.unsigned(h + 4, 4);
            for (long k = 0; k < n && entry < counts.count(); k++, entry++) {
                long bytes = counts.whole(entry);
                if (bytes < 0 || at + bytes > data.position() + data.count()) {
                    return List.of();
                }
                if (type == LABEL) {
                    byte[] raw = in.bytes(at, (int) Math.min(LONGEST, bytes));
                    out.add(new String(raw, in.order() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE
                            : StandardCharsets.UTF_16BE).replace('\n', ' ').strip());
                }
                at += bytes;
            }
        }
        return out;
    }
}
