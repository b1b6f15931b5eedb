package org.interphase.technique.microscopy.reader.scale;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.api.Source;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.technique.microscopy.reader.tiff.TextBytes;

/**
 * Scale from a text file beside the picture: JEOL ({@code $$SM_MICRON_BAR} pixels stand for
 * {@code $$SM_MICRON_MARKER}), Hitachi ({@code PixelSize} in nm), TESCAN ({@code .hdr}).
 */
public final class SideCar {

    private static final long MOST_BYTES = 1 << 20;

    private SideCar() {
    }

    /** What the side-car file says, if there is one of a known maker. */
    public static Optional<ScaleFacts> read(Source picture, int width, int height) throws IOException {
        String name = picture.name();
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String suffix = dot < 0 ? "" : name.substring(dot + 1);
        for (String candidate : new String[] {base + ".txt", base + ".TXT", base + "-" + suffix + ".hdr",
            base + ".hdr"}) {
            Optional<Source> sibling = picture.sibling(candidate);
            if (sibling.isPresent() && sibling.get().size() <= MOST_BYTES) {
                byte[] raw = sibling.get().read(0, (int) MOST_BYTES);
                Optional<ScaleFacts> facts = parse(TextBytes.decode(raw), width, height);
                if (facts.isPresent()) {
                    return facts;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ScaleFacts> parse(String text, int width, int height) {
        if (text.contains("$CM_FORMAT") || text.contains("$$SM_MICRON_BAR")) {
            return Optional.of(jeol(text, width));
        }
        if (text.contains("[SemImageFile]") || text.contains("[TemImageFile]")) {
            return Optional.of(hitachi(text, width));
        }
        return text.contains("PixelSizeX=") ? Optional.of(VendorTags.tescan(text, width,
                height, "TESCAN side-car PixelSizeX")) : Optional.empty();
    }

    private static ScaleFacts jeol(String text, int width) {
        double bar = Double.NaN;
        OptionalDouble marker = OptionalDouble.empty();
        Metadata m = Metadata.EMPTY.with("instrument", "JEOL");
        double rows = 0;
        for (String line : text.split("\\R")) {
            String[] words = line.strip().split("\\s+", 2);
            if (words.length < 2) {
                continue;
            }
            switch (words[0]) {
                case "$$SM_MICRON_BAR" -> bar = LengthText.number(words[1]);
                case "$$SM_MICRON_MARKER" -> marker = LengthText.metres(words[1]);
                case "$CM_ACCEL_VOLT" -> m = m.with("beam energy", LengthText.number(words[1]), "keV");
                case "$CM_MAG" -> m = m.with("magnification", LengthText.number(words[1]));
                case "$CM_INSTRUMENT" -> m = m.with("instrument", "JEOL " + words[1]);
                case "$CM_DATE" -> m = m.with("date", words[1]);
                case "$CM_SIGNAL" -> m = m.with("detector", words[1]);
                case "$$SM_WD" -> m = m.with("working distance", LengthText.number(words[1]), "mm");
                case "$CM_FULL_SIZE", "$CM_IMAGE_SIZE" -> {
                    String[] size = words[1].split("\\s+");
                    rows = size.length > 1 ? LengthText.number(size[1]) : rows;
                }
                default -> {
                    // other keys are not needed
                }
            }
        }
        Calibration c = bar > 0 && marker.isPresent()
                ? ScaleFacts.metres(marker.getAsDouble() / bar, marker.getAsDouble() / bar, width,
                        rounding(bar), "JEOL side-car $$SM_MICRON_MARKER / $$SM_MICRON_BAR")
                : Calibration.NONE;
        return new ScaleFacts(c, rows > 0 ? (int) rows : 0, "sem", m);
    }

    /** Relative standard uncertainty of a bar whose length is told in whole pixels; rectangular. */
    private static double rounding(double bar) {
        return bar == Math.rint(bar) ? 1 / Math.sqrt(12) / bar : Double.NaN;
    }

    private static ScaleFacts hitachi(String text, int width) {
        KeyedText t = new KeyedText(text);
        double size = t.number("PixelSize") * 1e-9;
        // the picture may have been saved smaller than scanned: DataSize tells the scan
        double columns = LengthText.number(t.text("DataSize"));
        double scale = columns > 0 && Math.abs(columns / width - Math.rint(columns / width)) < 1e-9
                ? columns / width : 1;
        Metadata m = Metadata.EMPTY.with("instrument", ("Hitachi " + t.text("InstructName")).strip())
                .with("beam energy", LengthText.number(t.text("AcceleratingVoltage")) / 1000, "keV")
                .with("magnification", t.number("Magnification"))
                .with("working distance", LengthText.number(t.text("WorkingDistance")) / 1000, "mm")
                .with("detector", t.text("SignalName")).with("sample", t.text("SampleName"))
                .with("date", (t.text("Date") + " " + t.text("Time")).strip());
        return new ScaleFacts(size > 0 ? ScaleFacts.metres(size * scale, size * scale, width,
                "Hitachi side-car PixelSize") : Calibration.NONE, 0,
                text.contains("[TemImageFile]") ? "tem" : "sem", m);
    }
}
