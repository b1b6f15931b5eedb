package org.interphase.technique.mechanics.replicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.Student;

/**
 * Means over tests of one material. The uncertainty of a mean is the scatter between the tests over the root of their
 * number (widened by Student's distribution) beside the mean uncertainty of one test, which by machine, indenter and
 * constants is common to all; the scatter between tests is given too (JCGM 100:2008, 4.2).
 */
public final class Replicates {

    private Replicates() {
    }

    /**
     * The means of numbers that two tests or more have.
     *
     * @param tests the numbers of each test
     * @param what what is tested, for names: specimens, indents
     */
    public static List<Measurement> of(List<List<Measurement>> tests, String what) {
        Map<String, List<Measurement>> byName = new LinkedHashMap<>();
        for (List<Measurement> test : tests) {
            for (Measurement m : test) {
                byName.computeIfAbsent(m.name(), k -> new ArrayList<>()).add(m);
            }
        }
        List<Measurement> out = new ArrayList<>();
        byName.forEach((name, all) -> add(out, name, all, tests.size(), what));
        return out;
    }

    /** The warnings of one test, with its name in front. */
    public static List<Remark> warnings(String member, Outcome test) {
        return test.remarks().stream().filter(r -> r.level() != Remark.Level.INFO)
                .map(r -> Remark.warning(member + ": " + r.text()).coded(r.code())).toList();
    }

    private static void add(List<Measurement> out, String name, List<Measurement> all, int tests, String what) {
        List<Measurement> some = all.stream().filter(Measurement::isDetected).toList();
        int n = some.size();
        Measurement first = all.get(0);
        String mean = name + ", mean";
        if (n < 2) {
            out.add(Measurement.withheld(mean, first.symbol(), first.unit().text(), "fewer than two " + what
                    + " have this number"));
            return;
        }
        double sum = 0;
        double common = 0;
        for (Measurement m : some) {
            sum += m.value();
            common += m.uncertainty() / n;
        }
        double square = 0;
        for (Measurement m : some) {
            square += (m.value() - sum / n) * (m.value() - sum / n);
        }
        double scatter = Math.sqrt(square / (n - 1));
        double u = Math.hypot(scatter / Math.sqrt(n) * Student.widening(n - 1), common);
        Verdict v = Verdict.SOUND;
        long doubted = some.stream().filter(m -> !m.verdict().isSound()).count();
        if (doubted > 0) {
            v = v.and(Verdict.doubtful(doubted + " of " + n + " " + what + " have a doubtful number"));
        }
        if (n < tests) {
            v = v.and(Verdict.doubtful((tests - n) + " of " + tests + " " + what + " have no number"));
        }
        out.add(Measurement.of(mean, first.symbol(), sum / n, u, first.unit().text()).judged(v));
        // standard uncertainty of a standard deviation of normal numbers
        out.add(Measurement.of(name + ", scatter between " + what, "s", scatter, scatter / Math.sqrt(2.0 * (n - 1)),
                first.unit().text()).judged(v));
    }
}
