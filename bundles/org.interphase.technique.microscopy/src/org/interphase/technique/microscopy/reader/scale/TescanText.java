package org.interphase.technique.microscopy.reader.scale;

import org.interphase.model.Calibration;
import org.interphase.model.Metadata;

/** TESCAN's text of keys, in TIFF tag 50431 or in a file beside the picture; metres, volts, degrees. */
final class TescanText {

    private TescanText() {
    }

    static ScaleFacts read(String text, int width, int height, String source) {
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
}
