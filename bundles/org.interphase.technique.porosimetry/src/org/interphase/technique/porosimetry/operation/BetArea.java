package org.interphase.technique.porosimetry.operation;

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
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.Student;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.porosimetry.figure.SorptionFigures;
import org.interphase.technique.porosimetry.intrusion.KnownQuantity;
import org.interphase.technique.porosimetry.sorption.BetFit;
import org.interphase.technique.porosimetry.sorption.BetRange;
import org.interphase.technique.porosimetry.sorption.Gas;
import org.interphase.technique.porosimetry.sorption.Isotherm;
import org.interphase.technique.porosimetry.sorption.TPlot;

/** BET area of a gas sorption isotherm, with the criteria that its range has to keep; t-plot; total pore volume. */
public final class BetArea implements Operation<Table, BetArea.Parameters> {

    /**
     * What may be chosen.
     *
     * @param gas what is said of the gas
     * @param crossSection area of an adsorbed molecule
     * @param range relative pressures of the line
     */
    public record Parameters(
            @Param(label = "Gas", def = "file", help = "What was adsorbed: as the file states, nitrogen at 77 K or "
                    + "argon at 87 K. Where nobody states it nitrogen is taken, and numbers are doubtful.")
            Gas.Choice gas,
            @Param(label = "Cross-section", help = "Area of an adsorbed molecule. Empty takes " + NITROGEN + " for "
                    + "nitrogen at 77 K, by convention (ISO 9277), and " + ARGON + " for argon at 87 K (IUPAC 2015).")
            KnownQuantity crossSection,
            @Param(label = "Range", def = "all", help = "Relative pressures of the line; all takes 0.05 to 0.30 cut at "
                    + "the maximum of n(1 - p/p0), or where that breaks a criterion the valid range of most points.",
                    picture = Param.Picture.X_RANGE) Range range) {
    }

    /** Molecules in a mmol times m2 in a nm2 (SI Brochure 2019). */
    private static final double AVOGADRO = 6.02214076e20 * 1e-18;
    /** C from which on micropores fill before a layer forms (the founders' choice after IUPAC 2015). */
    private static final double MICROPORES = 500;
    private static final double FILLED = 0.95;
    private static final String NITROGEN = "0.162 +- 0.001 nm2";
    private static final String ARGON = "0.142 +- 0.001 nm2";
    /** How far a cross-section that is meant for nitrogen may be from that of ISO 9277. */
    private static final double ROUNDED = 0.0025;
    /** Points under which a line says little of its own scatter. */
    private static final int FEW = 5;
    /** Relative uncertainty of the density of the liquid by its last digit, 0.808 g/cm3. */
    private static final double DENSITY = 0.001 / 0.808;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("sorption.bet", 1, "BET area",
            "Area from the monolayer of the BET equation, over a range that keeps the criteria of Rouquerol: C "
                    + "positive, "
            + "n(1 - p/p0) rising, the monolayer reached within the range, at the pressure C asks for within 20 %. The "
            + "uncertainty holds the scatter about the line, the spread over all ranges that keep the criteria, and "
            + "the "
            + "cross-section. With nitrogen also the t-plot and the volume of filled pores.", Table.class,
            Parameters.class,
            Publication.article("S. Brunauer, P. H. Emmett, E. Teller",
                    "Adsorption of gases in multimolecular layers")
                    .in("J. Am. Chem. Soc.", 1938, "60", "309-319")
                    .doi("10.1021/ja01269a023").seen().cited("Brunauer 1938"),
            Publication.article("J. Rouquerol, P. Llewellyn, F. Rouquerol",
                    "Is the BET equation applicable to microporous adsorbents?")
                    .in("Stud. Surf. Sci. Catal.", 2007, "160", "49-56")
                    .doi("10.1016/S0167-2991(07)80008-5").seen().cited("Rouquerol 2007"),
            Publication.standard("ISO, Geneva", "ISO 9277", 2022,
                    "Determination of the specific surface area of solids by gas adsorption, BET "
                    + "method")
                    .cited("ISO 9277")).forKinds(Isotherm.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        String problem = p.crossSection.problem("nm2");
        return problem == null ? Map.of() : Map.of("crossSection", problem);
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        if (!problems(p).isEmpty()) {
            throw new AnalysisException("crossSection: " + problems(p).get("crossSection"));
        }
        Isotherm iso = Isotherm.of(input);
        Gas gas = Gas.of(p.gas, input.metadata());
        KnownQuantity section = section(gas, p);
        Verdict known = p.crossSection.isNone() ? gas.verdict() : Verdict.SOUND;
        Outcome.Builder out = Outcome.builder(input);
        Optional<BetRange> found = BetRange.of(iso);
        BetFit fit = p.range.isAll() ? found.map(BetRange::chosen).orElse(null) : within(iso, p.range);
        if (fit == null) {
            out.measure(Measurement.withheld("BET area", "a_BET", "m2/g", "no range of five points or more up to "
                    + "p/p0 = "
                    + "0.35 keeps the criteria of Rouquerol"));
        } else {
            area(out, iso, fit, found, p, section, known);
        }
        if (gas.isNitrogen() && Math.abs(section.in("nm2") - KnownQuantity.parse(NITROGEN).in("nm2")) <= ROUNDED) {
            plots(out, iso, known);
        } else {
            out.remark(Remark.info("The t-plot and the total pore volume are left out: thickness and density of the "
                    + "layer are known for nitrogen (0.162 nm2), and the cross-section is that of another gas.")
                    .coded("not-nitrogen"));
        }
        if (iso.desorption() > 0) {
            out.remark(Remark.info(iso.desorption() + " rows behind the highest pressure are the desorption and take "
                    + "no part."));
        }
        out.figure(SorptionFigures.isotherm(input.name(), iso, fit));
        if (fit != null) {
            out.figure(SorptionFigures.bet(input.name(), iso, fit));
        }
        return out.build();
    }

