package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.numerics.fit.ComplexFitter;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.numerics.fit.StopReason;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/**
 * Fits a circuit to a spectrum from automatic and seeded random starts and keeps the best minimum.
 *
 * @param circuit what is fitted
 * @param space which parameters vary
 * @param weighting weights
 * @param starts number of random starts beside the automatic ones
 * @param seed seed of the random starts
 * @param ordered whether a minimum whose arcs get slower from left to right is preferred to all others
 */
public record CircuitSearch(Circuit circuit, ParameterSpace space, Weighting weighting, int starts, long seed,
        boolean ordered) {

    private static final double ROUGH = 1e-5;
    private static final int ROUGH_STEPS = 60;
    private static final double FINE = 1e-12;
    private static final int FINE_STEPS = 400;
    /** Rough minima within this factor of the best are refined. */
    private static final int REFINED = 6;
    /** Sums of squares this close count as one minimum. */
    private static final double SAME = 1e-4;

    private record Candidate(double[] p, double chiSquare) {
    }

    /**
     * Fits.
     *
     * @param first start values to try before all others (from a neighbouring spectrum or from the analyst), NaN for
     *     values to be found; or null
     * @throws AnalysisException if there are fewer values than parameters, or no start gives a finite model
     */
    public CircuitFit fit(ImpedanceSpectrum s, double[] first, Progress progress) throws AnalysisException {
        if (2 * s.size() < space.size()) {
            throw new AnalysisException("the circuit " + circuit + " has " + space.size() + " free parameters, but the "
                    + s.size() + " points give only " + 2 * s.size()
                    + " values; choose a smaller circuit or hold parameters");
        }
        Frequencies f = s.frequencies();
        double[] wRe = weighting.real(s);
        double[] wIm = weighting.imaginary(s);
        ComplexFitter fitter = new ComplexFitter(new CompiledCircuit(circuit, f), space);
        fitter.data(s.re(), s.im(), wRe, wIm);
        List<Candidate> candidates = new ArrayList<>();
        int evaluations = 0;
        for (double[] start : starts(s, f, wRe, wIm, first)) {
            progress.checkCancelled();
            double chi = fitter.fit(start, ROUGH, ROUGH_STEPS);
            evaluations += fitter.evaluations();
            if (Double.isFinite(chi)) {
                candidates.add(new Candidate(fitter.parameters(), chi));
            }
        }
        if (candidates.isEmpty()) {
            throw new AnalysisException("no start values gave a finite impedance for " + circuit
                    + "; state start values or bounds for its parameters");
        }
        candidates.sort(Comparator.comparingDouble(Candidate::chiSquare));
        if (ordered) {
            List<Candidate> inOrder = candidates.stream()
                    .filter(c -> BlockOrder.inOrder(circuit, BlockOrder.sorted(circuit, space, c.p))).toList();
            candidates = inOrder.isEmpty() ? candidates : inOrder;
        }
        Candidate best = null;
        StopReason stop = null;
        for (Candidate c : distinct(candidates)) {
            double chi = fitter.fit(c.p, FINE, FINE_STEPS);
            evaluations += fitter.evaluations();
            if (best == null || chi < best.chiSquare) {
                best = new Candidate(fitter.parameters(), chi);
                stop = fitter.stop();
            }
        }
        double limit = best.chiSquare * (1 + 100 * SAME) + 1e-300;
        int agreeing = (int) candidates.stream().filter(c -> c.chiSquare <= limit).count();
        return finish(s, fitter, best.p, stop, evaluations, candidates.size(), agreeing);
    }

    private List<Candidate> distinct(List<Candidate> sorted) {
        List<Candidate> out = new ArrayList<>();
        for (Candidate c : sorted) {
            boolean seen = out.stream().anyMatch(o -> c.chiSquare <= o.chiSquare * (1 + SAME));
            if (!seen && out.size() < REFINED && (out.isEmpty() || c.chiSquare < 3 * out.get(0).chiSquare)) {
                out.add(c);
            }
        }
        return out;
    }

    private List<double[]> starts(ImpedanceSpectrum s, Frequencies f, double[] wRe, double[] wIm, double[] first) {
        List<double[]> out = new ArrayList<>();
        AutomaticStart automatic = new AutomaticStart(circuit, f);
        double[] p = new double[space.all()];
        automatic.find(s.re(), s.im(), wRe, wIm, null, p);
        out.add(filled(first, p));
        if (first != null && Arrays.stream(first).noneMatch(Double::isNaN)) {
            out.add(p.clone());
        }
        for (int[] order : orders(automatic.arcs())) {
            double[] q = new double[space.all()];
            automatic.find(s.re(), s.im(), wRe, wIm, order, q);
            out.add(filled(first, q));
        }
        RandomStart random = new RandomStart(circuit, s, seed);
        for (int i = 0; i < starts; i++) {
            double[] q = new double[space.all()];
            random.next(q);
            out.add(filled(first, q));
        }
        return out;
    }

    private static double[] filled(double[] first, double[] found) {
        double[] out = found.clone();
        for (int i = 0; first != null && i < out.length; i++) {
            out[i] = Double.isNaN(first[i]) ? out[i] : first[i];
        }
        return out;
    }

    /** Assignments of arcs other than the one in order, for up to three arcs. */
    private static List<int[]> orders(int arcs) {
        return switch (arcs) {
            case 2 -> List.of(new int[] {1, 0});
            case 3 -> List.of(new int[] {0, 2, 1}, new int[] {1, 0, 2}, new int[] {1, 2, 0}, new int[] {2, 0, 1},
                    new int[] {2, 1, 0});
            default -> List.of();
        };
    }

    private CircuitFit finish(ImpedanceSpectrum s, ComplexFitter fitter, double[] found, StopReason stop,
            int evaluations, int tried, int agreeing) {
        double[] p = BlockOrder.sorted(circuit, space, found);
        fitter.moveTo(p);
        boolean[] bound = new boolean[space.size()];
        boolean[] exact = new boolean[space.size()];
        for (int k = 0; k < bound.length; k++) {
            bound[k] = fitter.atBound(k);
            Circuit.Parameter q = circuit.parameters().get(space.parameter(k));
            exact[k] = bound[k] && !(q.definition().role() == Role.EXPONENT && p[space.parameter(k)] == 1);
        }
        double chi = fitter.chiSquare();
        int dof = 2 * s.size() - space.size();
        double variance = weighting.absolute() ? 1 : dof > 0 ? chi / dof : Double.NaN;
        double[][] derivatives = new double[p.length][2 * s.size()];
        for (int k = 0; k < bound.length; k++) {
            if (!exact[k]) {
                derivatives[space.parameter(k)] = fitter.derivatives(k);
            }
        }
        double[] model = fitter.fitted();
        double sum = 0;
        for (int i = 0; i < s.size(); i++) {
            double a = s.re()[i] - model[i];
            double b = s.im()[i] - model[s.size() + i];
            sum += a * a + b * b;
        }
        return new CircuitFit(circuit, s, weighting, space, p, fitter.uncertainty(variance, exact),
                fitter.uncertainty(1, exact).covariance(), derivatives, bound, chi, sum, model, fitter.weights(),
                fitter.residuals(), stop, evaluations, tried, agreeing);
    }
}
