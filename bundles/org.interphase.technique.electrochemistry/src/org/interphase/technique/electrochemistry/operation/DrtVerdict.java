package org.interphase.technique.electrochemistry.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.ResidualTests;
import org.interphase.technique.electrochemistry.drt.Drt;
import org.interphase.technique.electrochemistry.drt.DrtSystem;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.technique.electrochemistry.kramerskronig.LinKk;

/**
 * What may be said of a distribution of relaxation times: whether it describes the spectrum at all, and how far its
 * numbers are from those of depressed arcs in the place of its peaks.
 */
final class DrtVerdict {

    /** Distance of two peaks, as a factor, below which they overlap. */
    private static final double OVERLAP = 1e4;
    /** Part of the slowest measured time constant from which on a peak beside a tail is none of its own. */
    private static final double TAIL = 5;
    private static final double VAGUE = 0.5;
    /** Relative uncertainty from which on the resistance of an overlapping peak is doubtful. */
    private static final double PARTED = 0.3;
    private static final double DOMINATES = 3;
    private static final double NEGLIGIBLE = 1e-3;
    /** Part of the polarisation beyond the measured time constants that noise may feign. */
    private static final double RISES = 0.01;

    private final Drt drt;
    private final Verdict common;
    /** Time constant from which on a peak is part of the tail. */
    private final double end;
    /** Null where none could be fitted: nothing tells then how far the smoothing moved the numbers. */
    private final DrtArcs arcs;
    private final String ohm;

    private DrtVerdict(Drt drt, Verdict common, double end, DrtArcs arcs, String ohm) {
        this.drt = drt;
        this.common = common;
        this.end = end;
        this.arcs = arcs;
        this.ohm = ohm;
    }

    static DrtVerdict of(ImpedanceSpectrum s, Drt drt, DrtSystem system, Weighting weighting, double[] wRe,
            double[] wIm, Progress progress) throws AnalysisException {
        int points = SpectrumTails.loop(s);
        String ohm = s.scale().unit().text();
        if (points > 0) {
            return new DrtVerdict(drt, Verdict.withheld("Im Z lies above zero at the " + points + " lowest frequencies "
                    + "(an inductive loop), which a distribution without negative parts can't hold"), 0, null, ohm);
        }
        double end = system.capacitance ? system.slowest / TAIL : Double.POSITIVE_INFINITY;
        // equal weights suit a distribution; the noise of most instruments grows with |Z|
        Weighting own = weighting == Weighting.UNIT ? Weighting.MODULUS : weighting;
        // a spectrum that still rises at its lowest frequency is more than its arcs
        DrtArcs arcs = rises(drt) ? null : DrtArcs.of(s, drt, system, own, progress);
        Verdict common = described(s, drt, wRe, wIm);
        return new DrtVerdict(drt, arcs != null && common.isSound() ? common.and(arcs.judged().step()) : common, end,
                arcs, ohm);
    }

    /** Whether the spectrum still rises at its lowest frequency, so that no arcs describe it. */
    static boolean rises(Drt drt) {
        return drt.beyond() > RISES * drt.polarisation();
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
     * A standard uncertainty that is no smaller than that of the arcs, and holds the distance to their value; NaN where
     * the data do not determine the arcs.
     */
    private static double wider(double sigma, double value, double[] other) {
        return Math.hypot(Math.max(sigma, other[1]), value - other[0]);
    }

    /** Standard uncertainty of the resistance of a peak, the way of parting included; NaN without arcs. */
    double resistanceSigma(int k) {
        Drt.Peak p = drt.peaks().get(k);
        if (arcs == null) {
            return Double.NaN;
        }
        // where the arcs do not describe the data, a cut between the peaks shares otherwise: as much is left open
        double own = arcs.judged().common().isSound() ? p.sigma().resistance()
                : Math.hypot(p.sigma().resistance(), p.parting());
        return wider(own, p.resistance(), new double[] {arcs.arcs().get(k).resistance(), arcs.arcs().get(k).sigma()});
    }

    /** Standard uncertainty of the time constant of a peak; NaN without arcs. */
    double tauSigma(int k) {
        Drt.Peak p = drt.peaks().get(k);
        double log = arcs == null ? Double.NaN : wider(p.sigma().logTau(), Math.log(p.tau()), new double[] {
            Math.log(arcs.arcs().get(k).tau()), arcs.arcs().get(k).logTauSigma()});
        return p.tau() * log;
    }

    /** Standard uncertainty of the maximum; NaN where nothing tells how much the smoothing took off it. */
    double heightSigma(int k) {
        Drt.Peak p = drt.peaks().get(k);
        double other = arcs == null ? Double.POSITIVE_INFINITY : arcs.arcs().get(k).height();
        return Double.isFinite(other) ? Math.hypot(p.sigma().height(), p.height() - other) : Double.NaN;
    }

    /** Standard uncertainty of the polarisation resistance; NaN without arcs. */
    double polarisationSigma() {
        return arcs == null ? Double.NaN
                : wider(drt.polarisationSigma(), drt.polarisation(), arcs.polarisation());
    }

    /** Standard uncertainty of an element in series, which has a counterpart among the arcs; NaN without. */
    double seriesSigma(double value, double sigma, String counterpart) {
        return arcs == null || counterpart.isEmpty() ? Double.NaN : wider(sigma, value, arcs.parameter(counterpart));
    }

    /** Name of the factor of the element at low frequency in the circuit of arcs; empty if it has none. */
    String tail() {
        return arcs == null || arcs.tail().isEmpty() ? "" : arcs.tail() + "_0";
    }

    /** The resistance, time constant or another number of a peak. */
    Measurement peak(Measurement m, int k) {
        Measurement out = number(m);
        Drt.Peak p = drt.peaks().get(k);
        if (p.tau() > end) {
            return out.judged(Verdict.withheld("it stands at the lowest frequencies of a blocked electrode: it is part "
                    + "of the tail and no arc"));
        }
        if (out.isDetected() && overlaps(k) && arcs != null && Double.isNaN(arcs.arcs().get(k).sigma())) {
            return out.judged(Verdict.doubtful("it overlaps with its neighbour, and the data do not determine the arcs "
                    + "in their place"));
        }
        return out.isDetected() && arcs != null && resistanceSigma(k) > PARTED * p.resistance() ? out.judged(
                Verdict.doubtful((overlaps(k) ? "it overlaps with its neighbour, and " : "") + "depressed arcs in the "
                + "place of the peaks would have " + Numbers.plain(arcs.arcs().get(k).resistance(), 3) + " " + ohm
                + " there")) : out;
    }

    private boolean overlaps(int k) {
        List<Drt.Peak> peaks = drt.peaks();
        return k > 0 && peaks.get(k).tau() < OVERLAP * peaks.get(k - 1).tau()
                || k + 1 < peaks.size() && peaks.get(k + 1).tau() < OVERLAP * peaks.get(k).tau();
    }

    /** A number of the whole distribution; a value that is not larger than its uncertainty is none. */
    Measurement number(Measurement m) {
        Measurement out = m.judged(common);
        if (Double.isNaN(m.uncertainty())) {
            return out.judged(Verdict.doubtful("nothing tells what the smoothing leaves open of it"));
        }
        if (!(m.uncertainty() > 0 && m.uncertainty() <= m.value())) {
            return out.judged(Verdict.withheld("the data do not determine it"));
        }
        return m.uncertainty() > VAGUE * m.value() ? out.judged(Verdict.doubtful("the data determine only its order of "
                + "magnitude")) : out;
    }

    /** The polarisation resistance, which holds no part of a tail. */
    Measurement polarisation(Measurement m) {
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
