package org.interphase.engine.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Recipe;
import org.interphase.engine.reading.LoadedFile;

/** One recipe over the datasets of each input that suit: each alone, or all as one series, as its scope says. */
public final class RecipePlan implements BatchPlan {

    private final Recipe recipe;
    private final DatasetChoice choice;
    private final Loading loading;
    private final Folders folders;
    private final BatchSeries series;

    /** Reads a file with what is said of it. */
    @FunctionalInterface
    public interface Loading {
        /** The file with its datasets. */
        LoadedFile load(Path file) throws IOException;
    }

    /** Tells where relative paths begin. */
    @FunctionalInterface
    public interface Folders {
        /** The folder for the analysis of a file. */
        Path of(Path file) throws IOException;
    }

    /**
     * @param choice which datasets are taken where an input names none
     */
    public RecipePlan(Recipe recipe, DatasetChoice choice, Loading loading, Folders folders) {
        this.recipe = recipe;
        this.choice = choice;
        this.loading = loading;
        this.folders = folders;
        this.series = new BatchSeries(recipe, "", n -> "series of " + n, d -> d);
    }

    @Override
    public BatchChoice choose(BatchInput input) throws IOException {
        LoadedFile file = loading.load(input.file());
        DatasetChoice.Choice chosen = input.dataset() < 0 ? choice.of(file)
                : new DatasetChoice.Choice(List.of(existing(file, input.dataset())), List.of());
        boolean together = recipe.scope() == Recipe.Scope.SERIES;
        return new BatchChoice(folders.of(file.path()),
                together ? List.of() : chosen.indices().stream().map(i -> new BatchChoice.Each(recipe,
                        file.datasets().get(i), file.reference(i))).toList(),
                together ? chosen.indices().stream().map(i -> new BatchChoice.Member(series, file.datasets().get(i),
                        file.reference(i))).toList() : List.of(),
                chosen.left().stream().map(r -> new LeftOut(input, r.dataset(), r.refusal().text())).toList());
    }

    private static int existing(LoadedFile file, int index) throws DatasetFormatException {
        if (index >= file.datasets().size()) {
            throw new DatasetFormatException(file.path().getFileName().toString(), "", "it has "
                    + file.datasets().size() + " datasets; there is no number " + (index + 1));
        }
        return index;
    }
}
