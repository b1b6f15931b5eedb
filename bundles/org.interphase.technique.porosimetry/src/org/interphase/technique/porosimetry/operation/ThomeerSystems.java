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
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.porosimetry.figure.ThomeerFigure;
import org.interphase.technique.porosimetry.intrusion.Intrusion;
import org.interphase.technique.porosimetry.intrusion.KnownQuantity;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;
import org.interphase.technique.porosimetry.intrusion.ThomeerFit;
import org.interphase.technique.porosimetry.intrusion.VolumeBasis;

/** Thomeer hyperbolas of one or two pore systems. */
public final class ThomeerSystems implements Operation<Table, ThomeerSystems.Parameters> {

    /**
     * What may be chosen.
     *
     * @param systems number of pore systems; null for what the data ask for
     * @param closure closure volume
     */
    public record Parameters(
            @Param(label = "Pore systems", min = 1, max = 2, help = "One or two. Empty takes two where they describe "
                    + "the data better by the information criterion (by more than 10).") Integer systems,
            @Param(label = "Closure", help = "Volume in per cent of the bulk volume that only closes the gap about the "
                    + "sample, for example 0.24 %. Empty fits it.") KnownQuantity closure) {
    }

    private static final double BETTER = 10;
    /** Square micrometres in a millidarcy. */
    private static final double DARCY = 9.869233e-4;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("porosimetry.thomeer", 1,
            "Thomeer pore systems", "Fits one or two hyperbolas to the occupied bulk volume over pressure: entry "
                    + "pressure, "
            + "pore geometrical factor and volume of each, and closure. The permeability follows from them by an "
            + "empirical relation for rocks. Needs volumes in per cent of the bulk volume, or the bulk volume or "
            + "density; without, a remark says so.", Table.class, Parameters.class,
            Publication.article("J. H. M. Thomeer",
                    "Introduction of a pore geometrical factor defined by the capillary pressure "
                    + "curve")
                    .in("J. Pet. Technol.", 1960, "12", "73-77")
                    .doi("10.2118/1324-G").cited("Thomeer 1960"),
            Publication.article("J. H. Thomeer",
                    "Air permeability as a function of three pore-network parameters")
                    .in("J. Pet. Technol.", 1983, "35", "809-814")
                    .doi("10.2118/10922-PA").cited("Thomeer 1983"))
            .forKinds(MercuryTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        String problem = p.closure.isNone() || p.closure.value() == 0 ? null : p.closure.problem("%");
        return problem == null ? Map.of() : Map.of("closure", problem);
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Intrusion in = Pores.of(input);
        if (!problems(p).isEmpty()) {
            throw new AnalysisException("closure: " + problems(p).get("closure"));
        }
        double factor = in.basis() == VolumeBasis.BULK ? 1 : 100 / in.bulk();
        if (!Double.isFinite(factor)) {
            return Outcome.builder(input).remark(Remark.info("No Thomeer fit: it needs volumes in per cent of the bulk "
                    + "volume, and neither bulk volume nor bulk density is known.").coded("no-bulk-volume")).build();
        }
        double[] v = in.volume().clone();
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
        Double closure = p.closure.isNone() ? null : p.closure.in("%");
        Optional<ThomeerFit> one = p.systems != null && p.systems == 2 ? Optional.empty()
                : ThomeerFit.of(in.pressure(), v, 1, closure);
        progress.checkCancelled();
        Optional<ThomeerFit> two = p.systems != null && p.systems == 1 ? Optional.empty()
                : ThomeerFit.of(in.pressure(), v, 2, closure);
        boolean second = two.isPresent() && (one.isEmpty() || two.get().bic() < one.get().bic() - BETTER);
        ThomeerFit fit = (second ? two : one).orElse(null);
        Outcome.Builder out = Outcome.builder(input);
        if (fit == null) {
            return out.remark(Remark.warning("There are too few pressures above the closure for a Thomeer fit."))
                    .build();
        }
        measure(out, fit, in, in.totalUncertainty(), closure != null);
        out.figure(ThomeerFigure.of(input.name(), fit));
        return out.build();
    }

    private static void measure(Outcome.Builder out, ThomeerFit fit, Intrusion in, double total, boolean set) {
        double relative = Math.hypot(total / Math.max(in.total(), 1e-300),
                in.basis() == VolumeBasis.BULK ? 0 : in.bulkUncertainty() / in.bulk());
        Verdict v = (fit.sound() ? Verdict.SOUND : Verdict.doubtful(fit.ground())).and(in.volumes());
        List<ThomeerFit.PoreSystem> all = fit.systems();
        if (!set) {
            out.measure(Measurement.of("Thomeer closure", "B_c", fit.closure(), fit.closureUncertainty(), "%")
                    .judged(v));
        }
        for (int s = 0; s < all.size(); s++) {
            ThomeerFit.PoreSystem x = all.get(s);
            String n = Integer.toString(s + 1);
            Verdict own = x.volumeUncertainty() > x.volume() / 2 || x.geometryUncertainty() > x.geometry() ? v.and(
                    Verdict.doubtful("the data hardly tell this pore system")) : v;
            out.measure(Measurement.of("Thomeer entry pressure " + n, "P_d" + n, x.entry(),
                    x.entryUncertainty(), "psi").judged(own.and(in.pressures())));
            out.measure(Measurement.of("Thomeer pore geometrical factor " + n, "G_" + n, x.geometry(),
                    x.geometryUncertainty(), "1").judged(own));
            out.measure(Measurement.of("Thomeer pore volume " + n, "B_" + n, x.volume(),
                    Math.hypot(x.volumeUncertainty(), relative * x.volume()), "%").judged(own));
        }
        double k = fit.permeability();
        out.measure(Measurement.of("Thomeer permeability (empirical)", "k", DARCY * k, DARCY * k
                * fit.permeabilityUncertainty(), "um2")
                .judged(Verdict.doubtful("an empirical relation for rocks, whose own scatter is not in the "
                        + "uncertainty").and(in.pressures())));
        out.remark(Remark.info(String.format(Locale.ROOT, "%d pore system%s from %.3g psi on; the fit leaves %.3g %% "
                + "of the bulk volume. The permeability is %.4g mD.", all.size(), all.size() == 1 ? "" : "s",
                fit.pressure()[0], fit.scatter(), k)));
    }

    @Override
    public String methods(Parameters p) {
        return "Hyperbolas of the occupied bulk volume over pressure (Thomeer) give entry pressure, pore geometrical "
                + "factor and volume of each pore system.";
    }
}
