package org.interphase.technique.microscopy.reader.gatan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.MicrographBuilder;
import org.interphase.technique.microscopy.reader.gatan.DmImage.Dimension;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;

/** The datasets that one image of a DM file holds: a picture, several, a curve, or many curves. */
final class DmDatasets {

    private static final int MOST_FRAMES = 1024;
    /** A microscope below this voltage is a scanning one. */
    private static final double LOWEST_TEM = 50_000;

    private final Source source;
    private final DmImage image;
    private final List<Dimension> dimensions;
    private final Progress progress;

    private DmDatasets(Source source, DmImage image, Progress progress) {
        this.source = source;
        this.image = image;
        this.progress = progress;
        dimensions = image.dimensions();
    }

    static List<Dataset> of(Source source, DmImage image, Progress progress) throws IOException {
        return new DmDatasets(source, image, progress).read();
    }

    private List<Dataset> read() throws IOException {
        if (dimensions.isEmpty()) {
            throw image.tags().error(image.data().position(), "the image states no dimensions");
        }
        long n = 1;
        StringBuilder size = new StringBuilder();
        for (Dimension d : dimensions) {
            n = d.size() < 1 || n > TiffPixels.MOST_PIXELS ? 0 : n * d.size();
            size.append(size.isEmpty() ? "" : " x ").append(d.size());
        }
        long stored = image.data().count() * image.data().bytes();
        if (n < 1 || n > TiffPixels.MOST_PIXELS || n * DmValues.bytes(image.type()) > stored) {
            throw image.tags().error(image.data().position(), "an image of " + size + " pixels does not fit " + stored
                    + " bytes of data");
        }
        List<Integer> large = new ArrayList<>();
        for (int k = 0; k < dimensions.size(); k++) {
            if (dimensions.get(k).size() > 1) {
                large.add(k);
            }
        }
        int spectral = DmSpectra.spectralDimension(image, dimensions, large);
        if (spectral >= 0) {
            return List.of(DmSpectra.read(image, dimensions, large, spectral, named(metadata())));
        }
        if (large.size() == 1) {
            return List.of(DmSpectra.profile(image, dimensions.get(large.get(0)), named(metadata())));
        }
        return frames(large);
    }

