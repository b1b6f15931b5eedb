package org.interphase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.LoadedFile;
import org.interphase.engine.TechniqueRegistry;
import org.interphase.model.Dataset;

/** Which datasets of a file a recipe is run over. */
final class DatasetChoice {

    private final TechniqueRegistry registry;
    private final Recipe recipe;
    private final String wanted;

    /**
     * @param wanted name or number (from 1) given by the user, or null
     */
    DatasetChoice(TechniqueRegistry registry, Recipe recipe, String wanted) {
        this.registry = registry;
        this.recipe = recipe;
        this.wanted = wanted;
    }

    /**
     * Indices of the datasets: the one asked for, else those the recipe applies to, else the only one its first step
     * takes.
     *
     * @throws DatasetFormatException if there is none, listing what there is
     */
    List<Integer> of(LoadedFile file) throws DatasetFormatException {
        List<Dataset> all = file.datasets();
        if (wanted != null) {
            return List.of(named(file));
        }
        List<Integer> applies = indices(all).filter(i -> recipe.applies().score(all.get(i)) > 0).boxed().toList();
        if (!applies.isEmpty()) {
            return applies;
        }
        Optional<Operation<?, ?>> first = recipe.steps().stream().filter(Step::enabled).findFirst()
                .flatMap(s -> registry.operation(s.operation()));
        List<Integer> possible = recipe.scope() == Recipe.Scope.SERIES ? List.of()
                : indices(all).filter(i -> first.isPresent() && first.get().info().accepts(all.get(i))).boxed()
                        .toList();
        if (possible.size() == 1) {
            return possible;
        }
        throw new DatasetFormatException(file.path().getFileName().toString(), "", "recipe '" + recipe.id()
                + "' does not apply to " + (all.size() == 1 ? "this data: " : "any of the datasets: ") + list(all)
                + (possible.isEmpty() ? "" : "; pick one with --dataset NAME"));
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
