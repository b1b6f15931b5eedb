package org.interphase.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.NotApplicableException;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/** Which datasets of a file a recipe is run over. */
public final class DatasetChoice {

    private final TechniqueRegistry registry;
    private final Recipe recipe;
    private final String wanted;

    /**
     * @param wanted name or number (from 1) given by the user, or null
     */
    public DatasetChoice(TechniqueRegistry registry, Recipe recipe, String wanted) {
        this.registry = registry;
        this.recipe = recipe;
        this.wanted = wanted;
    }

    /**
     * What is taken of a file and what is left out.
     *
     * @param indices the datasets taken
     * @param left those left out, with the reason
     */
    public record Choice(List<Integer> indices, List<NotApplicableException.Refused> left) {

        /** Copies the lists. */
        public Choice {
            indices = List.copyOf(indices);
            left = List.copyOf(left);
        }
    }

    /**
     * The dataset asked for (which the runner may yet refuse), else all the recipe is for.
     *
     * @throws DatasetFormatException if there is none, with the reason for each
     */
    public Choice of(LoadedFile file) throws DatasetFormatException {
        List<Dataset> all = file.datasets();
        if (wanted != null) {
            return new Choice(List.of(named(file)), List.of());
        }
        List<Integer> taken = new ArrayList<>();
        List<NotApplicableException.Refused> left = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<NotApplicableException.Refused> refused = NotApplicableException.refused(recipe, all.get(i));
            if (refused.isEmpty() && all.size() > 1 && recipe.applies().kinds().isEmpty()) {
                refused = untaken(all.get(i));
            }
            if (refused.isEmpty()) {
                taken.add(i);
            } else {
                left.addAll(refused);
            }
        }
        if (!taken.isEmpty()) {
            return new Choice(taken, left);
        }
        throw new DatasetFormatException(file.path().getFileName().toString(), "", "recipe '" + recipe.id()
                + "' does not suit " + (all.size() == 1 ? "this data: " : "any of the " + all.size() + " datasets: ")
                + NotApplicableException.list(left));
    }

    // a recipe that names no kind is for whatever its first step takes
    private List<NotApplicableException.Refused> untaken(Dataset d) {
        if (recipe.scope() == Recipe.Scope.SERIES) {
            return List.of();
        }
        return recipe.steps().stream().filter(Step::enabled).findFirst()
                .flatMap(s -> registry.operation(s.operation()))
                .filter(o -> !o.info().accepts(d))
                .map(o -> List.of(new NotApplicableException.Refused(d.name(), new Applicability.Refusal(
                        Applicability.Reason.KIND, "is a " + d.shape() + " of kind " + d.kind()
                        + ", which the first step '" + o.info().id() + "' does not take", List.of()))))
                .orElse(List.of());
    }

    private static IntStream indices(List<Dataset> all) {
        return IntStream.range(0, all.size());
    }

    private int named(LoadedFile file) throws DatasetFormatException {
        List<Dataset> all = file.datasets();
        List<Integer> found = new ArrayList<>();
        indices(all).filter(i -> all.get(i).name().equals(wanted)).forEach(found::add);
        if (found.isEmpty()) {
            indices(all).filter(i -> all.get(i).name().equalsIgnoreCase(wanted)).forEach(found::add);
        }
        if (found.isEmpty() && wanted.matches("\\d{1,9}")) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= all.size()) {
                found.add(number - 1);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new DatasetFormatException(file.path().getFileName().toString(), "", (found.isEmpty()
                ? "there is no dataset '" + wanted + "'; there are "
                : "several datasets are called '" + wanted + "'; pick one by its number: ") + list(all));
    }

    private static String list(List<Dataset> all) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), 30); i++) {
            Dataset d = all.get(i);
            out.add((i + 1) + " '" + d.name() + "' (" + d.kind() + ", " + d.shape() + ")");
        }
        return String.join(", ", out) + (all.size() > 30 ? " and " + (all.size() - 30) + " more" : "");
    }
}
