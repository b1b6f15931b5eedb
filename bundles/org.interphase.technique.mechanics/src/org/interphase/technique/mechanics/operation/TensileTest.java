package org.interphase.technique.mechanics.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.mechanics.figure.TensileFigures;
import org.interphase.technique.mechanics.tensile.Accuracy;
import org.interphase.technique.mechanics.tensile.AfterFracture;
import org.interphase.technique.mechanics.tensile.LinearPart;
import org.interphase.technique.mechanics.tensile.Rise;
import org.interphase.technique.mechanics.tensile.StressStrain;
import org.interphase.technique.mechanics.tensile.TensileNumbers;
import org.interphase.technique.mechanics.tensile.TensileTable;

/** Modulus, yield, strength, elongations and toughness of a tensile test. */
public final class TensileTest implements Operation<Table, TensileTest.Parameters> {

    /**
     * What the file does not state, and how well machine and specimen are known.
     *
     * @param section cross-section in mm2; null for the file's
     * @param gauge gauge length in mm; null for the file's
     * @param linear stresses in MPa between which the curve is straight; all to find them
     * @param offset plastic strain of the yield strength in per cent
     * @param forceAccuracy limit of error of the force in per cent
     * @param extensionAccuracy limit of error of the extension in per cent
     * @param sectionAccuracy limit of error of the cross-section in per cent
     * @param gaugeAccuracy limit of error of the gauge length in per cent
     */
    public record Parameters(
            @Param(label = "Cross-section", unit = "mm2", min = 1e-9, max = 1e9, help = "Cross-section of the specimen "
                    + "before the test; from the file where empty, by itself or from diameter, or width and "
                    + "thickness.") Double section,
            @Param(label = "Gauge length", unit = "mm", min = 1e-6, max = 1e6, help = "Length the extension is counted "
                    + "on; from the file where empty. Not used where the record has strains.") Double gauge,
            @Param(label = "Straight part", unit = "MPa", def = "all", help = "Stresses between which the modulus is "
                    + "the slope, such as 100 .. 350; all finds the straight part.") Range linear,
            @Param(label = "Offset", unit = "%", def = "0.2", min = 1e-4, max = 10, help = "Plastic strain at the "
                    + "yield strength: 0.2 % for metals, 1 or 2 % for some plastics.") double offset,
            @Param(label = "Force limit", unit = "%", def = "1", min = 0, max = 100, advanced = true,
                    help = "Limit of error of the force: 1 % is class 1 of ISO 7500-1.") double forceAccuracy,
            @Param(label = "Extension limit", unit = "%", def = "1", min = 0, max = 100, advanced = true,
                    help = "Limit of error of the extension: 1 % is class 1 of ISO 9513.") double extensionAccuracy,
            @Param(label = "Section limit", unit = "%", def = "1", min = 0, max = 100, advanced = true,
                    help = "Limit of error of the cross-section (founders' choice: twice 0.5 % of one side).")
            double sectionAccuracy,
            @Param(label = "Gauge limit", unit = "%", def = "1", min = 0, max = 100, advanced = true,
                    help = "Limit of error of the gauge length (ISO 6892-1 marks it to 1 %).") double gaugeAccuracy) {

        /** The limits together. */
        Accuracy accuracy() {
            return new Accuracy(forceAccuracy, extensionAccuracy, sectionAccuracy, gaugeAccuracy);
        }
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("mechanics.tensile", 3, "Tensile test",
            "Modulus, yield strength, tensile strength, elongations and toughness of a tensile test. The modulus is "
            + "the "
                    + "slope of the straight part, which is found (or set) and stated; its uncertainty holds the "
                    + "scatter, the choice of the part, and the limits of force, extension, cross-section and gauge "
                    + "length. Strains are counted from the foot of the straight part (toe compensation). Without a "
                    + "straight part, as in many polymers, the modulus is doubtful.", Table.class, Parameters.class,
            Publication.standard("ISO, Geneva", "ISO 6892-1", 2019,
                    "Metallic materials: Tensile testing, Part 1: Method of test at room temperature")
                    .cited("ISO 6892-1"),
            Publication.standard("ASTM International", "ASTM E111", 2017,
                    "Standard test method for Young's modulus, tangent modulus, and chord modulus")
                    .cited("ASTM E111")).forKinds(TensileTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        StressStrain curve = StressStrain.of(input, p.section(), p.gauge());
        Rise rise = new Rise(curve.strain(), curve.stress());
        LinearPart line = p.linear().isAll() ? LinearPart.find(curve.strain(), curve.stress(), rise.peak())
                : LinearPart.within(curve.strain(), curve.stress(), rise.peak(), p.linear().from(),
                        p.linear().to());
        if (line == null && !p.linear().isAll()) {
            throw new AnalysisException("fewer than five points before the peak lie between the stresses " + p.linear()
                    + " MPa; choose a wider straight part");
        }
        List<Measurement> after = AfterFracture.of(input.metadata(), p.section(), p.gauge(), p.accuracy());
        TensileNumbers numbers = new TensileNumbers(curve, rise, line, p.offset() / 100, p.accuracy(),
                !after.isEmpty());
        Outcome.Builder out = Outcome.builder(input);
        numbers.numbers().forEach(out::measure);
        after.forEach(out::measure);
        curve.remarks().forEach(out::remark);
        if (line != null) {
            out.remark(Remark.info("The straight part lies between " + Numbers.plain(curve.stress()[line.from()], 3)
                    + " and " + Numbers.plain(curve.stress()[line.to() - 1], 3) + " MPa (" + (line.to() - line.from())
                    + " points, " + (p.linear().isAll() ? "found" : "set") + "); its slope is known to "
                    + Numbers.plain(100 * line.scatter() / line.slope(), 2) + " % by scatter and curvature and to "
                    + Numbers.plain(100 * line.choice() / line.slope(), 2) + " % by the choice of the part. Strains "
                    + "are counted from " + (numbers.foot().steeperBefore() ? "the beginning of the record"
                            : "its foot") + " at " + Numbers.plain(100 * numbers.foot().strain(), 3) + " %.")
                    .coded("straight-part"));
        }
        ending(out, rise);
        out.remark(Remark.info("Force within " + Numbers.plain(p.forceAccuracy(), 3) + " %, extension within "
                + Numbers.plain(p.extensionAccuracy(), 3) + " %, cross-section within " + Numbers.plain(
                        p.sectionAccuracy(), 3) + " % and gauge length within " + Numbers.plain(p.gaugeAccuracy(), 3)
                + " % are assumed in the uncertainties where they count.").coded("accuracy"));
        out.figure(TensileFigures.curve(input.name(), curve, rise, line, numbers.yieldPoint(), p.offset() / 100));
        if (line != null) {
            out.figure(TensileFigures.foot(input.name(), curve, line, numbers.yieldPoint(), p.offset() / 100));
        }
        return out.build();
    }

    private static void ending(Outcome.Builder out, Rise rise) {
        switch (rise.ending()) {
            case FALLING -> out.remark(Remark.info("The record ends without a sudden fall; its last point is taken as "
                    + "the break.").coded("no-fall"));
            case UNLOADED -> out.remark(Remark.warning("Stress and strain go back together behind the greatest stress: "
                    + "the specimen was unloaded, not broken.").coded("unloaded"));
            case AT_PEAK -> out.remark(Remark.warning("The record ends at its greatest stress; whether the specimen "
                    + "broke there it does not show.").coded("no-break"));
            default -> { }
        }
    }

    @Override
    public String methods(Parameters p) {
        return "Engineering stress and strain were evaluated after ISO 6892-1: the modulus is the slope of "
                + (p.linear().isAll() ? "the straight part found by the residuals of all parts of the rise"
                        : "the curve between " + p.linear().toString().replace(" .. ", " and ") + " MPa")
                + ", the yield strength that at " + Numbers.plain(p.offset(), 4) + " % plastic strain; strains are "
                + "counted from the foot of the straight part.";
    }
}
