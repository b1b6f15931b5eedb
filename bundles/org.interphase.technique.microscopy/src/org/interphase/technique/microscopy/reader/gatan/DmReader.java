package org.interphase.technique.microscopy.reader.gatan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;

/**
 * Gatan DigitalMicrograph files, DM3 and DM4: images, stacks, line profiles, spectra and spectrum images. What
 * a dimension is tell its unit and the program's own word for the data ({@code Meta Data.Format}).
 */
public final class DmReader implements DatasetReader {

    private static final int MOST_IMAGES = 64;

    @Override
    public String id() {
        return "microscopy.dm";
    }

    @Override
    public String title() {
        return "Gatan DigitalMicrograph (DM3, DM4)";
    }

    @Override
    public List<String> extensions() {
        return List.of("dm3", "dm4");
    }

    @Override
    public List<String> kinds() {
        return List.of("tem", "sem", "diffraction", "profile", "eels", "eels.map", "eds", "eds.map",
                DmSpectra.SPECTRUM, DmSpectra.SPECTRUM_MAP);
    }

    @Override
    public int confidence(SourceHead head) {
        return !DmTags.isDm(head.bytes()) ? 0 : head.hasExtension("dm3", "dm4") ? 95 : 60;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        DmTags tags = DmTags.read(source);
        List<DmImage> images = images(tags);
        if (images.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there is no image in this file");
        }
        List<Dataset> out = new ArrayList<>();
        List<String> left = new ArrayList<>();
        DmTags.Located first = null;
        for (DmImage image : images) {
            progress.checkCancelled();
            String why = refused(image);
            if (why.isEmpty()) {
                out.addAll(DmDatasets.of(source, image, progress));
            } else {
                left.add((image.name().isEmpty() ? "an image" : "'" + image.name() + "'") + " holds " + why);
                first = first == null ? image.data() : first;
            }
        }
        if (out.isEmpty()) {
            throw tags.error(first.position(), String.join("; ", left));
        }
        for (int i = 0; i < out.size() && !left.isEmpty(); i++) {
            Dataset d = out.get(i);
            out.set(i, d.withHeader(d.header().remarking(Remark.warning("Not read of this file: "
                    + String.join("; ", left) + "."))));
        }
        return out;
    }

    /** The images without thumbnails. */
    private static List<DmImage> images(DmTags tags) {
        int thumbnail = (int) (Double.isNaN(tags.number("Thumbnails.0.ImageIndex")) ? -1
                : tags.number("Thumbnails.0.ImageIndex"));
        List<DmImage> all = new ArrayList<>();
        List<DmImage> out = new ArrayList<>();
        for (int i = 0; i < MOST_IMAGES; i++) {
            String path = "ImageList." + i + ".";
            DmTags.Located data = tags.located(path + "ImageData.Data");
            if (data == null) {
                continue;
            }
            DmImage image = new DmImage(tags, path, data);
            all.add(image);
            // files without a list of thumbnails hold the thumbnail first, in colour
            boolean small = i == thumbnail || thumbnail < 0 && i == 0 && DmValues.isColour(image.type())
                    && tags.located("ImageList.1.ImageData.Data") != null;
            if (!small) {
                out.add(image);
            }
        }
        // an image that is listed as its own thumbnail is no thumbnail
        return out.isEmpty() ? all : out;
    }

    /** Why an image is not read, or empty. */
    private static String refused(DmImage image) {
        if (DmValues.bytes(image.type()) == 0) {
            return DmValues.refused(image.type());
        }
        List<DmImage.Dimension> d = image.dimensions();
        long large = d.stream().filter(x -> x.size() > 1).count();
        if (large > 3) {
            return large + "-dimensional data (" + String.join(" x ", d.stream().map(x -> Long.toString(x.size()))
                    .toList()) + " values, for example a scan of diffraction patterns), which are not supported";
        }
        return "";
    }
}
