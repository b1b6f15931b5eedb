package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.figure.Overlay;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.cycle.CycleChoice;
import org.interphase.technique.battery.figure.VoltammogramFigures;
import org.interphase.technique.battery.reference.PhaseTransitions;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.PairReport;
import org.interphase.technique.battery.voltammetry.PeakReportTable;
import org.interphase.technique.battery.voltammetry.PeakSettings;
import org.interphase.technique.battery.voltammetry.PeakTracks;
import org.interphase.technique.battery.voltammetry.SweepPeaks;
import org.interphase.technique.battery.voltammetry.VoltammetricPeak;
import org.interphase.technique.battery.voltammetry.Voltammograms;

/** Peaks of a cyclic voltammogram in every cycle, and the pairs they make. */
public final class CvPeaks implements Operation<Table, CvPeaks.Parameters> {

    /**
     * How peaks are found and reported.
     *
     * @param range potentials in which a peak may lie
     * @param baseline what peaks stand on
     * @param footOxidation where the baseline of rising sweeps is drawn through
     * @param footReduction where that of falling sweeps is drawn through
     * @param threshold least height in % of the highest peak of the sweep
     * @param narrowest width of the narrowest peak in mV
     * @param separation largest separation of a pair in V
     * @param cycles which cycles are reported
     * @param phases whose transitions name the pairs
     * @param resistance uncompensated resistance in ohm
     * @param instrument how well the instrument knows voltage and current
     */
    public record Parameters(
            @Param(label = "Range", unit = "V", def = "all", help = "Potentials in which a peak may lie.",
                    picture = Param.Picture.X_RANGE) Range range,
            @Param(label = "Baseline", def = "auto", help = "What a peak stands on: auto draws a line through both "
                    + "sides where the current returns behind the peak, else extrapolates the foot before it; foot "
                    + "always extrapolates; both-sides always joins.") PeakSettings.Base baseline,
            @Param(label = "Foot of oxidations", unit = "V", def = "all", help = "Potentials of rising sweeps the "
                    + "baseline is drawn through; all lets the data tell.", picture = Param.Picture.X_RANGE)
            Range footOxidation,
            @Param(label = "Foot of reductions", unit = "V", def = "all", help = "The same for falling sweeps.",
                    picture = Param.Picture.X_RANGE) Range footReduction,
            @Param(label = "Smallest peak", unit = "%", def = "5", min = 0.1, max = 100, help = "Least height of a "
                    + "peak as part of the highest peak of its sweep.") double threshold,
            @Param(label = "Narrowest peak", unit = "mV", def = "20", min = 0.1, max = 1000, advanced = true,
                    help = "Full width at half maximum of the narrowest peak to be seen; sets the smoothing with which "
                    + "peaks are looked for, not that of their numbers.") double narrowest,
            @Param(label = "Largest separation", unit = "V", def = "0.5", min = 0.001, max = 10, help = "Peaks "
                    + "further apart are no pair.") double separation,
            @Param(label = "Cycles", def = "all", help = "Which cycles are reported: all, 2, last, or a list such as "
                    + "1, 3-5, last. The table of peaks holds all of them.") String cycles,
            @Param(label = "Phase transitions", def = "none", help = "Material whose phase transitions the midpoints "
                    + "are compared with; none leaves the pairs numbered.") PhaseTransitions.Material phases,
            @Param(label = "Resistance", unit = "ohm", min = 0, max = 1e9, advanced = true, help = "Uncompensated "
                    + "resistance whose voltage drop is taken off the potential; empty for none.") Double resistance,
            @Param(label = "Instrument", help = "How well the instrument knows voltage and current.")
            InstrumentReading instrument) {
    }

    /** Cycles reported where all are asked for; of more, the first and the last. */
    private static final int MOST_CYCLES = 12;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cv.peaks", 3, "Peaks of a voltammogram",
            "Finds the sweeps from potential and time, draws a baseline below each peak, and gives position, height "
                    + "and area of every peak in every cycle, the pairs of oxidation and reduction with their "
                    + "separation and midpoint, and how they change. Uncertainties hold noise, sampling, and what "
                    + "other baselines and peak shapes would give; peaks that overlap are fitted as a sum.",
            Table.class, Parameters.class,
                    Publication.book("A. J. Bard, L. R. Faulkner",
                            "Electrochemical Methods, 2nd ed.")
                            .by("Wiley, New York, chapters 6 and 14", 2001).cited("Bard 2001"))
                    .forKinds(Voltammograms.kinds());

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    static PeakSettings settings(Parameters p) {
        return new PeakSettings(p.range, p.threshold / 100, p.narrowest / 1000, p.baseline, p.footOxidation,
                p.footReduction, p.resistance == null ? 0 : p.resistance);
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        PotentialSweeps record = PotentialSweeps.of(Voltammograms.record(input, "a voltammogram"));
        List<VoltammetricPeak> peaks = new ArrayList<>();
        PeakSettings settings = settings(p);
        for (PotentialSweep s : record.sweeps()) {
            progress.checkCancelled();
            progress.report((double) s.number() / record.sweeps().size(), "sweep " + s.number());
            peaks.addAll(SweepPeaks.of(record, s, settings));
        }
        Outcome.Builder out = Outcome.builder(input);
        record.remarks().forEach(out::remark);
        PeakTracks tracks = PeakTracks.of(peaks, p.separation);
        SortedSet<Integer> there = IntStream.rangeClosed(1, record.cycles()).boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<Integer> cycles = CycleChoice.of(p.cycles, there);
        if (cycles.size() > MOST_CYCLES && p.cycles.strip().equalsIgnoreCase("all")) {
            out.remark(Remark.info("The record has " + cycles.size() + " cycles; the numbers of the first and the last "
                    + "are given, those of all are in the table of peaks."));
            cycles = CycleChoice.of("1, last", there);
        }
        if (peaks.isEmpty()) {
            out.remark(Remark.warning("No peak stands out of the noise with a foot before it; look at the voltammogram,"
                    + " or lower the smallest peak."));
        }
        PairReport report = PairReport.of(tracks, p.phases, p.instrument.accuracy());
        p.instrument.remark(out);
        report.measurements(cycles).forEach(out::measure);
        report.remarks().forEach(out::remark);
        List<Overlay> overlays = VoltammogramFigures.peaks(tracks);
        if (input.kind().id().equals(RecordKinds.CV) || input.kind().id().equals(RecordKinds.LSV)) {
            overlays.forEach(out::overlay);
        } else {
            // any other record is drawn over time, where nothing of a voltammogram has a place
            out.figure(VoltammogramFigures.figure(input.name(), record, overlays));
        }
        if (!report.points().isEmpty() && record.cycles() > 1) {
            out.figure(VoltammogramFigures.pairs(report.points()));
        }
        if (!peaks.isEmpty()) {
            out.extra(PeakReportTable.of(input.name(), tracks, p.instrument.accuracy()));
        }
        return out.build();
    }

    @Override
    public String methods(Parameters p) {
        return "Sweeps were found from potential and time. Each peak stands on a baseline drawn below it; position, "
                + "height and area hold noise, sampling, and what other baselines and peak shapes would give. Peaks "
                + "less than "
                + Numbers.plain(p.separation(), 3) + " V apart in opposite sweeps are pairs."
                + (p.resistance() == null ? "" : " The voltage drop over " + Numbers.plain(p.resistance(), 4)
                        + " ohm was taken off the potential.");
    }
}
