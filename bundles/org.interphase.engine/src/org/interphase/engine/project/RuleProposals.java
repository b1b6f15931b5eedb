package org.interphase.engine.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Proposes rules: each dataset gets the recipe that suits it best. A rule says no more than it must; only where its
 * recipe would take other data as well does it name a kind, a dataset, or files.
 */
final class RuleProposals {

    private final ProjectFiles files;

    RuleProposals(ProjectFiles files) {
        this.files = files;
    }

    /**
     * Rules for data.
     *
     * @param order identifiers of all recipes, in the order in which results are to be reported
     * @param remarks gets a sentence for each rule that takes more than it was proposed for
     */
    List<RecipeRule> of(List<SeenData> data, List<String> order, List<String> remarks) {
        Set<String> wanted = new LinkedHashSet<>(order);
        wanted.retainAll(data.stream().map(SeenData::best).toList());
        List<RecipeRule> out = new ArrayList<>();
        for (String recipe : wanted) {
            Set<SeenData> own = new HashSet<>(data.stream().filter(d -> d.best().equals(recipe)).toList());
            RecipeRule rule = candidates(recipe, own).stream().filter(r -> taken(r, data).equals(own)).findFirst()
                    .orElse(null);
            if (rule == null) {
                rule = RecipeRule.of(recipe, "");
                Set<SeenData> more = taken(rule, data);
                more.removeAll(own);
                remarks.add(recipe + " also runs over " + more.size() + (more.size() == 1 ? " dataset" : " datasets")
                        + " that another recipe suits better");
            }
            out.add(rule);
        }
        return out;
    }

    private static List<RecipeRule> candidates(String recipe, Set<SeenData> own) {
        List<RecipeRule> out = new ArrayList<>();
        out.add(RecipeRule.of(recipe, ""));
        only(own, SeenData::kind).ifPresent(k -> out.add(rule(recipe, "", k, "")));
        only(own, RuleProposals::extension).ifPresent(e -> out.add(RecipeRule.of(recipe, "*."
                + ProjectStore.literal(e))));
        only(own, SeenData::name).ifPresent(n -> out.add(rule(recipe, "", "", ProjectStore.literal(n))));
        only(own, d -> d.file().getFileName().toString()).ifPresent(n -> out.add(rule(recipe,
                ProjectStore.literal(n), "", "")));
        Set<String> words = new LinkedHashSet<>();
        own.forEach(d -> words.addAll(plainWords(d)));
        for (String word : words) {
            if (own.stream().allMatch(d -> plainWords(d).contains(word))) {
                out.add(rule(recipe, "*" + ProjectStore.literal(word) + "*", "", ""));
            }
        }
        if (own.size() == 1) {
            SeenData d = own.iterator().next();
            out.add(rule(recipe, ProjectStore.literal(d.file().getFileName().toString()), "",
                    ProjectStore.literal(d.name())));
        }
        return out;
    }

    private static List<String> plainWords(SeenData d) {
        List<String> out = new ArrayList<>();
        for (String word : d.file().getFileName().toString().split("[\\s_,;.()\\[\\]{}\\-]+")) {
            if (!word.isEmpty()) {
                out.add(word);
            }
        }
        return out;
    }

    private static RecipeRule rule(String recipe, String files, String kind, String dataset) {
        return new RecipeRule(recipe, files, kind, dataset, RecipeRule.Over.SAMPLE, Map.of());
    }

    private static String extension(SeenData d) {
        String name = d.file().getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Optional<String> only(Set<SeenData> own, Function<SeenData, String> of) {
        Set<String> all = new HashSet<>(own.stream().map(of).toList());
        return all.size() == 1 ? Optional.of(all.iterator().next()).filter(Predicate.not(String::isEmpty))
                : Optional.empty();
    }

    private Set<SeenData> taken(RecipeRule rule, List<SeenData> data) {
        return new HashSet<>(data.stream().filter(d -> rule.takes(files, d.file(), d.kind(), d.name(),
                d.recipes().contains(rule.recipe()))).toList());
    }
}
