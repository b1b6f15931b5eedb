package org.interphase.technique.microscopy.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.scale.ImageJText;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;
import org.interphase.technique.microscopy.reader.scale.SideCar;
import org.interphase.technique.microscopy.reader.scale.VendorTags;
import org.interphase.technique.microscopy.reader.tiff.ImageJLabels;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectories;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectory;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;
import org.interphase.technique.microscopy.reader.tiff.TiffTag;

/** TIFF micrographs with the scale of Thermo/FEI, Zeiss, TESCAN, JEOL, Hitachi, Gatan and ImageJ. */
public final class TiffReader implements DatasetReader {

    private static final int MOST_PAGES = 1024;

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
        Optional<ImageJText> imageJ = ImageJText.suits(all.get(0)) ? Optional.of(ImageJText.of(all.get(0)))
                : Optional.empty();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isReduced()) {
                pages.add(new Page(all.get(i), i, 0));
            }
        }
        if (pages.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there are only thumbnails in this file");
        }
        Remark fewer = null;
        if (imageJ.isPresent() && imageJ.get().images() != pages.size()) {
            pages = all.size() == 1 ? stack(all.get(0), imageJ.get().images()) : pages;
            fewer = imageJ.get().images() == pages.size() ? null : Remark.warning("ImageJ states "
                    + imageJ.get().images() + " pictures, the file holds " + pages.size() + ".");
        }
        if (pages.size() > MOST_PAGES) {
            throw new DatasetFormatException(source.name(), "", "there are " + pages.size()
                    + " pictures in this file; save at most " + MOST_PAGES + " of them as one file");
        }
        List<String> labels = imageJ.isPresent() ? ImageJLabels.of(all.get(0)) : List.of();
        List<Optional<String>> elements = PageElements.of(pages.stream().map(Page::dir).toList(), labels);
        List<Dataset> out = new ArrayList<>();
        long points = 0;
        for (int i = 0; i < pages.size(); i++) {
            progress.checkCancelled();
            ScaleFacts whole = VendorTags.wholeFile(all.get(0), (int) pages.get(i).dir().whole(TiffDirectory.WIDTH, 1))
                    .orElse(null);
            Raster r = page(source, pages.get(i), pages.size() == 1 ? "" : " page " + (i + 1),
                    elements.get(i).or(() -> ElementName.of(source.name())), whole, imageJ);
            Metadata place = (imageJ.isPresent() ? imageJ.get().place(i) : Metadata.EMPTY).with("label",
                    i < labels.size() ? labels.get(i) : "");
            r = r.withHeader(r.header().withMetadata(r.metadata().withAll(place)));
            out.add(fewer == null ? r : r.withHeader(r.header().remarking(fewer)));
            points += r.points();
            if (points > TiffPixels.MOST_PIXELS && i + 1 < pages.size()) {
                throw new DatasetFormatException(source.name(), "page " + (i + 1), "the pictures of this file have "
                        + "more than " + TiffPixels.MOST_PIXELS + " pixels together; save fewer of them as one file");
            }
            progress.report((i + 1.0) / pages.size(), "");
        }
        return out;
    }

    /** A picture: its directory, which of the file's that is, and how far behind the directory's own it lies. */
    private record Page(TiffDirectory dir, int index, long shift) {
    }

    /**
     * The pictures of one directory: several where ImageJ wrote a stack too large for a directory each.
     *
     * @throws DatasetFormatException if the file ends between them
     */
    private static List<Page> stack(TiffDirectory dir, int images) throws IOException {
        List<Page> out = new ArrayList<>(List.of(new Page(dir, 0, 0)));
        if (dir.whole(259, 1) != 1) {
            return out;
        }
        long bytes = TiffPixels.bytes(dir);
        long first = dir.whole(273, 0);
        // pictures reach at most to what else the file holds behind the first
        long limit = dir.position() > first ? dir.position() : dir.input().size();
        for (TiffTag t : dir.tags().values()) {
            limit = t.position() > first ? Math.min(limit, t.position()) : limit;
        }
        long fit = (limit - first) / bytes;
        // other programs keep ImageJ's text when they save one picture of the stack: then no second one follows
        if (fit < images && (fit < 2 || limit < dir.input().size())) {
            return out;
        }
        if (fit < images) {
            throw dir.input().error(dir.input().size(), "ImageJ states " + images + " pictures of " + bytes
                    + " bytes; the file ends within picture " + (fit + 1));
        }
        for (int i = 1; i < Math.min(images, MOST_PAGES + 1); i++) {
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

    private static Raster page(Source source, Page page, String label, Optional<String> element, ScaleFacts whole,
            Optional<ImageJText> imageJ) throws IOException {
        TiffDirectory dir = page.dir();
        TiffPixels.Picture p = picture(source, page);
        Optional<ScaleFacts> facts = VendorTags.read(dir, p.width(), p.height());
        if (facts.isEmpty()) {
            facts = Optional.ofNullable(whole);
        }
        if (facts.isEmpty() || !facts.get().calibration().isPhysical()) {
            Optional<ScaleFacts> beside = SideCar.read(source, p.width(), p.height());
            facts = beside.isPresent() ? beside : facts;
        }
        ScaleFacts known = facts.orElse(ScaleFacts.NONE);
        Metadata m = known.metadata();
        double dpi = dir.number(282);
        if (!known.calibration().isPhysical() && dpi > 1 && Double.isFinite(dpi)) {
            m = m.with("print resolution", String.format(java.util.Locale.ROOT, "%.4g per %s (not used as scale)",
                    dpi, dir.whole(296, 2) == 3 ? "cm" : "inch"));
        }
        if (p.colour()) {
            m = m.with("colour", "RGB, read as luminance");
        }
        known = known.withMetadata(m);
        double[] line = imageJ.map(ImageJText::straightLine).orElse(null);
        if (p.colour() || !p.pixels().isInteger()) {
            return MicrographBuilder.raster(source, label, element, p.width(), p.height(), p.pixels(), known);
        }
        if (imageJ.isPresent() && imageJ.get().isCurved()) {
            known = known.remarking(Remark.warning("ImageJ states a curve that calibrates the grey levels; it is not "
                    + "applied, the grey levels are those stored."));
        }
        if (line == null || line[0] == 0 && line[1] == 1) {
            return MicrographBuilder.raster(source, label, element, p.width(), p.height(), p.pixels(), known);
        }
        String written = imageJ.get().greyUnit();
        Unit unit = !written.isBlank() && Unit.isKnown(written) ? Unit.of(written) : Unit.of("grey");
        Raster r = MicrographBuilder.raster(source, label, element, p.width(), p.height(), straightened(p.pixels(),
                line), known);
        return new Raster(r.header(), r.width(), r.height(), r.pixels(), r.quantity(), unit, r.calibration(),
                r.field());
    }

    /** Grey levels by the straight line that ImageJ states: also how it stores signed numbers of 16 bits. */
    private static Pixels straightened(Pixels pixels, double[] line) {
        float[] out = new float[pixels.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (line[0] + line[1] * pixels.get(i));
        }
        return Pixels.ofFloats(out);
    }
}
