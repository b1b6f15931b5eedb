package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;
import org.interphase.technique.electrochemistry.kramerskronig.LinKk;

/** Remarks on whether a circuit is the right one for a spectrum: what a small chi-square does not tell. */
final class FitWarnings {

    /** Residuals this many times larger than the noise from point to point are systematic. */
    private static final double SYSTEMATIC = 3;
    /** Relative residuals below this need no remark. */
    private static final double NEGLIGIBLE = 1e-3;
    /** Relative residuals above this are worth a warning: the tolerance of the Kramers-Kronig test. */
    private static final double NOTABLE = 0.01;

    private FitWarnings() {
    }

    /** Remarks on a fit; {@code all} is the spectrum with the points that took no part. */
    static List<Remark> of(CircuitFit fit, ImpedanceSpectrum all) {
        List<Remark> out = new ArrayList<>();
        residuals(fit, out);
        loop(fit, all, out);
        arcs(fit, out);
        return out;
    }

    /** Size of the relative residuals, and how much of it changes from point to point. */
    private static double[] scatter(CircuitFit fit) {
        int n = fit.spectrum().size();
        double[] modulus = fit.spectrum().modulus();
        double[] re = new double[n];
        double[] im = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            re[i] = (fit.spectrum().re()[i] - fit.model()[i]) / modulus[i];
            im[i] = (fit.spectrum().im()[i] - fit.model()[n + i]) / modulus[i];
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return new double[] {Math.sqrt(sum / Math.max(1, 2 * n - fit.space().size())), LinKk.noise(re, im, 0, n)};
    }

    /** Standard deviation of the residuals of either part, relative to |Z|, whatever the weights were. */
    static double relativeResidual(CircuitFit fit) {
        return scatter(fit)[0];
    }

    /** Whether the residuals are larger than what changes from point to point, and worth a word. */
    static boolean isSystematic(CircuitFit fit) {
        double[] scatter = scatter(fit);
        return fit.degreesOfFreedom() >= 1 && scatter[0] >= NEGLIGIBLE && scatter[0] >= SYSTEMATIC * scatter[1];
    }

    private static void residuals(CircuitFit fit, List<Remark> out) {
        if (!isSystematic(fit)) {
            return;
        }
        double[] scatter = scatter(fit);
        String text = String.format(Locale.ROOT, "The residuals are systematic: %s %% of |Z| where the points scatter "
                + "by only %s %%. %s does not describe everything in the data; the uncertainties were widened by what "
                + "that implies, and the numbers are doubtful.", Numbers.plain(100 * scatter[0], 2),
                Numbers.plain(100 * scatter[1], 2), fit.circuit());
        out.add(scatter[0] > NOTABLE ? Remark.warning(text) : Remark.info(text));
    }

    /** Im Z above zero below the frequency of the largest -Im Z, in a circuit without an inductor. */
    private static void loop(CircuitFit fit, ImpedanceSpectrum all, List<Remark> out) {
        if (fit.circuit().parameters().stream().anyMatch(p -> p.definition().role() == Role.INDUCTANCE)) {
            return;
        }
        int points = SpectrumTails.loop(all);
        if (points > 0) {
            int first = all.size() - 1 - points;
            out.add(Remark.warning("The " + points + " points below " + Numbers.plain(all.frequency()[first], 3)
                    + " Hz form an inductive loop (Im Z above zero at low frequency: adsorption, corrosion or drift), "
                    + "which " + fit.circuit() + " does not describe. A branch with an inductor, p(R1,R2-L1), would."));
        }
    }

    /**
     * An arc whose top was not measured.
     *
     * @param part the arc as a circuit of its own
     * @param hertz where its top lies
     */
    record Outside(Circuit part, double hertz) {
    }

    /** Arcs whose characteristic frequency was not measured: their resistance is extrapolated. */
    static List<Outside> outside(CircuitFit fit) {
        List<Outside> out = new ArrayList<>();
        ImpedanceSpectrum s = fit.spectrum();
        for (CircuitLayout.Block arc : new CircuitLayout(fit.circuit()).arcs()) {
            Circuit part = Circuit.of(arc.node());
            if (part.parameters().stream().anyMatch(q -> q.definition().role() == Role.INDUCTANCE)) {
                continue;
            }
            double[] values = part.parameters().stream().mapToDouble(q -> fit.value(q.name())).toArray();
            double hertz = 1 / (2 * Math.PI * BlockOrder.timeConstant(part, values));
            if (hertz < s.frequency()[s.size() - 1] || hertz > s.frequency()[0]) {
                out.add(new Outside(part, hertz));
            }
        }
        return out;
    }

    private static void arcs(CircuitFit fit, List<Remark> out) {
        double lowest = fit.spectrum().frequency()[fit.spectrum().size() - 1];
        for (Outside arc : outside(fit)) {
            String who = arc.part.parameters().stream().filter(q -> q.definition().role() == Role.RESISTANCE)
                    .map(Circuit.Parameter::name).collect(Collectors.joining(", "));
            out.add(Remark.warning(who + ": the top of the arc of " + arc.part + " lies at "
                    + Numbers.plain(arc.hertz, 2) + " Hz, " + (arc.hertz < lowest ? "below the lowest"
                            : "above the highest") + " frequency that took part; the value is extrapolated by the "
                    + "model.").about(arc.part.leaves().get(0).label()));
        }
    }
}
