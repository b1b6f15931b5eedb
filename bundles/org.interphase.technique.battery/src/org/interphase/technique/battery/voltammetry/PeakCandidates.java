package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.numerics.background.RubberBand;
import org.interphase.numerics.signal.PeakSearch;
import org.interphase.numerics.signal.SavitzkyGolay;

/** Where the peaks of a sweep are, in groups that overlap. Positions are points of the curve. */
final class PeakCandidates {

    /** Standard deviations of the smoothed noise a peak must stand out by. */
    private static final double SIGNIFICANCE = 8;
    /** A shoulder must be this high over the highest peak. */
    private static final double SHOULDER = 0.1;
    /** Peaks are apart where the current between them falls to this part of the lower one. */
    private static final double APART = 0.01;
    /** A shoulder is this part of a peak's width away from its maximum; nearer, it is the shape of the peak. */
    private static final double BESIDE = 0.6;
    /** Standard deviations of a slope by which the flank must be steeper than the foot. */
    private static final double NOISY_SLOPE = 6;
    /** Part of the sweep after the vertex in which currents settle. */
    private static final double SETTLING = 0.02;

    private final SweepCurve curve;
    private final double[] smooth;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final Set<Integer> shoulders = new HashSet<>();
    private final Map<Integer, Double> widths = new HashMap<>();
    private final int left;
    private final int right;

    private PeakCandidates(SweepCurve curve, double[] smooth, int left, int right) {
        this.curve = curve;
        this.smooth = smooth;
        this.left = left;
        this.right = right;
    }

    /** The candidates of a sweep; none where it has too few points. */
    static PeakCandidates of(SweepCurve c, PeakSettings settings) {
        int n = c.size();
        if (n < 15) {
            return new PeakCandidates(c, c.y(), 0, Math.max(0, n - 1));
        }
        int half = (int) Math.round(settings.narrowest() / 2 / c.spacing());
        int window = 2 * Math.max(2, Math.min(half / 2, n / 20)) + 1;
        double[] smooth = new SavitzkyGolay(window, 2).smooth(c.y());
        int left = Math.min(n - 10, c.indexOf(c.x()[0] + SETTLING * (c.x()[n - 1] - c.x()[0])));
        PeakCandidates out = new PeakCandidates(c, smooth, left, n - 1);
        out.search(settings, window);
        return out;
    }

    private void search(PeakSettings settings, int window) {
        int m = right - left + 1;
        double[] x = java.util.Arrays.copyOfRange(curve.x(), left, right + 1);
        double[] s = java.util.Arrays.copyOfRange(smooth, left, right + 1);
        double[] hull = new RubberBand().of(x, s).values();
        double[] above = new double[m];
        for (int k = 0; k < m; k++) {
            above[k] = curve.y()[left + k] - hull[k];
        }
        if (m <= 2 * window) {
            return;
        }
        List<PeakSearch.Candidate> found = new PeakSearch(window, SIGNIFICANCE, true).find(x, above,
                curve.noise() * curve.correlation());
        double highest = 0;
        for (PeakSearch.Candidate f : found) {
            highest = Math.max(highest, f.shoulder() ? 0 : s[f.index()] - hull[f.index()]);
        }
        List<Integer> kept = new ArrayList<>();
        List<Integer> beside = new ArrayList<>();
        for (PeakSearch.Candidate f : found) {
            double height = s[f.index()] - hull[f.index()];
            double potential = curve.potential(f.centre());
            boolean inside = settings.range().contains(potential) && f.index() > 2 && f.index() < m - 3
                    && f.width() > 0.3 * settings.narrowest();
            if (!f.shoulder() && inside && height >= settings.threshold() * highest && rises(x, s, f.index(), window)) {
                kept.add(left + f.index());
                widths.put(left + f.index(), f.width());
            } else if (f.shoulder() && inside && f.height() >= Math.max(SHOULDER, settings.threshold()) * highest) {
                beside.add(left + f.index());
            }
        }
        group(kept, hull);
        beside.forEach(this::join);
    }

