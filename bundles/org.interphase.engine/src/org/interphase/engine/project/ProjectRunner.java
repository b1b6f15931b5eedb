package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.interphase.api.Progress;
import org.interphase.api.ReferenceTable;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/** Runs every recipe of a project over its data, in parallel. */
public final class ProjectRunner {

    private final TechniqueRegistry registry;
    private final RecipeRunner runner;
    private final DatasetLoader loader;
    private final int threads;

    /** A runner that uses all cores. */
    public ProjectRunner(TechniqueRegistry registry) {
        this(registry, new RecipeRunner(registry, new OutcomeCache(0)), BatchRunner.allCores());
    }

    /** A runner on a number of threads. */
    public ProjectRunner(TechniqueRegistry registry, RecipeRunner runner, int threads) {
        this.registry = registry;
        this.runner = runner;
        this.loader = new DatasetLoader(registry);
        this.threads = threads;
    }

    /**
     * Runs a project and keeps everything in memory. Files that fail are entries of the result; the others are done
     * all the same.
     *
     * @throws IOException if the project itself cannot be used: unknown recipe, unreadable table or document
     * @throws CancellationException if the progress is cancelled
     */
    public ProjectResult run(Project project, Progress progress) throws IOException {
        List<InputResult> all = new ArrayList<>();
        List<ProjectGap> gaps = run(project, new BatchSink<InputResult>() {
            @Override
            public InputResult done(InputResult result) {
                return result;
            }

            @Override
            public void next(InputResult kept) {
                all.add(kept);
            }
        }, BatchWatch.NONE, progress);
        return new ProjectResult(project, all, gaps);
    }

    /**
     * Runs a project as {@link #run(Project, Progress)} does, with each result going to a sink as soon as it is there.
     *
     * @return what is in no result and why
     * @throws IOException if the project itself cannot be used: unknown recipe, unreadable table or document; or if
     *     the sink takes nothing
     * @throws CancellationException if the progress is cancelled
     */
    public List<ProjectGap> run(Project project, BatchSink<?> sink, BatchWatch watch, Progress progress)
            throws IOException {
        ProjectPlan plan = new ProjectPlan(project, registry);
        return plan.gaps(new BatchRunner(runner, threads).run(plan.inputs(), plan, sink, watch, progress));
    }

    /**
     * Runs the recipe of an analysis document again over the raw files it names.
     *
     * @param project the project the raw files belong to
     * @param document where the analysis document is; paths in it are relative to its folder
     * @throws IOException if a raw file or a table of the project cannot be read
     */
    public Run rerun(Project project, Path document, AnalysisDocument analysis, Progress progress) throws IOException {
        List<ReferenceTable> tables = ReferenceTables.of(project, registry);
        InputReference input = analysis.input();
        if (!input.isSeries()) {
            LoadedFile file = loader.load(AnalysisStore.resolve(document, input), input.stated(), progress);
            return runner.run(analysis.recipe(), ReferenceTables.attach(dataset(file, input), tables),
                    file.reference(input.index()), project.folder(), progress);
        }
        boolean whole = project.sample(input.dataset()).isEmpty();
        ProjectFiles files = ProjectFiles.in(project.folder());
        List<Dataset> datasets = new ArrayList<>();
        List<InputReference> references = new ArrayList<>();
        for (InputReference member : input.members()) {
            LoadedFile file = loader.load(AnalysisStore.resolve(document, member), member.stated(),
                    progress);
            String sample = project.samples().stream().filter(s -> files.of(s).contains(file.path())).findFirst()
                    .map(Sample::name).orElse("");
            datasets.add(ProjectPlan.withSample(ReferenceTables.attach(dataset(file, member), tables), sample, whole));
            references.add(file.reference(member.index()));
        }
        SeriesInputs.Joined joined = SeriesInputs.join(input.dataset(), datasets, references);
        return runner.run(analysis.recipe(), ReferenceTables.attach(joined.dataset(), tables), joined.reference(),
                project.folder(), progress);
    }

    private static Dataset dataset(LoadedFile file, InputReference input) throws IOException {
        if (input.index() >= file.datasets().size()) {
            throw new IOException(file.path().getFileName() + " has " + file.datasets().size()
                    + " datasets; there is no number " + (input.index() + 1) + " (" + input.dataset() + ")");
        }
        return file.datasets().get(input.index());
    }
}
