package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Alicona Imaging AL3D: a mark of 17 bytes, tags of 52 bytes (key 20, value 30, line end), then pictures at the offsets
 * that tags name. The depth picture is rows of 32-bit floats in metres, each row filled up to a multiple of 8 bytes
 * (Alicona, "AL3D format", as implemented in SurfaceTopography, MIT).
 */
public final class AliconaReader implements DatasetReader {

    private static final String MAGIC = "AliconaImaging\0\r\n";
    private static final int TAG = 52;
    private static final int MOST_TAGS = 1000;

    @Override
    public String id() {
        return "topography.al3d";
    }

    @Override
    public String title() {
        return "Alicona AL3D";
    }

    @Override
    public List<String> extensions() {
        return List.of("al3d");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return new String(head.bytes(), 0, Math.min(MAGIC.length(), head.bytes().length),
                java.nio.charset.StandardCharsets.ISO_8859_1).equals(MAGIC) ? 99 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        if (b.size() < MAGIC.length() || !new String(b.bytes(0, MAGIC.length()),
                java.nio.charset.StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw b.wrong(0, "this is no AL3D file: it does not begin with 'AliconaImaging'");
        }
        Map<String, String> tags = tags(b);
        long width = whole(b, tags, "Cols");
        long height = whole(b, tags, "Rows");
        long offset = whole(b, tags, "DepthImageOffset");
        if (offset <= 0) {
            throw new DatasetFormatException(source.name(), "tag DepthImageOffset", "the file holds no heights");
        }
        MapBuilder map = new MapBuilder(source, width, height, "tags Cols and Rows");
        long row = (4 * width + 7) / 8 * 8;
        b.require(offset, row * (height - 1) + 4 * width);
        double missing = tags.containsKey("InvalidPixelValue") ? number(b, tags, "InvalidPixelValue") : Double.NaN;
        double[] z = new double[map.points()];
        for (int y = 0; y < height; y++) {
            double[] line = b.values(SurfaceBytes.Number.F32, offset + y * row, width);
            for (int x = 0; x < width; x++) {
                // the mark is stored as text with more digits than a float has
                z[(int) (y * width + x)] = line[x] == (float) missing ? Double.NaN : line[x];
            }
        }
        Metadata m = Metadata.EMPTY.with("instrument", "Alicona").with("software", tags.get("CreatingApplication"))
                .with("DepthResShiftVal", tags.get("DepthResShiftVal"));
        return List.of(map.values(z, "m").step(number(b, tags, "PixelSizeXMeter"), number(b, tags, "PixelSizeYMeter"),
                "m", "tags PixelSizeXMeter and PixelSizeYMeter").metadata(m).build(""));
    }

    private static Map<String, String> tags(SurfaceBytes b) throws DatasetFormatException {
        Map<String, String> tags = new LinkedHashMap<>();
        long at = MAGIC.length();
        long count = 2;
        for (int i = 0; i < count; i++, at += TAG) {
            if (b.u8(at + 50) != '\r' || b.u8(at + 51) != '\n') {
                throw b.wrong(at + 50, "a tag does not end with a line end");
            }
            tags.put(b.text(at, 20), b.text(at + 20, 30));
            if (i == 1) {
                count = 2 + whole(b, tags, "TagCount");
                if (count > MOST_TAGS) {
                    throw b.wrong(at, "the file says it has " + count + " tags");
                }
            }
        }
        return tags;
    }

    private static long whole(SurfaceBytes b, Map<String, String> tags, String key) throws DatasetFormatException {
        double v = number(b, tags, key);
        if (v != Math.rint(v) || v < 0) {
            throw new DatasetFormatException(b.file(), "tag " + key, "'" + tags.get(key) + "' is no count");
        }
        return (long) v;
    }

    private static double number(SurfaceBytes b, Map<String, String> tags, String key) throws DatasetFormatException {
        String text = tags.get(key);
        try {
            return Double.parseDouble(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(b.file(), "tag " + key, text == null ? "the tag is missing"
                    : "'" + text + "' is no number", e);
        }
    }
}
