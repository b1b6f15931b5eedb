package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.ResidualTests;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.drt.Drt;
import org.interphase.technique.electrochemistry.drt.DrtSystem;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.technique.electrochemistry.kramerskronig.LinKk;

/**
 * What may be said of a distribution of relaxation times: whether it describes the spectrum at all, and how far the
 * shares of overlapping peaks depend on the way they are parted.
 */
final class DrtVerdict {

    /** Distance of two peaks, as a factor, below which they overlap. */
    private static final double OVERLAP = 1e4;
    /** Part of the slowest measured time constant from which on a peak beside a tail is none of its own. */
    private static final double TAIL = 5;
    private static final int MOST_ARCS = 3;
    private static final double VAGUE = 0.5;
    private static final double DOMINATES = 3;
    private static final double NEGLIGIBLE = 1e-3;

    private final Verdict common;
    /** Time constant from which on a peak is part of the tail. */
    private final double end;
    private final double[][] parted;

    private DrtVerdict(Verdict common, double end, double[][] parted) {
        this.common = common;
        this.end = end;
        this.parted = parted;
    }

    static DrtVerdict of(ImpedanceSpectrum s, Drt drt, DrtSystem system, Weighting weighting, double[] wRe,
            double[] wIm) throws AnalysisException {
        int points = SpectrumTails.loop(s);
        if (points > 0) {
            return new DrtVerdict(Verdict.withheld("Im Z lies above zero at the " + points + " lowest frequencies (an "
                    + "inductive loop), which a distribution without negative parts can't hold"), 0, null);
        }
        double end = system.capacitance ? system.slowest / TAIL : Double.POSITIVE_INFINITY;
        CircuitVerdict arcs = arcs(s, drt, system, weighting);
        Verdict common = described(s, drt, wRe, wIm);
        return new DrtVerdict(arcs != null && common.isSound() ? common.and(arcs.step()) : common, end,
                parted(arcs, drt.peaks().size()));
    }

