package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;

/** The peaks of the sweeps of a voltammogram. */
public final class SweepPeaks {

    private SweepPeaks() {
    }

    /** The peaks of one sweep, in order of potential. */
    public static List<VoltammetricPeak> of(PotentialSweeps record, PotentialSweep sweep, PeakSettings settings) {
        List<VoltammetricPeak> out = new ArrayList<>(of(SweepCurve.of(record, sweep, settings.resistance(), false),
                settings));
        double highest = out.stream().mapToDouble(p -> Math.abs(p.height().value())).max().orElse(0);
        for (VoltammetricPeak p : of(SweepCurve.of(record, sweep, settings.resistance(), true), settings)) {
            // a valley between two peaks is none: the current itself has the sign of the peak, and its foot too
            VoltammetricPeak.BaseLine b = p.base();
            double sign = Math.signum(p.height().value());
            if (sign * b.at(p.position().value()) > -0.1 * Math.abs(p.height().value())
                    && sign * b.at(b.footFrom()) > -0.1 * Math.abs(p.height().value())
                    && Math.abs(p.height().value()) >= Math.max(settings.threshold() * highest,
                            3 * p.height().uncertainty())) {
                out.add(p);
            }
        }
        out.sort(Comparator.comparingDouble(p -> p.position().value()));
        return out;
    }

    private static List<VoltammetricPeak> of(SweepCurve curve, PeakSettings settings) {
        PeakCandidates candidates = PeakCandidates.of(curve, settings);
        PeakMeasure measure = new PeakMeasure(curve, candidates.smooth(), settings);
        List<VoltammetricPeak> out = new ArrayList<>();
        for (int g = 0; g < candidates.groups().size(); g++) {
            out.addAll(group(curve, candidates, measure, g, candidates.groups().get(g), candidates.room(g)));
        }
        return out;
    }

    /**
     * The peaks of a group: by a fit of their sum where one describes them; else each from its own maximum, which is
     * doubtful where another's flank lies below it.
     */
    private static List<VoltammetricPeak> group(SweepCurve curve, PeakCandidates candidates, PeakMeasure measure,
            int g, List<Integer> group, int[] room) {
        FootLine foot = measure.foot(group.get(0), group.get(group.size() - 1), room);
        if (foot == null) {
            return List.of();
        }
        List<VoltammetricPeak> fitted = foot.closed() || group.size() > 1
                ? OverlapFit.of(curve, candidates.smooth(), group, foot, room, measure.base(foot)) : List.of();
        List<Integer> maxima = group.stream().filter(p -> !candidates.isShoulder(p)).toList();
        if (!fitted.isEmpty() && group.size() > 1) {
            return fitted;
        }
        List<VoltammetricPeak> out = new ArrayList<>();
        for (int at : maxima) {
            VoltammetricPeak p = maxima.size() == 1 ? measure.measure(at, room)
                    : measure.measure(at, candidates.roomOf(g, at));
            if (p != null) {
                // the maximum of a peak that stands alone needs no shape; what lies below its flanks does
                out.add(!fitted.isEmpty() ? p.sized(fitted.get(0)) : maxima.size() == 1 ? p
                        : p.judged(Verdict.doubtful("it overlaps its neighbour, and no sum of peaks describes both")));
            }
        }
        return out;
    }

    /** The peaks of every sweep, in order of time, then of potential. */
    public static List<VoltammetricPeak> of(PotentialSweeps record, PeakSettings settings) {
        List<VoltammetricPeak> out = new ArrayList<>();
        for (PotentialSweep s : record.sweeps()) {
            out.addAll(of(record, s, settings));
        }
        return out;
    }
}
