package org.interphase.technique.battery.cycle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.Student;

/**
 * Consecutive cycles at one rate.
 *
 * @param rate current over nominal capacity, 1/h
 * @param name rate as the field writes it: C/10, 0.5C, 2C
 * @param cycles its complete cycles
 * @param capacity mean charge, A.h, with the standard uncertainty of the mean by the scatter of the cycles
 * @param meanVoltage mean of the mean voltages, V
 * @param verdict on both, by those on the cycles
 */
public record RateGroup(double rate, String name, List<CycleValues> cycles, Uncertain capacity,
        Uncertain meanVoltage, Verdict verdict) {

    private static final double SAME = 0.05;
    private static final double ROUND = 0.07;

    /** Copies the list. */
    public RateGroup {
        cycles = List.copyOf(cycles);
    }

    /**
     * Groups complete cycles by the current of a direction.
     *
     * @param nominal nominal capacity, A.h
     */
    public static List<RateGroup> of(List<CycleValues> whole, int direction, double nominal) {
        List<RateGroup> out = new ArrayList<>();
        List<CycleValues> open = new ArrayList<>();
        for (CycleValues v : whole) {
            if (!open.isEmpty() && Math.abs(v.current(direction) / open.get(0).current(direction) - 1) > SAME) {
                out.add(group(open, direction, nominal));
                open = new ArrayList<>();
            }
            open.add(v);
        }
        if (!open.isEmpty()) {
            out.add(group(open, direction, nominal));
        }
        return out;
    }

    private static RateGroup group(List<CycleValues> cycles, int direction, double nominal) {
        double rate = cycles.stream().mapToDouble(v -> v.current(direction)).average().orElseThrow() / nominal;
        return new RateGroup(rate, name(rate), cycles, mean(cycles.stream().map(v -> v.capacity(direction)).toList()),
                mean(cycles.stream().map(v -> v.meanVoltage(direction)).toList()),
                cycles.stream().map(v -> v.verdict(direction)).reduce(Verdict.SOUND, Verdict::and));
    }

    /** Whether another group runs at the same current. */
    public boolean isAt(RateGroup other) {
        return Math.abs(rate / other.rate - 1) <= SAME;
    }

    /** Mean with the larger uncertainty of that by the scatter, widened for few, and that of the values. */
    static Uncertain mean(List<Uncertain> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(Uncertain::value).average().orElseThrow();
        double scatter = 0;
        double own = 0;
        for (Uncertain v : values) {
            scatter += Math.pow(v.value() - mean, 2);
            own += v.u() * v.u();
        }
        double byScatter = n > 1 ? scatter / (n - 1) / n * Math.pow(Student.widening(n - 1), 2) : 0;
        return new Uncertain(mean, Math.sqrt(Math.max(byScatter, own / n / n)));
    }

    /** A rate as the field writes it. */
    static String name(double rate) {
        if (rate < 0.45) {
            double per = 1 / rate;
            double round = Math.rint(per);
            return "C/" + (Math.abs(per / round - 1) < ROUND ? String.format(Locale.ROOT, "%.0f", round)
                    : threeDigits(per));
        }
        double half = Math.rint(2 * rate) / 2;
        return (Math.abs(rate / half - 1) < ROUND ? String.format(Locale.ROOT,
                half == Math.rint(half) ? "%.0f" : "%.1f",
                half) : threeDigits(rate)) + "C";
    }

    /** Three digits, without zeros at the end. */
    private static String threeDigits(double v) {
        return new BigDecimal(v).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
