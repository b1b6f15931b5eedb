package org.interphase.technique.microscopy.reader.scale;

import java.util.regex.Pattern;
import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * The text of TIFF tags 34680 and 34682 of Thermo Fisher and FEI microscopes; lengths in metres, voltages in volts.
 * Only a picture made by scanning a beam has the scan's pixel size: those of the cameras in the chamber carry the state
 * of the beam as well, which tells nothing about them.
 */
final class ThermoText {

    private static final Pattern CAMERA = Pattern.compile("(?i).*(nav.?cam|ccd|camera|optical|video).*");

    private ThermoText() {
    }

    static ScaleFacts read(String text, int width, int height) {
        KeyedText t = new KeyedText(text);
        String detector = t.text("Detectors", "Name");
        Metadata m = Metadata.EMPTY.with("instrument", ("Thermo/FEI " + t.text("System", "SystemType")).strip())
                .with("detector", detector)
                .with("date", (t.text("User", "Date") + " " + t.text("User", "Time")).strip());
        String beam = t.text("Beam", "Beam");
        if (CAMERA.matcher(detector + " " + beam + " " + t.text("Beam", "Scan")).matches()) {
            return new ScaleFacts(Calibration.NONE, 0, "image", m).remarking(Remark.warning("This is a picture of a "
                    + "camera (" + (detector.isBlank() ? beam : detector) + "), not of a scanned beam; the pixel size "
                    + "of the scan does not hold for it and is not used."));
        }
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
        m = m.with("beam energy", t.number("Beam", "HV") / 1000, "keV").with("mode", t.text("Detectors", "Mode"))
                .with("working distance", t.number("Stage", "WorkingDistance") * 1000, "mm")
                .with("stage tilt", Math.toDegrees(t.number("Stage", "StageT")), "deg")
                .with("field width", horizontal * 1e6, "um")
                .with("dwell time", t.number("Scan", "Dwelltime") * 1e6, "us");
        if (t.text("EBeam", "TiltCorrectionIsOn").equalsIgnoreCase("yes")) {
            m = m.with("tilt correction", Math.toDegrees(t.number("EBeam", "TiltCorrectionAngle")), "deg");
        }
        boolean usable = w > 0 && w < 1e-3;
        return new ScaleFacts(usable ? ScaleFacts.metres(w, h, width, source) : Calibration.NONE, field, "sem", m)
                .checkedAgainstField(w, columns > 0 ? columns : width, horizontal)
                .checkedAgainstColumns(columns, width);
    }
}
