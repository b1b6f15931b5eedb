package org.interphase.engine.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.model.Verdict;

/**
 * Why numbers of a table are not sound: each reason once, with what it is about, in the order they were met. Not safe
 * for use by several threads.
 */
public final class VerdictNotes {

    /** So many names are told of one reason, then how many more there are. */
    private static final int MOST_NAMES = 12;

    private final Map<Verdict, Set<String>> names = new LinkedHashMap<>();

    /** Notes the verdict on what has that name; a sound one needs no note. */
    public void add(String name, Verdict verdict) {
        if (!verdict.isSound()) {
            names.computeIfAbsent(verdict, v -> new LinkedHashSet<>()).add(name);
        }
    }

    /** A sentence for each reason, doubtful ones first: {@code Doubtful (?): area, width: the reason.} */
    public List<String> sentences() {
        List<String> out = new ArrayList<>();
        names.entrySet().stream().sorted(Map.Entry.comparingByKey((a, b) -> a.quality().compareTo(b.quality())))
                .forEach(e -> out.add((e.getKey().isWithheld() ? "Withheld: " : "Doubtful (?): ") + told(e.getValue())
                        + ": " + e.getKey().reason() + "."));
        return out;
    }

    private static String told(Set<String> names) {
        String shown = String.join(", ", names.stream().limit(MOST_NAMES).toList());
        return names.size() <= MOST_NAMES ? shown : shown + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
