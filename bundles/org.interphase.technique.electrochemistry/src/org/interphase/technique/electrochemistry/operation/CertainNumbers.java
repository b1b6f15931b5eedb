package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.fit.CircuitLimits;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * What a spectrum tells whichever circuit one believes in: the resistance in series, the polarisation resistance, and
 * the capacitance of a blocked electrode. The spread between the circuits that describe the data about as well is part
 * of the uncertainty.
 */
final class CertainNumbers {

    /** Circuits within this difference of BIC take part (exp(-6/2) = 5 % of the weight of the best). */
    private static final double NEAR = 6;
    /** Where no circuit describes the data to their noise: those with a sum of squares up to this factor. */
    private static final double ABOUT = 1.5;
    /** Relative uncertainty from which on a number is doubtful, and from which on there is none. */
    private static final double VAGUE = 0.3;
    private static final double UNKNOWN = 1;
    /** Part of the smallest |Z| below which a resistance cannot be told. */
    private static final double SMALLEST = 1e-3;
    /** Phase in degrees from which on the lowest frequency tells a capacitance. */
    private static final double CAPACITIVE = 60;

    private final CircuitVerdict best;
    private final List<CircuitLimits> near = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private CertainNumbers(CircuitChoice choice) {
        best = choice.chosen() != null ? choice.chosen() : choice.all().get(0);
        boolean described = choice.chosen() != null && best.common().isSound();
        double lowest = choice.all().get(0).fit().bic();
        double least = choice.all().stream().mapToDouble(v -> v.fit().chiSquare()).min().orElse(0);
        for (CircuitVerdict v : choice.all()) {
            double behind = v.fit().bic() - lowest;
            boolean about = behind < NEAR || !described && v.fit().chiSquare() < ABOUT * least;
            if (v == best || about && v.isUsable()) {
                near.add(CircuitLimits.of(v));
                weights.add(described ? Math.exp(-behind / 2) : 1.0);
            }
        }
    }

    /** The numbers as measurements. */
    static List<Measurement> of(CircuitChoice choice, ImpedanceSpectrum s, ImpedanceAccuracy accuracy) {
        CertainNumbers c = new CertainNumbers(choice);
        Verdict all = choice.chosen() != null ? c.best.common()
                : c.best.common().and(Verdict.doubtful("no circuit whose elements the data determine describes them"));
        return c.numbers(s).stream().map(m -> accuracy.counted(m.judged(all), 1)).toList();
    }

    private List<Measurement> numbers(ImpedanceSpectrum s) {
        String ohm = s.scale().unit().text();
        CircuitLimits own = CircuitLimits.of(best);
        List<Measurement> out = new ArrayList<>();
        out.add(number("series resistance", "R_s", own.series(), Math.hypot(own.uSeries(),
                spread(CircuitLimits::series, own.series())), ohm, s));
        int last = s.size() - 1;
        double phase = Math.toDegrees(Math.atan2(-s.im()[last], s.re()[last]));
        boolean open = near.stream().anyMatch(l -> l.conducts() != own.conducts());
        if (own.conducts() || open) {
            out.add(open ? Measurement.withheld("polarisation resistance", "R_p", ohm, "circuits with and without a "
                    + "path for direct current describe the data about equally well; measure to lower frequency")
                    : number("polarisation resistance", "R_p", own.polarisation(), Math.hypot(own.uPolarisation(),
                            spread(CircuitLimits::polarisation, own.polarisation())), ohm, s));
        }
        if (!own.conducts() && phase > CAPACITIVE) {
            double w = 2 * Math.PI * s.frequency()[last];
            double value = -1 / (w * s.im()[last]);
            double noise = best.relativeResidual();
            out.add(Measurement.of("capacitance at " + Numbers.plain(s.frequency()[last], 3) + " Hz", "C", value,
                    value * noise / Math.sin(Math.toRadians(phase)), s.scale().of("F", -1)));
        }
        return out;
    }

    private static Measurement number(String name, String symbol, double value, double u, String unit,
            ImpedanceSpectrum s) {
        double relative = u / Math.abs(value);
        if (value < SMALLEST * Arrays.stream(s.modulus()).min().orElse(0)) {
            return Measurement.withheld(name, symbol, unit, "it is too small beside the impedances that were measured");
        }
        if (!(relative <= UNKNOWN)) {
            return Measurement.withheld(name, symbol, unit, "the data do not determine it: the circuits that describe "
                    + "them about equally well differ");
        }
        Measurement m = Measurement.of(name, symbol, value, u, unit);
        return relative > VAGUE ? m.judged(Verdict.doubtful("the circuits that describe the data about equally well "
                + "differ")) : m;
    }

    /** Root mean square deviation of the near circuits from a value, with their weights. */
    private double spread(ToDoubleFunction<CircuitLimits> what, double value) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < near.size(); i++) {
            double d = what.applyAsDouble(near.get(i)) - value;
            if (Double.isFinite(d)) {
                sum += weights.get(i) * d * d;
                weight += weights.get(i);
            }
        }
        return weight > 0 ? Math.sqrt(sum / weight) : 0;
    }
}
