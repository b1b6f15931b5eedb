package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.battery.figure.VoltammogramFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.reference.PhaseTransitions;

/**
 * Numbers and remarks of peaks, of their pairs, and of how these change over the cycles. What the midpoints move per
 * cycle is part of every uncertainty: in whole cycles for potentials, half a cycle for separations. So is what the
 * instrument adds: to potentials, midpoints, currents and charges all of its accuracy, to separations and ratios what
 * a difference or a ratio leaves of it.
 */
public final class PairReport {

    private static final double MILLI = 1e3;
    /** mA.h per C. */
    private static final double MILLIAMPERE_HOUR = 1 / 3.6;
    /** A midpoint that moves by so many standard uncertainties over the cycles drifts. */
    private static final double DRIFTS = 4;
    private static final double NOTABLE_DRIFT = 5e-4;

    private final PeakTracks tracks;
    private final PhaseTransitions.Material material;
    private final InstrumentAccuracy instrument;
    private final List<InCycle> pairs = new ArrayList<>();
    private final Verdict drift;

    /** By how much midpoints move per cycle, V, whether that is established or not; 0 with fewer than three cycles. */
    private double driftPerCycle() {
        double most = 0;
        for (PeakTracks.Pair pair : tracks.pairs()) {
            most = Math.max(most, line(of(pair), true).map(l -> Math.abs(l.slope())).orElse(0.0));
        }
        return most;
    }

    private record InCycle(PeakTracks.Pair pair, int cycle, VoltammetricPeak up, VoltammetricPeak down) {

        double separation() {
            return up.position().value() - down.position().value();
        }

        double midpoint() {
            return (up.position().value() + down.position().value()) / 2;
        }

        double uSeparation() {
            return Math.hypot(up.position().uncertainty(), down.position().uncertainty());
        }

        Verdict verdict() {
            return up.position().verdict().and(down.position().verdict());
        }
    }

    private PairReport(PeakTracks tracks, PhaseTransitions.Material material, InstrumentAccuracy instrument) {
        this.instrument = instrument;
        this.tracks = tracks;
        this.material = material;
        for (PeakTracks.Pair pair : tracks.pairs()) {
            for (VoltammetricPeak up : pair.oxidation().peaks()) {
                for (VoltammetricPeak down : pair.reduction().peaks()) {
                    if (up.sweep().cycle() == down.sweep().cycle()) {
                        pairs.add(new InCycle(pair, up.sweep().cycle(), up, down));
                    }
                }
            }
        }
        this.drift = drift();
    }

    /** The report of tracks. */
    public static PairReport of(PeakTracks tracks, PhaseTransitions.Material material,
            InstrumentAccuracy instrument) {
        return new PairReport(tracks, material, instrument);
    }

    private List<InCycle> of(PeakTracks.Pair pair) {
        return pairs.stream().filter(p -> p.pair() == pair).toList();
    }

    private static Optional<StraightLine> line(List<InCycle> points, boolean midpoint) {
        if (points.size() < 3) {
            return Optional.empty();
        }
        return Optional.of(StraightLine.through(points.stream().mapToDouble(InCycle::cycle).toArray(),
                points.stream().mapToDouble(p -> midpoint ? p.midpoint() : p.separation()).toArray(),
                points.stream().mapToDouble(p -> midpoint ? p.uSeparation() / 2 : p.uSeparation()).toArray()));
    }

