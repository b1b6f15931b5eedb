package org.interphase.technique.porosimetry.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.porosimetry.figure.SorptionFigures;
import org.interphase.technique.porosimetry.sorption.Bjh;
import org.interphase.technique.porosimetry.sorption.Gas;
import org.interphase.technique.porosimetry.sorption.Isotherm;
import org.interphase.technique.porosimetry.sorption.SorptionBranch;
import org.interphase.technique.porosimetry.sorption.Thickness;

/** Pore size distribution from the branches of a nitrogen isotherm after Barrett, Joyner and Halenda. */
public final class PoreSizes implements Operation<Table, PoreSizes.Parameters> {

    /**
     * What may be chosen.
     *
     * @param gas what is said of the gas
     * @param thickness of the film on the walls
     * @param range relative pressures
     */
    public record Parameters(
            @Param(label = "Gas", def = "file", help = "What was adsorbed: as the file states, or nitrogen at 77 K. "
                    + "Where nobody states it nitrogen is taken, and numbers are doubtful.") Gas.Choice gas,
            @Param(label = "Thickness of the film", def = "halsey", help = "Formula of the film on the walls of open "
                    + "pores: Halsey, or Harkins and Jura. The difference between them is in the uncertainty.")
            Thickness thickness,
            @Param(label = "Range", def = "all", help = "Relative pressures; all takes 0.35 to 0.995, pores of 3 nm "
                    + "(by the adsorption 2 nm) and more.", picture = Param.Picture.X_RANGE) Range range) {
    }

    private static final double LOW = 0.35;
    private static final double HIGH = 0.995;
    private static final String[][] NUMBERS = {{"BJH pore volume", "V_BJH", "cm3/g"}, {"BJH pore area", "a_BJH",
        "m2/g"}, {"mean pore diameter (4V/A)", "D_mean", "nm"}, {"median pore diameter", "D_50", "nm"},
        {"modal pore diameter", "D_mode", "nm"}};

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("sorption.bjh", 1, "Pore sizes (BJH)",
            "Volume, area and diameters of mesopores from the desorption, where their cores empty with a meniscus that "
                    + "is half a sphere, and from the adsorption, where they fill from the film on their walls "
                    + "(Cohan). "
                    + "Pores are taken for open cylinders. Where a tenth of the volume leaves between p/p0 = 0.40 and "
                    + "0.50 nitrogen may have cavitated, and numbers of the desorption are doubtful; so diameters are "
                    + "where the adsorption shows wider pores, and below 10 nm.", Table.class, Parameters.class,
            Publication.article("E. P. Barrett, L. G. Joyner, P. P. Halenda",
                    "The determination of pore volume and area distributions in porous substances")
                    .in("J. Am. Chem. Soc.", 1951, "73", "373-380")
                    .doi("10.1021/ja01145a126").seen().cited("Barrett 1951"),
            Publication.article("G. Halsey",
                    "Physical adsorption on non-uniform surfaces")
                    .in("J. Chem. Phys.", 1948, "16", "931-937")
                    .doi("10.1063/1.1746689").seen().cited("Halsey 1948"),
            Publication.article("W. D. Harkins, G. Jura",
                    "Surfaces of solids XIII")
                    .in("J. Am. Chem. Soc.", 1944, "66", "1366-1373")
                    .doi("10.1021/ja01236a048").seen().cited("Harkins 1944"),
            Publication.article("L. H. Cohan",
                    "Sorption hysteresis and the vapor pressure of concave surfaces")
                    .in("J. Am. Chem. Soc.", 1938, "60", "433-435")
                    .doi("10.1021/ja01269a058").cited("Cohan 1938"),
            Publication.article("M. Thommes et al.",
                    "Physisorption of gases, with special reference to the evaluation of surface "
                    + "area and pore size distribution")
                    .in("Pure Appl. Chem.", 2015, "87", "1051-1069")
                    .doi("10.1515/pac-2014-1117").seen().cited("IUPAC 2015"),
            Publication.article("J. C. Groen, L. A. A. Peffer, J. Perez-Ramirez",
                    "Pore size determination in modified micro- and mesoporous materials")
                    .in("Microporous Mesoporous Mater.", 2003, "60", "1-17")
                    .doi("10.1016/S1387-1811(03)00339-1").cited("Groen 2003")).forKinds(Isotherm.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        return p.gas == Gas.Choice.ARGON ? Map.of("gas", "constants are those of nitrogen at 77 K only")
                : !p.range.isAll() && !(p.range.from() > 0 && p.range.to() < 1) ? Map.of("range",
                        "relative pressures lie between 0 and 1") : Map.of();
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Optional<Map.Entry<String, String>> problem = problems(p).entrySet().stream().findFirst();
        if (problem.isPresent()) {
            throw new AnalysisException(problem.get().getKey() + ": " + problem.get().getValue());
        }
        Gas gas = Gas.of(p.gas, input.metadata());
        if (!gas.isNitrogen()) {
            throw new AnalysisException("'" + input.name() + "' is an isotherm of " + gas.name() + "; surface tension, "
                    + "density and film are those of nitrogen at 77 K only");
        }
        double low = p.range.isAll() ? LOW : p.range.from();
        double high = p.range.isAll() ? HIGH : p.range.to();
        Isotherm iso = Isotherm.of(input);
        Bjh ads = Bjh.of(SorptionBranch.adsorption(iso, low, high), p.thickness, iso);
        progress.checkCancelled();
        Optional<SorptionBranch> back = SorptionBranch.desorption(input, iso, low, high);
        Bjh des = back.isPresent() ? Bjh.of(back.get(), p.thickness, iso) : null;
        Outcome.Builder out = Outcome.builder(input);
        if (des == null) {
            for (String[] n : NUMBERS) {
                out.measure(Measurement.withheld(n[0] + " (desorption)", n[1] + ",des", n[2], "the isotherm has no "
                        + "desorption"));
            }
        } else {
            measure(out, des, gas.verdict(), des.found() && ads.found() ? des.against(ads) : Verdict.SOUND);
        }
        measure(out, ads, gas.verdict(), des != null && des.found() && ads.found() ? ads.against(des)
                : Verdict.SOUND);
        List<Bjh> both = des == null ? List.of(ads) : List.of(des, ads);
        for (Bjh b : both) {
            out.extra(table(input.name(), b));
        }
        out.remark(Remark.info(String.format(Locale.ROOT, "Film by %s, Kelvin's equation with a meniscus of half a "
                + "sphere for the desorption and of a cylinder for the adsorption (instruments often take half a "
                + "sphere "
                + "for both, and find twice the core on adsorption). Pores of %.3g to %.3g nm%s.", p.thickness.names(),
                narrowest(ads), widest(ads), des == null ? "" : String.format(Locale.ROOT, " by the adsorption, %.3g "
                        + "to %.3g nm by the desorption", narrowest(des), widest(des)))).coded("bjh"));
        out.figure(SorptionFigures.branches(input.name(), both));
        out.figure(SorptionFigures.pores(input.name(), both));
        return out.build();
    }

