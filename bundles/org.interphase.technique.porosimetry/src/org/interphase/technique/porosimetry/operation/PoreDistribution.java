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
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.porosimetry.figure.IntrusionFigures;
import org.interphase.technique.porosimetry.intrusion.Filling;
import org.interphase.technique.porosimetry.intrusion.Intrusion;
import org.interphase.technique.porosimetry.intrusion.KnownQuantity;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;
import org.interphase.technique.porosimetry.intrusion.PoreHistogram;
import org.interphase.technique.porosimetry.intrusion.SurfaceFractal;

/** Pore size distribution with its modes, the filling between particles, and the fractal dimension of the surface. */
public final class PoreDistribution implements Operation<Table, PoreDistribution.Parameters> {

    /**
     * What may be chosen.
     *
     * @param boundary diameter above which gaps between particles fill
     * @param fractalRange diameters of the fractal dimension
     */
    public record Parameters(
            @Param(label = "Boundary of filling", help = "Diameter above which mercury fills gaps between particles, "
                    + "for example 2 um. Empty looks for a valley between two modes, below a tenth of the lower one.")
            KnownQuantity boundary,
            @Param(label = "Range of the fractal dimension", unit = "nm", def = "all", help = "Diameters over which "
                    + "the slope is taken; all takes those below the mode of the narrowest pores.", advanced = true)
            Range fractalRange) {
    }

    private static final double MICRO = 1e6;
    private static final double NANO = 1e9;
    private static final int MOST_MODES = 4;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("porosimetry.distribution", 1,
            "Pore size distribution", "Volume per decade of diameter, its modes, the volume between particles as far "
            + "as a valley in the distribution shows it (nothing in the intrusion itself tells gaps from pores), and "
            + "the fractal dimension of the pore surface from the slope below the narrowest mode.", Table.class,
            Parameters.class,
                    Publication.article("W. I. Friesen, R. J. Mikula",
                            "Fractal dimensions of coal particles")
                            .in("J. Colloid Interface Sci.", 1987, "120", "263-271")
                            .doi("10.1016/0021-9797(87)90348-1").cited("Friesen 1987"))
            .forKinds(MercuryTable.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        String problem = p.boundary.problem("um");
        return problem == null ? Map.of() : Map.of("boundary", problem);
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Intrusion in = Pores.of(input);
        if (!problems(p).isEmpty()) {
            throw new AnalysisException("boundary: " + problems(p).get("boundary"));
        }
        PoreHistogram h = PoreHistogram.of(in);
        Outcome.Builder out = Outcome.builder(input).extra(table(input.name(), in, h));
        List<Integer> modes = h.modes().stream().limit(MOST_MODES).toList();
        double law = in.law().relativeUncertainty();
        for (int k : modes) {
            String name = modes.get(0) == k ? "modal pore diameter" : "modal pore diameter " + (modes.indexOf(k) + 1);
            double d = h.top(k);
            // a mode is known to about half a step, or to what the flanks beside it leave
            double half = Math.log(10) * h.step() / 2;
            out.measure(Measurement.of(name, "D_mode", d * MICRO, d * MICRO * Math.hypot(law, half), "um").judged(
                    h.isEnd(k) ? Verdict.doubtful("the distribution is highest at an end of the pressures, and may go "
                            + "on beyond it").and(in.pressures()) : in.pressures()));
        }
        if (modes.isEmpty()) {
            out.remark(Remark.warning("No diameter stands out of the distribution by more than its noise."));
        }
        filling(out, in, h, p);
        fractal(out, h, p, modes);
        out.figure(IntrusionFigures.distribution(input.name(), in, h, modes.stream().mapToDouble(h::top).toArray()));
        return out.build();
    }

    private static Table table(String name, Intrusion in, PoreHistogram h) {
        double[] d = h.diameter().clone();
        for (int k = 0; k < d.length; k++) {
            d[k] *= MICRO;
        }
        return new Table(DatasetHeader.of(name + ", distribution", "table", org.interphase.model.Metadata.EMPTY),
                List.of(Column.of("pore diameter", "um", d), Column.of("dV/dlog D", in.basis().unit(), h.density()),
                        Column.of("u(dV/dlog D)", in.basis().unit(), h.uncertainty())));
    }

    private static void filling(Outcome.Builder out, Intrusion in, PoreHistogram h, Parameters p) {
        Optional<Filling> f = p.boundary.isNone() ? Filling.find(in, h)
                : Optional.of(Filling.at(in, p.boundary.in("um") / MICRO,
                        Math.log10(1 + in.law().relativeUncertainty())));
        if (f.isEmpty()) {
            out.remark(Remark.info("No valley below a tenth of both modes beside it: the intrusion shows no end of a "
                    + "filling between particles.").coded("no-filling"));
            return;
        }
        double wide = f.get().wide();
        double u = f.get().uncertainty();
        String unit = in.basis().unit().text();
        Verdict v = p.boundary.isNone() ? Verdict.doubtful("a valley between two modes was taken as the boundary; that "
                + "it parts gaps between particles from their pores is not in the intrusion") : Verdict.SOUND;
        v = v.and(in.volumes()).and(in.pressures());
        out.measure(Measurement.of("interparticle volume", "V_inter", wide, u, unit).judged(v));
        out.measure(Measurement.of("volume of pores below the boundary", "V_pore", in.total() - wide,
                Math.hypot(u, in.totalUncertainty()), unit).judged(v));
        out.remark(Remark.info(String.format(Locale.ROOT, "Gaps wider than %.3g um count as filling between particles: "
                + "%s.", f.get().diameter() * MICRO, p.boundary.isNone() ? "there the distribution has its deepest "
                + "valley, below a tenth of the modes on both sides" : "as set")).coded("filling"));
    }

    private static void fractal(Outcome.Builder out, PoreHistogram h, Parameters p, List<Integer> modes) {
        int last = modes.stream().mapToInt(k -> k).max().orElse(0);
        double from = p.fractalRange.isAll() ? 0 : p.fractalRange.from() / NANO;
        double to = p.fractalRange.isAll() ? h.diameter()[last] : p.fractalRange.to() / NANO;
        SurfaceFractal f = SurfaceFractal.of(h, from, to);
        if (f == null) {
            out.measure(Measurement.withheld("surface fractal dimension", "D_s", "1", "fewer than six steps of the "
                    + "distribution hold volume in the range"));
            return;
        }
        out.measure(Measurement.of("surface fractal dimension", "D_s", f.dimension(), f.uncertainty(), "1")
                .judged(f.verdict()));
        out.remark(Remark.info(String.format(Locale.ROOT, "The fractal dimension is that of pores of %.3g to %.3g nm "
                + "(%d steps).", f.from() * NANO, f.to() * NANO, f.points())));
    }

    @Override
    public String methods(Parameters p) {
        return "The distribution is the volume per decade of diameter; its modes are its maxima. The fractal "
                + "dimension of the pore surface is from the slope below the narrowest mode"
                + (p.boundary().isNone() ? "" : "; above " + p.boundary().pretty()
                        + " mercury fills gaps between particles") + ".";
    }
}
