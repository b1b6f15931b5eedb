package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * TrueMap TMD version 2: a mark of 32 bytes, a comment that ends with a zero (or fills 24 bytes), columns, rows,
 * lengths and offsets of the sides, then 32-bit floats; everything little endian. Sides, offsets and heights are
 * millimetres by the format (SurfaceTopography, MIT, IO/TMD.py; Gwyddion, rmitmd.c); the file itself does not state it,
 * which a remark says.
 */
public final class TrueMapReader implements DatasetReader {

    private static final String MAGIC = "Binary TrueMap Data File v2.0";

    @Override
    public String id() {
        return "topography.tmd";
    }

    @Override
    public String title() {
        return "TrueMap TMD";
    }

    @Override
    public List<String> extensions() {
        return List.of("tmd");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.bytes().length >= MAGIC.length() && new String(head.bytes(), 0, MAGIC.length(),
                StandardCharsets.ISO_8859_1).equals(MAGIC) ? 97 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        if (b.size() < 56 || !b.text(0, 32).startsWith(MAGIC)) {
            throw b.wrong(0, "this is no TrueMap file of version 2");
        }
        int zero = 32;
        while (zero < b.size() && zero < 4096 && b.u8(zero) != 0) {
            zero++;
        }
        // both ways of writing the comment are found; the one whose size agrees counts
        long at = fits(b, zero + 1L) || !fits(b, 56) ? zero + 1L : 56;
        if (!fits(b, at)) {
            throw b.wrong(at, "columns and rows do not agree with the size of the file");
        }
        MapBuilder map = new MapBuilder(source, b.u32(at), b.u32(at + 4), "byte " + at);
        double[] z = b.values(SurfaceBytes.Number.F32, at + 24, map.points());
        var r = map.values(z, "mm").step(b.f32(at + 8) / (double) b.u32(at), b.f32(at + 12) / (double) b.u32(at + 4),
                "mm", "lengths of the sides").metadata(Metadata.EMPTY.with("instrument", "TrueMap").with("comment",
                b.text(32, (int) (at - 32)))).build("");
        return List.of(r.withHeader(r.header().remarking(org.interphase.model.Remark.info("The file states no units; "
                + "the format stores lengths and heights in millimetres.").coded("assumed-unit"))));
    }

    private static boolean fits(SurfaceBytes b, long at) throws org.interphase.api.DatasetFormatException {
        if (at + 24 > b.size()) {
            return false;
        }
        long columns = b.u32(at);
        long rows = b.u32(at + 4);
        return columns > 0 && rows > 0 && columns < 1 << 20 && rows < 1 << 20
                && at + 24 + 4 * columns * rows == b.size();
    }
}
