package org.interphase.technique.battery.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;

/**
 * Efficiencies of cycles by a convention: what comes out over what went in before it. Where a cycle begins with the
 * half that comes out, as a discharge-first record of a full cell does, what went in is followed by the next cycle's.
 *
 * @param cycles number of the cycle whose half is referred to
 * @param coulombic ratio of the charges
 * @param energetic ratio of the energies
 * @param verdicts by what lies within both halves and whether their cycles are whole
 * @param acrossCycles whether the halves stand in two cycles
 */
public record Efficiencies(List<Integer> cycles, List<Uncertain> coulombic, List<Uncertain> energetic,
        List<Verdict> verdicts, boolean acrossCycles) {

    /**
     * Mean coulombic efficiency of the sound cycles but the first, in which the cell forms; empty with fewer than two.
     * What is uncertain of each is taken for common to all, beside it stands the scatter of the mean.
     */
    public Optional<Uncertain> meanAfterFirst() {
        List<Uncertain> later = IntStream.range(1, cycles.size()).filter(i -> verdicts.get(i).isSound())
                .mapToObj(coulombic::get).toList();
        int n = later.size();
        if (n < 2) {
            return Optional.empty();
        }
        double mean = later.stream().mapToDouble(Uncertain::value).average().orElseThrow();
        double squares = later.stream().mapToDouble(q -> (q.value() - mean) * (q.value() - mean)).sum();
        double common = later.stream().mapToDouble(q -> q.u() * q.u()).average().orElseThrow();
        double scatter = Student.widening(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return Optional.of(new Uncertain(mean, Math.hypot(Math.sqrt(common), scatter)));
    }

    /**
     * All that the cycles give.
     *
     * @param instrument how well current and voltage are known; what two half cycles do not share of it is left
     */
    public static Efficiencies of(List<CycleValues> values, EfficiencyConvention convention,
            InstrumentAccuracy instrument) {
        List<Integer> cycles = new ArrayList<>();
        List<Uncertain> q = new ArrayList<>();
        List<Uncertain> e = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        int in = convention.reference();
        boolean across = in != 0 && !values.isEmpty() && !values.get(values.size() / 2).begins(in);
        for (int i = 0; in != 0 && i < values.size(); i++) {
            CycleValues a = values.get(i);
            CycleValues b = across ? i + 1 < values.size() ? values.get(i + 1) : null : a;
            if (b == null || !a.capacity(in).exists() || !b.capacity(-in).exists()) {
                continue;
            }
            cycles.add(a.number());
            q.add(b.capacity(-in).over(a.capacity(in), instrument.currentRatio()));
            e.add(b.energy(-in).over(a.energy(in), Math.hypot(instrument.currentRatio(), instrument.voltageRatio(
                    b.meanVoltage(-in).value(), a.meanVoltage(in).value()))));
            verdicts.add(a.verdict(in).and(b.verdict(-in)));
        }
        return new Efficiencies(cycles, q, e, verdicts, across);
    }
}
