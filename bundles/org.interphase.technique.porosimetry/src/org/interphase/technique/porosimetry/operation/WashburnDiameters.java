package org.interphase.technique.porosimetry.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.model.Table;
import org.interphase.technique.porosimetry.figure.IntrusionFigures;
import org.interphase.technique.porosimetry.intrusion.Intrusion;
import org.interphase.technique.porosimetry.intrusion.KnownQuantity;

/** Diameters, total volume and area, means and medians, porosity of a mercury intrusion run. */
public final class WashburnDiameters implements Operation<Table, WashburnDiameters.Parameters> {

    /** Contact angle where neither file nor analyst states one. */
    static final String ANGLE = "147 +- 8 deg";
    /** Surface tension where neither file nor analyst states one. */
    static final String TENSION = "0.48 +- 0.005 N/m";

    /**
     * What the calculation rests on.
     *
     * @param mass mass of the sample; needed where volumes are those of the whole sample
     * @param contactAngle advancing contact angle of mercury
     * @param surfaceTension surface tension of mercury
     * @param bulkVolume volume of the sample with all its pores
     * @param bulkDensity mass per bulk volume
     * @param blank a blank run of the empty penetrometer
     * @param blankUncertainty what the blank may be off at the highest pressure
     * @param mercuryVolume mercury under pressure
     * @param solidCompressibility of the solid
     * @param skeletalDensity density of the solid
     */
    public record Parameters(
            @Param(label = "Mass of the sample", help = "For example 0.2248 g, or 0.2248 +- 0.0002 g. Empty takes the "
                    + "mass the file states, or --mass. Needed where volumes are those of the whole sample.")
            KnownQuantity mass,
            @Param(label = "Contact angle", help = "Advancing contact angle of mercury on this solid with its "
                    + "standard uncertainty. Empty takes what the file states, else " + ANGLE + ": solids range from "
                    + "124 to 160 deg, and ISO 15901-1 takes 140 deg where nothing is known.")
            KnownQuantity contactAngle,
            @Param(label = "Surface tension", help = "Surface tension of mercury. Empty takes what the file states, "
                    + "else " + TENSION + " (0.480 to 0.485 N/m are usual at 20 to 25 degC).")
            KnownQuantity surfaceTension,
            @Param(label = "Bulk volume", help = "Volume of the sample with all its pores, for example 0.35 cm3: "
                    + "gives porosity and densities.") KnownQuantity bulkVolume,
            @Param(label = "Bulk density", help = "Mass per volume with all pores, for example 1.52 g/cm3, instead of "
                    + "the bulk volume.") KnownQuantity bulkDensity,
            @Param(label = "Blank run", help = "File of a run of the empty penetrometer, whose volumes in cm3 are "
                    + "taken off. Instruments often have done that already.", advanced = true) FilePath blank,
            @Param(label = "Uncertainty of the blank", def = "0.0005 cm3", help = "Standard uncertainty of the volume "
                    + "at the highest pressure that grows with pressure. It is lowered where the run itself shows "
                    + "no rise at high pressures.", advanced = true) KnownQuantity blankUncertainty,
            @Param(label = "Volume of mercury", help = "Mercury under pressure in the penetrometer, for example "
                    + "3.1 cm3: its compression is taken off. Empty where a blank run or the instrument corrects it.",
                    advanced = true) KnownQuantity mercuryVolume,
            @Param(label = "Compressibility of the solid", help = "For example 2.5e-11 1/Pa (silica glass 2.7e-11): "
                    + "the compression of the solid is taken off. Needs the density of the solid.", advanced = true)
            KnownQuantity solidCompressibility,
            @Param(label = "Density of the solid", help = "Density without any pores, for example 2.2 g/cm3.",
                    advanced = true) KnownQuantity skeletalDensity) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("porosimetry.washburn", 3,
            "Pores by mercury intrusion", "Tells intrusion from extrusion, takes off what is stated as blank and "
            + "compression, and gives each pressure its pore diameter by the Washburn equation. Total volume, area "
            + "from the work of intrusion, mean (4V/A) and median diameters, and where the bulk volume or density is "
            + "known porosity and densities. Diameters are those of the entrances of pores: wide pores behind "
            + "narrow necks count as narrow ones.", Table.class, Parameters.class,
            Publication.article("E. W. Washburn",
                    "Note on a method of determining the distribution of pore sizes in a porous "
                    + "material")
                    .in("Proc. Natl. Acad. Sci. U.S.A.", 1921, "7", "115-116")
                    .doi("10.1073/pnas.7.4.115").seen().cited("Washburn 1921"),
            Publication.article("H. M. Rootare, C. F. Prenzlow",
                    "Surface areas from mercury porosimeter measurements")
                    .in("J. Phys. Chem.", 1967, "71", "2733-2736")
                    .doi("10.1021/j100867a057").seen().cited("Rootare 1967"),
            Publication.standard("ISO, Geneva", "ISO 15901-1", 2016,
                    "Evaluation of pore size distribution and porosity of solid materials by mercury "
                    + "porosimetry and gas adsorption, Part 1: Mercury porosimetry")
                    .cited("ISO 15901-1"))
            .forKinds(org.interphase.technique.porosimetry.intrusion.MercuryTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        Map<String, String> out = new LinkedHashMap<>();
        check(out, "mass", p.mass, "g");
        check(out, "contactAngle", p.contactAngle, "deg");
        check(out, "surfaceTension", p.surfaceTension, "N/m");
        check(out, "bulkVolume", p.bulkVolume, "cm3");
        check(out, "bulkDensity", p.bulkDensity, "g/cm3");
        check(out, "blankUncertainty", p.blankUncertainty, "cm3");
        check(out, "mercuryVolume", p.mercuryVolume, "cm3");
        check(out, "solidCompressibility", p.solidCompressibility, "Pa-1");
        check(out, "skeletalDensity", p.skeletalDensity, "g/cm3");
        double angle = p.contactAngle.isNone() ? 180 : p.contactAngle.in("deg");
        if (!out.containsKey("contactAngle") && !(angle > 90 && angle <= 180)) {
            out.put("contactAngle", "mercury does not wet: the contact angle lies between 90 and 180 deg");
        }
        if (!p.bulkVolume.isNone() && !p.bulkDensity.isNone()) {
            out.put("bulkDensity", "either the bulk volume or the bulk density is said, not both");
        }
        if (!p.solidCompressibility.isNone() && p.skeletalDensity.isNone()) {
            out.put("skeletalDensity", "the compression of the solid needs its density");
        }
        return out;
    }

