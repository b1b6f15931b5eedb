package org.interphase.report;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Technique;
import org.interphase.engine.TechniqueRegistry;
import org.interphase.model.Measurement;

/** Chooses the numbers of a run that answer its recipe's question. */
final class KeyResults {

    private static final int MOST_GUESSED = 4;

    private KeyResults() {
    }

    /** What the technique names, of what was measured; else the first numbers of the last step that found any. */
    static List<String> of(String recipe, List<Measurement> all, TechniqueRegistry registry) {
        List<String> wanted = registry.techniques().stream().map((Technique t) -> t.keyResults(recipe))
                .filter(l -> !l.isEmpty()).findFirst().orElse(List.of());
        if (wanted.isEmpty()) {
            return all.stream().filter(m -> m.step().equals(all.getLast().step())).limit(MOST_GUESSED)
                    .map(Measurement::name).toList();
        }
        List<String> out = new ArrayList<>();
        for (String pattern : wanted) {
            all.stream().map(Measurement::name).filter(n -> matches(pattern, n) && !out.contains(n)).forEach(out::add);
        }
        return out;
    }

    /** Whether a name is meant by a pattern, which may end in '*'. */
    static boolean matches(String pattern, String name) {
        return pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }
}
