package org.interphase.testkit.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.interphase.model.Measurement;

/**
 * Whether two analyses of what is physically the same give the same numbers: values, uncertainties and verdicts, in
 * whatever unit either states them.
 *
 * @param value relative difference values may have
 * @param share of the uncertainty values may differ by as well, for numbers near zero
 * @param uncertainty relative difference uncertainties may have
 */
public record SameNumbers(double value, double share, double uncertainty) {

    /** What rounding may change: a billionth of a value, a ten-thousandth of its uncertainty. */
    public static SameNumbers exactly() {
        return new SameNumbers(1e-9, 1e-4, 1e-3);
    }

    /**
     * Fails with every difference.
     *
     * @param expected numbers; what is left out of them is not compared
     * @param actual numbers that have to be equal to those
     */
    public void compare(List<Measurement> expected, List<Measurement> actual) {
        compare(expected, actual, m -> m);
    }

    /**
     * Fails with every difference.
     *
     * @param expected numbers
     * @param actual as many numbers, equal to what {@code change} makes of the expected ones
     * @param change what a number becomes; null for one that is not compared
     */
    public void compare(List<Measurement> expected, List<Measurement> actual, UnaryOperator<Measurement> change) {
        Map<String, Measurement> is = named(actual);
        Map<String, Measurement> was = named(expected);
        List<String> faults = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, Measurement> e : was.entrySet()) {
            Measurement wanted = change.apply(e.getValue());
            if (wanted == null) {
                continue;
            }
            Measurement found = is.get(e.getKey().replace(e.getValue().name(), wanted.name()));
            if (found == null) {
                faults.add(e.getKey() + " is missing");
            } else {
                compared++;
                fault(wanted, found).ifPresent(faults::add);
            }
        }
        if (was.size() != is.size()) {
            faults.add(was.size() + " numbers became " + is.size());
        }
        if (compared == 0) {
            faults.add("nothing was compared");
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static Map<String, Measurement> named(List<Measurement> all) {
        Map<String, Measurement> out = new LinkedHashMap<>();
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (Measurement m : all) {
            out.put(m.name() + " #" + counted.merge(m.name(), 1, Integer::sum), m);
        }
        return out;
    }

    private Optional<String> fault(Measurement wanted, Measurement found) {
        String text = wanted.name() + ": " + wanted.value() + " +- " + wanted.uncertainty() + " "
                + wanted.unit().text() + " became " + found.value() + " +- " + found.uncertainty() + " "
                + found.unit().text();
        if (wanted.verdict().quality() != found.verdict().quality()) {
            return Optional.of(text + ", " + wanted.verdict() + " became " + found.verdict());
        }
        if (!wanted.unit().isCompatible(found.unit())) {
            return Optional.of(text);
        }
        double is = found.unit().convert(found.value(), wanted.unit());
        // the uncertainty of a temperature has no zero to convert
        double spread = found.unit().convert(found.value() + found.uncertainty(), wanted.unit()) - is;
        return near(wanted.value(), is, value * Math.abs(wanted.value()) + share * known(wanted.uncertainty()))
                && near(wanted.uncertainty(), spread, uncertainty * known(wanted.uncertainty()))
                ? Optional.empty() : Optional.of(text);
    }

    private static double known(double uncertainty) {
        return Double.isFinite(uncertainty) ? uncertainty : 0;
    }

    private static boolean near(double a, double b, double within) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= within;
    }
}
