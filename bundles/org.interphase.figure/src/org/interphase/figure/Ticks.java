package org.interphase.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.OtherScale;

/**
 * Where an axis is marked and what the marks say.
 *
 * @param values positions in axis units, ascending
 * @param labels one text per position; empty for an unlabelled minor tick
 * @param exponent power of ten the labels are divided by, to be shown with the axis title; 0 for none
 */
public record Ticks(List<Double> values, List<String> labels, int exponent) {

    /** No marks. */
    static final Ticks NONE = new Ticks(List.of(), List.of(), 0);

    /** Copies the lists. */
    public Ticks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /**
     * Ticks of an axis over a range of its values, at round numbers of the scale it is numbered by.
     *
     * @throws IllegalArgumentException if the range is empty or not finite
     */
    public static Ticks of(AxisSpec axis, double min, double max, int most) {
        if (!axis.showsOther()) {
            return axis.logarithmic() ? logarithmic(min, max, most) : linear(min, max, most);
        }
        OtherScale other = axis.other().orElseThrow();
        double a = other.of(min);
        double b = other.of(max);
        Ticks numbered = linear(Math.min(a, b), Math.max(a, b), most);
        List<Double> values = new ArrayList<>(numbered.values().stream().map(other::back).toList());
        List<String> labels = new ArrayList<>(numbered.labels());
        if (other.factor() < 0) {
            java.util.Collections.reverse(values);
            java.util.Collections.reverse(labels);
        }
        return new Ticks(values, labels, numbered.exponent());
    }

    /**
     * Ticks at 1, 2, 2.5 or 5 times a power of ten, at most {@code most} of them; two at least, since one alone is no
     * scale, even where that makes them closer.
     *
     * @throws IllegalArgumentException if the range is empty or not finite
     */
    public static Ticks linear(double min, double max, int most) {
        if (!(min < max) || !Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException("no ticks between " + min + " and " + max);
        }
        double raw = (max - min) / Math.max(1, most);
        int power = (int) Math.floor(Math.log10(raw));
        // from steps far too fine to the first that gives few enough
        BigDecimal finer = null;
        for (double mantissa : new double[] {0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50}) {
            BigDecimal step = new BigDecimal(Double.toString(mantissa)).scaleByPowerOfTen(power);
            long count = last(max, step) - first(min, step) + 1;
            if (count <= most) {
                BigDecimal taken = count >= 2 || most < 2 || finer == null ? step : finer;
                return linear(taken, first(min, taken), last(max, taken)).thinned(most);
            }
            finer = step;
        }
        throw new IllegalStateException("no tick step for " + min + " to " + max);
    }

    private static long first(double min, BigDecimal step) {
        return (long) Math.ceil(min / step.doubleValue() - 1e-9);
    }

    private static long last(double max, BigDecimal step) {
        return (long) Math.floor(max / step.doubleValue() + 1e-9);
    }

    /** The first and the last alone, where there are more than may be. */
    private Ticks thinned(int most) {
        return values.size() <= most ? this : new Ticks(List.of(values.getFirst(), values.getLast()),
                List.of(labels.getFirst(), labels.getLast()), exponent);
    }

    private static Ticks linear(BigDecimal step, long first, long last) {
        double largest = Math.max(Math.abs(first), Math.abs(last)) * step.doubleValue();
        int magnitude = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest) + 1e-12);
        int exponent = magnitude >= 5 || magnitude <= -4 ? Math.floorDiv(magnitude, 3) * 3 : 0;
        BigDecimal shown = step.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        int decimals = Math.max(0, shown.scale());
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            values.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
            String text = shown.multiply(BigDecimal.valueOf(i)).setScale(decimals, java.math.RoundingMode.HALF_EVEN)
                    .toPlainString();
            labels.add(text.replace('-', '\u2212'));
        }
        return new Ticks(values, labels, exponent);
    }

    /**
     * Ticks at powers of ten, with unlabelled ticks at 2 to 9 between where they fit; over less than a decade, labelled
     * at 1, 2, 5.
     *
     * @throws IllegalArgumentException if the range is not positive and finite
     */
    public static Ticks logarithmic(double min, double max, int most) {
        if (!(min > 0 && min < max) || !Double.isFinite(max)) {
            throw new IllegalArgumentException("no logarithmic ticks between " + min + " and " + max);
        }
        int from = (int) Math.floor(Math.log10(min) + 1e-9);
        int to = (int) Math.ceil(Math.log10(max) - 1e-9);
        int decades = to - from;
        int every = Math.max(1, (int) Math.ceil((decades + 1) / (double) Math.max(2, most)));
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int e = from; e <= to; e++) {
            for (int m = 1; m <= 9; m++) {
                double v = new BigDecimal(m).scaleByPowerOfTen(e).doubleValue();
                if (v < min * (1 - 1e-9) || v > max * (1 + 1e-9)) {
                    continue;
                }
                boolean labelled = m == 1 && Math.floorMod(e, every) == 0
                        || Math.log10(max / min) < 1.3 && (m == 1 || m == 2 || m == 5);
                if (labelled || every == 1) {
                    values.add(v);
                    labels.add(!labelled ? "" : m == 1 ? power(e) : Math.abs(e) <= 2 ? plain(m, e) : m + "\u00d7"
                            + power(e));
                }
            }
        }
        return new Ticks(values, labels, 0);
    }

    private static String plain(int mantissa, int exponent) {
        return new BigDecimal(mantissa).scaleByPowerOfTen(exponent).toPlainString();
    }

    private static String power(int e) {
        return switch (e) {
            case 0 -> "1";
            case 1 -> "10";
            default -> "10" + Typeset.superscript(e);
        };
    }
}