    /** One picture, or one for each place along the third dimension. */
    private List<Dataset> frames(List<Integer> large) throws IOException {
        // two dimensions larger than 1 make the picture; in doubt the first two
        int x = large.size() >= 2 ? large.get(0) : 0;
        int y = large.size() >= 2 ? large.get(1) : 1;
        Dimension across = dimensions.get(x);
        Dimension down = y < dimensions.size() ? dimensions.get(y) : new Dimension(1, 0, Double.NaN, "");
        long frames = large.size() == 3 ? dimensions.get(large.get(2)).size() : 1;
        if (frames > MOST_FRAMES) {
            throw image.tags().error(image.data().position(), "there are " + frames + " pictures in this stack; save "
                    + "at most " + MOST_FRAMES + " of them as one file");
        }
        int width = (int) across.size();
        int height = (int) down.size();
        List<Dataset> out = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            progress.checkCancelled();
            Metadata m = metadata();
            String label = "";
            if (frames > 1) {
                label = " frame " + (f + 1);
                m = m.withAll(place(dimensions.get(large.get(2)), f));
            }
            Pixels pixels = DmValues.pixels(image.tags(), image.data(), image.type(), (long) f * width * height,
                    width * height);
            out.add(picture(label, width, height, pixels, new ScaleFacts(calibration(across, down, width), height,
                    kind(across), m)));
        }
        return out;
    }

    /** Where a frame stands. */
    private static Metadata place(Dimension d, int frame) {
        Metadata m = Metadata.EMPTY.with("frame", (long) (frame + 1));
        if (!d.isCalibrated()) {
            return m;
        }
        String key = d.isIn("s") ? "frame time" : d.isIn("m") ? "z position" : d.isIn("deg") ? "tilt" : "frame value";
        return m.with(key, d.value(frame), Unit.of(d.unit()).text());
    }

    private Raster picture(String label, int width, int height, Pixels pixels, ScaleFacts facts) throws IOException {
        double[] line = brightness(image);
        Raster raster = MicrographBuilder.raster(source, label, width, height, line == null ? pixels
                : straightened(pixels, line), facts);
        DatasetHeader header = image.name().isEmpty() ? raster.header() : raster.header().withName(image.name()
                + label);
        return new Raster(header, width, height, raster.pixels(), "Intensity", unit(image), raster.calibration(),
                raster.field());
    }

    /** Unit of the values; counts where none is known. */
    static Unit unit(DmImage image) {
        String unit = image.tags().text(image.path() + "ImageData.Calibrations.Brightness.Units").strip();
        return !unit.isBlank() && Unit.isKnown(unit) ? Unit.of(unit) : Unit.of("counts");
    }

    /** Origin and scale of an image's values where they are calibrated in a known unit and not as stored, else null. */
    static double[] brightness(DmImage image) {
        String b = image.path() + "ImageData.Calibrations.Brightness.";
        String unit = image.tags().text(b + "Units").strip();
        double origin = image.tags().number(b + "Origin");
        double scale = image.tags().number(b + "Scale");
        origin = Double.isFinite(origin) ? origin : 0;
        boolean used = !unit.isEmpty() && Unit.isKnown(unit) && Double.isFinite(scale) && scale != 0
                && (scale != 1 || origin != 0) && !DmValues.isColour(image.type());
        return used ? new double[] {origin, scale} : null;
    }

    private static Pixels straightened(Pixels pixels, double[] line) {
        float[] out = new float[pixels.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) ((pixels.get(i) - line[0]) * line[1]);
        }
        return Pixels.ofFloats(out);
    }

    private static Calibration calibration(Dimension x, Dimension y, int width) {
        if (!x.isCalibrated() || !(x.scale() > 0)) {
            return Calibration.NONE;
        }
        if (x.isIn("m")) {
            double m = Unit.of(x.unit()).scaleTo(Unit.of("m"));
            double my = y.isIn("m") ? Unit.of(y.unit()).scaleTo(Unit.of("m")) : m;
            boolean same = y.scale() > 0;
            return same ? ScaleFacts.metres(x.scale() * m, y.scale() * my, width, "Gatan DM calibration")
                    : Calibration.NONE;
        }
        Unit unit = Unit.of(x.unit());
        boolean both = y.isCalibrated() && y.scale() > 0 && Unit.of(y.unit()).isCompatible(unit);
        return isReciprocal(x) && both ? new Calibration(x.scale(), y.scale() * Unit.of(y.unit()).scaleTo(unit), unit,
                Double.NaN, "Gatan DM calibration") : Calibration.NONE;
    }

    /** Whether a dimension is one of a diffraction pattern. */
    private static boolean isReciprocal(Dimension d) {
        return d.isIn("1/m") || d.isIn("rad");
    }

    private String kind(Dimension across) {
        double volts = image.tagNumber("Microscope Info.Voltage");
        return isReciprocal(across) ? "diffraction" : volts > 0 && volts < LOWEST_TEM ? "sem" : "tem";
    }

    private DatasetHeader named(Metadata m) {
        String file = source.name();
        int dot = file.lastIndexOf('.');
        return DatasetHeader.of(image.name().isEmpty() ? dot > 0 ? file.substring(0, dot) : file : image.name(),
                "profile", m);
    }

    private Metadata metadata() {
        String info = "Microscope Info.";
        double magnification = image.tagNumber(info + "Indicated Magnification");
        Metadata m = Metadata.EMPTY.with("instrument", image.tag(info + "Microscope"))
                .with("beam energy", image.tagNumber(info + "Voltage") / 1000, "keV")
                .with("mode", image.tag(info + "Operation Mode"))
                .with("imaging mode", image.tag(info + "Imaging Mode"))
                .with("magnification", magnification > 0 ? (Object) magnification : null)
                .with("specimen", image.tag(info + "Specimen")).with("operator", image.tag(info + "Operator"))
                .with("signal", image.signal());
        return m.with("date", (image.tag("DataBar.Acquisition Date") + " " + image.tag("DataBar.Acquisition Time"))
                .strip());
    }
}
