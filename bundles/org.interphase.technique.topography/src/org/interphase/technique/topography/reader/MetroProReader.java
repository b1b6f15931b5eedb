package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Zygo MetroPro DAT, big endian: a header whose size it states, an intensity picture, then 32-bit phases row after row.
 * A height is phase * interferometric scale factor * obliquity factor * wavelength / R with R = 4096, 32768 or 131072
 * by the phase resolution; 2147483640 and more was not measured (Zygo, MetroPro Reference Guide OMP-0347, section 12).
 */
public final class MetroProReader implements DatasetReader {

    private static final double MISSING = 2147483640;
    private static final double[] RESOLUTION = {4096, 32768, 131072};

    @Override
    public String id() {
        return "topography.metropro";
    }

    @Override
    public String title() {
        return "Zygo MetroPro";
    }

    @Override
    public List<String> extensions() {
        return List.of("dat");
    }

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(0, 0x88, 0x1b, 0x03) && head.bytes().length > 4 && (head.bytes()[3] & 0xff) >= 0x6f
                && (head.bytes()[3] & 0xff) <= 0x71 ? 98 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        SurfaceBytes b = SurfaceBytes.read(source, ByteOrder.BIG_ENDIAN);
        if (b.size() < 834 || b.u8(0) != 0x88 || b.u8(1) != 0x1b || b.u8(2) != 3) {
            throw b.wrong(0, "this is no MetroPro file");
        }
        long header = b.u32(6);
        long intensity = b.u32(60);
        MapBuilder map = new MapBuilder(source, b.u16(68), b.u16(70), "bytes 68 and 70");
        int resolution = b.i16(218);
        if (resolution < 0 || resolution > 2) {
            throw b.wrong(218, "a phase resolution of " + resolution + " is not known");
        }
        double wavelength = b.f32(168);
        double scale = b.f32(164) * (double) b.f32(176) * wavelength / RESOLUTION[resolution];
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw b.wrong(164, "scale factor, obliquity and wavelength give a height of " + scale + " m per count");
        }
        double sign = b.i16(232) == 0 ? 1 : -1;
        double[] z = b.values(SurfaceBytes.Number.I32, header + intensity, map.points());
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] >= MISSING ? Double.NaN : sign * scale * z[i];
        }
        double step = b.f32(184);
        OptionalDouble stated = source.stated().value(Fact.PIXEL_SIZE);
        if (!(step > 0) && stated.isEmpty()) {
            throw Stated.missing(source.name(), "byte 184", "The camera was not calibrated, so that the distance of "
                    + "points is not known", Fact.PIXEL_SIZE);
        }
        Metadata m = Metadata.EMPTY.with("instrument", "Zygo").with("wavelength", wavelength * 1e9, "nm")
                .with("comment", b.text(80, 82)).with("magnification", (double) b.f32(180));
        map.values(z, "m").metadata(m);
        return List.of((step > 0 ? map.step(step, step, "m", "header, lateral resolution")
                : map.step(stated.getAsDouble(), stated.getAsDouble(), "nm", "stated")).build(""));
    }
}
