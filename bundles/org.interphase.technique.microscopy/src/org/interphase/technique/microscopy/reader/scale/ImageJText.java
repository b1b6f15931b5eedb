package org.interphase.technique.microscopy.reader.scale;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectory;

/**
 * The description ImageJ writes into the first directory of a TIFF file; it holds for all pictures of the file. Pixels
 * per unit are in the resolution tags; {@code unit} is that of x and, unless {@code yunit} and {@code zunit} are there,
 * of y and z (ij.io.TiffEncoder and FileSaver of ImageJ 1.x).
 */
public final class ImageJText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final KeyedText text;
    private final TiffDirectory dir;

    private ImageJText(KeyedText text, TiffDirectory dir) {
        this.text = text;
        this.dir = dir;
    }

    /** Whether ImageJ wrote a directory's description. */
    public static boolean suits(TiffDirectory dir) throws IOException {
        return dir.text(TiffDirectory.DESCRIPTION).startsWith("ImageJ=");
    }

    /** The description of a file's first directory. */
    public static ImageJText of(TiffDirectory dir) throws IOException {
        Matcher m = ESCAPE.matcher(dir.text(TiffDirectory.DESCRIPTION));
        String plain = m.replaceAll(r -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(r.group(1),
                16))));
        return new ImageJText(new KeyedText(plain), dir);
    }

    /** Number of pictures, at least 1. */
    public int images() {
        return count("images");
    }

    private int count(String key) {
        double v = text.number(key);
        return v >= 1 && v < 1e9 ? (int) v : 1;
    }

    /** Pixel size and what else holds for all pictures. */
    public ScaleFacts facts(int width) throws IOException {
        Metadata m = Metadata.EMPTY.with("software", "ImageJ " + text.text("ImageJ"));
        double x = dir.number(282);
        double y = dir.number(283);
        y = y > 0 && Double.isFinite(y) ? y : x;
        String unitX = text.text("unit");
        String unitY = text.text("yunit").isEmpty() ? unitX : text.text("yunit");
        OptionalDouble metresX = LengthText.metres("1 " + unitX);
        OptionalDouble metresY = LengthText.metres("1 " + unitY);
        ScaleFacts none = new ScaleFacts(Calibration.NONE, 0, "image", m);
        if (!(x > 0) || !Double.isFinite(x) || metresX.isEmpty() && metresY.isEmpty()) {
            return none;
        }
        if (metresX.isEmpty() || metresY.isEmpty()) {
            return none.remarking(Remark.warning("ImageJ states the scale along x in '" + unitX + "' and along y in '"
                    + unitY + "'; as one of them is no length, no scale is used."));
        }
        ScaleFacts facts = none.withCalibration(ScaleFacts.metres(metresX.getAsDouble() / x,
                metresY.getAsDouble() / y, width, "ImageJ"));
        if (unitX.toLowerCase(java.util.Locale.ROOT).startsWith("in")) {
            return facts.remarking(Remark.warning("ImageJ states the scale in inches (" + ScaleFacts.digits(x)
                    + " pixels per inch), as it does where it found nothing but a print resolution. State the pixel "
                    + "size if that is not the size on the specimen."));
        }
        return facts;
    }

    /**
     * Where a picture stands in the stack: channels change fastest, then slices, then frames.
     *
     * @param index from 0
     */
    public Metadata place(int index) {
        int channels = count("channels");
        int slices = count("slices");
        int frames = count("frames");
        Metadata m = Metadata.EMPTY;
        if (images() < 2) {
            return m;
        }
        if ((long) channels * slices * frames != images()) {
            // a plain stack counts its pictures as slices
            channels = 1;
            slices = images();
            frames = 1;
        }
        m = channels > 1 ? m.with("channel", (long) (index % channels + 1)) : m;
        int slice = index / channels % slices;
        if (slices > 1) {
            m = m.with("slice", (long) (slice + 1));
            double spacing = text.number("spacing");
            OptionalDouble unit = LengthText.metres("1 " + (text.text("zunit").isEmpty() ? text.text("unit")
                    : text.text("zunit")));
            if (unit.isPresent() && spacing > 0 && Double.isFinite(spacing)) {
                double um = spacing * unit.getAsDouble() * 1e6;
                m = m.with("slice spacing", um, "um").with("z position", slice * um, "um");
            }
        }
        if (frames > 1) {
            int frame = index / channels / slices;
            m = m.with("frame", (long) (frame + 1));
            double interval = text.number("finterval");
            m = interval > 0 ? m.with("frame time", frame * interval, "s") : m;
        }
        return m;
    }

    /** Offset and slope of a straight grey-level calibration (function 0), or null if there is none. */
    public double[] straightLine() {
        double c0 = text.number("c0");
        double c1 = text.number("c1");
        return text.number("cf") == 0 && Double.isFinite(c0) && Double.isFinite(c1) && c1 != 0 ? new double[] {c0, c1}
                : null;
    }

    /** Whether grey levels are calibrated by a curve. */
    public boolean isCurved() {
        return text.number("cf") >= 1 && text.number("cf") < 20;
    }

    /** Unit of calibrated grey levels as written. */
    public String greyUnit() {
        return text.text("vunit");
    }
}
