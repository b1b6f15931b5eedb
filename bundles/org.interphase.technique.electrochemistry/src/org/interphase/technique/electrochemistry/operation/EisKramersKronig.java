package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.figure.EisFigures;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;
import org.interphase.technique.electrochemistry.kramerskronig.LinKk;

/** Tests a spectrum against the Kramers-Kronig relations (Lin-KK). */
public final class EisKramersKronig implements Operation<Table, EisKramersKronig.Parameters> {

    /**
     * How the test is done.
     *
     * @param mu limit of mu
     * @param elements largest number of RC elements
     * @param tolerance systematic relative deviation accepted, percent
     * @param inductance whether the chain has a series inductance
     * @param capacitance whether the chain has a series capacitance
     */
    public record Parameters(
            @Param(label = "Limit of mu", def = "0.85", min = 0, max = 1, help = "Elements are added until mu falls "
                    + "below this; 0.85 is the value of the published method.") double mu,
            @Param(label = "Most elements", def = "100", min = 3, max = 1000, advanced = true,
                    help = "Largest number of RC elements.") int elements,
            @Param(label = "Tolerance", unit = "%", def = "1", min = 0, max = 100, help = "Systematic deviation, "
                    + "relative to |Z|, that is still accepted; single points within the noise are not counted.")
            double tolerance,
            @Param(label = "Inductance", def = "yes", advanced = true, help = "Whether a series inductance belongs to "
                    + "the model.") SpectrumTails.Presence inductance,
            @Param(label = "Capacitance", def = "auto", advanced = true, help = "Whether a series capacitance belongs "
                    + "to the model; auto where -Im Z rises towards low frequency.")
            SpectrumTails.Presence capacitance) {
    }