    /**
     * Whether the current bends upward on its way to a maximum. A capacitive current that settles after a vertex only
     * bends downward, and makes a maximum over the straight line below it without being a peak.
     */
    private boolean rises(double[] x, double[] s, int peak, int window) {
        int step = Math.max(1, Math.min(window, peak / 6));
        double noisy = NOISY_SLOPE * curve.noise() * curve.correlation() * Math.sqrt(2.0 / window) / step
                / curve.spacing();
        double steepest = Double.NEGATIVE_INFINITY;
        double flattest = Double.POSITIVE_INFINITY;
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k + step <= peak; k += step) {
            double slope = (s[k + step] - s[k]) / (x[k + step] - x[k]);
            flattest = Math.min(flattest, slope);
            if (slope - flattest > steepest - before) {
                steepest = slope;
                before = flattest;
            }
        }
        double mean = (s[peak] - s[0]) / (x[peak] - x[0]);
        return steepest - before > Math.max(0.3 * Math.abs(mean), noisy);
    }

    private void group(List<Integer> peaks, double[] hull) {
        peaks.sort(Comparator.naturalOrder());
        for (int k = 0; k < peaks.size(); k++) {
            if (k > 0) {
                int a = peaks.get(k - 1);
                int b = peaks.get(k);
                double lowest = Double.POSITIVE_INFINITY;
                for (int i = a; i <= b; i++) {
                    lowest = Math.min(lowest, smooth[i] - hull[i - left]);
                }
                double lower = Math.min(smooth[a] - hull[a - left], smooth[b] - hull[b - left]);
                if (lowest > Math.max(APART * lower, 3 * curve.noise())) {
                    groups.get(groups.size() - 1).add(b);
                    continue;
                }
            }
            groups.add(new ArrayList<>(List.of(peaks.get(k))));
        }
    }

    /** Adds a shoulder to the group whose flank it stands on. */
    private void join(int shoulder) {
        for (int g = 0; g < groups.size(); g++) {
            int from = g == 0 ? left : valley(last(g - 1), first(g));
            int to = g == groups.size() - 1 ? right : valley(last(g), first(g + 1));
            if (shoulder > from && shoulder < to && groups.get(g).stream().allMatch(p -> Math.abs(curve.x()[p]
                    - curve.x()[shoulder]) > BESIDE * widths.getOrDefault(p, 0.0))) {
                shoulders.add(shoulder);
                groups.get(g).add(shoulder);
                groups.get(g).sort(Comparator.naturalOrder());
                return;
            }
        }
    }

    private int valley(int a, int b) {
        int lowest = a;
        for (int k = a; k <= b; k++) {
            lowest = smooth[k] < smooth[lowest] ? k : lowest;
        }
        return lowest;
    }

    private int first(int group) {
        return groups.get(group).get(0);
    }

    private int last(int group) {
        return groups.get(group).get(groups.get(group).size() - 1);
    }

    /** The groups, each with the points of its maxima and shoulders in order. */
    List<List<Integer>> groups() {
        return groups;
    }

    /** Whether a point is a shoulder and no maximum. */
    boolean isShoulder(int point) {
        return shoulders.contains(point);
    }

    /** Points between which one maximum may have its foot and its end. */
    int[] roomOf(int group, int peak) {
        List<Integer> maxima = groups.get(group).stream().filter(p -> !shoulders.contains(p)).toList();
        int k = maxima.indexOf(peak);
        int[] all = room(group);
        return new int[] {k == 0 ? all[0] : valley(maxima.get(k - 1), peak),
            k == maxima.size() - 1 ? all[1] : valley(peak, maxima.get(k + 1))};
    }

    /** Points between which a group may have its foot and its end. */
    int[] room(int group) {
        return new int[] {group == 0 ? left : valley(last(group - 1), first(group)),
            group == groups.size() - 1 ? right : valley(last(group), first(group + 1))};
    }

    /** Smoothed ordinates. */
    double[] smooth() {
        return smooth;
    }
}
