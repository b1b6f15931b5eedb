package org.interphase.engine.project;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interphase.api.Stated;
import org.interphase.api.parameters.Parameters;

/**
 * A folder of raw data and what is known about it. Everything in it is named relative to the folder, so that the
 * folder can be moved.
 *
 * @param folder absolute path
 * @param title title of the project and its report
 * @param samples samples, sorted by their order
 * @param recipes which recipe is run over what; if empty, the recipe that suits best
 * @param tables files with reference values of the project's own
 * @param stated what is said of files that they do not say themselves; a later entry adds to and replaces earlier ones
 * @param results folders with what a cluster found in files of the project; relative, with '/'
 * @param report layout of the report as a tree of plain values
 * @param implicit whether there is no {@code project.yaml} and this is only a guess from the files
 */
public record Project(Path folder, String title, List<Sample> samples, List<RecipeRule> recipes,
        List<TableFile> tables, List<FileStatement> stated, List<String> results, Map<String, Object> report,
        boolean implicit) {

    /**
     * A file with reference values.
     *
     * @param id identifier of the reference table it adds to, for example {@code xps.binding-energies}
     * @param file path of a CSV file relative to the project's folder
     */
    public record TableFile(String id, String file) {
    }

    /**
     * What is said of some files.
     *
     * @param files wild card as of a {@link RecipeRule}; empty for all files
     * @param stated what is said
     */
    public record FileStatement(String files, Stated stated) {
        /** Requires both. */
        public FileStatement {
            Objects.requireNonNull(files, "files");
            Objects.requireNonNull(stated, "stated");
        }
    }

    /** @throws IllegalArgumentException if two samples have one name */
    public Project {
        Objects.requireNonNull(title, "title");
        folder = folder.toAbsolutePath().normalize();
        samples = samples.stream().sorted(Comparator.comparingInt(Sample::order)).toList();
        recipes = List.copyOf(recipes);
        tables = List.copyOf(tables);
        stated = List.copyOf(stated);
        results = List.copyOf(results);
        report = Parameters.copyTree(report);
        if (samples.stream().map(Sample::name).distinct().count() != samples.size()) {
            throw new IllegalArgumentException("two samples have one name");
        }
    }

    /** A project whose files no cluster has analysed. */
    public Project(Path folder, String title, List<Sample> samples, List<RecipeRule> recipes, List<TableFile> tables,
            List<FileStatement> stated, Map<String, Object> report, boolean implicit) {
        this(folder, title, samples, recipes, tables, stated, List.of(), report, implicit);
    }

    /** The sample of this name. */
    public Optional<Sample> sample(String name) {
        return samples.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** What is said of a file of the project. */
    public Stated stated(ProjectFiles files, Path file) {
        Stated out = Stated.NOTHING;
        for (FileStatement s : stated) {
            out = files.matches(s.files(), file) ? s.stated().orElse(out) : out;
        }
        return out;
    }

    /** The same project with other samples. */
    public Project withSamples(List<Sample> other) {
        return new Project(folder, title, other, recipes, tables, stated, results, report, false);
    }

    /** The same project with another report layout. */
    public Project withReport(Map<String, Object> layout) {
        return new Project(folder, title, samples, recipes, tables, stated, results, layout, implicit);
    }
}