    private static Verdict described(ImpedanceSpectrum s, Drt drt, double[] wRe, double[] wIm) {
        int n = s.size();
        double[] re = new double[n];
        double[] im = new double[n];
        double squares = 0;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            re[i] = (s.re()[i] - drt.model()[i]) * wRe[i];
            im[i] = (s.im()[i] - drt.model()[n + i]) * wIm[i];
            squares += re[i] * re[i] + im[i] * im[i];
            scale += Math.pow(s.re()[i] * wRe[i], 2) + Math.pow(s.im()[i] * wIm[i], 2);
        }
        double noise = LinKk.noise(re, im, 0, n);
        double size = Math.sqrt(squares / (2 * n));
        double[] all = new double[2 * n];
        for (int i = 0; i < n; i++) {
            all[i] = re[i] / size;
            all[n + i] = im[i] / size;
        }
        ResidualTests tests = ResidualTests.of(all, 2, 0);
        boolean small = size < NEGLIGIBLE * Math.sqrt(scale / (2 * n));
        boolean structured = tests.autocorrelation() > FitJudge.STRUCTURE || size > DOMINATES * noise;
        return structured && !small ? Verdict.doubtful("the residuals are systematic ("
                + Numbers.plain(100 * size / Math.sqrt(scale / (2 * n)), 2) + " % where the points scatter by "
                + Numbers.plain(100 * noise / Math.sqrt(scale / (2 * n)), 2) + " %): a distribution of relaxation "
                + "times does not describe the spectrum") : Verdict.SOUND;
    }

    /**
     * Depressed arcs fitted in the place of overlapping peaks; null without need.
     */
    private static CircuitVerdict arcs(ImpedanceSpectrum s, Drt drt, DrtSystem system, Weighting weighting)
            throws AnalysisException {
        List<Drt.Peak> peaks = drt.peaks();
        boolean overlap = false;
        for (int i = 1; i < peaks.size(); i++) {
            overlap |= peaks.get(i).tau() < OVERLAP * peaks.get(i - 1).tau();
        }
        if (!overlap || peaks.size() > MOST_ARCS) {
            return null;
        }
        StringBuilder text = new StringBuilder(system.inductance ? "L0-R0" : "R0");
        for (int i = 1; i <= peaks.size(); i++) {
            text.append("-p(R").append(i).append(",CPE").append(i).append(')');
        }
        text.append(system.capacitance ? "-CPE9" : "");
        var circuit = CircuitParser.parse(ElementLibrary.standard(), text.toString());
        if (2 * s.size() <= circuit.parameters().size()) {
            return null;
        }
        CircuitFit fit = new CircuitSearch(circuit, ParameterTable.free(circuit), weighting, 0, 1, false).fit(s, null,
                Progress.none());
        return CircuitVerdict.of(fit);
    }

    /** Time constant, resistance, and what the misfit leaves open of it, for each arc; fastest first. */
    private static double[][] parted(CircuitVerdict judged, int peaks) {
        if (judged == null) {
            return null;
        }
        CircuitFit fit = judged.fit();
        List<double[]> arcs = new ArrayList<>();
        for (int i = 1; i <= peaks; i++) {
            double r = fit.value("R" + i);
            double alpha = fit.value("CPE" + i + "_1");
            arcs.add(new double[] {Math.pow(r * fit.value("CPE" + i + "_0"), 1 / alpha), r,
                judged.common().isSound() ? 0 : judged.uncertainty(fit.circuit().indexOf("R" + i))});
        }
        arcs.sort(Comparator.comparingDouble(a -> a[0]));
        return arcs.toArray(new double[0][]);
    }

    /** Standard uncertainty of the resistance of a peak, the way of parting included. */
    double peakSigma(Drt drt, int k) {
        Drt.Peak p = drt.peaks().get(k);
        return parted == null ? p.resistanceSigma() : Math.hypot(Math.hypot(
                p.resistanceSigma(), parted[k][1] - p.resistance()), Double.isNaN(parted[k][2]) ? 0 : parted[k][2]);
    }

    /** A number of a peak. */
    Measurement peak(Measurement m, Drt drt, int k) {
        Measurement out = number(m);
        if (drt.peaks().get(k).tau() > end) {
            return out.judged(Verdict.withheld("it stands at the lowest frequencies of a blocked electrode: it is part "
                    + "of the tail and no arc"));
        }
        double sigma = peakSigma(drt, k);
        return out.isDetected() && sigma > 0.3 * drt.peaks().get(k).resistance() ? out.judged(Verdict.doubtful("it "
                + "overlaps with its neighbour, and depressed arcs in its place would have "
                + Numbers.plain(parted == null ? drt.peaks().get(k).resistance() : parted[k][1], 3) + " "
                + m.unit().pretty())) : out;
    }

    /** A number of the whole distribution; a value that is not larger than its uncertainty is none. */
    Measurement number(Measurement m) {
        Measurement out = m.judged(common);
        boolean known = Double.isNaN(m.uncertainty()) || m.uncertainty() > 0 && m.uncertainty() <= m.value();
        if (known && m.uncertainty() > VAGUE * m.value()) {
            out = out.judged(Verdict.doubtful("the data determine only its order of magnitude"));
        }
        return known ? out : out.judged(Verdict.withheld("the data do not determine it"));
    }

    /** The polarisation resistance, which holds no part of a tail. */
    Measurement polarisation(Measurement m, Drt drt) {
        Measurement out = number(m);
        boolean tail = drt.peaks().stream().anyMatch(p -> p.tau() > end);
        return tail ? out.judged(Verdict.withheld("the electrode is "
                + "blocked, and the distribution holds a part of its tail")) : out;
    }

    /** What speaks against all numbers alike. */
    Verdict common() {
        return common;
    }
}
