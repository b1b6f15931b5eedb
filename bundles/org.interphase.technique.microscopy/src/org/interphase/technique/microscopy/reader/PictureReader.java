package org.interphase.technique.microscopy.reader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;
import org.interphase.technique.microscopy.reader.scale.SideCar;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;

/** PNG, JPEG, BMP and GIF pictures; scaled by a JEOL, Hitachi or TESCAN side-car file where there is one. */
public final class PictureReader implements DatasetReader {

    @Override
    public String id() {
        return "microscopy.picture";
    }

    @Override
    public String title() {
        return "PNG, JPEG, BMP or GIF picture";
    }

    @Override
    public List<String> extensions() {
        return List.of("png", "jpg", "jpeg", "bmp", "gif");
    }

    @Override
    public List<String> kinds() {
        return List.of("sem", "image", "element-map");
    }

    @Override
    public int confidence(SourceHead head) {
        String format = format(head);
        return format.isEmpty() ? 0 : format.equals("bmp") ? 60 : 80;
    }

    private static String format(SourceHead head) {
        if (head.hasBytes(0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return "png";
        }
        if (head.hasBytes(0, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (head.hasBytes(0, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        // "BM", four bytes of size, four reserved bytes that are zero
        return head.hasBytes(0, 'B', 'M') && head.hasBytes(6, 0, 0, 0, 0) ? "bmp" : "";
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String format = format(SourceHead.of(source));
        if (format.isEmpty()) {
            throw new DatasetFormatException(source.name(), "byte 0", "this is no PNG, JPEG, BMP or GIF picture");
        }
        TiffPixels.Picture p = JdkImages.read(source, format, 0);
        PictureText text = PictureText.of(source, format);
        Optional<ScaleFacts> found = SideCar.read(source, p.width(), p.height());
        for (String t : text.texts().values()) {
            found = found.isPresent() ? found : SideCar.parse(t, p.width(), p.height());
        }
        ScaleFacts facts = found.orElse(ScaleFacts.NONE);
        if (found.isEmpty()) {
            facts = facts.withMetadata(text.metadata());
        }
        if (!text.resolution().isEmpty() && !facts.calibration().isPhysical()) {
            facts = facts.withMetadata(facts.metadata().with("print resolution", text.resolution()
                    + " (not used as scale)"));
        }
        if (format.equals("jpeg")) {
            facts = facts.withMetadata(facts.metadata().with("compression",
                    "JPEG: grey levels and edges are altered"));
        }
        if (p.colour()) {
            facts = facts.withMetadata(facts.metadata().with("colour", "RGB, read as luminance"));
        }
        return List.of(MicrographBuilder.raster(source, "", p.width(), p.height(), p.pixels(), facts));
    }
}
