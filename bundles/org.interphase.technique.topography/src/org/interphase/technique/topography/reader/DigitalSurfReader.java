package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Digital Surf .sur (surfaces) and .pro (profiles): objects one after the other, each a header of 512 bytes, a comment,
 * a private zone and 16- or 32-bit whole numbers, plain or as zlib streams (signature {@code DSCOMPRESSED}: number of
 * streams, then raw and packed length of each, then the streams). A height is number * Z spacing in the unit of the
 * Z step; where there are special points, Z minimum - 2 marks what was not measured (Digital Surf, "SURF file format",
 * as described in Gwyddion's guide and in SurfaceTopography, MIT).
 */
public final class DigitalSurfReader implements DatasetReader {

    private static final String PLAIN = "DIGITAL SURF";
    private static final String PACKED = "DSCOMPRESSED";
    private static final int HEADER = 512;
    private static final int PROFILE = 1;
    private static final int SURFACE = 2;
    private static final int MOST_STREAMS = 4096;
    /** zlib packs nothing tighter than 1032 : 1 (its technical notes). */
    private static final int TIGHTEST = 1032;

    @Override
    public String id() {
        return "topography.digitalsurf";
    }

    @Override
    public String title() {
        return "Digital Surf";
    }

    @Override
    public List<String> extensions() {
        return List.of("sur", "pro");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.OTHER_KIND, HeightField.PROFILE_KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String start = new String(head.bytes(), 0, Math.min(12, head.bytes().length),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        return start.equals(PLAIN) || start.equals(PACKED) ? 98 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        List<Dataset> out = new ArrayList<>();
        long at = 0;
        int objects = 1;
        for (int i = 0; i < objects; i++) {
            String signature = b.text(at, 12);
            if (!signature.equals(PLAIN) && !signature.equals(PACKED)) {
                throw b.wrong(at, "no object of Digital Surf begins here");
            }
            if (i == 0) {
                objects = Math.max(1, b.u16(14));
            }
            at = object(source, b, at, signature.equals(PACKED), objects, out);
        }
        return out;
    }

    /** Reads an object and gives where it ends. */
    private static long object(Source source, SurfaceBytes b, long at, boolean packed, int objects, List<Dataset> out)
            throws DatasetFormatException {
        int type = b.u16(at + 18);
        if (type != PROFILE && type != SURFACE) {
            throw b.wrong(at + 18, "an object of type " + type + " is neither a profile (1) nor a surface (2)");
        }
        long width = b.i32(at + 108);
        long height = type == PROFILE ? 1 : b.i32(at + 112);
        SurfaceBytes.Number number = switch (b.u16(at + 98)) {
            case 16 -> SurfaceBytes.Number.I16;
            case 32 -> SurfaceBytes.Number.I32;
            default -> throw b.wrong(at + 98, "points of " + b.u16(at + 98) + " bits are not known");
        };
        MapBuilder map = new MapBuilder(source, width, height, "byte " + (at + 108));
        long data = at + HEADER + b.u16(at + 334) + b.u16(at + 336);
        long length = (long) map.points() * number.bytes();
        SurfaceBytes raw = b;
        long from = data;
        long end = data + length;
        if (packed) {
            Unpacked u = unpack(b, data, length);
            raw = SurfaceBytes.of(source.name(), u.content, ByteOrder.LITTLE_ENDIAN);
            from = 0;
            end = u.end;
        }
        double[] z = raw.values(number, from, map.points());
        double missing = b.u16(at + 86) == 1 ? b.i32(at + 100) - 2.0 : Double.NaN;
        double scale = b.f32(at + 128);
        if (!(scale != 0 && Double.isFinite(scale))) {
            throw b.wrong(at + 128, "the step of Z is " + scale);
        }
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] == missing ? Double.NaN : z[i] * scale;
        }
        String quantity = b.text(at + 164, 16);
        Metadata m = Metadata.EMPTY.with("title", b.text(at + 20, 30)).with("operator", b.text(at + 50, 30))
                .with("date", date(b, at)).with("comment", b.text(at + HEADER, b.u16(at + 334)));
        boolean heights = quantity.isBlank() || quantity.toLowerCase(java.util.Locale.ROOT).matches("z|height|hauteur");
        map.values(z, b.text(at + 212, 16)).quantity(heights ? "Height" : quantity).metadata(m);
        String xUnit = b.text(at + 180, 16);
        double x = b.f32(at + 120);
        String name = objects > 1 ? source.name() + " " + (out.size() + 1) : "";
        if (type == PROFILE) {
            out.add(ProfileBuilder.profile(map.step(x, x, xUnit, "header, X step").build(name)));
            return end;
        }
        double toX = MapBuilder.ratio(source, b.text(at + 196, 16), xUnit);
        Raster r = map.step(x, b.f32(at + 124) * toX, xUnit, "header, X and Y step").build(name);
        out.add(r);
        return end;
    }

    private record Unpacked(byte[] content, long end) {
    }

    private static Unpacked unpack(SurfaceBytes b, long at, long length) throws DatasetFormatException {
        long streams = b.u32(at);
        if (streams < 1 || streams > MOST_STREAMS) {
            throw b.wrong(at, "the data are in " + streams + " streams");
        }
        long from = at + 4 + 8 * streams;
        long packedAll = 0;
        for (int i = 0; i < streams; i++) {
            packedAll += b.u32(at + 8 + 8L * i);
        }
        b.require(from, packedAll);
        if (length > packedAll * TIGHTEST) {
            throw b.wrong(at, packedAll + " packed bytes can't hold " + length);
        }
        byte[] out = new byte[(int) length];
        int n = 0;
        for (int i = 0; i < streams; i++) {
            long packed = b.u32(at + 8 + 8L * i);
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(b.bytes(from, packed));
                int got;
                while (n < out.length && (got = inflater.inflate(out, n, out.length - n)) > 0) {
                    n += got;
                }
            } catch (DataFormatException e) {
                throw new DatasetFormatException(b.file(), "byte " + from, "the packed data are damaged: "
                        + e.getMessage(), e);
            } finally {
                inflater.end();
            }
            from += packed;
        }
        if (n < out.length) {
            throw b.wrong(at, "the packed data hold " + n + " of " + length + " bytes");
        }
        return new Unpacked(out, from);
    }

    private static String date(SurfaceBytes b, long at) throws DatasetFormatException {
        int year = b.u16(at + 316);
        return year < 1980 || year > 2100 ? "" : String.format(java.util.Locale.ROOT, "%d-%02d-%02d %02d:%02d:%02d",
                year, b.u16(at + 314), b.u16(at + 312), b.u16(at + 310), b.u16(at + 308), b.u16(at + 306));
    }
}
