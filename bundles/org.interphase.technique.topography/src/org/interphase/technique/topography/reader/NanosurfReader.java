package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Nanosurf NID: sections of {@code key=value} lines, then {@code #!} and the channels one after the other in the order
 * of groups and channels of the section {@code DataSet}. A whole number spans the range of the channel:
 * minimum + (number + 2^(bits-1)) / 2^bits * range (Nanosurf, "NID file format"; SurfaceTopography and Gwyddion read it
 * alike). Rows are stored from the bottom. Only channels in metres are read.
 */
public final class NanosurfReader implements DatasetReader {

    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_CHANNELS = 64;

    @Override
    public String id() {
        return "topography.nid";
    }

    @Override
    public String title() {
        return "Nanosurf NID";
    }

    @Override
    public List<String> extensions() {
        return List.of("nid");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(0, '[', 'D', 'a', 't', 'a', 'S', 'e', 't', ']') ? head.hasExtension("nid") ? 95 : 60 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        String text = new String(b.bytes(0, Math.min(b.size(), MOST_TEXT)), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("#!");
        if (!text.startsWith("[DataSet]") || end < 0) {
            throw b.wrong(0, "this is no NID file: it does not begin with '[DataSet]' or has no mark '#!'");
        }
        Map<String, Map<String, String>> sections = new HashMap<>();
        Map<String, String> section = null;
        for (String raw : text.substring(0, end).split("\r?\n")) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), k -> new HashMap<>());
            } else if (equals > 0 && section != null) {
                section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        Map<String, String> set = sections.getOrDefault("DataSet", Map.of());
        List<Dataset> out = new ArrayList<>();
        long at = end + 2;
        for (int g = 0; g < MOST_CHANNELS; g++) {
            for (int c = 0; c < MOST_CHANNELS; c++) {
                Map<String, String> channel = sections.get(set.getOrDefault("Gr" + g + "-Ch" + c, ""));
                if (channel == null) {
                    continue;
                }
                long width = (long) number(source, channel, "Points");
                long height = (long) number(source, channel, "Lines");
                int bits = (int) number(source, channel, "SaveBits");
                if (bits != 16 && bits != 32) {
                    throw new DatasetFormatException(source.name(), "SaveBits", bits + " bits are not known");
                }
                MapBuilder map = new MapBuilder(source, width, height, "Points and Lines");
                if (channel.getOrDefault("Dim2Unit", "").equals("m") && channel.getOrDefault("Dim1Unit", "").equals("m")
                        && height > 1) {
                    out.add(map(source, b, map, channel, at, bits));
                }
                at += (long) map.points() * bits / 8;
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "DataSet", "no channel is a map of heights in metres");
        }
        return out;
    }

    private static Dataset map(Source source, SurfaceBytes b, MapBuilder map, Map<String, String> channel, long at,
            int bits) throws DatasetFormatException {
        int w = (int) number(source, channel, "Points");
        double[] raw = b.values(bits == 16 ? SurfaceBytes.Number.I16 : SurfaceBytes.Number.I32, at, map.points());
        saved(source, channel, "SaveSign", "Signed");
        saved(source, channel, "SaveOrder", "Intel");
        double range = number(source, channel, "Dim2Range");
        double least = number(source, channel, "Dim2Min");
        double[] z = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            z[raw.length - w - i / w * w + i % w] = least + (raw[i] / Math.pow(2, bits) + 0.5) * range;
        }
        String name = channel.getOrDefault("Dim2Name", "") + " " + channel.getOrDefault("Frame", "");
        Metadata m = Metadata.EMPTY.with("instrument", "Nanosurf").with("channel", name.strip());
        return map.values(z, "m").step(number(source, channel, "Dim0Range") / w, number(source, channel, "Dim1Range")
                * w / map.points(), "m", "Dim0Range and Dim1Range").metadata(m)
                .build((source.name() + " " + name).strip());
    }

    /** What is not stated is as the instrument's program saves it. */
    private static void saved(Source source, Map<String, String> channel, String key, String known)
            throws DatasetFormatException {
        String text = channel.getOrDefault(key, known);
        if (!text.equalsIgnoreCase(known)) {
            throw new DatasetFormatException(source.name(), key, "'" + text + "' is not known, only '" + known + "'");
        }
    }

    private static double number(Source source, Map<String, String> channel, String key)
            throws DatasetFormatException {
        String text = channel.getOrDefault(key, "");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(source.name(), key, text.isEmpty() ? "is missing" : "'" + text
                    + "' is no number", e);
        }
    }
}
