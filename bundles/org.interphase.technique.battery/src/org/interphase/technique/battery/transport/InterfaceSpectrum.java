package org.interphase.technique.battery.transport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Model;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * Resistances of electrolyte and interfaces of a symmetric cell from an impedance spectrum. One or two arcs, with and
 * without diffusion, are fitted from several starts with weights by the modulus; the lowest BIC tells the numbers, and
 * what the others give that are nearly as good is part of the uncertainty (rectangular, JCGM 100:2008, 4.3.7).
 *
 * @param bulk resistance of the electrolyte, ohm
 * @param bulkU its standard uncertainty
 * @param interfaces resistance of both interfaces, ohm: the sum of the arcs
 * @param interfacesU its standard uncertainty
 * @param verdict whether both may be published
 * @param words what was fitted, for people
 */
public record InterfaceSpectrum(double bulk, double bulkU, double interfaces, double interfacesU, Verdict verdict,
        String words) {

    /** Fewest points that tell two arcs and diffusion. */
    private static final int FEWEST = 12;
    /** Models whose BIC is higher by no more than this are nearly as good (Kass and Raftery 1995: strong evidence). */
    private static final double NEARLY = 10;
    /** Misfit, as part of the modulus, from which on no model describes the spectrum. */
    private static final double MISFIT = 0.03;
    /** Arcs of longer times, s, are often those of diffusion; founders' choice, unverified. */
    private static final double SLOW = 1;
    /** Misfit, as part of the modulus, that no instrument would show: what hangs together in it is rounding. */
    private static final double NEGLIGIBLE = 1e-3;
    private static final double[] EXPONENTS = {0.4, 0.85, 1};

    /** A model with its fit. */
    private record Fitted(InterfaceModel model, Model function, FitResult fit) {

        double interfaces() {
            return IntStream.range(0, model.arcs()).mapToDouble(k -> Math.exp(fit.value(InterfaceModel.arc(k)))).sum();
        }

        double bulk() {
            return Math.exp(fit.value(InterfaceModel.BULK));
        }

        /** Root of the mean square of the residuals over the modulus. */
        double misfit() {
            return Math.sqrt(fit.chiSquare() / Math.max(1, fit.degreesOfFreedom()));
        }
    }

    /**
     * Fits a spectrum.
     *
     * @throws AnalysisException if the table is no spectrum or has too few points
     */
    public static InterfaceSpectrum of(Table table) throws AnalysisException {
        Column f = column(table, EisColumns.FREQUENCY);
        Column re = column(table, EisColumns.RE);
        Column im = column(table, EisColumns.MINUS_IM);
        // inductance of the leads: points above the axis tell nothing of the cell
        int[] rows = IntStream.range(0, f.size()).filter(i -> f.get(i) > 0 && re.get(i) > 0 && im.get(i) > 0)
                .boxed().sorted(Comparator.comparingDouble(i -> -f.get(i))).mapToInt(i -> i).toArray();
        if (rows.length < FEWEST) {
            throw new AnalysisException("the spectrum '" + table.name() + "' has only " + rows.length
                    + " points below the real axis; the arcs of the interfaces need " + FEWEST);
        }
        double[] omega = IntStream.of(rows).mapToDouble(i -> 2 * Math.PI * f.get(i)).toArray();
        double[] y = new double[2 * rows.length];
        for (int k = 0; k < rows.length; k++) {
            y[k] = re.get(rows[k]);
            y[rows.length + k] = -im.get(rows[k]);
        }
        List<Fitted> all = new ArrayList<>();
        for (int arcs = 1; arcs <= 2; arcs++) {
            for (boolean diffusion : new boolean[] {false, true}) {
                best(new InterfaceModel(arcs, diffusion), omega, y, all);
            }
        }
        if (all.isEmpty()) {
            throw new AnalysisException("no arc can be fitted to the spectrum '" + table.name() + "'");
        }
        all.sort(Comparator.comparingDouble(t -> t.fit.bic()));
        return of(all, omega);
    }

    private static Column column(Table table, String name) throws AnalysisException {
        return table.column(name).orElseThrow(() -> new AnalysisException("'" + table.name() + "' has no column "
                + name + ", so it is no impedance spectrum"));
    }

    /** The best fit of a model from several starts, added where one converges. */
    private static void best(InterfaceModel model, double[] omega, double[] y, List<Fitted> out) {
        int n = omega.length;
        double[] re = java.util.Arrays.copyOf(y, n);
        double[] im = java.util.Arrays.copyOfRange(y, n, 2 * n);
        double low = re[0];
        double width = java.util.Arrays.stream(re).max().orElse(1) - low;
        if (!(width > 0)) {
            return;
        }
        double fast = -Math.log(omega[0]);
        double slow = -Math.log(omega[n - 1]);
        Model function = model.at(omega);
        Fitter fitter = new Fitter(function, parameters(model, fast, slow), FitOptions.defaults());
        Weights weights = Weights.modulus(re, im);
        FitResult best = null;
        for (double first : new double[] {0.2, 0.4, 0.6, 0.8}) {
            for (double second : model.arcs() == 1 ? new double[] {0} : new double[] {0.15, 0.35}) {
                double[] start = new double[model.parameters()];
                start[InterfaceModel.BULK] = Math.log(low);
                for (int k = 0; k < model.arcs(); k++) {
                    start[InterfaceModel.arc(k)] = Math.log(width / (model.arcs() + (model.diffusion() ? 1 : 0)));
                    start[InterfaceModel.arc(k) + 1] = fast + Math.min(0.95, first + k * second) * (slow - fast);
                    start[InterfaceModel.arc(k) + 2] = EXPONENTS[1];
                }
                if (model.diffusion()) {
                    start[model.tail()] = Math.log(width / (model.arcs() + 1));
                    start[model.tail() + 1] = slow;
                }
                FitResult fit = fitter.fit(y, weights, start);
                best = best == null || fit.chiSquare() < best.chiSquare() ? fit : best;
            }
        }
        if (best != null && best.converged()) {
            out.add(new Fitted(model, function, best));
        }
    }

    private static Parameters parameters(InterfaceModel model, double fast, double slow) {
        List<Parameter> out = new ArrayList<>();
        out.add(Parameter.of("electrolyte", 0));
        for (int k = 1; k <= model.arcs(); k++) {
            out.add(Parameter.of("R" + k, 0));
            out.add(Parameter.of("t" + k, 0, fast - 3, slow + 3));
            out.add(Parameter.of("n" + k, EXPONENTS[1], EXPONENTS[0], EXPONENTS[2]));
        }
        if (model.diffusion()) {
            out.add(Parameter.of("R_d", 0));
            // slower than the arcs of what is measured, or it would be one of them
            out.add(Parameter.of("t_d", slow, slow - 3, slow + 8));
        }
        return Parameters.of(out);
    }

    /** What speaks against an arc; that two arcs can't be told apart leaves their sum. */
    private static Verdict verdict(List<Ground> grounds, double misfit) {
        Verdict v = Verdict.SOUND;
        for (Ground g : grounds) {
            v = switch (g.kind()) {
                case CORRELATED -> v;
                case MISFIT, STRUCTURE, UNFITTED_BAND, MISFIT_DOMINATES -> misfit < NEGLIGIBLE ? v
                        : v.and(Verdict.doubtful(g.text()));
                default -> v.and(g.severe() ? Verdict.withheld(g.text()) : Verdict.doubtful(g.text()));
            };
        }
        return v;
    }

    private static InterfaceSpectrum of(List<Fitted> all, double[] omega) {
        Fitted best = all.get(0);
        FitVerdict judged = FitJudge.judge(best.function, best.fit, 2, null, null);
        int n = best.model.parameters();
        double[] bulk = new double[n];
        bulk[InterfaceModel.BULK] = best.bulk();
        double[] arcs = new double[n];
        Verdict v = Verdict.SOUND;
        double fast = -Math.log(omega[0]);
        double slow = -Math.log(omega[omega.length - 1]);
        for (int k = 0; k < best.model.arcs(); k++) {
            int at = InterfaceModel.arc(k);
            arcs[at] = Math.exp(best.fit.value(at));
            double time = best.fit.value(at + 1);
            if (time < fast || time > slow) {
                v = v.and(Verdict.doubtful("an arc of the interfaces has its top outside the measured frequencies"));
            }
            if (time > Math.log(SLOW)) {
                v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "an arc with a time of %.2g s may be that of "
                        + "diffusion in the electrolyte and not of an interface", Math.exp(time))));
            }
            v = v.and(verdict(judged.grounds(at), best.misfit()));
        }
        if (best.misfit() > MISFIT) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT,
                    "one or two arcs, with diffusion or without, miss the "
                    + "spectrum by %.0f %%", 100 * best.misfit())));
        }
        double otherBulk = 0;
        double otherArcs = 0;
        for (Fitted f : all) {
            if (f.fit.bic() - best.fit.bic() < NEARLY) {
                otherBulk = Math.max(otherBulk, Math.abs(f.bulk() - best.bulk()));
                otherArcs = Math.max(otherArcs, Math.abs(f.interfaces() - best.interfaces()));
            }
        }
        double third = Math.sqrt(3);
        return new InterfaceSpectrum(best.bulk(), Math.hypot(judged.propagate(bulk), otherBulk / third),
                best.interfaces(), Math.hypot(judged.propagate(arcs), otherArcs / third), v, (best.model.arcs() == 1
                        ? "one arc" : "two arcs") + (best.model.diffusion() ? " and diffusion" : "") + String.format(
                                Locale.ROOT, " (misfit %.2g %%)", 100 * best.misfit()));
    }
}
