package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Bruker / Veeco Nanoscope images, versions 4.3 and later: sections of text lines, of which every {@code Ciao image
 * list} is a picture at its data offset. A height is number * hard scale * sensitivity, the hard scale being the hard
 * value (V) of the line {@code @2:Z scale} over 2^16 or 2^32, the sensitivity that of the scanner (Veeco, NanoScope
 * Command Reference Manual, "Ciao parameters"). Rows are stored from the bottom. Only heights are read.
 */
public final class NanoscopeReader implements DatasetReader {

    private static final int MOST_TEXT = 1 << 20;
    private static final Pattern SCALE = Pattern.compile("V \\[(.+?)\\] \\([-+0-9.eE]+ \\S+/LSB\\) ([-+0-9.eE]+) V");
    private static final Pattern SENSITIVITY = Pattern.compile("V ([-+0-9.eE]+) (\\S+?)/V");
    private static final Pattern SIZE = Pattern.compile("([0-9.eE+-]+) ([0-9.eE+-]+) (\\S+)");

    @Override
    public String id() {
        return "topography.nanoscope";
    }

    @Override
    public String title() {
        return "Nanoscope";
    }

    @Override
    public List<String> extensions() {
        return List.of("spm", "000", "001", "002");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.OTHER_KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(0, '\\', '*', 'F', 'i', 'l', 'e', ' ', 'l', 'i', 's', 't') ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        String text = new String(b.bytes(0, Math.min(b.size(), MOST_TEXT)), StandardCharsets.ISO_8859_1);
        if (!text.startsWith("\\*File list")) {
            throw b.wrong(0, "this is no Nanoscope file: it does not begin with '\\*File list'");
        }
        List<Map<String, String>> images = new ArrayList<>();
        Map<String, String> all = new HashMap<>();
        Map<String, String> section = all;
        for (String raw : text.split("\r?\n")) {
            String line = raw.strip();
            if (line.startsWith("\\*File list end") || !line.startsWith("\\")) {
                break;
            }
            if (line.startsWith("\\*")) {
                section = line.startsWith("\\*Ciao image list") ? new HashMap<>() : all;
                if (section != all) {
                    images.add(section);
                }
                continue;
            }
            int colon = line.startsWith("\\@") ? line.indexOf(':', line.matches("\\\\@\\d+:.*") ? line.indexOf(':') + 1
                    : 2) : line.indexOf(':');
            if (colon > 0) {
                section.put(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        List<Dataset> out = new ArrayList<>();
        for (Map<String, String> image : images) {
            String name = image.getOrDefault("@2:Image Data", "");
            if (name.contains("Height") || name.contains("ZSensor")) {
                out.add(image(source, b, image, all, name));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "Ciao image list", "none of " + images.size()
                    + " pictures is one of heights");
        }
        return out;
    }

    private static Dataset image(Source source, SurfaceBytes b, Map<String, String> image, Map<String, String> all,
            String name) throws DatasetFormatException {
        MapBuilder map = new MapBuilder(source, whole(source, image, "Samps/line"), whole(source, image,
                "Number of lines"), "Samps/line and Number of lines");
        long length = whole(source, image, "Data length");
        // newer versions write 4 bytes and still say 2
        SurfaceBytes.Number type = length == 4L * map.points() ? SurfaceBytes.Number.I32 : SurfaceBytes.Number.I16;
        if (length != (long) map.points() * type.bytes()) {
            throw new DatasetFormatException(source.name(), "Data length", length + " bytes for " + map.points()
                    + " points");
        }
        Matcher scale = SCALE.matcher(image.getOrDefault("@2:Z scale", ""));
        if (!scale.find()) {
            throw new DatasetFormatException(source.name(), "@2:Z scale", "'" + image.getOrDefault("@2:Z scale", "")
                    + "' is not understood");
        }
        Matcher sensitivity = SENSITIVITY.matcher(all.getOrDefault("@" + scale.group(1), ""));
        if (!sensitivity.find()) {
            throw new DatasetFormatException(source.name(), "@" + scale.group(1), "the sensitivity is missing or not "
                    + "understood");
        }
        double factor = number(source, "@2:Z scale", scale.group(2)) / Math.pow(2, 8 * type.bytes())
                * number(source, "@" + scale.group(1), sensitivity.group(1));
        double[] raw = b.values(type, whole(source, image, "Data offset"), map.points());
        int w = (int) whole(source, image, "Samps/line");
        double[] z = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            z[raw.length - w - i / w * w + i % w] = raw[i] * factor;
        }
        Matcher size = SIZE.matcher(image.getOrDefault("Scan Size", ""));
        if (!size.find()) {
            throw new DatasetFormatException(source.name(), "Scan Size", "is missing");
        }
        String unit = size.group(3).replace("~m", "um");
        Metadata m = Metadata.EMPTY.with("instrument", all.getOrDefault("Microscope", "Nanoscope")).with("date",
                all.get("Date")).with("channel", name);
        return map.values(z, sensitivity.group(2)).step(number(source, "Scan Size", size.group(1)) / w,
                number(source, "Scan Size", size.group(2)) * w / map.points(), unit, "Scan Size").metadata(m)
                .build(source.name() + " " + name.replaceAll(".*\"(.*)\".*", "$1"));
    }

    private static long whole(Source source, Map<String, String> image, String key) throws DatasetFormatException {
        double v = number(source, key, image.getOrDefault(key, ""));
        if (v != Math.rint(v) || v < 0) {
            throw new DatasetFormatException(source.name(), key, v + " is no count");
        }
        return (long) v;
    }

    private static double number(Source source, String key, String text) throws DatasetFormatException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(source.name(), key, text.isEmpty() ? "is missing" : "'" + text
                    + "' is no number", e);
        }
    }
}
