package org.interphase.technique.microscopy.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;
import org.interphase.technique.microscopy.reader.scale.SideCar;
import org.interphase.technique.microscopy.reader.scale.VendorTags;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectories;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectory;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;

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
        return TiffDirectories.isTiff(head.bytes()) ? 90 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<TiffDirectory> all = TiffDirectories.read(source);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isReduced()) {
                pages.add(new Page(all.get(i), i, 0));
            }
        }
        if (pages.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there are only thumbnails in this file");
        }
        if (all.size() == 1) {
            pages = stack(all.get(0));
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

    /** A picture: its directory, which of the file's that is, and how far behind the directory's own it lies. */
    private record Page(TiffDirectory dir, int index, long shift) {
    }

    /** The pictures of one directory: several where ImageJ wrote a stack too large for a directory each. */
    private static List<Page> stack(TiffDirectory dir) throws IOException {
        Matcher images = Pattern.compile("(?m)^images=(\\d{1,9})\\s*$").matcher(dir.text(TiffDirectory.DESCRIPTION));
        List<Page> out = new ArrayList<>(List.of(new Page(dir, 0, 0)));
        if (!dir.text(TiffDirectory.DESCRIPTION).startsWith("ImageJ=") || !images.find() || dir.whole(259, 1) != 1) {
            return out;
        }
        long bytes = TiffPixels.bytes(dir);
        int n = Math.min(Integer.parseInt(images.group(1)), MOST_PAGES + 1);
        for (int i = 1; i < n && dir.whole(273, 0) + (i + 1) * bytes <= dir.input().size(); i++) {
            out.add(new Page(dir, 0, i * bytes));
        }
        return out;
    }

    private static TiffPixels.Picture picture(Source source, Page page) throws IOException {
        TiffDirectory dir = page.dir();
        if (TiffPixels.supports(dir)) {
            return TiffPixels.read(dir, page.shift());
        }
        long c = dir.whole(259, 1);
        if (c != 2 && c != 3 && c != 4 && c != 6 && c != 7) {
            throw dir.input().error(dir.position(), "compression " + c + " is not supported; save the picture "
                    + "uncompressed, or with LZW or Deflate");
        }
        return JdkImages.read(source, "tiff", page.index());
    }

    private static Dataset page(Source source, Page page, String label) throws IOException {
        TiffDirectory dir = page.dir();
        TiffPixels.Picture p = picture(source, page);
        Optional<ScaleFacts> facts = VendorTags.read(dir, p.width(), p.height());
        if (facts.isEmpty() || !facts.get().calibration().isPhysical()) {
            Optional<ScaleFacts> beside = SideCar.read(source, p.width(), p.height());
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
        return MicrographBuilder.raster(source.name(), label, p.width(), p.height(), p.pixels(),
                new ScaleFacts(known.calibration(), known.fieldHeight(), known.kind(), m));
    }
}
