package org.interphase.technique.microscopy.reader.scale;

import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/** Hitachi's text beside a picture: PixelSize of the scan in nm, AcceleratingVoltage in V, WorkingDistance in um. */
final class HitachiText {

    private HitachiText() {
    }

    static boolean suits(String text) {
        return text.contains("[SemImageFile]") || text.contains("[TemImageFile]");
    }

    static ScaleFacts read(String text, int width) {
        KeyedText t = new KeyedText(text);
        double size = t.number("PixelSize") * 1e-9;
        // the picture may have been saved smaller than scanned: DataSize tells the scan
        double columns = LengthText.number(t.text("DataSize"));
        double binned = columns / width;
        boolean whole = binned >= 1 && Math.abs(binned - Math.rint(binned)) < 1e-9;
        double scale = whole ? binned : 1;
        String voltage = t.text("AcceleratingVoltage");
        String distance = t.text("WorkingDistance");
        Metadata m = Metadata.EMPTY.with("instrument", ("Hitachi " + t.text("InstructName")).strip())
                .with("beam energy", LengthText.hasUnit(voltage) ? LengthText.kilovolts(voltage)
                        : LengthText.number(voltage) / 1000, "keV")
                .with("magnification", t.number("Magnification"))
                .with("working distance", LengthText.hasUnit(distance)
                        ? LengthText.metres(distance).orElse(Double.NaN) * 1000 : LengthText.number(distance) / 1000,
                        "mm")
                .with("detector", t.text("SignalName")).with("sample", t.text("SampleName"))
                .with("date", (t.text("Date") + " " + t.text("Time")).strip());
        ScaleFacts facts = new ScaleFacts(size > 0 ? ScaleFacts.metres(size * scale, size * scale, width,
                "Hitachi side-car PixelSize") : Calibration.NONE, 0,
                text.contains("[TemImageFile]") ? "tem" : "sem", m);
        if (whole && scale > 1 && size > 0) {
            return facts.remarking(Remark.info("The picture has one column for every " + (int) scale + " of the scan ("
                    + "DataSize), so its pixels are taken as that many times the stated PixelSize."));
        }
        return whole ? facts : facts.checkedAgainstColumns(columns, width);
    }
}