    private static KnownQuantity section(Gas gas, Parameters p) throws AnalysisException {
        if (!p.crossSection.isNone()) {
            return p.crossSection;
        }
        if (!gas.isNitrogen() && !gas.name().equals(Gas.ARGON)) {
            throw new AnalysisException("The file says that " + gas.name() + " was adsorbed, whose cross-section is "
                    + "not known here: say it with the parameter crossSection");
        }
        return KnownQuantity.parse(gas.isNitrogen() ? NITROGEN : ARGON);
    }

    private static BetFit within(Isotherm iso, Range r) throws AnalysisException {
        int first = 0;
        int last = iso.size() - 1;
        while (first < iso.size() && iso.pressure()[first] < r.from()) {
            first++;
        }
        while (last >= 0 && iso.pressure()[last] > r.to()) {
            last--;
        }
        if (last - first < 2) {
            throw new AnalysisException("There are " + Math.max(0, last - first + 1) + " points in p/p0 = " + r
                    + "; a line needs three");
        }
        return BetFit.of(iso, first, last);
    }

    private static void area(Outcome.Builder out, Isotherm iso, BetFit fit, Optional<BetRange> found, Parameters p,
            KnownQuantity section, Verdict known) {
        double spread = found.map(BetRange::spread).orElse(0.0);
        double n = fit.monolayer();
        int points = fit.last() - fit.first() + 1;
        double wider = Student.widening(points - 2);
        double un = Math.hypot(wider * fit.uncertainty(), spread);
        double uc = wider * fit.constantUncertainty();
        double sigma = section.in("nm2");
        double area = n * AVOGADRO * sigma;
        double u = area * Math.hypot(un / n, section.uncertaintyIn("nm2") / sigma);
        Verdict v = Verdict.SOUND;
        if (!fit.constantIsPositive()) {
            v = Verdict.withheld("C is negative: the range reaches too high");
        } else if (!fit.isValid(iso)) {
            v = Verdict.doubtful("the range set breaks a criterion: " + (!fit.rises(iso) ? "n(1 - p/p0) does not rise "
                    + "throughout" : !fit.reachesMonolayer(iso) ? "the monolayer is not reached within it"
                    : "the pressure of the monolayer is not that of C"));
        } else if (p.range.isAll() && !found.get().usual() && fit.constant() <= MICROPORES) {
            v = Verdict.doubtful("the usual range, p/p0 = 0.05 to 0.30, holds fewer than five points or breaks a "
                    + "criterion; another was taken");
        } else if (fit.constant() > MICROPORES) {
            v = Verdict.doubtful("micropores fill before a layer forms: an apparent area, for comparison only");
        }
        if (points < FEW) {
            v = v.and(Verdict.doubtful("only " + points + " points lie in the range set"));
        }
        out.measure(Measurement.of("BET area", "a_BET", area, u, "m2/g").judged(v.and(known)));
        out.measure(Measurement.of("monolayer capacity", "n_m", n, un, "mmol/g").judged(v));
        out.measure(Measurement.of("BET constant", "C", fit.constant(), uc, "1").judged(v.and(
                uc > fit.constant() / 2 ? Verdict.doubtful("the intercept of the line is hardly "
                        + "above zero") : Verdict.SOUND)));
        out.remark(Remark.info(String.format(Locale.ROOT, "BET line over p/p0 = %.4g to %.4g (%d points); the "
                + "monolayer "
                + "is complete at %.4g, C asks for %.4g. %d ranges keep the criteria.", iso.pressure()[fit.first()],
                iso.pressure()[fit.last()], points, iso.pressureAt(n), 1
                / (Math.sqrt(fit.constant()) + 1), found.map(BetRange::valid).orElse(0))).coded("bet-range"));
    }

