package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Surface data file of ISO 25178-71:2017 and its predecessor BCR STM: a header of named fields, in text
 * ({@code aISO-1.0}, ends with a line {@code *}) or of 81 bytes ({@code bISO-1.0}, little endian), then points row
 * after row. A height is number * Zscale metres. {@code BAD} in text, the lowest signed or highest unsigned number in
 * binary data mean that nothing was measured.
 */
public final class SdfReader implements DatasetReader {

    private static final int BINARY_HEADER = 81;
    private static final SurfaceBytes.Number[] TYPES = {SurfaceBytes.Number.U8, SurfaceBytes.Number.U16,
        SurfaceBytes.Number.U32, SurfaceBytes.Number.F32, SurfaceBytes.Number.I8, SurfaceBytes.Number.I16,
        SurfaceBytes.Number.I32, SurfaceBytes.Number.F64};

    @Override
    public String id() {
        return "topography.sdf";
    }

    @Override
    public String title() {
        return "Surface data file (ISO 25178-71)";
    }

    @Override
    public List<String> extensions() {
        return List.of("sdf", "bcr", "bcrf");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.PROFILE_KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String start = new String(head.bytes(), 0, Math.min(8, head.bytes().length), StandardCharsets.ISO_8859_1);
        return isSdf(start) ? 96 : 0;
    }

    private static boolean isSdf(String start) {
        return start.matches("[ab](ISO|BCR)-\\d\\.\\d");
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        if (b.size() < 8 || !isSdf(new String(b.bytes(0, 8), StandardCharsets.ISO_8859_1))) {
            throw b.wrong(0, "this is no surface data file: it does not begin with aISO-1.0 or bISO-1.0");
        }
        if (b.u8(0) != 'b') {
            return text(source, b);
        }
        return binary(source, order(b) == ByteOrder.LITTLE_ENDIAN ? b : SurfaceBytes.read(source,
                ByteOrder.BIG_ENDIAN));
    }

    /** The order of bytes is not stated: little endian by the standard, but files of big-endian machines are there. */
    private static ByteOrder order(SurfaceBytes little) throws DatasetFormatException {
        little.require(0, BINARY_HEADER);
        int type = little.u8(79);
        int columns = little.u16(42);
        int rows = little.u16(44);
        if (type >= TYPES.length || fits(little, type, columns, rows)) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        return fits(little, type, swapped(columns), swapped(rows)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static boolean fits(SurfaceBytes b, int type, long columns, long rows) {
        return columns > 0 && rows > 0 && b.size() - BINARY_HEADER == columns * rows * TYPES[type].bytes();
    }

    private static int swapped(int word) {
        return (word & 0xff) << 8 | word >> 8;
    }

    private static List<Dataset> binary(Source source, SurfaceBytes b) throws DatasetFormatException {
        b.require(0, BINARY_HEADER);
        if (b.u8(78) != 0) {
            throw b.wrong(78, "compressed data are not read");
        }
        int type = b.u8(79);
        if (type >= TYPES.length) {
            throw b.wrong(79, "data type " + type + " is not known");
        }
        MapBuilder map = new MapBuilder(source, b.u16(42), b.u16(44), "byte 42");
        double[] z = b.values(TYPES[type], BINARY_HEADER, map.points());
        double bad = switch (TYPES[type]) {
            case U16 -> 65535;
            case U32 -> 4294967295.0;
            case I16 -> Short.MIN_VALUE;
            case I32 -> Integer.MIN_VALUE;
            case F32 -> -Float.MAX_VALUE;
            case F64 -> -Double.MAX_VALUE;
            default -> Double.NaN;
        };
        double scale = b.f64(62);
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] == bad ? Double.NaN : z[i] * scale;
        }
        Metadata m = Metadata.EMPTY.with("instrument", b.text(8, 10)).with("date", b.text(18, 12));
        return finish(map, z, scale, b.f64(46), b.f64(54), m, "header");
    }

    private static List<Dataset> finish(MapBuilder map, double[] z, double scale, double x, double y, Metadata m,
            String where) throws DatasetFormatException {
        map.values(z, "m").metadata(m);
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw map.wrong(where, "Zscale is " + scale);
        }
        if (map.isRow()) {
            return List.of(ProfileBuilder.profile(map.step(x, x, "m", "Xscale").build("")));
        }
        return List.of(map.step(x, y, "m", "Xscale and Yscale").build(""));
    }

    private static List<Dataset> text(Source source, SurfaceBytes b) throws DatasetFormatException {
        String all = new String(b.bytes(0, b.size()), StandardCharsets.ISO_8859_1);
        Map<String, String> fields = new HashMap<>();
        int at = all.indexOf('\n') + 1;
        boolean ended = false;
        while (at > 0 && at < all.length() && !ended) {
            int end = all.indexOf('\n', at);
            String line = all.substring(at, end < 0 ? all.length() : end).strip();
            at = end < 0 ? all.length() : end + 1;
            ended = line.equals("*");
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT), line.substring(equals + 1)
                        .strip());
            }
        }
        if (!ended) {
            throw new DatasetFormatException(source.name(), "header", "does not end with a line '*'");
        }
        MapBuilder map = new MapBuilder(source, (long) number(source, fields, "NumPoints"),
                (long) number(source, fields, "NumProfiles"), "NumPoints and NumProfiles");
        double scale = number(source, fields, "Zscale");
        // a number and a blank take two bytes at least
        if (2L * map.points() > all.length() - at + 1) {
            throw new DatasetFormatException(source.name(), "data", "there is no room for " + map.points()
                    + " heights");
        }
        double[] z = new double[map.points()];
        StringTokenizer words = new StringTokenizer(all.substring(at));
        for (int i = 0; i < z.length; i++) {
            String word = words.hasMoreTokens() ? words.nextToken() : "*";
            if (word.equals("*")) {
                throw new DatasetFormatException(source.name(), "height " + (i + 1), "there are fewer heights than "
                        + z.length);
            }
            try {
                z[i] = word.equalsIgnoreCase("BAD") ? Double.NaN : Double.parseDouble(word) * scale;
            } catch (NumberFormatException e) {
                throw new DatasetFormatException(source.name(), "height " + (i + 1), "'" + word + "' is no number", e);
            }
        }
        Metadata m = Metadata.EMPTY.with("instrument", fields.get("manufacid")).with("date", fields.get("createdate"));
        return finish(map, z, scale, number(source, fields, "Xscale"), number(source, fields, "Yscale"), m, "Zscale");
    }

    private static double number(Source source, Map<String, String> fields, String key) throws DatasetFormatException {
        String text = fields.get(key.toLowerCase(Locale.ROOT));
        try {
            return Double.parseDouble(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(source.name(), "field " + key, text == null ? "is missing" : "'" + text
                    + "' is no number", e);
        }
    }
}
