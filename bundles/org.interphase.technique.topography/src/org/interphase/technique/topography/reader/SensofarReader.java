package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Sensofar PLu: a header of 500 bytes without a mark, little endian, then for every layer rows, columns, 32-bit floats
 * in micrometres and their least and greatest; 1000001 was not measured (as Gwyddion and SurfaceTopography, MIT,
 * describe it).
 */
public final class SensofarReader implements DatasetReader {

    private static final int HEADER = 500;
    private static final int TOPOGRAPHY = 3;
    private static final double MISSING = 1000001;

    @Override
    public String id() {
        return "topography.plu";
    }

    @Override
    public String title() {
        return "Sensofar PLu";
    }

    @Override
    public List<String> extensions() {
        return List.of("plu", "apx");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.hasExtension("plu", "apx") || head.bytes().length < HEADER + 8) {
            return 0;
        }
        java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(head.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        long rows = b.getInt(HEADER);
        long columns = b.getInt(HEADER + 4);
        return b.getInt(428) == TOPOGRAPHY && rows > 0 && columns > 0 && rows < 1 << 16 && columns < 1 << 16
                && head.size() >= HEADER + 8 + 4 * rows * columns ? 85 : 20;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.LITTLE_ENDIAN);
        b.require(0, HEADER + 8);
        if (b.i32(428) != TOPOGRAPHY) {
            throw b.wrong(428, "a measurement of type " + b.i32(428) + " is no topography (3)");
        }
        double x = b.f32(404);
        double y = b.f32(408);
        int layers = b.u8(489);
        if (layers < 1) {
            throw b.wrong(489, "there is no layer of heights");
        }
        Metadata m = Metadata.EMPTY.with("instrument", "Sensofar").with("date", b.text(0, 128))
                .with("comment", b.text(132, 256));
        List<Dataset> out = new ArrayList<>();
        long at = HEADER;
        for (int i = 0; i < layers; i++) {
            MapBuilder map = new MapBuilder(source, b.u32(at + 4), b.u32(at), "byte " + at);
            double[] z = b.values(SurfaceBytes.Number.F32, at + 8, map.points());
            for (int k = 0; k < z.length; k++) {
                z[k] = z[k] >= MISSING ? Double.NaN : z[k];
            }
            out.add(map.values(z, "um").step(x, y, "um", "header, bytes 404 and 408").metadata(m).build(layers > 1
                    ? source.name() + " layer " + (i + 1) : ""));
            at += 8 + 4L * map.points() + 8;
        }
        return out;
    }
}
