package org.interphase.testkit.toy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * Reads the toy format: blocks that begin with a line {@code TOY name} (or {@code TOY:kind name}), then lines
 * {@code key = number unit}, then lines {@code x y}.
 */
public final class ToyReader implements DatasetReader {

    private static final String MARK = "TOY";
    private static final long LIMIT = 16 << 20;

    @Override
    public String id() {
        return "toy.text";
    }

    @Override
    public String title() {
        return "Toy text";
    }

    @Override
    public List<String> extensions() {
        return List.of("toy");
    }

    @Override
    public List<String> kinds() {
        return List.of("toy", "toy.other");
    }

    @Override
    public int confidence(SourceHead head) {
        return head.text().startsWith(MARK) ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String text = new String(source.readAll(LIMIT), StandardCharsets.UTF_8);
        if (!text.startsWith(MARK)) {
            throw new DatasetFormatException(source.name(), "line 1", "the file does not begin with " + MARK);
        }
        List<Dataset> out = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        DatasetHeader header = null;
        int line = 0;
        for (String raw : text.split("\n", -1)) {
            line++;
            String l = raw.strip();
            if (l.startsWith(MARK)) {
                finish(source, line, header, points, out);
                points.clear();
                header = header(source, line, l);
            } else if (l.contains("=")) {
                header = header.withMetadata(metadata(source, line, l, header.metadata()));
            } else if (!l.isEmpty()) {
                points.add(point(source, line, l));
            }
        }
        finish(source, line, header, points, out);
        return out;
    }

    private static DatasetHeader header(Source source, int line, String text) throws DatasetFormatException {
        String[] words = text.split("\\s+", 2);
        String kind = words[0].startsWith(MARK + ":") ? words[0].substring(MARK.length() + 1) : "toy";
        if (!kind.equals("toy") && !kind.equals("toy.other")) {
            throw new DatasetFormatException(source.name(), "line " + line, "there is no kind '" + kind + "'");
        }
        return DatasetHeader.of(words.length == 2 ? words[1] : "data", kind, Metadata.EMPTY);
    }

    private static Metadata metadata(Source source, int line, String text, Metadata before)
            throws DatasetFormatException {
        String[] parts = text.split("=", 2);
        String[] value = parts[1].strip().split("\\s+", 2);
        try {
            return before.with(parts[0].strip(), Double.parseDouble(value[0]), value.length == 2 ? value[1] : "1");
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(source.name(), "line " + line, e.getMessage(), e);
        }
    }

    private static double[] point(Source source, int line, String text) throws DatasetFormatException {
        String[] words = text.split("\\s+");
        if (words.length != 2) {
            throw new DatasetFormatException(source.name(), "line " + line, "needs two numbers, not '"
                    + text.substring(0, Math.min(40, text.length())) + "'");
        }
        try {
            return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])};
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(source.name(), "line " + line, "'" + text + "' are no numbers", e);
        }
    }

    private static void finish(Source source, int line, DatasetHeader header, List<double[]> points,
            List<Dataset> out) throws DatasetFormatException {
        if (header == null) {
            return;
        }
        double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
        try {
            out.add(Curve.ofUnsorted(header, "Position", Unit.of("mm"), Direction.ASCENDING, x, "Signal",
                    Unit.of("counts"), y, null));
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(source.name(), "block before line " + line, e.getMessage(), e);
        }
    }
}
