package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Species;

/**
 * What analyses say of the species they looked for, sample by sample: components are compared by the species that may
 * be behind them, not by their names. A component whose place has several readings says that one of them is there.
 * Where another analysis rules out the one it is called after, the others remain, and only where none remains do the
 * two disagree. In C 1s the place of C-O is that of CH2 beside CF2 and of nitrile carbon too, in O 1s it is not: O 1s
 * tells whether it is C-O.
 */
final class SpeciesChecks {

    private final String sample;
    private final List<CrossCheck.Said> said;

    private SpeciesChecks(String sample, List<CrossCheck.Said> said) {
        this.sample = sample;
        this.said = said;
    }

    /** The checks of all samples; a species of which only one analysis speaks has none. */
    static List<CrossCheck> of(ReportData data) {
        List<CrossCheck> out = new ArrayList<>();
        List<List<CrossCheck.Said>> bySample = new ArrayList<>();
        data.samples().forEach(s -> bySample.add(new ArrayList<>()));
        data.byRecipe().forEach((recipe, entries) -> {
            Map<String, List<Comparison>> components = new LinkedHashMap<>();
            Comparison.of(data, entries).forEach(c -> c.component().ifPresent(name ->
                    components.computeIfAbsent(name, k -> new ArrayList<>()).add(c)));
            for (int i = 0; i < bySample.size(); i++) {
                int at = i;
                components.values().forEach(all -> decisive(all, at).ifPresent(m ->
                        bySample.get(at).add(new CrossCheck.Said(entries.get(0).recipeTitle(), m))));
            }
        });
        for (int i = 0; i < bySample.size(); i++) {
            out.addAll(new SpeciesChecks(data.samples().get(i).name(), bySample.get(i)).checks());
        }
        return out;
    }

    /** The number that tells of a component whether it is there; empty where none may tell. */
    private static Optional<Measurement> decisive(List<Comparison> all, int sample) {
        List<Measurement> numbers = all.stream().flatMap(c -> Optional.ofNullable(c.values().get(sample)).stream())
                .filter(m -> !m.verdict().isWithheld() && !m.evidence().orElseThrow().species().isEmpty()).toList();
        boolean absent = numbers.stream().anyMatch(Measurement::isNotDetected);
        for (Attribution.Property p : absent ? List.of(Attribution.Property.FRACTION, Attribution.Property.AREA)
                : List.of(Attribution.Property.AREA, Attribution.Property.FRACTION)) {
            Optional<Measurement> m = numbers.stream().filter(n -> n.evidence().orElseThrow().property() == p)
                    .filter(n -> n.isNotDetected() == absent).findFirst();
            if (m.isPresent()) {
                return m;
            }
        }
        return numbers.stream().findFirst();
    }

    private List<CrossCheck> checks() {
        Set<Species> named = new LinkedHashSet<>();
        said.forEach(s -> named.add(species(s).get(0)));
        List<CrossCheck> out = new ArrayList<>();
        for (Species s : named) {
            List<CrossCheck.Said> all = said.stream().filter(w -> species(w).get(0).equals(s)).toList();
            if (all.stream().map(CrossCheck.Said::analysis).distinct().count() > 1) {
                out.add(check(s, all));
            }
        }
        return out;
    }

    private CrossCheck check(Species s, List<CrossCheck.Said> all) {
        CrossCheck plain = CrossCheck.plain(s.pretty(), sample, all);
        Set<Species> remain = new LinkedHashSet<>();
        boolean open = all.stream().filter(w -> w.number().isDetected()).allMatch(w -> {
            List<Species> left = new ArrayList<>(species(w));
            // a limit of one analysis does not rule out what another has found
            left.removeIf(o -> o.equals(s) || isSaid(o, Measurement::isNotDetected) && !isSaid(o,
                    Measurement::isDetected));
            remain.addAll(left);
            return !left.isEmpty();
        });
        if (!plain.disagrees() || !open) {
            return plain;
        }
        List<String> readings = remain.stream().map(r -> r.pretty() + (isSaid(r, Measurement::isDetected)
                ? " (found in this sample)" : "")).toList();
        return new CrossCheck(plain.subject(), sample, plain.found(), plain.absent(), CrossCheck.Finding.NARROWED,
                "the state found is rather " + String.join(" or ", readings) + ", which lies at the same place");
    }

    /** Whether an analysis that is called after a species says this of it. */
    private boolean isSaid(Species s, Predicate<Measurement> what) {
        return said.stream().anyMatch(w -> species(w).get(0).equals(s) && what.test(w.number()));
    }

    private static List<Species> species(CrossCheck.Said s) {
        return s.number().evidence().orElseThrow().species();
    }
}
