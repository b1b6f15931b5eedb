package org.interphase.technique.microscopy.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.microscopy.scale.ScaleFacts;
import org.interphase.technique.microscopy.scale.SideCar;
import org.interphase.technique.microscopy.scale.VendorTags;
import org.interphase.technique.microscopy.tiff.TiffDirectory;
import org.interphase.technique.microscopy.tiff.TiffFile;
import org.interphase.technique.microscopy.tiff.TiffPixels;

/** TIFF micrographs with the scale of Thermo/FEI, Zeiss, TESCAN, JEOL, Hitachi, Gatan and ImageJ. */
public final class TiffReader implements DatasetReader {

    private static final int MOST_PAGES = 64;

    @Override
    public String id() {
        return "microscopy.tiff";
    }

    @Override
    public String title() {
        return "TIFF micrograph";
    }

    @Override
    public List<String> extensions() {
        return List.of("tif", "tiff");
    }

    @Override
    public List<String> kinds() {
        return List.of("sem", "tem", "image", "element-map");
    }

    @Override
    public int confidence(SourceHead head) {
        return TiffFile.isTiff(head.bytes()) ? 90 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<TiffDirectory> pages = new ArrayList<>();
        for (TiffDirectory d : TiffFile.read(source)) {
            if (!d.isReduced()) {
                pages.add(d);
            }
        }
        if (pages.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there are only thumbnails in this file");
        }
        if (pages.size() > MOST_PAGES) {
            throw new DatasetFormatException(source.name(), "", "there are " + pages.size()
                    + " pictures in this file; save at most " + MOST_PAGES + " of them as one file");
        }
        List<Dataset> out = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            progress.checkCancelled();
            out.add(page(source, pages.get(i), pages.size() == 1 ? "" : " page " + (i + 1)));
            progress.report((i + 1.0) / pages.size(), "");
        }
        return out;
    }

    private static Dataset page(Source source, TiffDirectory dir, String label) throws IOException {
        TiffPixels.Picture p = TiffPixels.supports(dir) ? TiffPixels.read(dir) : JdkImages.read(source, "tiff");
        Optional<ScaleFacts> facts = VendorTags.read(dir, p.width(), p.height());
        if (facts.isEmpty() || !facts.get().calibration().isPhysical()) {
            Optional<ScaleFacts> beside = SideCar.read(source, p.width());
            facts = beside.isPresent() ? beside : facts;
        }
        ScaleFacts known = facts.orElse(new ScaleFacts(Calibration.NONE, 0, "image", Metadata.EMPTY));
        Metadata m = known.metadata();
        double dpi = dir.number(282);
        if (!known.calibration().isPhysical() && dpi > 1 && Double.isFinite(dpi)) {
            m = m.with("print resolution", String.format(java.util.Locale.ROOT, "%.4g per %s (not used as scale)",
                    dpi, dir.whole(296, 2) == 3 ? "cm" : "inch"));
        }
        if (p.colour()) {
            m = m.with("colour", "RGB, read as luminance");
        }
        return Pictures.raster(source.name(), label, p.width(), p.height(), p.pixels(),
                new ScaleFacts(known.calibration(), known.fieldHeight(), known.kind(), m));
    }
}
