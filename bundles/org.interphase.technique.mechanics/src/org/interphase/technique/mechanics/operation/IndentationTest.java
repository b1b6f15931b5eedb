package org.interphase.technique.mechanics.operation;

import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.mechanics.figure.IndentFigures;
import org.interphase.technique.mechanics.indent.AreaFunction;
import org.interphase.technique.mechanics.indent.ContinuousNumbers;
import org.interphase.technique.mechanics.indent.ContinuousStiffness;
import org.interphase.technique.mechanics.indent.Elasticity;
import org.interphase.technique.mechanics.indent.IndentCurve;
import org.interphase.technique.mechanics.indent.IndentNumbers;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.indent.UnloadingFit;

/** Hardness and elastic modulus of an indent after Oliver and Pharr. */
public final class IndentationTest implements Operation<Table, IndentationTest.Parameters> {

    /**
     * What the record does not state.
     *
     * @param area coefficients of the area function; empty for the file's, or a perfect pyramid
     * @param compliance of the frame in nm/mN still in the depths; null for what the file tells
     * @param drift in nm/s still in the depths; null to measure it in a hold at low force
     * @param poisson Poisson's ratio of the sample; null for the file's, or 0.3
     * @param epsilon geometry of the unloading
     * @param beta departure from a body of revolution
     * @param unloading part of the unloading that is fitted, in per cent of the greatest force
     * @param depths depths of the mean of a continuous stiffness in nm
     * @param indenterModulus in GPa
     * @param indenterPoisson Poisson's ratio of the indenter
     * @param forceLimit limit of error of the force in per cent
     * @param areaLimit limit of error of the area function in per cent
     * @param complianceLimit limit of error of the frame's compliance in per cent
     * @param driftLimit limit of a drift that is not measured, in nm/s
     * @param tip height of the tip that may be missing from an assumed perfect pyramid, in nm
     * @param betaU standard uncertainty of beta
     * @param poissonU standard uncertainty of Poisson's ratio
     */
    public record Parameters(
            @Param(label = "Area function", help = "C0, C1, C2 ... of A = C0 h2 + C1 h + C2 h^(1/2) + ... in powers of "
                    + "nm, with commas; from the file where empty, else a perfect Berkovich pyramid (24.5).")
            String area,
            @Param(label = "Frame compliance", unit = "nm/mN", min = 0, max = 1e4, help = "Deflection of the frame "
                    + "per force that is still in the depths; from the file where empty, else none.")
            Double compliance,
            @Param(label = "Thermal drift", unit = "nm/s", min = -1e3, max = 1e3, help = "Drift that is still in the "
                    + "depths; where empty it is measured in a hold at low force, if there is one.") Double drift,
            @Param(label = "Poisson ratio", min = -1, max = 0.5, help = "Of the sample, for the elastic modulus; from "
                    + "the file where empty, else 0.3.") Double poisson,
            @Param(label = "Epsilon", def = "0.75", min = 0.5, max = 1, advanced = true, help = "Geometry of the "
                    + "unloading: 0.75 for a Berkovich pyramid.") double epsilon,
            @Param(label = "Beta", def = "1", min = 0.9, max = 1.2, advanced = true, help = "Departure from a body of "
                    + "revolution: 1 where the area function was calibrated so (ISO 14577), 1.034 or 1.05 elsewhere.")
            double beta,
            @Param(label = "Part of unloading", unit = "%", def = "20 .. 95", advanced = true, help = "Forces, in per "
                    + "cent of the greatest, between which the unloading is fitted.") Range unloading,
            @Param(label = "Depths of the mean", unit = "nm", def = "all", help = "Of a continuous stiffness: depths "
                    + "over which hardness and modulus are averaged; all takes 50 to 95 % of the largest.",
                    picture = Param.Picture.NONE) Range depths,
            @Param(label = "Modulus of indenter", unit = "GPa", def = "1141", min = 1, max = 1e4, advanced = true,
                    help = "1141 GPa for diamond.") double indenterModulus,
            @Param(label = "Poisson ratio of indenter", def = "0.07", min = 0, max = 0.5, advanced = true,
                    help = "0.07 for diamond.") double indenterPoisson,
            @Param(label = "Force limit", unit = "%", def = "1", min = 0, max = 100, advanced = true, help = "Limit of "
                    + "error of the force (ISO 14577-2: 1 %).") double forceLimit,
            @Param(label = "Area limit", unit = "%", def = "3", min = 0, max = 100, advanced = true, help = "Limit of "
                    + "error of the area function (founders' choice).") double areaLimit,
            @Param(label = "Compliance limit", unit = "%", def = "1", min = 0, max = 100, advanced = true,
                    help = "Limit of error of the frame's compliance (founders' choice).") double complianceLimit,
            @Param(label = "Drift limit", unit = "nm/s", def = "0.05", min = 0, max = 100, advanced = true,
                    help = "Limit of a drift that is not measured, as instruments wait for before a test.")
            double driftLimit,
            @Param(label = "Missing tip", unit = "nm", def = "10", min = 0, max = 1e4, advanced = true, help = "Height "
                    + "of the tip that a real indenter lacks, where a perfect pyramid has to be assumed.") double tip,
            @Param(label = "Uncertainty of beta", def = "0.02", min = 0, max = 1, advanced = true, help = "Standard "
                    + "uncertainty: published values lie between 1.00 and 1.08.") double betaU,
            @Param(label = "Uncertainty of Poisson ratio", def = "0.05", min = 0, max = 0.5, advanced = true,
                    help = "Standard uncertainty of Poisson's ratio of the sample.") double poissonU) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("mechanics.indentation", 2, "Indentation",
            "Hardness, reduced and elastic modulus of an indent after Oliver and Pharr: a power law through the "
                    + "unloading gives the stiffness, the area function the contact area. Frame deflection, thermal "
                    + "drift and creep at the start of unloading are taken off; first contact is found where the "
                    + "approach was recorded. From a continuous stiffness the same over depth. Doubtful where material "
                    + "may pile up, the area function is not for the depth, the unloading is no power law, or the "
                    + "loading points to another zero of depth.", Table.class, Parameters.class,
            Publication.article("W. C. Oliver, G. M. Pharr",
                    "An improved technique for determining hardness and elastic modulus using load "
                    + "and displacement sensing indentation experiments")
                    .in("J. Mater. Res.", 1992, "7", "1564-1583")
                    .doi("10.1557/JMR.1992.1564").seen().cited("Oliver and Pharr 1992"),
            Publication.article("W. C. Oliver, G. M. Pharr",
                    "Measurement of hardness and elastic modulus by instrumented indentation: "
                    + "Advances in understanding and refinements to methodology")
                    .in("J. Mater. Res.", 2004, "19", "3-20")
                    .doi("10.1557/jmr.2004.19.1.3").seen().cited("Oliver and Pharr 2004"),
            Publication.standard("ISO, Geneva", "ISO 14577-1", 2015,
                    "Metallic materials: Instrumented indentation test for hardness and materials "
                    + "parameters, Part 1: Test method")
                    .cited("ISO 14577-1"),
            Publication.article("G. Feng, A. H. W. Ngan",
                    "Effects of creep and thermal drift on modulus measurement using depth-sensing "
                    + "indentation")
                    .in("J. Mater. Res.", 2002, "17", "660-668")
                    .doi("10.1557/JMR.2002.0094").seen().cited("Feng and Ngan 2002"),
            Publication.article("A. Bolshakov, G. M. Pharr",
                    "Influences of pileup on the measurement of mechanical properties by load and "
                    + "depth sensing indentation techniques")
                    .in("J. Mater. Res.", 1998, "13", "1049-1058")
                    .doi("10.1557/JMR.1998.0146").seen().cited("Bolshakov and Pharr 1998")).forKinds(IndentTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        if (p.unloading().isAll() || p.unloading().from() < 1 || p.unloading().to() > 100) {
            throw new AnalysisException("the part of the unloading that is fitted must lie between 1 and 100 % of the "
                    + "greatest force, not " + p.unloading());
        }
        Outcome.Builder out = Outcome.builder(input);
        Metadata m = input.metadata();
        boolean assumed = p.area().isBlank() && !m.has(IndentTable.AREA);
        AreaFunction area = assumed ? AreaFunction.ideal()
                : AreaFunction.parse(p.area().isBlank() ? m.text(IndentTable.AREA).orElseThrow() : p.area());
        Elasticity elasticity = new Elasticity(p.epsilon(), p.beta(), poisson(m, p, out), p.indenterModulus(),
                p.indenterPoisson());
        IndentCurve curve = IndentCurve.of(input, corrections(m, p, out));
        curve.remarks().forEach(out::remark);
        UnloadingFit fit = curve.unloads() ? UnloadingFit.of(curve.unloadingDepth(), curve.unloadingForce(),
                curve.depth()[curve.unload()], curve.force()[curve.unload()], p.unloading().from() / 100,
                p.unloading().to() / 100) : null;
        ContinuousStiffness csm = ContinuousStiffness.of(curve, area, elasticity, p.depths());
        if (fit == null && csm == null && !curve.unloads()) {
            throw new AnalysisException("the record has neither an unloading below half of the greatest force nor a "
                    + "contact stiffness: hardness and modulus need one of them");
        }
        double root = Math.sqrt(3);
        IndentNumbers.Limits limits = new IndentNumbers.Limits(p.forceLimit() / 100 / root, p.areaLimit() / 100 / root,
                p.tip() / root, p.betaU(), p.poissonU());
        boolean common = p.poisson() == null && m.number(IndentTable.POISSON).isEmpty();
        IndentNumbers.Assumed guessed = new IndentNumbers.Assumed(assumed, common);
        IndentNumbers numbers = new IndentNumbers(curve, fit, area, elasticity, limits, guessed);
        if (curve.unloads()) {
            numbers.numbers().forEach(out::measure);
        }
        if (csm != null) {
            ContinuousNumbers.of(csm, elasticity, limits, guessed).forEach(out::measure);
            out.figure(IndentFigures.overDepth(input.name(), csm));
        }
        if (assumed) {
            out.remark(Remark.warning("No area function is stated; a perfect Berkovich pyramid (24.5 h2) is taken, "
                    + "of which a real tip lacks up to " + Numbers.plain(p.tip(), 3) + " nm.").coded("area-function"));
        }
        if (numbers.mayPileUp()) {
            out.remark(Remark.warning("Final over largest depth is above 0.7: if this material does not work-harden it "
                    + "piles up, and hardness and modulus are too high. Look at the indent.").coded("pile-up"));
        }
        if (fit != null) {
            out.remark(Remark.info("The unloading between " + Numbers.plain(p.unloading().from(), 3) + " and "
                    + Numbers.plain(p.unloading().to(), 3) + " % of the force is a power law of exponent "
                    + Numbers.plain(fit.exponent(), 3) + "; the stiffness is known to " + Numbers.plain(100
                            * fit.stiffnessU() / fit.stiffness(), 2) + " % by scatter and to " + Numbers.plain(100
                                    * fit.choice() / fit.stiffness(), 2) + " % by the choice of the part.")
                    .coded("unloading"));
        }
        out.figure(IndentFigures.curve(input.name(), curve, fit));
        return out.build();
    }

