package org.interphase.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.engine.project.ReportNotes.Asks;
import org.interphase.model.Measurement;

/**
 * Yes or no, sample by sample, where a question says what a yes means. A number that is doubtful or withheld answers
 * nothing; where one sound number speaks, that is the answer; where two contradict each other there is none.
 */
final class PlainAnswer {

    /** More samples than this are counted, not named. */
    private static final int MOST_NAMED = 8;

    private enum Says {
        YES, NO, OPEN
    }

    private PlainAnswer() {
    }

    /**
     * The sentence, such as "Yes in A; no in B and C."; empty where no yes or no is asked for or nothing was measured.
     *
     * @param numbers what answers the question
     */
    static Optional<String> of(Asks asks, List<Comparison> numbers, List<ReportSample> samples) {
        if (asks == Asks.NUMBERS) {
            return Optional.empty();
        }
        Map<Says, List<String>> named = new EnumMap<>(Says.class);
        for (int i = 0; i < samples.size(); i++) {
            Set<Says> said = EnumSet.noneOf(Says.class);
            for (Comparison c : numbers) {
                if (c.values().get(i) != null && (asks == Asks.PRESENCE || i != reference(c))) {
                    said.add(asks == Asks.PRESENCE ? present(c.values().get(i)) : differs(asks, c, i));
                }
            }
            if (!said.isEmpty()) {
                named.computeIfAbsent(together(said), k -> new ArrayList<>()).add(samples.get(i).name());
            }
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        named.forEach((says, who) -> parts.add(switch (says) {
            case YES -> "yes";
            case NO -> "no";
            case OPEN -> "not decided";
        } + (who.size() > MOST_NAMED ? " in " + who.size() + " samples" : " in " + Lines.listed(who))));
        String sentence = String.join("; ", parts);
        return Optional.of(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                + (asks == Asks.PRESENCE ? "" : against(numbers, samples)) + ".");
    }

    private static String against(List<Comparison> numbers, List<ReportSample> samples) {
        List<String> references = numbers.stream().map(PlainAnswer::reference).filter(i -> i >= 0).distinct()
                .map(i -> samples.get(i).name()).toList();
        return references.isEmpty() ? "" : ", against " + Lines.listed(references);
    }

    private static int reference(Comparison c) {
        return c.values().indexOf(c.reference());
    }

    private static Says together(Set<Says> said) {
        boolean yes = said.contains(Says.YES);
        boolean no = said.contains(Says.NO);
        // that it was not found by one is no answer while another is in doubt
        return yes && !no ? Says.YES : no && said.size() == 1 ? Says.NO : Says.OPEN;
    }

    private static Says present(Measurement m) {
        if (!m.verdict().isSound()) {
            return Says.OPEN;
        }
        return m.isDetected() ? Says.YES : Says.NO;
    }

    private static Says differs(Asks asks, Comparison c, int sample) {
        Measurement m = c.values().get(sample);
        Measurement r = c.reference();
        if (!m.verdict().isSound() || !r.verdict().isSound() || !r.isDetected()) {
            return Says.OPEN;
        }
        if (m.isDetected()) {
            Measurement d = c.difference(sample);
            if (d == null || !(d.uncertainty() > 0)) {
                return Says.OPEN;
            }
            boolean wanted = asks == Asks.LESS ? d.value() < 0 : d.value() > 0;
            return wanted && c.isSignificant(sample) ? Says.YES : Says.NO;
        }
        // what is not there is below its limit
        boolean below = m.unit().isCompatible(r.unit())
                && m.unit().convert(m.limit(), r.unit()) < r.value() - Comparison.COVERAGE * r.uncertainty();
        return !below ? Says.OPEN : asks == Asks.LESS ? Says.YES : Says.NO;
    }
}