    private static double narrowest(Bjh b) {
        return 2 * b.pores().edge()[b.pores().edge().length - 1];
    }

    private static double widest(Bjh b) {
        return 2 * b.pores().edge()[0];
    }

    private static void measure(Outcome.Builder out, Bjh b, Verdict gas, Verdict other) {
        double[] value = {b.pores().total(), b.pores().area(), b.pores().mean(), b.pores().median(),
            b.mode().diameter()};
        double[] u = {b.spread().volume(), b.spread().area(), b.spread().mean(), b.spread().median(),
            b.spread().mode()};
        Verdict[] v = {b.ofVolume(), b.ofMeans().and(other), b.ofMeans().and(other), b.ofMedian().and(other),
            b.ofMode().and(other)};
        for (int i = 0; i < NUMBERS.length; i++) {
            String name = NUMBERS[i][0] + (b.branch().desorption() ? " (desorption)" : " (adsorption)");
            String symbol = NUMBERS[i][1] + (b.branch().desorption() ? ",des" : ",ads");
            String unit = NUMBERS[i][2];
            if (!b.found()) {
                out.measure(i == 0 ? Measurement.notDetected(name, symbol, Math.max(0, value[0]) + 2 * u[0], unit)
                        : Measurement.withheld(name, symbol, unit, "no volume of pores beyond its uncertainty was "
                                + "found"));
            } else if (!Double.isFinite(value[i]) || !Double.isFinite(u[i])) {
                out.measure(Measurement.withheld(name, symbol, unit, "the volumes of the steps scatter about nothing"));
            } else {
                out.measure(Measurement.of(name, symbol, value[i], u[i], unit).judged(v[i].and(gas)));
            }
        }
    }

    /** One row for each step, from the narrowest pores on. */
    private static Table table(String name, Bjh b) {
        int n = b.pores().volume().length;
        double[] diameter = new double[n];
        double[] density = new double[n];
        double[] volume = new double[n];
        double[] area = new double[n];
        double v = 0;
        double a = 0;
        for (int i = 0; i < n; i++) {
            int k = n - 1 - i;
            v += b.pores().volume()[i];
            a += 2000 * b.pores().volume()[i] / b.pores().radius()[i];
            diameter[k] = 2 * b.pores().radius()[i];
            density[k] = b.pores().volume()[i] / Math.log10(b.pores().edge()[i] / b.pores().edge()[i + 1]);
            volume[k] = v;
            area[k] = a;
        }
        return new Table(DatasetHeader.of(name + (b.branch().desorption() ? ", desorption" : ", adsorption"), "table",
                Metadata.EMPTY), List.of(Column.of("pore diameter", "nm", diameter), Column.of("dV/dlog D", "cm3/g",
                        density), Column.of("volume of wider pores", "cm3/g", volume), Column.of("area of wider pores",
                                "m2/g", area)));
    }

    @Override
    public String methods(Parameters p) {
        return "Pore size distributions follow from both branches of the nitrogen isotherm after Barrett, Joyner and "
                + "Halenda for open cylinders, with the film of " + p.thickness.names() + " and Kelvin's equation "
                + "(surface tension 8.85 mN/m, 34.67 cm3/mol, 77.35 K; meniscus after Cohan).";
    }
}