    private static void check(Map<String, String> out, String name, KnownQuantity q, String unit) {
        String problem = q.problem(unit);
        if (problem != null) {
            out.put(name, problem);
        }
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Map<String, String> problems = problems(p);
        if (!problems.isEmpty()) {
            Map.Entry<String, String> first = problems.entrySet().iterator().next();
            throw new AnalysisException(first.getKey() + ": " + first.getValue());
        }
        RunReduction run = RunReduction.of(input, p, progress);
        Intrusion in = run.intrusion();
        Outcome.Builder out = Outcome.builder(input.with(in));
        run.remarks().forEach(out::remark);
        IntrusionNumbers.measure(out, in, run);
        out.figure(IntrusionFigures.cumulative(input.name(), in, run.extrusion()));
        return out.build();
    }

    @Override
    public String methods(Parameters p) {
        return "Pore diameters follow from pressures by the Washburn equation (contact angle "
                + (p.contactAngle.isNone() ? "as the file states, else "
                        + KnownQuantity.parse(ANGLE).pretty() : p.contactAngle.pretty())
                + ", surface tension " + (p.surfaceTension.isNone() ? "as the file states, else "
                        + KnownQuantity.parse(TENSION).pretty() : p.surfaceTension.pretty())
                + "), the pore area from the work of intrusion (Rootare and Prenzlow), the mean diameter is 4V/A.";
    }
}
