package org.interphase.technique.microscopy.reader.scale;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.technique.microscopy.reader.tiff.TiffDirectory;
import org.interphase.technique.microscopy.reader.tiff.TiffTag;

/**
 * Scale and facts from the private TIFF tags of microscope makers. Layouts are those seen in files of the instruments;
 * the makers publish none. The TIFF resolution is believed only where ImageJ wrote the file: elsewhere it is the print
 * size.
 */
public final class VendorTags {

    private VendorTags() {
    }

    /** What the directory's tags say; empty if no known maker wrote it. */
    public static Optional<ScaleFacts> read(TiffDirectory dir, int width, int height) throws IOException {
        for (int number : new int[] {34682, 34680}) {
            Optional<TiffTag> fei = dir.tag(number);
            if (fei.isPresent()) {
                return Optional.of(ThermoText.read(fei.get().text(), width, height));
            }
        }
        if (dir.tag(34118).isPresent()) {
            return Optional.of(ZeissText.read(dir.text(34118), width));
        }
        if (dir.tag(50431).isPresent()) {
            return Optional.of(TescanText.read(dir.text(50431), width, height, "TESCAN tag 50431 PixelSizeX"));
        }
        if (dir.tag(65009).isPresent()) {
            return Optional.of(gatan(dir, width));
        }
        return isForWholeFile(dir) ? wholeFile(dir, width) : Optional.empty();
    }

    /** What the first directory says of all pictures of its file, as ImageJ and OME-TIFF do. */
    public static Optional<ScaleFacts> wholeFile(TiffDirectory first, int width) throws IOException {
        if (ImageJText.suits(first)) {
            return Optional.of(ImageJText.of(first).facts(width));
        }
        return isForWholeFile(first) ? Optional.of(ome(first.text(TiffDirectory.DESCRIPTION), width))
                : Optional.empty();
    }

    private static boolean isForWholeFile(TiffDirectory dir) throws IOException {
        String description = dir.text(TiffDirectory.DESCRIPTION);
        return description.startsWith("ImageJ=") || description.contains("<OME") && description.contains("<Pixels");
    }

    private static ScaleFacts gatan(TiffDirectory dir, int width) throws IOException {
        double w = dir.number(65009);
        double h = dir.number(65010);
        OptionalDouble unit = LengthText.metres("1 " + dir.text(65012).strip());
        Metadata m = Metadata.EMPTY.with("instrument", "Gatan DigitalMicrograph");
        boolean usable = w > 0 && Double.isFinite(w) && unit.isPresent();
        return new ScaleFacts(usable ? ScaleFacts.metres(w * unit.getAsDouble(), (h > 0 ? h : w)
                * unit.getAsDouble(), width, "Gatan DM tags 65009-65013") : Calibration.NONE, 0, "tem", m);
    }

    /** PhysicalSizeX of an OME-TIFF; the unit is um where none is told (OME model). */
    private static ScaleFacts ome(String xml, int width) {
        String pixels = xml.substring(xml.indexOf("<Pixels"));
        pixels = pixels.substring(0, Math.max(0, pixels.indexOf('>')));
        OptionalDouble x = LengthText.metres(attribute(pixels, "PhysicalSizeX", "") + " "
                + attribute(pixels, "PhysicalSizeXUnit", "um"));
        OptionalDouble y = LengthText.metres(attribute(pixels, "PhysicalSizeY", "") + " "
                + attribute(pixels, "PhysicalSizeYUnit", "um"));
        return new ScaleFacts(x.isPresent() ? ScaleFacts.metres(x.getAsDouble(), y.orElse(x.getAsDouble()), width,
                "OME PhysicalSizeX") : Calibration.NONE, 0, "image", Metadata.EMPTY.with("software", "OME-TIFF"));
    }

    private static String attribute(String element, String name, String otherwise) {
        Matcher m = Pattern.compile("\\s" + name + "\\s*=\\s*(\"[^\"]*\"|'[^']*')").matcher(element);
        return m.find() ? m.group(1).substring(1, m.group(1).length() - 1).replace("&#181;", "\u00b5")
                .replace("&#xB5;", "\u00b5") : otherwise;
    }
}
