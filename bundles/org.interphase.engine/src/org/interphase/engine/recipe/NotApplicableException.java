package org.interphase.engine.recipe;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Applicability.Refusal;
import org.interphase.api.Recipe;
import org.interphase.model.Dataset;
import org.interphase.model.Series;

/** A recipe is not for a dataset; says why, of a series for every member that does not fit. */
public final class NotApplicableException extends AnalysisException {

    private static final long serialVersionUID = 1L;
    private static final int LISTED = 20;

    private final transient List<Refused> refused;

    /**
     * A dataset and why it is refused.
     *
     * @param dataset its name
     * @param refusal the reason
     */
    public record Refused(String dataset, Refusal refusal) {

        /** One sentence without its end: "'C 1s' covers 278-294 eV, this recipe needs 683-692 eV". */
        public String sentence() {
            return "'" + dataset + "' " + refusal.text();
        }
    }

    private NotApplicableException(String message, List<Refused> refused) {
        super(message);
        this.refused = List.copyOf(refused);
    }

    /** What is refused, at least one. */
    public List<Refused> refused() {
        return refused;
    }

    /** Whatever of a dataset, or of the members of a series, a recipe is not for; empty if it is for all. */
    public static List<Refused> refused(Recipe recipe, Dataset dataset) {
        List<Refused> out = new ArrayList<>();
        if (dataset instanceof Series s && recipe.applies().refusal(s).isPresent()) {
            s.members().forEach(m -> out.addAll(refused(recipe, m)));
        } else {
            recipe.applies().refusal(dataset).ifPresent(r -> out.add(new Refused(dataset.name(), r)));
        }
        return out;
    }

    /** @throws NotApplicableException if a recipe is not for a dataset or a member of it */
    static void check(Recipe recipe, Dataset dataset) throws NotApplicableException {
        List<Refused> refused = refused(recipe, dataset);
        if (!refused.isEmpty()) {
            int members = dataset instanceof Series s ? s.members().size() : 0;
            throw new NotApplicableException("recipe '" + recipe.id() + "' does not suit "
                    + (members == 0 ? "this data" : refused.size() + " of " + members + " members of the series")
                    + ": " + list(refused), refused);
        }
    }

    /** The sentences of several refusals. */
    public static String list(List<Refused> refused) {
        return String.join("; ", refused.stream().limit(LISTED).map(Refused::sentence).toList())
                + (refused.size() > LISTED ? "; and " + (refused.size() - LISTED) + " more" : "");
    }
}
