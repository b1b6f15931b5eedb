package org.interphase.api;

import java.util.List;
import org.interphase.model.DataKind;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;

/**
 * A fact about a measurement that a file may leave out and a person can state. From this one list come the options of
 * the command line, the keys of {@code project.yaml}, and the fields of the import page.
 */
public enum Fact {

    /** Kind of data, such as {@code raman}. */
    KIND("kind", "--as", Form.KIND, "", "raman", "Kind of data",
            "What the data is; the techniques verb lists the kinds."),
    /** What the axis is. */
    AXIS("axis", "--axis", Form.TEXT, "", "\"binding energy\"", "Axis",
            "Quantity of the first column: binding energy, kinetic energy, wavenumber, wavelength, shift ..."),
    /** Unit of the axis. */
    UNIT("unit", "--unit", Form.UNIT, "", "eV", "Unit of the axis", "Unit of the first column."),
    /** What the signal is. */
    SIGNAL("signal", "--signal", Form.TEXT, "", "absorbance", "Signal",
            "Quantity of the signal: counts, intensity, absorbance, transmittance ..."),
    /** Unit of the signal. */
    SIGNAL_UNIT("signal-unit", "--signal-unit", Form.UNIT, "", "counts", "Unit of the signal",
            "Unit of the signal; 1 for a pure number, % for per cent."),
    /** Energy of the exciting photons. */
    PHOTON_ENERGY("photon-energy", "--photon-energy", Form.QUANTITY, "eV", "1486.6", "Photon energy",
            "Energy of the exciting photons: 1486.6 eV for Al K-alpha, 1253.6 eV for Mg K-alpha."),
    /** Work function of the spectrometer. */
    WORK_FUNCTION("work-function", "--work-function", Form.QUANTITY, "eV", "4.5", "Work function",
            "Work function of the spectrometer, taken off with the kinetic energy; 0 where it is calibrated away."),
    /** Wavelength of the exciting laser. */
    LASER("laser", "--laser", Form.QUANTITY, "nm", "532", "Laser wavelength",
            "Wavelength of the exciting laser, which turns a wavelength axis into a Raman shift."),
    /** Area of the electrode. */
    AREA("area", "--area", Form.QUANTITY, "cm2", "1.13", "Electrode area",
            "Area of the electrode, to which currents and resistances are referred."),
    /** Thickness of the sample. */
    THICKNESS("thickness", "--thickness", Form.QUANTITY, "um", "450", "Thickness", "Thickness of the sample."),
    /** Mass of the sample or the active material. */
    MASS("mass", "--mass", Form.QUANTITY, "mg", "12.5", "Mass", "Mass of the sample or of the active material."),
    /** Temperature of the sample. */
    TEMPERATURE("temperature", "--temperature", Form.QUANTITY, "degC", "25", "Temperature",
            "Temperature of the sample during the measurement."),
    /** Side of a pixel. */
    PIXEL_SIZE("pixel-size", "--pixel-size", Form.QUANTITY, "nm", "2.5", "Pixel size",
            "Side of a pixel in the plane of the sample."),
    /** How bare numbers lie in a file. */
    LAYOUT("layout", "--layout", Form.TEXT, "", "\"1000 x 700 float32 little\"", "Layout of bare numbers",
            "Columns x rows and type of a file of bare numbers: float32, float64, int8 to int32, uint8 to uint32; big "
            + "or little for the order of bytes; skip 512 for a header to leave out."),
    /** Decimal mark of numbers in text. */
    DECIMAL("decimal", "--decimal", Form.TEXT, "", "comma", "Decimal mark",
            "Whether numbers are written with a decimal comma or a decimal point: comma or point."),
    /** Which column holds what, in which unit. */
    COLUMNS("columns", "--columns", Form.COLUMNS, "", "\"time=Seconds [s], voltage=Volts [V], current=Amps [A]\"",
            "Columns", "Which column of a table holds what, and in which unit: what = heading [unit], with commas "
            + "between; the number of a column may stand for its heading (#2)."),
    /** Which way a positive current flows. */
    CURRENT_SIGN("current-sign", "--current-sign", Form.SIGN, "", "charge-positive", "Sign of the current",
            "Whether a positive current charges or discharges the cell: charge-positive or discharge-positive.");

