package org.interphase.technique.microscopy.reader.gatan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.unit.Unit;

/**
 * One entry of a DM file's ImageList: its data, dimensions and calibrations. The value of index i along a dimension is
 * (i - origin) times scale.
 *
 * @param tags of the file
 * @param path of the entry, with a dot at the end
 * @param data where its values are
 */
record DmImage(DmTags tags, String path, DmTags.Located data) {

    /**
     * A dimension.
     *
     * @param size number of values
     * @param origin index of the value 0
     * @param scale step per index; NaN if not calibrated
     * @param unit as written
     */
    record Dimension(long size, double origin, double scale, String unit) {

        /** Whether the values have a known unit. */
        boolean isCalibrated() {
            return Double.isFinite(scale) && scale != 0 && Unit.isKnown(unit) && !unit.isEmpty();
        }

        /** Whether values have a unit compatible with another. */
        boolean isIn(String other) {
            return isCalibrated() && Unit.of(unit).isCompatible(Unit.of(other));
        }

        /** The value at an index in the dimension's unit; the index itself without calibration. */
        double value(double index) {
            return isCalibrated() ? (index - (Double.isFinite(origin) ? origin : 0)) * scale : index;
        }
    }

    /** DataType. */
    int type() {
        double v = tags.number(path + "ImageData.DataType");
        return Double.isNaN(v) ? -1 : (int) v;
    }

    /** All dimensions in order, the fastest first; at least one. */
    List<Dimension> dimensions() {
        List<Dimension> out = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            double n = tags.number(path + "ImageData.Dimensions." + k);
            if (Double.isNaN(n)) {
                break;
            }
            String c = path + "ImageData.Calibrations.Dimension." + k + ".";
            out.add(new Dimension((long) n, tags.number(c + "Origin"), tags.number(c + "Scale"),
                    unit(tags.text(c + "Units"))));
        }
        return out;
    }

    private static String unit(String written) {
        String u = written.replace("\0", "").strip();
        return switch (u.toLowerCase(Locale.ROOT)) {
            case "\u03bcm", "micron", "microns" -> "um";
            case "angstrom", "\u00e5" -> "Angstrom";
            case "seconds", "sec" -> "s";
            default -> u;
        };
    }

    /** Name, or empty. */
    String name() {
        return tags.text(path + "Name").replace("\0", "").strip();
    }

    /** Text of a tag below ImageTags, or empty. */
    String tag(String name) {
        return tags.text(path + "ImageTags." + name).strip();
    }

    /** Number of a tag below ImageTags, or NaN. */
    double tagNumber(String name) {
        return tags.number(path + "ImageTags." + name);
    }

    /** What the signal is as the program says ("EELS", "X-ray", "CL"), or empty. */
    String signal() {
        return tag("Meta Data.Signal");
    }

    /** How the program says the data are to be looked at ("Spectrum", "Spectrum image", "Image"), or empty. */
    String format() {
        return tag("Meta Data.Format");
    }
}
