package org.interphase.spectra.peak;

import java.util.Objects;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Param;

/**
 * One component of a peak fit: a line, or a doublet of two lines with splitting and intensity ratio. Positions,
 * widths and splittings are in the unit of the curve's axis, areas in signal times axis.
 *
 * @param name unique name, for example "CF2"
 * @param shape line shape
 * @param position position of the maximum (of the stronger line of a doublet)
 * @param fwhm full width at half maximum
 * @param area area over the whole axis (of the stronger line of a doublet)
 * @param mixing first own parameter of the shape (Lorentzian fraction)
 * @param asymmetry second own parameter of the shape
 * @param splitting distance of a doublet's second line from the first; "fixed 0" for a single line
 * @param ratio area of the second line over that of the first
 */
public record PeakComponent(
        @Param(label = "Name", def = "peak", help = "Name of the component; unique within the fit. Others can be tied "
                + "to it by this name.") String name,
        @Param(label = "Shape", def = "pseudo-voigt", help = "Line shape: gaussian, lorentzian, pseudo-voigt, voigt, "
                + "GL(30), SGL(30), LA(1,1,0), LF(1,1,80,100,6) and others; numbers in brackets are held, without them "
                + "they are fitted.") PeakShape shape,
        @Param(label = "Position", def = "auto", help = "Position of the maximum. Write 685.0, 685.0 [684, 686], "
                + "fixed 685.0, = CF2 - 3.1 or auto.", picture = Param.Picture.X) Constrained position,
        @Param(label = "FWHM", def = "auto", help = "Full width at half maximum. Write 1.6, 1.6 [1, 2], fixed 1.6, "
                + "= CF2, = CF2 * 1.1 or auto.") Constrained fwhm,
        @Param(label = "Area", def = "auto", help = "Area over the whole axis. Write a start value, bounds, = CF2 * "
                + "0.5, or auto.") Constrained area,
        @Param(label = "Mixing", def = "auto", help = "First parameter of the line shape, usually the Lorentzian "
                + "fraction from 0 to 1. Not used by shapes without one.", advanced = true) Constrained mixing,
        @Param(label = "Asymmetry", def = "auto", help = "Second parameter of the line shape. Not used by shapes "
                + "without one.", advanced = true) Constrained asymmetry,
        @Param(label = "Splitting", def = "fixed 0", help = "Distance of the weaker line of a doublet from the "
                + "stronger one, for example fixed 1.18 for S 2p; fixed 0 for a single line.", advanced = true)
        Constrained splitting,
        @Param(label = "Ratio", def = "fixed 0.5", help = "Area of a doublet's weaker line over that of the stronger "
                + "one: about 0.51 for p, 0.69 for d, 0.79 for f levels.", advanced = true) Constrained ratio) {

    /** Names of the parameters in ties and paths, in the record's order. */
    public static final java.util.List<String> PARAMETERS = java.util.List.of("position", "fwhm", "area", "mixing",
            "asymmetry", "splitting", "ratio");

    private static final Constrained SINGLE = Constrained.fixed(0);
    private static final Constrained HALF = Constrained.fixed(0.5);

    /** @throws IllegalArgumentException if the name is blank */
    public PeakComponent {
        Objects.requireNonNull(shape, "shape");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a component needs a name");
        }
        name = name.strip();
    }

    /** A single line found automatically. */
    public static PeakComponent of(String name, String shape) {
        return new PeakComponent(name, PeakShape.parse(shape), Constrained.AUTO, Constrained.AUTO, Constrained.AUTO,
                Constrained.AUTO, Constrained.AUTO, SINGLE, HALF);
    }

    /** A single line from the text forms of its constraints; position, width and area. */
    public static PeakComponent of(String name, String shape, String position, String fwhm, String area) {
        return of(name, shape).with("position", Constrained.parse(position)).with("fwhm", Constrained.parse(fwhm))
                .with("area", Constrained.parse(area));
    }

    /** The same component as a doublet with held splitting and ratio. */
    public PeakComponent doublet(double held, double areaRatio) {
        return with("splitting", Constrained.fixed(held)).with("ratio", Constrained.fixed(areaRatio));
    }

    /** Whether it has two lines. */
    public boolean isDoublet() {
        return !(splitting.fixed() && splitting.start() == 0);
    }

    /**
     * The constraint of a parameter in {@link #PARAMETERS}.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public Constrained constraint(String parameter) {
        return switch (parameter) {
            case "position" -> position;
            case "fwhm" -> fwhm;
            case "area" -> area;
            case "mixing" -> mixing;
            case "asymmetry" -> asymmetry;
            case "splitting" -> splitting;
            case "ratio" -> ratio;
            default -> throw new IllegalArgumentException("a component has no parameter '" + parameter + "'; known: "
                    + String.join(", ", PARAMETERS));
        };
    }

    /** The same component with one constraint replaced. */
    public PeakComponent with(String parameter, Constrained c) {
        constraint(parameter);
        return new PeakComponent(name, shape, parameter.equals("position") ? c : position,
                parameter.equals("fwhm") ? c : fwhm, parameter.equals("area") ? c : area,
                parameter.equals("mixing") ? c : mixing, parameter.equals("asymmetry") ? c : asymmetry,
                parameter.equals("splitting") ? c : splitting, parameter.equals("ratio") ? c : ratio);
    }

    /** The same component with another shape. */
    public PeakComponent withShape(PeakShape other) {
        return new PeakComponent(name, other, position, fwhm, area, mixing, asymmetry, splitting, ratio);
    }
}