    /** Points that a remark names one by one. */
    private static final int MOST_NAMED = 5;
    private static final Citation SCHOENLEBER =
            Publication.article("M. Schönleber, D. Klotz, E. Ivers-Tiffée",
                    "A method for improving the robustness of linear Kramers-Kronig validity tests")
                    .in("Electrochim. Acta", 2014, "131", "20-27")
                    .doi("10.1016/j.electacta.2014.01.034").seen().cited("Schönleber 2014");

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("eis.kramers-kronig", 3,
            "Kramers-Kronig test", "Describes the spectrum by a chain of RC elements with fixed time constants, which "
                    + "satisfies the Kramers-Kronig relations by construction. Systematic residuals mean that the "
                    + "cell changed while it was measured, did not respond linearly, or was not at rest.",
            Table.class, Parameters.class, SCHOENLEBER).forKinds(EisColumns.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        ImpedanceSpectrum s = ImpedanceSpectrum.of(input);
        progress.checkCancelled();
        LinKk kk = LinKk.test(s, p.mu, p.elements, p.inductance.inductance(s),
                p.capacitance == SpectrumTails.Presence.YES
                        || p.capacitance == SpectrumTails.Presence.AUTO && SpectrumTails.rising(s));
        boolean[] bad = kk.violations(p.tolerance / 100);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < bad.length; i++) {
            if (bad[i]) {
                rows.add(i);
            }
        }
        Outcome.Builder out = Outcome.builder(input);
        out.measure("M", "M", kk.elements(), Double.NaN, "1");
        out.measure("mu", "μ", kk.mu(), Double.NaN, "1");
        out.measure("violating points", "", rows.size(), Double.NaN, "1");
        out.measure("largest residual", "", 100 * kk.largest(), Double.NaN, "%");
        out.measure("residual rms", "", 100 * kk.rms(), Double.NaN, "%");
        out.measure(Measurement.of("noise", "", 100 * kk.noise(), Double.NaN, "%"));
        String drift = "drift of the polarisation over the sweep";
        out.measure(kk.drift().isSeen() ? Measurement.of(drift, "", 100 * kk.drift().growth(),
                100 * kk.drift().uncertainty(), "%").judged(Verdict.doubtful("it is that of a cell whose whole "
                        + "polarisation changes in proportion to time"))
                : Measurement.notDetected(drift, "", 100 * kk.drift().smallest(), "%"));
        out.remark(verdict(s, rows, kk, p));
        negativeResistance(s).ifPresent(out::remark);
        List<Overlay> residuals = new ArrayList<>(EisFigures.residuals(s, kk.model()));
        residuals.add(Overlay.residual("kk-tolerance", new Layer.Guides("tolerance", false, new double[] {
            -p.tolerance, p.tolerance}, Style.line(Colour.MUTED, 1).dashed(Style.Dash.DOTTED))));
        if (!rows.isEmpty()) {
            double[] x = rows.stream().mapToDouble(i -> s.re()[i]).toArray();
            double[] y = rows.stream().mapToDouble(i -> -s.im()[i]).toArray();
            out.overlay("kk-violations", new Layer.Points("violates Kramers-Kronig", x, y, null,
                    Style.points(new Colour(Colour.Role.BAD, 0, 0), Style.Symbol.CROSS, 7)));
            residuals.add(Overlay.residual("kk-violations-residual", new Layer.Points("violates Kramers-Kronig",
                    rows.stream().mapToDouble(i -> s.frequency()[i]).toArray(),
                    rows.stream().mapToDouble(i -> 100 * kk.worst(i)).toArray(), null,
                    Style.points(new Colour(Colour.Role.BAD, 0, 0), Style.Symbol.CROSS, 7))));
        }
        residuals.forEach(out::overlay);
        return out.build();
    }

    /** A passive cell takes up power at every frequency, so the real part of its impedance can't be negative. */
    private static Optional<Remark> negativeResistance(ImpedanceSpectrum s) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (s.re()[i] < 0) {
                found.add(Numbers.plain(s.frequency()[i], 4) + " Hz (" + Numbers.plain(s.re()[i], 4) + " "
                        + s.scale().unit() + ")");
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int more = found.size() - MOST_NAMED;
        return Optional.of(Remark.warning("The real part is negative at " + String.join(", ",
                found.subList(0, Math.min(MOST_NAMED, found.size()))) + (more > 0 ? " and " + more + " more" : "")
                + ", which no passive cell has: a disturbed point, an artefact of the leads, or a sign reversed. "
                + "Leave it out."));
    }

    private static Remark verdict(ImpedanceSpectrum s, List<Integer> rows, LinKk kk, Parameters p) {
        String basis = " (" + kk.elements() + " RC elements, mu = " + Numbers.plain(kk.mu(), 3) + ")";
        double smallest = 100 * kk.drift().smallest();
        String seen = smallest < 100 ? " A drift of the polarisation resistance by " + Numbers.plain(smallest, 2)
                + " % or more during the sweep would have been seen."
                : " Whether the cell drifted during the sweep can't be told from this spectrum.";
        if (rows.isEmpty()) {
            return Remark.info(String.format(Locale.ROOT, "The spectrum satisfies the Kramers-Kronig relations: the "
                    + "largest residual is %s %%, the points scatter by %s %%%s.%s", Numbers.plain(100 * kk.largest(),
                            2), Numbers.plain(100 * kk.noise(), 2), basis, seen));
        }
        List<Integer> single = kk.outliers().stream().filter(rows::contains).toList();
        List<String> text = new ArrayList<>();
        if (!single.isEmpty()) {
            List<String> named = new ArrayList<>();
            for (int i : single) {
                named.add(Numbers.plain(s.frequency()[i], 4) + " Hz (" + Numbers.plain(100 * kk.worst(i), 2) + " %)");
            }
            int more = named.size() - MOST_NAMED;
            text.add((single.size() == 1 ? "The point at " : "The points at ") + String.join(", ",
                    named.subList(0, Math.min(MOST_NAMED, named.size()))) + (more > 0 ? " and " + more + " more" : "")
                    + (single.size() == 1 ? " stands" : " stand")
                    + " out of the others: disturbed (mains frequency, range switch); leave out.");
        }
        if (kk.drift().isSeen()) {
            text.add(String.format(Locale.ROOT, "The residuals have the shape of a cell that changes while it is "
                    + "measured: the polarisation resistance by %s %% over the sweep%s. Measure again at rest.",
                    Numbers.withUncertainty(100 * kk.drift().growth(), 100 * kk.drift().uncertainty()), basis));
        }
        List<Integer> others = rows.stream().filter(i -> !single.contains(i)).toList();
        if (!others.isEmpty() && !kk.drift().isSeen()) {
            text.add(String.format(Locale.ROOT, "%d of %d points between %s and %s Hz deviate from the "
                    + "Kramers-Kronig relations by more than %s %% systematically%s: the cell drifted, responded "
                    + "nonlinearly or was disturbed there. Leave these frequencies out or measure again.",
                    others.size(), s.size(), Numbers.plain(s.frequency()[others.get(others.size() - 1)], 3),
                    Numbers.plain(s.frequency()[others.get(0)], 3), Numbers.plain(p.tolerance, 3), basis));
        }
        return Remark.warning(String.join(" ", text));
    }
}
