package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Numbers;

/**
 * What several analyses say of one thing in one sample.
 *
 * @param subject what was looked for
 * @param sample name of the sample
 * @param found what says that it is there, one clause each
 * @param absent what says that it is not
 * @param sound whether no number of these is doubtful
 */
record CrossCheck(String subject, String sample, List<String> found, List<String> absent, boolean sound) {

    CrossCheck {
        found = List.copyOf(found);
        absent = List.copyOf(absent);
    }

    /** A number and the analysis it is from. */
    record Witness(String analysis, Comparison comparison) {
    }

    /** Whether one says yes and another no. */
    boolean disagrees() {
        return !found.isEmpty() && !absent.isEmpty();
    }

    /** The finding as a sentence. */
    String sentence() {
        return disagrees() ? subject + " in " + sample + ": " + String.join(", ", found) + ", but "
                + String.join(", ", absent) + (sound ? "." : "; one of these is doubtful.")
                : subject + " in " + sample + ": " + String.join(", ", found.isEmpty() ? absent : found) + ".";
    }

    /** What analyses that looked for one component say of it, sample by sample; those of which only one speaks not. */
    static List<CrossCheck> ofComponents(ReportData data) {
        Map<String, Map<String, Witness>> components = new LinkedHashMap<>();
        data.byRecipe().forEach((recipe, entries) -> {
            Map<String, List<Comparison>> of = new LinkedHashMap<>();
            Comparison.of(data, entries).forEach(c -> Conclusions.component(c.name())
                    .ifPresent(name -> of.computeIfAbsent(name, k -> new ArrayList<>()).add(c)));
            of.forEach((name, all) -> components.computeIfAbsent(name, k -> new LinkedHashMap<>())
                    .put(recipe, new Witness(entries.get(0).recipeTitle(), decisive(all))));
        });
        List<CrossCheck> out = new ArrayList<>();
        components.forEach((name, witnesses) -> {
            if (witnesses.size() > 1) {
                out.addAll(of(data, name, List.copyOf(witnesses.values())));
            }
        });
        return out;
    }

    // a share or an area can be below its limit; a position only follows them
    private static Comparison decisive(List<Comparison> all) {
        for (String property : List.of(" fraction", " area")) {
            Optional<Comparison> c = all.stream().filter(a -> a.name().endsWith(property)).findFirst();
            if (c.isPresent() && c.get().values().stream().anyMatch(m -> m != null && m.isNotDetected())) {
                return c.get();
            }
        }
        return all.stream().filter(a -> a.name().endsWith(" area")).findFirst().orElse(all.get(0));
    }

    /** What these say of a subject in each sample of which at least two speak. */
    static List<CrossCheck> of(ReportData data, String subject, List<Witness> witnesses) {
        List<CrossCheck> out = new ArrayList<>();
        for (int i = 0; i < data.samples().size(); i++) {
            List<String> found = new ArrayList<>();
            List<String> absent = new ArrayList<>();
            boolean sound = true;
            for (Witness w : witnesses) {
                Measurement m = w.comparison().values().get(i);
                if (m == null || m.verdict().isWithheld()) {
                    continue;
                }
                sound &= m.verdict().isSound();
                if (m.isDetected()) {
                    found.add("found by '" + w.analysis() + "' (" + m.pretty() + ")");
                } else {
                    absent.add("not found by '" + w.analysis() + "'" + (Double.isNaN(m.limit()) ? "" : " (below "
                            + Numbers.plain(m.limit(), 2) + (m.unit().isOne() ? "" : "\u00a0" + m.unit().pretty())
                            + ")"));
                }
            }
            if (found.size() + absent.size() > 1) {
                out.add(new CrossCheck(subject, data.samples().get(i).name(), found, absent, sound));
            }
        }
        return out;
    }
}