    /** Whether the midpoints of all pairs move the same way: then the reference does, or the electrode. */
    private Verdict drift() {
        double sum = 0;
        int counted = 0;
        for (PeakTracks.Pair pair : tracks.pairs()) {
            Optional<StraightLine> l = line(of(pair), true);
            if (l.isEmpty()) {
                continue;
            }
            double slope = l.get().slope();
            if (Math.abs(slope) < Math.max(DRIFTS * l.get().slopeSigma(), NOTABLE_DRIFT)
                    || slope * sum < 0) {
                return Verdict.SOUND;
            }
            sum += slope;
            counted++;
        }
        return counted == 0 ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT, "the midpoints move by %.2g "
                + "mV per cycle: the reference drifts, or the electrode changes", MILLI * sum / counted));
    }

    /** The numbers of these cycles. */
    public List<Measurement> measurements(SortedSet<Integer> cycles) {
        List<Measurement> out = new ArrayList<>();
        double moving = driftPerCycle();
        for (PeakTracks.Pair pair : tracks.pairs()) {
            means(pair, of(pair).stream().filter(p -> cycles.contains(p.cycle())).toList(), moving, out);
        }
        for (PeakTracks.Pair pair : tracks.pairs()) {
            for (InCycle p : of(pair)) {
                if (cycles.contains(p.cycle())) {
                    pair(p, moving, out);
                }
            }
        }
        for (PeakTracks.Track t : tracks.tracks()) {
            for (VoltammetricPeak p : t.peaks()) {
                if (cycles.contains(p.sweep().cycle())) {
                    String in = ", cycle " + p.sweep().cycle();
                    boolean up = t.oxidation();
                    VoltammetricPeak.Number at = p.position();
                    out.add(Measurement.of(t.name() + " potential" + in, up ? "E_pa" : "E_pc", at.value(),
                            potential(at.uncertainty(), moving * p.sweep().cycle()), "V").judged(at.verdict())
                            .judged(drift));
                    out.add(number(t.name() + " current" + in, up ? "I_pa" : "I_pc", p.height(), MILLI, "mA"));
                    out.add(number(t.name() + " charge" + in, up ? "Q_a" : "Q_c", p.area(), MILLIAMPERE_HOUR, "mA.h"));
                }
            }
        }
        for (PeakTracks.Pair pair : tracks.pairs()) {
            line(of(pair), false).ifPresent(l -> out.add(Measurement.of("pair " + pair.number()
                    + " separation, change per cycle", "dE_p/dN", MILLI * l.slope(), MILLI * l.slopeSigma(), "mV")
                    .judged(worst(of(pair)))));
        }
        return out;
    }

    /**
     * Separation and midpoint over the cycles. Foot and staircase move all cycles alike, so what is uncertain of each
     * is taken for common; beside it stands the scatter of the mean.
     */
    private void means(PeakTracks.Pair pair, List<InCycle> points, double moving, List<Measurement> out) {
        List<InCycle> sound = points.stream().filter(p -> p.verdict().isSound()).toList();
        List<InCycle> used = sound.isEmpty() ? points : sound;
        if (used.isEmpty()) {
            return;
        }
        double common = Math.sqrt(used.stream().mapToDouble(p -> p.uSeparation() * p.uSeparation()).average()
                .orElseThrow());
        double last = used.stream().mapToInt(InCycle::cycle).max().orElseThrow();
        double[] separation = used.stream().mapToDouble(InCycle::separation).toArray();
        double[] midpoint = used.stream().mapToDouble(InCycle::midpoint).toArray();
        out.add(Measurement.of("separation of pair " + pair.number(), "\u0394E_p", mean(separation),
                separation(mean(separation), Math.hypot(common, scatter(separation)), moving),
                        "V").judged(worst(used)));
        out.add(Measurement.of("midpoint of pair " + pair.number(), "E_1/2", mean(midpoint),
                potential(Math.hypot(common / 2, scatter(midpoint)), moving * last), "V").judged(worst(used))
                .judged(drift));
    }

    /** Standard uncertainty of a potential: by itself, by the drift, by the instrument, V. */
    private double potential(double own, double drift) {
        return Math.hypot(Math.hypot(own, drift), instrument.voltage());
    }

    /** Standard uncertainty of a separation, V. */
    private double separation(double value, double own, double moving) {
        return Math.hypot(Math.hypot(own, moving / 2), instrument.difference(value));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Standard deviation of the mean, widened for few values; 0 for one. */
    private static double scatter(double[] values) {
        double mean = mean(values);
        int n = values.length;
        return n < 2 ? 0 : Student.widening(n - 1)
                * Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (n - 1) / n);
    }

    private static Verdict worst(List<InCycle> points) {
        Verdict v = Verdict.SOUND;
        for (InCycle p : points) {
            v = v.and(p.verdict());
        }
        return v;
    }

    private void pair(InCycle p, double moving, List<Measurement> out) {
        String name = "pair " + p.pair().number();
        String in = ", cycle " + p.cycle();
        out.add(Measurement.of(name + " separation" + in, "\u0394E_p", p.separation(),
                separation(p.separation(), p.uSeparation(), moving), "V")
                .judged(p.verdict()));
        out.add(Measurement.of(name + " midpoint" + in, "E_1/2", p.midpoint(),
                potential(p.uSeparation() / 2, moving * p.cycle()), "V")
                .judged(p.verdict()).judged(drift));
        out.add(ratio(name + " current ratio" + in, "|I_pc/I_pa|", p.down().height(), p.up().height()));
        out.add(ratio(name + " charge ratio" + in, "|Q_c/Q_a|", p.down().area(), p.up().area()));
    }

    private Measurement ratio(String name, String symbol, VoltammetricPeak.Number a, VoltammetricPeak.Number b) {
        double value = Math.abs(a.value() / b.value());
        double u = value * Math.hypot(Math.hypot(a.uncertainty() / a.value(), b.uncertainty() / b.value()),
                instrument.currentRatio());
        return Measurement.of(name, symbol, value, u, "1").judged(a.verdict().and(b.verdict()));
    }

    private Measurement number(String name, String symbol, VoltammetricPeak.Number n, double factor,
            String unit) {
        return Measurement.of(name, symbol, factor * n.value(), factor * Math.hypot(n.uncertainty(),
                instrument.current() * n.value()), unit).judged(n.verdict());
    }

    /** What the analyst should know: names of phase transitions, peaks without partner, drift. */
    public List<Remark> remarks() {
        List<Remark> out = new ArrayList<>();
        PhaseTransitions table = new PhaseTransitions();
        for (PeakTracks.Pair pair : tracks.pairs()) {
            double middle = (pair.oxidation().position() + pair.reduction().position()) / 2;
            if (material != PhaseTransitions.Material.NONE) {
                out.add(Remark.info(table.at(material, middle).map(t -> String.format(Locale.ROOT,
                        "Pair %d at %.3f V lies where %s has %s (%.2f to %.2f V against Li/Li+; %s).", pair.number(),
                        middle, material, t.name(), t.from(), t.to(), t.source())).orElse(String.format(Locale.ROOT,
                        "Pair %d at %.3f V lies in no window of the transitions of %s.", pair.number(), middle,
                        material))).about(pair.oxidation().name()));
            }
        }
        List<String> alone = tracks.tracks().stream().filter(t -> !t.returning() && tracks.pairOf(t).isEmpty())
                .map(PeakTracks.Track::name).toList();
        if (!alone.isEmpty() && !tracks.pairs().isEmpty()) {
            out.add(Remark.info("No partner was found for " + String.join(", ", alone) + "."));
        }
        if (!drift.isSound()) {
            out.add(Remark.warning("Potentials are doubtful: " + drift.reason() + ". Separations within a cycle hardly "
                    + "suffer.").coded("reference-drift"));
        }
        return out;
    }

    /** Separations and midpoints for the figure. */
    public List<VoltammogramFigures.PairPoints> points() {
        return tracks.pairs().stream().filter(p -> !of(p).isEmpty()).map(pair -> {
            List<InCycle> p = of(pair);
            double[] u = p.stream().mapToDouble(c -> separation(c.separation(), c.uSeparation(), 0)).toArray();
            return new VoltammogramFigures.PairPoints(pair.number(), p.stream().mapToDouble(InCycle::cycle).toArray(),
                    p.stream().mapToDouble(InCycle::separation).toArray(), u,
                    p.stream().mapToDouble(InCycle::midpoint).toArray(),
                    p.stream().mapToDouble(c -> potential(c.uSeparation() / 2, 0)).toArray());
        }).toList();
    }
}
