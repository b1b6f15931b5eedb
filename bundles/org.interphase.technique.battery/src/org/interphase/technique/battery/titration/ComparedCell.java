package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;

/**
 * What a titration tells over the state of its cell in one direction of the current, for comparison with another cell.
 *
 * @param name the cell
 * @param size size of its particles
 * @param points its pulses, by rising state
 * @param state the state of a pulse: charge in the unit that is compared, or potential in V
 * @param relative relative standard uncertainty of a state
 * @param offset standard uncertainty all states share
 * @param instrument how well its instrument knows voltages
 */
public record ComparedCell(String name, ParticleSize size, List<PulsePoint> points, ToDoubleFunction<PulsePoint> state,
        double relative, double offset, InstrumentAccuracy instrument) {

    /** Sorts the points; of states that are held twice the first is kept. */
    public ComparedCell {
        List<PulsePoint> sorted = new ArrayList<>();
        points.stream().filter(p -> !Double.isNaN(state.applyAsDouble(p)))
                .sorted(Comparator.comparingDouble(state)).forEach(p -> {
                    if (sorted.isEmpty() || state.applyAsDouble(p) > state.applyAsDouble(sorted.get(sorted.size()
                            - 1))) {
                        sorted.add(p);
                    }
                });
        points = List.copyOf(sorted);
    }

    /** States of the pulses. */
    public double[] states() {
        return points.stream().mapToDouble(state).toArray();
    }

    /** ln(L^2/D) at a state, L^2/D in s; the size of the particles is not in its uncertainty. */
    public Optional<StateCurve.Reading> logTime(double at) {
        return curve(p -> Math.log(p.diffusionTime()), PulsePoint::logUncertainty, PulsePoint::verdict).at(at,
                uncertainty(at));
    }

    /** Polarisation at a state, V. */
    public Optional<StateCurve.Reading> polarisation(double at) {
        return curve(PulsePoint::polarisation, p -> Math.hypot(p.polarisationUncertainty(),
                instrument.difference(p.polarisation())), p -> p.verdict().isSound() ? Verdict.SOUND
                        : Verdict.doubtful("how far the rest has settled is open: " + p.verdict().reason()))
                .at(at, uncertainty(at));
    }

    /** Rested potential at a state, V; how well the instrument knows voltages is not in its uncertainty. */
    public Optional<StateCurve.Reading> rested(double at) {
        return curve(PulsePoint::rested, p -> Double.isNaN(p.remaining()) ? 0 : Math.abs(p.remaining()),
                p -> Verdict.SOUND).at(at, uncertainty(at));
    }

    private double uncertainty(double at) {
        return Math.hypot(relative * at, offset);
    }

    private StateCurve curve(ToDoubleFunction<PulsePoint> value, ToDoubleFunction<PulsePoint> u,
            Function<PulsePoint, Verdict> verdict) {
        return new StateCurve(states(), points.stream().mapToDouble(value).toArray(),
                points.stream().mapToDouble(u).toArray(), points.stream().map(verdict).toList());
    }
}
