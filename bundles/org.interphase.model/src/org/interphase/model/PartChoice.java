package org.interphase.model;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Numbered parts of a dataset, such as the cycles of a record, of which a parameter of the step chooses some to be
 * shown. Whoever shows them may offer the others.
 *
 * @param title what they are, a noun in the plural
 * @param parameter name of the parameter of the step; its text is a list of numbers such as {@code 1, 5, 10}
 * @param there numbers of all parts
 * @param chosen numbers of those that are shown
 */
public record PartChoice(String title, String parameter, SortedSet<Integer> there, SortedSet<Integer> chosen)
        implements Product {

    /** @throws IllegalArgumentException if a part is chosen that is not there */
    public PartChoice {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(parameter, "parameter");
        there = Collections.unmodifiableSortedSet(new TreeSet<>(there));
        chosen = Collections.unmodifiableSortedSet(new TreeSet<>(chosen));
        if (!there.containsAll(chosen)) {
            throw new IllegalArgumentException("parts are chosen that are not there: " + chosen + " of " + there);
        }
    }

    /**
     * The parts so many further on, those of every chosen one; of all parts the first or the last.
     *
     * @return empty where one of them would be beyond the ends
     */
    public Optional<SortedSet<Integer>> moved(int by) {
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> all = List.copyOf(there);
        if (chosen.size() == all.size() || chosen.isEmpty()) {
            return all.size() < 2 ? Optional.empty() : Optional.of(new TreeSet<>(List.of(by > 0 ? all.get(0)
                    : all.get(all.size() - 1))));
        }
        SortedSet<Integer> out = new TreeSet<>();
        for (int part : chosen) {
            int place = all.indexOf(part) + by;
            if (place < 0 || place >= all.size()) {
                return Optional.empty();
            }
            out.add(all.get(place));
        }
        return Optional.of(out);
    }
}