    private enum Form { KIND, TEXT, UNIT, QUANTITY, COLUMNS, SIGN }

    private final String key;
    private final String option;
    private final Form form;
    private final String unit;
    private final String example;
    private final String label;
    private final String help;

    Fact(String key, String option, Form form, String unit, String example, String label, String help) {
        this.key = key;
        this.option = option;
        this.form = form;
        this.unit = unit;
        this.example = example;
        this.label = label;
        this.help = help;
    }

    /**
     * The fact of a key.
     *
     * @throws IllegalArgumentException if there is none, listing the keys
     */
    public static Fact of(String key) {
        for (Fact f : values()) {
            if (f.key.equals(key)) {
                return f;
            }
        }
        throw new IllegalArgumentException("there is no fact '" + key + "'; there are "
                + String.join(", ", List.of(values()).stream().map(Fact::key).toList()));
    }

    /** Key in documents, such as {@code photon-energy}. */
    public String key() {
        return key;
    }

    /** Option of the command line, such as {@code --photon-energy}. */
    public String option() {
        return option;
    }

    /** Unit of a quantity said as a bare number; empty for facts that are no quantities. */
    public String unit() {
        return unit;
    }

    /** A value as it would be typed. */
    public String example() {
        return example;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    /** One sentence of help. */
    public String help() {
        return help;
    }

    /** The values there are, where there are few; empty for open facts. */
    public List<String> choices() {
        return this == DECIMAL ? List.of("comma", "point")
                : form == Form.SIGN ? List.of("charge-positive", "discharge-positive") : List.of();
    }

    /** Whether the fact is a number with a unit. */
    public boolean isQuantity() {
        return form == Form.QUANTITY;
    }

    /** The value as given, if it is of this fact's form. */
    String checked(String value) {
        try {
            switch (form) {
                case KIND -> DataKind.of(value);
                case UNIT -> Unit.of(value);
                case QUANTITY -> value(value);
                case COLUMNS -> StatedColumn.parse(value);
                case SIGN -> {
                    if (!choices().contains(value)) {
                        throw new IllegalArgumentException("say " + String.join(" or ", choices()));
                    }
                }
                case TEXT -> {
                    if (this == DECIMAL && !choices().contains(value)) {
                        throw new IllegalArgumentException("say " + String.join(" or ", choices()));
                    }
                }
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " (" + label.toLowerCase(java.util.Locale.ROOT) + "): '" + value
                    + "' can't be used: " + e.getMessage(), e);
        }
    }

    /** The number in this fact's unit of a text such as {@code 1486.6} or {@code 1.4866 keV}. */
    double value(String text) {
        String t = text.strip();
        int end = 0;
        while (end < t.length() && "+-.0123456789eE".indexOf(t.charAt(end)) >= 0) {
            // the e of eV is no exponent
            if ("eE".indexOf(t.charAt(end)) >= 0
                    && (end + 1 >= t.length() || "+-0123456789".indexOf(t.charAt(end + 1)) < 0)) {
                break;
            }
            end++;
        }
        double number;
        try {
            number = Double.parseDouble(t.substring(0, end));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it does not begin with a number", e);
        }
        String given = t.substring(end).strip();
        double value = given.isEmpty() ? number : Quantity.of(number, given).in(Unit.of(unit)).value();
        boolean signed = this == TEMPERATURE;
        if (!Double.isFinite(value) || !signed && (value < 0 || value == 0 && this != WORK_FUNCTION)) {
            throw new IllegalArgumentException("it must be positive");
        }
        return value;
    }
}
