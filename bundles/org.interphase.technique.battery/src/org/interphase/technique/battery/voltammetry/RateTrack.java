package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;

/**
 * A peak over the scan rates.
 *
 * @param name oxidation 1, reduction 1 ...
 * @param oxidation whether it is one
 * @param rates scan rates, V/s, ascending
 * @param peaks the peak at each
 * @param rateUncertainty relative standard uncertainty of each rate
 */
public record RateTrack(String name, boolean oxidation, List<Double> rates, List<VoltammetricPeak> peaks,
        List<Double> rateUncertainty) {

    /** A peak may move by this much from one rate to the next, V. */
    private static final double MOVES = 0.15;
    /** Reduced chi-square from which on points do not lie on their line. */
    private static final double SCATTER = 9;
    /** Part of its uncertainty that a height has for itself at least. */
    private static final double OWN = 0.1;

    /** The peaks of scans in ascending order of rate that are there at three rates or more. */
    public static List<RateTrack> of(List<RateScan> scans, PeakSettings settings) {
        List<RateTrack> out = new ArrayList<>();
        for (boolean rising : new boolean[] {true, false}) {
            List<RateTrack> open = new ArrayList<>();
            for (RateScan scan : scans) {
                if (scan.sweep(rising).isEmpty()) {
                    continue;
                }
                List<VoltammetricPeak> found = SweepPeaks.of(scan.record(), scan.sweep(rising).get(), settings)
                        .stream().filter(p -> !p.returning()).toList();
                open.sort(java.util.Comparator.comparingDouble(RateTrack::lastPosition));
                int[] partner = Alignment.of(found.stream().mapToDouble(p -> p.position().value()).toArray(),
                        open.stream().mapToDouble(RateTrack::lastPosition).toArray(), MOVES);
                for (int k = 0; k < found.size(); k++) {
                    RateTrack t = partner[k] >= 0 ? open.get(partner[k]) : new RateTrack("", rising,
                            new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    t.rates.add(scan.rate());
                    t.peaks.add(found.get(k));
                    t.rateUncertainty.add(scan.rateUncertainty());
                    if (partner[k] < 0) {
                        open.add(t);
                    }
                }
            }
            open.removeIf(t -> t.rates.size() < 3);
            open.sort(java.util.Comparator.comparingDouble(t -> t.peaks.get(0).position().value()));
            for (int k = 0; k < open.size(); k++) {
                RateTrack t = open.get(k);
                out.add(new RateTrack((rising ? "oxidation " : "reduction ") + (k + 1), rising, List.copyOf(t.rates),
                        List.copyOf(t.peaks), List.copyOf(t.rateUncertainty)));
            }
        }
        return out;
    }

    private double lastPosition() {
        return peaks.get(peaks.size() - 1).position().value();
    }

    /** Heights without sign, A. */
    public double[] heights() {
        return peaks.stream().mapToDouble(p -> Math.abs(p.height().value())).toArray();
    }

    /** Standard uncertainties of the heights. */
    public double[] heightUncertainties() {
        return peaks.stream().mapToDouble(p -> p.height().uncertainty()).toArray();
    }

    /** ln |i_p| over ln v: the slope is b. */
    public StraightLine powerLaw() {
        return powerLaw(rates.stream().mapToDouble(Double::doubleValue).toArray(), heights(), heightUncertainties(),
                rateUncertainty.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The straight line of ln i over ln v.
     *
     * @param v scan rates
     * @param i currents without sign
     * @param u standard uncertainties of the currents
     * @param uRate relative standard uncertainties of the rates
     */
    public static StraightLine powerLaw(double[] v, double[] i, double[] u, double[] uRate) {
        double[] x = new double[v.length];
        double[] y = new double[v.length];
        double[] s = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            x[k] = Math.log(v[k]);
            y[k] = Math.log(i[k]);
            s[k] = Math.hypot(u[k] / i[k], uRate[k]);
        }
        return StraightLine.through(x, y, s);
    }

    /**
     * Standard uncertainty that b has by currents that are each off by this part: a gain that all share leaves it.
     *
     * @param relative relative standard uncertainty of a current that the others do not share
     */
    public double exponentUncertainty(double relative) {
        double[] x = rates.stream().mapToDouble(Math::log).toArray();
        double mean = Arrays.stream(x).average().orElse(0);
        return relative / Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum());
    }

    /**
     * |i_p| over the square root of v. A rate that is off moves its point by half of it; the choice of baseline and
     * shape moves all heights alike, so that it does not fade with the number of rates.
     */
    public StraightLine rootLaw() {
        double[] x = rates.stream().mapToDouble(Math::sqrt).toArray();
        double[] y = heights();
        double[] u = heightUncertainties();
        double common = 0;
        for (int k = 0; k < y.length; k++) {
            // what is common moves no point off the line; it is added to the line as a whole
            double own = Math.sqrt(Math.max(OWN * OWN * u[k] * u[k], u[k] * u[k] - Math.pow(peaks.get(k).common(), 2)));
            u[k] = Math.hypot(own, y[k] * rateUncertainty.get(k) / 2);
            common += peaks.get(k).common() / y[k] / y.length;
        }
        StraightLine line = StraightLine.through(x, y, u);
        return new StraightLine(line.intercept(), line.slope(), Math.hypot(line.interceptSigma(), common
                * line.intercept()), Math.hypot(line.slopeSigma(), common * line.slope()), line.covariance() + common
                        * common * line.intercept() * line.slope(), line.reducedChiSquare());
    }

    /** What speaks against numbers drawn from all peaks. */
    public Verdict verdict() {
        Verdict v = Verdict.SOUND;
        for (VoltammetricPeak p : peaks) {
            v = v.and(p.height().verdict());
        }
        return v;
    }

    /** What speaks against a line through them. */
    public static Verdict verdict(StraightLine line) {
        return line.reducedChiSquare() > SCATTER ? Verdict.doubtful(String.format(Locale.ROOT, "the points scatter "
                + "%.1f "
                + "times more than their uncertainties around the line", Math.sqrt(line.reducedChiSquare())))
                : Verdict.SOUND;
    }

    /** By how much the peak moves between the slowest and the fastest rate, V. */
    public double shift() {
        return Math.abs(lastPosition() - peaks.get(0).position().value());
    }
}
