package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.drt.Drt;
import org.interphase.technique.electrochemistry.drt.DrtSystem;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/**
 * Depressed arcs fitted in the place of the peaks of a distribution: another description of the same spectrum, from
 * which the numbers of the distribution must not be farther away than their uncertainties say.
 *
 * @param judged the fit
 * @param arcs one for each peak, fastest first
 * @param tail label of the element at low frequency that takes up the rise of a blocked electrode; empty without
 */
record DrtArcs(CircuitVerdict judged, List<Arc> arcs, String tail) {

    /**
     * An arc.
     *
     * @param tau time constant, s
     * @param logTauSigma standard uncertainty of its logarithm
     * @param resistance ohm
     * @param sigma its standard uncertainty; NaN if the data do not determine it
     * @param height of its distribution at the maximum, ohm: R/(2π) sin((1-α)π) / (1 - cos((1-α)π)); infinite for a
     *     capacitor
     */
    record Arc(double tau, double logTauSigma, double resistance, double sigma, double height) {
    }

    private static final int MOST = 3;
    /** Exponent of constant phase elements to begin with. */
    private static final double DEPRESSED = 0.85;

    /** The arcs; null if there are none, or too many or too few points to fit them. */
    static DrtArcs of(ImpedanceSpectrum s, Drt drt, DrtSystem system, Weighting weighting,
            Progress progress) throws AnalysisException {
        int peaks = drt.peaks().size();
        if (peaks == 0 || peaks > MOST) {
            return null;
        }
        StringBuilder text = new StringBuilder(system.inductance ? "L0-R0" : "R0");
        for (int i = 1; i <= peaks; i++) {
            text.append("-p(R").append(i).append(",CPE").append(i).append(')');
        }
        text.append(system.capacitance ? "-CPE9" : "");
        Circuit circuit = CircuitParser.parse(ElementLibrary.standard(), text.toString());
        if (2 * s.size() <= circuit.parameters().size()) {
            return null;
        }
        CircuitFit fit = new CircuitSearch(circuit, ParameterTable.free(circuit), weighting, 0, 1, false).fit(s,
                start(circuit, drt, system), progress);
        CircuitVerdict judged = CircuitVerdict.of(fit);
        List<Arc> arcs = new ArrayList<>();
        for (int i = 1; i <= peaks; i++) {
            arcs.add(arc(judged, i));
        }
        arcs.sort(Comparator.comparingDouble(Arc::tau));
        return new DrtArcs(judged, List.copyOf(arcs), system.capacitance ? "CPE9" : "");
    }

    /** The arcs that the peaks stand for. */
    private static double[] start(Circuit circuit, Drt drt, DrtSystem system) {
        double[] out = new double[circuit.parameters().size()];
        Arrays.fill(out, Double.NaN);
        set(out, circuit, "R0", drt.series().resistance());
        set(out, circuit, "L0", drt.series().inductance());
        for (int i = 1; i <= drt.peaks().size(); i++) {
            Drt.Peak k = drt.peaks().get(i - 1);
            set(out, circuit, "R" + i, k.resistance());
            set(out, circuit, "CPE" + i + "_0", Math.pow(k.tau(), DEPRESSED) / k.resistance());
            set(out, circuit, "CPE" + i + "_1", DEPRESSED);
        }
        set(out, circuit, "CPE9_0", 1 / drt.series().inverseCapacitance());
        set(out, circuit, "CPE9_1", system.tail);
        return out;
    }

    private static void set(double[] out, Circuit circuit, String name, double value) {
        int i = circuit.indexOf(name);
        if (i >= 0 && value > 0 && Double.isFinite(value)) {
            out[i] = value;
        }
    }

    private static Arc arc(CircuitVerdict judged, int number) {
        CircuitFit fit = judged.fit();
        int r = fit.circuit().indexOf("R" + number);
        int q = fit.circuit().indexOf("CPE" + number + "_0");
        int a = fit.circuit().indexOf("CPE" + number + "_1");
        double alpha = fit.p()[a];
        double logTau = Math.log(fit.p()[r] * fit.p()[q]) / alpha;
        double[] slope = new double[fit.p().length];
        slope[r] = 1 / (alpha * fit.p()[r]);
        slope[q] = 1 / (alpha * fit.p()[q]);
        slope[a] = -logTau / alpha;
        double angle = (1 - alpha) * Math.PI;
        return new Arc(Math.exp(logTau), judged.propagate(slope), fit.p()[r], judged.uncertainty(r),
                fit.p()[r] / (2 * Math.PI) * Math.sin(angle) / (1 - Math.cos(angle)));
    }

    /** Sum of the resistances of the arcs, and its standard uncertainty. */
    double[] polarisation() {
        double[] slope = new double[judged.fit().p().length];
        double sum = 0;
        for (int i = 1; i <= arcs.size(); i++) {
            slope[judged.fit().circuit().indexOf("R" + i)] = 1;
            sum += judged.fit().value("R" + i);
        }
        return new double[] {sum, judged.propagate(slope)};
    }

    /** A parameter and its standard uncertainty. */
    double[] parameter(String name) {
        return new double[] {judged.fit().value(name), judged.uncertainty(judged.fit().circuit().indexOf(name))};
    }
}
