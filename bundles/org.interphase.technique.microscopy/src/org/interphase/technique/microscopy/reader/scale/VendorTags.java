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
                return Optional.of(thermo(fei.get().text(), width, height));
            }
        }
        if (dir.tag(34118).isPresent()) {
            return Optional.of(zeiss(dir.text(34118), width));
        }
        if (dir.tag(50431).isPresent()) {
            return Optional.of(tescan(dir.text(50431), width, height, "TESCAN tag 50431 PixelSizeX"));
        }
        if (dir.tag(65009).isPresent()) {
            return Optional.of(gatan(dir, width));
        }
        String description = dir.text(TiffDirectory.DESCRIPTION);
        if (description.contains("<OME") && description.contains("<Pixels")) {
            return Optional.of(ome(description, width));
        }
        return description.startsWith("ImageJ=") ? Optional.of(imageJ(dir, description, width)) : Optional.empty();
    }

    private static ScaleFacts thermo(String text, int width, int height) {
        KeyedText t = new KeyedText(text);
        double w = t.number("Scan", "PixelWidth");
        double h = t.number("Scan", "PixelHeight");
        String source = "Thermo/FEI PixelWidth";
        double horizontal = t.number("Scan", "HorFieldsize");
        double columns = t.number("Image", "ResolutionX");
        if (!(w > 0)) {
            w = horizontal / (columns > 0 ? columns : width);
            h = w;
            source = "Thermo/FEI HorFieldsize / pixels";
        }
        if (!(h > 0)) {
            h = w;
        }
        // DatabarHeight may be 0 although there is a bar: the field's height in metres tells
        double rows = t.number("Scan", "VerFieldsize") / h;
        if (!(rows > 0)) {
            rows = t.number("Image", "ResolutionY");
        }
        int field = rows > 0.5 * height && rows < height - 2 ? (int) Math.round(rows) : 0;
        Metadata m = Metadata.EMPTY.with("instrument", ("Thermo/FEI " + t.text("System", "SystemType")).strip())
                .with("beam energy", t.number("Beam", "HV") / 1000, "keV")
                .with("detector", t.text("Detectors", "Name")).with("mode", t.text("Detectors", "Mode"))
                .with("working distance", t.number("Stage", "WorkingDistance") * 1000, "mm")
                .with("stage tilt", Math.toDegrees(t.number("Stage", "StageT")), "deg")
                .with("field width", horizontal * 1e6, "um")
                .with("dwell time", t.number("Scan", "Dwelltime") * 1e6, "us")
                .with("date", (t.text("User", "Date") + " " + t.text("User", "Time")).strip());
        if (t.text("EBeam", "TiltCorrectionIsOn").equalsIgnoreCase("yes")) {
            m = m.with("tilt correction", Math.toDegrees(t.number("EBeam", "TiltCorrectionAngle")), "deg");
        }
        m = check(m, w, horizontal, columns > 0 ? columns : width);
        return new ScaleFacts(w > 0 && w < 1 ? ScaleFacts.metres(w, h, width, source) : Calibration.NONE, field,
                "sem", m);
    }

    private static ScaleFacts zeiss(String text, int width) {
        String[] lines = text.split("\\R");
        OptionalDouble stated = zeissLength(lines, "AP_IMAGE_PIXEL_SIZE");
        OptionalDouble field = zeissLength(lines, "AP_WIDTH");
        double size = stated.isPresent() ? stated.getAsDouble() : field.orElse(Double.NaN) / width;
        String source = stated.isPresent() ? "Zeiss AP_IMAGE_PIXEL_SIZE" : "Zeiss AP_WIDTH / pixels";
        // the fourth line holds the pixel size in metres with more digits, but not always the image's
        double fine = lines.length > 3 ? LengthText.number(lines[3]) : Double.NaN;
        if (fine > 0 && Math.abs(fine / size - 1) < 5e-4) {
            size = fine;
        }
        Metadata m = Metadata.EMPTY.with("instrument", "Zeiss")
                .with("beam energy", LengthText.number(zeissValue(lines, "AP_ACTUALKV")), "keV")
                .with("detector", zeissValue(lines, "DP_DETECTOR_CHANNEL"))
                .with("working distance", zeissLength(lines, "AP_WD").orElse(Double.NaN) * 1e3, "mm")
                .with("stage tilt", LengthText.number(zeissValue(lines, "AP_STAGE_AT_T")), "deg")
                .with("field width", field.orElse(Double.NaN) * 1e6, "um")
                .with("sample", zeissValue(lines, "SV_SAMPLE_ID")).with("date", zeissValue(lines, "AP_DATE"));
        m = check(m, size, field.orElse(Double.NaN), width);
        return new ScaleFacts(size > 0 && size < 1 ? ScaleFacts.metres(size, size, width, source)
                : Calibration.NONE, 0, "sem", m);
    }

    /** The text behind '=' or ':' in the line after a key. */
    private static String zeissValue(String[] lines, String key) {
        for (int i = 0; i + 1 < lines.length; i++) {
            if (lines[i].strip().equals(key)) {
                String l = lines[i + 1];
                int eq = l.indexOf('=');
                int at = eq >= 0 ? eq : l.indexOf(':');
                return at < 0 ? "" : l.substring(at + 1).strip();
            }
        }
        return "";
    }

    private static OptionalDouble zeissLength(String[] lines, String key) {
        return LengthText.metres(zeissValue(lines, key));
    }

    /** TESCAN's text of keys, in a tag or a side-car file; metres. */
    static ScaleFacts tescan(String text, int width, int height, String source) {
        int start = Math.max(0, text.indexOf("[MAIN]"));
        KeyedText t = new KeyedText(text.substring(start));
        double w = t.number("PixelSizeX");
        double h = t.number("PixelSizeY");
        Metadata m = Metadata.EMPTY.with("instrument", ("TESCAN " + t.text("DeviceModel")).strip())
                .with("beam energy", t.number("HV") / 1000, "keV").with("detector", t.text("Detector"))
                .with("working distance", t.number("WD") * 1000, "mm")
                .with("stage tilt", t.number("StageTilt"), "deg").with("date", t.text("Date"));
        double strip = t.number("ImageStripSize");
        boolean bar = strip >= 1 && strip < height / 2.0;
        if (bar) {
            m = m.with("data bar rows", (long) strip);
        }
        return new ScaleFacts(w > 0 && w < 1 ? ScaleFacts.metres(w, h > 0 ? h : w, width, source)
                : Calibration.NONE, bar ? height - (int) strip : 0, "sem", m);
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

    private static ScaleFacts imageJ(TiffDirectory dir, String description, int width) throws IOException {
        KeyedText t = new KeyedText(description.replace("\\u00B5", "u"));
        OptionalDouble unit = LengthText.metres("1 " + t.text("unit"));
        double x = dir.number(282);
        double y = dir.number(283);
        Metadata m = Metadata.EMPTY.with("software", "ImageJ " + t.text("ImageJ"));
        boolean usable = unit.isPresent() && x > 0 && Double.isFinite(x);
        return new ScaleFacts(usable ? ScaleFacts.metres(unit.getAsDouble() / x, unit.getAsDouble()
                / (y > 0 && Double.isFinite(y) ? y : x), width, "ImageJ") : Calibration.NONE, 0, "image", m);
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

    private static Metadata check(Metadata m, double size, double field, double pixels) {
        double ratio = size * pixels / field;
        return Double.isFinite(ratio) && Math.abs(ratio - 1) > 0.01
                ? m.with("scale conflict", String.format(java.util.Locale.ROOT,
                        "pixel size times width is %.2f times the stated field width", ratio)) : m;
    }
}
