package org.interphase.technique.microscopy.reader.gatan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.MicrographBuilder;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;

/** Gatan DigitalMicrograph images, DM3 and DM4. */
public final class DmReader implements DatasetReader {

    private static final int MOST_IMAGES = 64;
    /** Blue, green, red and a byte not used. */
    private static final int RGB = 23;

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
        return List.of("tem", "sem");
    }

    @Override
    public int confidence(SourceHead head) {
        return !DmTags.isDm(head.bytes()) ? 0 : head.hasExtension("dm3", "dm4") ? 95 : 60;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        DmTags tags = DmTags.read(source);
        List<Dataset> out = new ArrayList<>();
        int thumbnail = (int) (Double.isNaN(tags.number("Thumbnails.0.ImageIndex")) ? -1
                : tags.number("Thumbnails.0.ImageIndex"));
        String why = "there is no image in this file";
        for (int i = 0; i < MOST_IMAGES; i++) {
            String image = "ImageList." + i + ".";
            DmTags.Located data = tags.located(image + "ImageData.Data");
            if (data == null) {
                continue;
            }
            progress.checkCancelled();
            double type = tags.number(image + "ImageData.DataType");
            boolean flat = tags.number(image + "ImageData.Dimensions.1") > 1;
            for (int k = 2; k < 5; k++) {
                flat &= !(tags.number(image + "ImageData.Dimensions." + k) > 1);
            }
            // files without a list of thumbnails hold the thumbnail first, in colour
            if (i == thumbnail || type == RGB && thumbnail < 0 && i == 0
                    && tags.located("ImageList.1.ImageData.Data") != null) {
                continue;
            }
            if (!flat) {
                why = "the data are no flat image (a spectrum, or a stack)";
                continue;
            }
            out.add(image(source, tags, image, data, (int) type));
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", why);
        }
        return out;
    }

    private static Dataset image(Source source, DmTags tags, String image, DmTags.Located data, int type)
            throws IOException {
        double w = tags.number(image + "ImageData.Dimensions.0");
        double h = tags.number(image + "ImageData.Dimensions.1");
        int bytes = switch (type) {
            case 6, 9, 14 -> 1;
            case 1, 10 -> 2;
            case 2, 7, 11, RGB -> 4;
            case 12 -> 8;
            default -> throw tags.error(data.position(), "pixels of data type " + type
                    + " are not supported (complex or packed)");
        };
        long stored = data.count() * switch (data.type()) {
            case 2, 4 -> 2;
            case 3, 5, 6 -> 4;
            case 7, 11, 12 -> 8;
            default -> 1;
        };
        if (!(w >= 1 && h >= 1 && w * h <= TiffPixels.MOST_PIXELS) || w * h * bytes > stored) {
            throw tags.error(data.position(), "an image of " + w + " x " + h + " pixels does not fit " + stored
                    + " bytes of data");
        }
        int width = (int) w;
        int height = (int) h;
        ByteBuffer b = ByteBuffer.wrap(tags.bytes(data, (long) width * height * bytes)).order(tags.dataOrder());
        Raster raster = MicrographBuilder.raster(source.name(), "", width, height, pixels(b, width * height, type),
                new ScaleFacts(calibration(tags, image, width), height, kind(tags, image), metadata(tags, image)));
        String name = tags.text(image + "Name");
        String unit = tags.text(image + "ImageData.Calibrations.Brightness.Units");
        boolean known = !unit.isBlank() && Unit.isKnown(unit);
        return new Raster(name.isBlank() ? raster.header() : raster.header().withName(name), width, height,
                raster.pixels(), "Intensity", known ? Unit.of(unit) : Unit.of("counts"), raster.calibration(),
                raster.field());
    }

    private static Pixels pixels(ByteBuffer b, int n, int type) {
        if (type == 6 || type == 14) {
            return Pixels.ofBytes(b.array());
        }
        if (type == RGB) {
            byte[] out = new byte[n];
            for (int i = 0; i < n; i++) {
                out[i] = (byte) TiffPixels.luminance(b.get(4 * i + 2) & 0xff, b.get(4 * i + 1) & 0xff,
                        b.get(4 * i) & 0xff);
            }
            return Pixels.ofBytes(out);
        }
        if (type == 10) {
            short[] out = new short[n];
            b.asShortBuffer().get(out);
            return Pixels.ofShorts(out);
        }
        if (type == 12 || type == 7 || type == 11) {
            double[] out = new double[n];
            float[] narrow = new float[n];
            boolean fits = true;
            for (int i = 0; i < n; i++) {
                out[i] = type == 12 ? b.getDouble(8 * i) : type == 7 ? b.getInt(4 * i) : b.getInt(4 * i) & 0xffffffffL;
                narrow[i] = (float) out[i];
                fits &= narrow[i] == out[i];
            }
            return fits ? Pixels.ofFloats(narrow) : Pixels.ofDoubles(out);
        }
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = type == 2 ? b.getFloat(4 * i) : type == 1 ? b.getShort(2 * i) : b.get(i);
        }
        return Pixels.ofFloats(out);
    }

    private static Calibration calibration(DmTags tags, String image, int width) {
        String d = image + "ImageData.Calibrations.Dimension.";
        double sx = tags.number(d + "0.Scale");
        double sy = tags.number(d + "1.Scale");
        String unit = tags.text(d + "0.Units").strip();
        if (!(sx > 0 && sy > 0) || !Unit.isKnown(unit) || !Unit.of(unit).isCompatible(Unit.of("m"))) {
            return Calibration.NONE;
        }
        String unitY = tags.text(d + "1.Units").strip();
        double m = Unit.of(unit).scaleTo(Unit.of("m"));
        boolean same = !Unit.isKnown(unitY) || !Unit.of(unitY).isCompatible(Unit.of("m"));
        double my = same ? m : Unit.of(unitY).scaleTo(Unit.of("m"));
        return ScaleFacts.metres(sx * m, sy * my, width, "Gatan DM calibration");
    }

    private static String kind(DmTags tags, String image) {
        double volts = tags.number(image + "ImageTags.Microscope Info.Voltage");
        return volts > 0 && volts < 50_000 ? "sem" : "tem";
    }

    private static Metadata metadata(DmTags tags, String image) {
        String info = image + "ImageTags.Microscope Info.";
        return Metadata.EMPTY.with("instrument", tags.text(info + "Microscope"))
                .with("beam energy", tags.number(info + "Voltage") / 1000, "keV")
                .with("mode", tags.text(info + "Operation Mode"))
                .with("imaging mode", tags.text(info + "Imaging Mode"))
                .with("magnification", number(tags.number(info + "Indicated Magnification")))
                .with("specimen", tags.text(info + "Specimen")).with("operator", tags.text(info + "Operator"))
                .with("date", (tags.text(image + "ImageTags.DataBar.Acquisition Date") + " "
                        + tags.text(image + "ImageTags.DataBar.Acquisition Time")).strip());
    }

    private static Object number(double v) {
        return Double.isFinite(v) ? v : null;
    }
}
