package org.interphase.ui.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/**
 * A run in the order in which it is read: what answers the question first, then what needs care, then the rest.
 *
 * @param numbers all numbers
 * @param first how many of them are read first
 * @param remarks all remarks, errors and warnings before notes
 * @param notes how many of them, at the end, are notes
 */
record Glance(List<Measurement> numbers, int first, List<Remark> remarks, int notes) {

    static final Glance EMPTY = new Glance(List.of(), 0, List.of(), 0);

    Glance {
        numbers = List.copyOf(numbers);
        remarks = List.copyOf(remarks);
    }

    static Glance of(Run run) {
        List<Measurement> all = run.measurements();
        Set<Measurement> ordered = new LinkedHashSet<>();
        for (String name : run.recipe().answersAmong(all.stream().map(Measurement::name).toList())) {
            all.stream().filter(m -> m.name().equals(name)).forEach(ordered::add);
        }
        boolean answered = !ordered.isEmpty();
        // a number that must not be trusted is never out of sight
        all.stream().filter(m -> !m.verdict().isSound()).forEach(ordered::add);
        int first = answered ? ordered.size() : all.size();
        ordered.addAll(all);
        List<Remark> remarks = new ArrayList<>(run.remarks());
        remarks.sort(Comparator.comparing(Remark::level).reversed());
        return new Glance(new ArrayList<>(ordered), first, remarks, (int) remarks.stream()
                .filter(r -> r.level() == Remark.Level.INFO).count());
    }

    /** Numbers that are read first, or all. */
    List<Measurement> numbers(boolean all) {
        return all ? numbers : numbers.subList(0, first);
    }

    /** Errors and warnings, or all remarks. */
    List<Remark> remarks(boolean all) {
        return all ? remarks : remarks.subList(0, remarks.size() - notes);
    }

    /** What is left out of the short form, in words; empty if nothing is. */
    String more() {
        int rest = numbers.size() - first;
        String n = rest == 0 ? "" : rest == 1 ? Messages.Glance_number : NLS.bind(Messages.Glance_numbers, rest);
        String r = notes == 0 ? "" : notes == 1 ? Messages.Glance_note : NLS.bind(Messages.Glance_notes, notes);
        return n.isEmpty() || r.isEmpty() ? n + r : n + ", " + r;
    }
}