    private static double poisson(Metadata m, Parameters p, Outcome.Builder out) {
        OptionalDouble file = m.number(IndentTable.POISSON);
        if (p.poisson() == null && file.isEmpty()) {
            out.remark(Remark.warning("Poisson's ratio of the sample is not stated; 0.3 is taken, known to "
                    + Numbers.plain(p.poissonU(), 2) + ".").coded("poisson"));
        }
        return p.poisson() != null ? p.poisson() : file.orElse(0.3);
    }

    private static IndentCurve.Corrections corrections(Metadata m, Parameters p, Outcome.Builder out) {
        boolean frameDone = "true".equals(m.text(IndentTable.COMPLIANCE_TAKEN_OFF).orElse(""));
        boolean driftDone = "true".equals(m.text(IndentTable.DRIFT_TAKEN_OFF).orElse(""));
        double stated = m.number(IndentTable.COMPLIANCE, "nm/mN").orElse(0);
        double compliance = p.compliance() != null ? p.compliance() : frameDone ? 0 : stated;
        double known = Math.max(stated, compliance) * p.complianceLimit() / 100 / Math.sqrt(3);
        if (p.compliance() == null && !m.has(IndentTable.COMPLIANCE)) {
            out.remark(Remark.info("No compliance of the frame is stated; the depths are taken to be free of it, and "
                    + "its uncertainty is not in the numbers.").coded("frame"));
        }
        Double drift = p.drift() != null ? p.drift() : driftDone ? Double.valueOf(0) : null;
        return new IndentCurve.Corrections(compliance, known, drift, p.driftLimit() / Math.sqrt(3));
    }

    @Override
    public String methods(Parameters p) {
        return "Hardness and elastic modulus were evaluated after Oliver and Pharr (epsilon "
                + Numbers.plain(p.epsilon(), 4) + ", beta " + Numbers.plain(p.beta(), 4) + ") with "
                + (p.area().isBlank() ? "the area function of the file or, without one, of a perfect Berkovich pyramid"
                        : "the area function " + p.area()) + ", from a power law through the unloading between "
                + Numbers.plain(p.unloading().from(), 3) + " and " + Numbers.plain(p.unloading().to(), 3)
                + " % of the greatest force; the stiffness is corrected for creep after Feng and Ngan.";
    }
}