    private static void plots(Outcome.Builder out, Isotherm iso, Verdict known) {
        TPlot.of(iso).ifPresent(t -> {
            Verdict v = t.external() > 0 ? Verdict.doubtful("the thickness of the layer is that of one reference "
                    + "surface (Harkins and Jura)") : Verdict.withheld("the slope of the t-plot is not positive");
            out.measure(Measurement.of("external area (t-plot)", "a_ext", t.external(), t.externalUncertainty(), "m2/g")
                    .judged(v));
            double limit = 2 * t.microporesUncertainty();
            out.measure(t.micropores() > limit ? Measurement.of("micropore volume (t-plot)", "V_mic", t.micropores(),
                    t.microporesUncertainty(), "cm3/g").judged(v) : Measurement.notDetected("micropore volume (t-plot)",
                            "V_mic", Math.max(0, t.micropores()) + limit, "cm3/g"));
        });
        int last = iso.size() - 1;
        if (iso.pressure()[last] >= FILLED) {
            double volume = TPlot.LIQUID * iso.amount()[last];
            double before = TPlot.LIQUID * iso.amount()[last - 1];
            // on a plateau the last step tells nothing, the scatter of the amounts does
            double u = Math.hypot(volume - before, volume * Math.hypot(iso.tolerance(), DENSITY));
            out.measure(Measurement.of("total pore volume", "V_p", volume, u, "cm3/g").judged(
                    volume - before > 0.05 * volume ? Verdict.doubtful("the isotherm still rises at its highest "
                            + "pressure").and(known) : known));
            out.remark(Remark.info("The total pore volume is all that is adsorbed at p/p0 = " + Numbers.plain(
                    iso.pressure()[last], 4) + ", as a liquid (Gurvich): the film on surface outside of pores is in "
                    + "it.").coded("gurvich"));
        }
    }

    @Override
    public String methods(Parameters p) {
        return "The BET area follows from the monolayer capacity (cross-section " + (p.crossSection.isNone()
                ? "that of the gas: " + NITROGEN + " for nitrogen" : p.crossSection.toString()) + ") over a range "
                + "of "
                + "relative pressures that keeps the criteria of Rouquerol (ISO 9277).";
    }
}
