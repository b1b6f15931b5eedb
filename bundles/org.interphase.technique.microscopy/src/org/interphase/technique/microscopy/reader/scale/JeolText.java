package org.interphase.technique.microscopy.reader.scale;

import java.util.OptionalDouble;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * JEOL's text file beside a picture: {@code $$SM_MICRON_BAR} pixels stand for {@code $$SM_MICRON_MARKER}; transmission
 * microscopes write pixels per metre. Where only the magnification is told, it is taken for that of a print 120 mm wide
 * (a 4 x 5 inch photograph), which is the custom of JEOL's scanning microscopes (unverified for every model).
 */
final class JeolText {

    private static final double PRINT_WIDTH = 0.120;
    /** Of a field width from the magnification: displays 128 mm wide occur as well (unverified). */
    private static final double PRINT_DOUBT = 0.05;

    private Metadata m = Metadata.EMPTY.with("instrument", "JEOL");
    private double bar = Double.NaN;
    private OptionalDouble marker = OptionalDouble.empty();
    private double magnification = Double.NaN;
    private double perMetreX = Double.NaN;
    private double perMetreY = Double.NaN;
    private double columns = Double.NaN;
    private double rows = Double.NaN;
    private boolean transmission;

    private JeolText() {
    }

    static boolean suits(String text) {
        return text.contains("$CM_FORMAT") || text.contains("$$SM_MICRON_BAR") || text.contains("$CM_MAG");
    }

    static ScaleFacts read(String text, int width, int height) {
        JeolText t = new JeolText();
        for (String line : text.split("\\R")) {
            String[] words = line.strip().split("\\s+", 2);
            if (words.length == 2) {
                t.line(words[0], words[1]);
            }
        }
        return t.facts(width, height);
    }

    private void line(String key, String value) {
        switch (key) {
            case "$$SM_MICRON_BAR" -> bar = LengthText.number(value);
            case "$$SM_MICRON_MARKER" -> marker = LengthText.metres(value);
            case "$$EM_PIXELSPERMETER_X" -> perMetreX = LengthText.number(value);
            case "$$EM_PIXELSPERMETER_Y" -> perMetreY = LengthText.number(value);
            case "$CM_ACCEL_VOLT" -> m = m.with("beam energy", LengthText.kilovolts(value), "keV");
            case "$CM_MAG" -> {
                magnification = LengthText.number(value);
                m = m.with("magnification", magnification);
            }
            case "$CM_INSTRUMENT" -> m = m.with("instrument", "JEOL " + value);
            case "$CM_DATE" -> m = m.with("date", value);
            case "$CM_SIGNAL" -> {
                m = m.with("detector", value);
                transmission = value.strip().equals("TEM");
            }
            case "$$SM_WD" -> m = m.with("working distance", LengthText.hasUnit(value)
                    ? LengthText.metres(value).orElse(Double.NaN) * 1000 : LengthText.number(value), "mm");
            case "$CM_FULL_SIZE", "$CM_IMAGE_SIZE" -> {
                String[] size = value.split("[\\sx*]+");
                columns = LengthText.number(size[0]);
                rows = size.length > 1 ? LengthText.number(size[1]) : rows;
            }
            default -> {
                // other keys are not needed
            }
        }
    }

    private ScaleFacts facts(int width, int height) {
        boolean same = !(columns > 0) || columns == width;
        int field = same && rows > 0.5 * height && rows <= height ? (int) rows : 0;
        String kind = transmission ? "tem" : "sem";
        if (bar > 0 && marker.isPresent()) {
            double size = marker.getAsDouble() / bar;
            return new ScaleFacts(ScaleFacts.metres(size, size, width, rounding(bar),
                    "JEOL side-car $$SM_MICRON_MARKER / $$SM_MICRON_BAR"), field, kind, m)
                    .checkedAgainstColumns(columns, width);
        }
        if (perMetreX > 0) {
            return new ScaleFacts(ScaleFacts.metres(1 / perMetreX, 1 / (perMetreY > 0 ? perMetreY : perMetreX), width,
                    "JEOL side-car $$EM_PIXELSPERMETER"), field, kind, m).checkedAgainstColumns(columns, width);
        }
        ScaleFacts none = new ScaleFacts(Calibration.NONE, field, kind, m);
        if (!(magnification > 0) || transmission) {
            return none;
        }
        double size = PRINT_WIDTH / magnification / (columns > 0 ? columns : width);
        return none.withCalibration(ScaleFacts.metres(size, size, width, PRINT_DOUBT,
                "JEOL side-car $CM_MAG of a print 120 mm wide")).remarking(Remark.warning(
                        "The file beside the picture tells only the magnification (" + ScaleFacts.digits(magnification)
                                + "). The pixel size is taken as 120 mm / magnification / columns, the custom of JEOL "
                                + "for a 4 x 5 inch print; other displays differ by several per cent. Compare it with "
                                + "the scale bar, or state the pixel size.")).checkedAgainstColumns(columns, width);
    }

    /** Relative standard uncertainty of a bar whose length is told in whole pixels; rectangular. */
    private static double rounding(double bar) {
        return bar == Math.rint(bar) ? 1 / Math.sqrt(12) / bar : Double.NaN;
    }
}
