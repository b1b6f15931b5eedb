package org.interphase.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.engine.internal.ParallelTasks;
import org.interphase.model.Dataset;

/**
 * Runs every recipe of a project over its data, in parallel. A dataset with an analysis document is run by that
 * document's recipe, else by the project's rules, else (in a project without rules) by the template that suits best.
 */
public final class ProjectRunner {

    private final TechniqueRegistry registry;
    private final RecipeRunner runner;
    private final DatasetLoader loader;
    private final int threads;

    /** A runner that uses all cores. */
    public ProjectRunner(TechniqueRegistry registry) {
        this(registry, new RecipeRunner(registry, new OutcomeCache(0)), Runtime.getRuntime().availableProcessors());
    }

    /** A runner on a number of threads. */
    public ProjectRunner(TechniqueRegistry registry, RecipeRunner runner, int threads) {
        this.registry = registry;
        this.runner = runner;
        this.loader = new DatasetLoader(registry);
        this.threads = threads;
    }

    private record Task(int number, String sample, Path file) {

        ProjectSink.Place place(int result) {
            return new ProjectSink.Place(number, result, sample, List.of(file));
        }
    }

    // a dataset that waits for the others of its series
    private record Member(int rule, String sample, Dataset dataset, InputReference reference) {
    }

    private record FileResult<T>(List<T> kept, List<Member> members, List<String> notes, AtomicBoolean failed) {

        FileResult() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new AtomicBoolean());
        }
    }

    private record Plan(Project project, ProjectFiles files, List<ReferenceTable> tables, List<Recipe> recipes,
            Map<Path, List<AnalysisDocument>> documents) {
    }

    /**
     * What became of a project whose results went to a sink.
     *
     * @param results what the sink kept, in the order of samples, files and datasets; series last
     * @param notes what was left out and why
     */
    public record Results<T>(List<T> results, List<String> notes) {
        /** Copies the lists. */
        public Results {
            results = List.copyOf(results);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Runs a project and keeps everything in memory. Files that fail are entries of the result; the others are done
     * all the same.
     *
     * @throws IOException if the project itself cannot be used: unknown recipe, unreadable table or document
     * @throws CancellationException if the progress is cancelled
     */
    public ProjectResult run(Project project, Progress progress) throws IOException {
        Results<ProjectResult.Entry> all = run(project, (place, entry) -> entry, ProjectWatch.NONE, progress);
        return new ProjectResult(project, all.results, all.notes);
    }

    /**
     * Runs a project as {@link #run(Project, Progress)} does, with each result going to a sink as soon as it is there.
     *
     * @param sink takes the results, from several threads
     * @param watch told how many tasks there are and each that is done, from several threads
     * @throws IOException if the project itself cannot be used: unknown recipe, unreadable table or document; or if
     *     the sink cannot take a result
     * @throws CancellationException if the progress is cancelled
     */
    public <T> Results<T> run(Project project, ProjectSink<T> sink, ProjectWatch watch, Progress progress)
            throws IOException {
        Plan plan = plan(project);
        List<Task> tasks = new ArrayList<>();
        for (Sample sample : project.samples()) {
            for (Path file : plan.files.of(sample)) {
                tasks.add(new Task(tasks.size(), sample.name(), file));
            }
        }
        watch.planned(tasks.size());
        AtomicInteger done = new AtomicInteger();
        List<T> kept = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            for (FileResult<T> r : ParallelTasks.map(tasks, threads, ProjectRunner::memory, progress, task -> {
                FileResult<T> result = guarded(plan, task, sink, progress);
                watch.done(!result.failed.get());
                progress.report(0.9 * done.incrementAndGet() / tasks.size(), task.file.getFileName().toString());
                return result;
            })) {
                kept.addAll(r.kept);
                members.addAll(r.members);
                notes.addAll(r.notes);
            }
            for (Sample sample : project.samples()) {
                if (plan.files.of(sample).isEmpty()) {
                    notes.add("sample '" + sample.name() + "': no file matches " + String.join(", ", sample.files()));
                }
            }
            Collection<List<Member>> groups = groups(plan, members);
            watch.planned(tasks.size() + groups.size());
            kept.addAll(runSeries(plan, groups, tasks.size(), sink, watch, progress));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        progress.report(1, "");
        return new Results<>(kept, notes);
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
            datasets.add(withSample(ReferenceTables.attach(dataset(file, member), tables), sample, whole));
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

    private static long memory(Task task) {
        try {
            // text of numbers grows about fourfold in memory, images by their compression
            return 8 * Files.size(task.file) + (1 << 20);
        } catch (IOException e) {
            return 1 << 20;
        }
    }

    private Plan plan(Project project) throws IOException {
        ProjectFiles files = ProjectFiles.in(project.folder());
        List<Recipe> recipes = new ArrayList<>();
        for (RecipeRule rule : project.recipes()) {
            recipes.add(ProjectRecipes.recipe(files, rule, registry));
        }
        Map<Path, List<AnalysisDocument>> documents = new HashMap<>();
        for (Path document : files.analyses()) {
            AnalysisDocument analysis = AnalysisStore.read(document);
            if (!analysis.input().isSeries()) {
                documents.computeIfAbsent(AnalysisStore.resolve(document, analysis.input()), p -> new ArrayList<>())
                        .add(analysis);
            }
        }
        return new Plan(project, files, ReferenceTables.of(project, registry), recipes, documents);
    }

    /** What a file gives; whatever goes wrong with it is told as its failure and costs no other file its result. */
    private <T> FileResult<T> guarded(Plan plan, Task task, ProjectSink<T> sink, Progress progress) {
        try {
            return runFile(plan, task, sink, progress);
        } catch (CancellationException | UncheckedIOException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return unread(task, task.file.getFileName() + ": there is not enough memory for it; give Java more (-Xmx)",
                    sink);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return unread(task, task.file.getFileName() + ": unexpected error: " + e, sink);
        }
    }

    private static <T> FileResult<T> unread(Task task, String why, ProjectSink<T> sink) {
        FileResult<T> result = new FileResult<>();
        result.failed.set(true);
        result.kept.add(keep(sink, task.place(0), new ProjectResult.Entry(task.sample, List.of(task.file), "", "",
                Optional.empty(), why)));
        return result;
    }

    // a result that cannot be kept is no failure of its file: it ends the whole run
    private static <T> T keep(ProjectSink<T> sink, ProjectSink.Place place, ProjectResult.Entry entry) {
        try {
            return sink.done(place, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> FileResult<T> runFile(Plan plan, Task task, ProjectSink<T> sink, Progress progress) {
        FileResult<T> result = new FileResult<>();
        LoadedFile file;
        try {
            Stated stated = plan.project.stated(plan.files, task.file);
            if (plan.project.implicit() && !loader.recognises(Source.of(task.file).stating(stated))) {
                result.notes.add(plan.files.relative(task.file) + ": not data of a known format, left out");
                return result;
            }
            file = loader.load(task.file, stated, Progress.none());
        } catch (IOException e) {
            return unread(task, e.getMessage(), sink);
        }
        for (int i = 0; i < file.datasets().size(); i++) {
            progress.checkCancelled();
            Dataset dataset = ReferenceTables.attach(file.datasets().get(i), plan.tables);
            InputReference reference = file.reference(i);
            for (Recipe recipe : recipesFor(plan, task, dataset, reference, result.members)) {
                ProjectSink.Place place = task.place(result.kept.size());
                result.kept.add(sink.kept(place, recipe, dataset, reference).orElseGet(() -> {
                    ProjectResult.Entry entry = entry(place, runner.run(recipe, dataset, reference,
                            plan.project.folder(), cancelOnly(progress)));
                    result.failed.compareAndSet(false, entry.isFailed());
                    return keep(sink, place, entry);
                }));
            }
        }
        if (result.kept.isEmpty() && result.members.isEmpty()) {
            result.notes.add(plan.files.relative(task.file) + ": no recipe for " + (file.datasets().size() == 1
                    ? "this data (" + file.datasets().get(0).kind() + ")" : "any of its datasets") + ", left out");
        }
        return result;
    }

    private List<Recipe> recipesFor(Plan plan, Task task, Dataset dataset, InputReference reference,
            List<Member> members) {
        List<Recipe> own = plan.documents.getOrDefault(task.file, List.of()).stream()
                .filter(d -> d.input().index() == reference.index()).map(AnalysisDocument::recipe).toList();
        List<Recipe> out = new ArrayList<>(own);
        for (int i = 0; i < plan.recipes.size(); i++) {
            RecipeRule rule = plan.project.recipes().get(i);
            Recipe recipe = plan.recipes.get(i);
            if (!ProjectRecipes.applies(plan.files, rule, recipe, task.file, dataset)) {
                continue;
            }
            if (recipe.scope() == Recipe.Scope.SERIES) {
                members.add(new Member(i, task.sample, dataset, reference));
            } else if (own.isEmpty()) {
                out.add(recipe);
            }
        }
        if (own.isEmpty() && plan.project.recipes().isEmpty()) {
            registry.suggest(dataset).stream().filter(r -> r.scope() == Recipe.Scope.EACH).findFirst()
                    .ifPresent(out::add);
        }
        return out;
    }

    private static Collection<List<Member>> groups(Plan plan, List<Member> members) {
        Map<String, List<Member>> groups = new LinkedHashMap<>();
        for (Member m : members) {
            boolean whole = plan.project.recipes().get(m.rule).over() == RecipeRule.Over.PROJECT;
            groups.computeIfAbsent(m.rule + "\0" + (whole ? "" : m.sample), k -> new ArrayList<>()).add(m);
        }
        return groups.values();
    }

    private <T> List<T> runSeries(Plan plan, Collection<List<Member>> groups, int first, ProjectSink<T> sink,
            ProjectWatch watch, Progress progress) {
        List<List<Member>> ordered = List.copyOf(groups);
        List<Integer> numbers = IntStream.range(0, ordered.size()).boxed().toList();
        return ParallelTasks.map(numbers, threads, g -> 1L << 20, progress, number -> {
            List<Member> group = ordered.get(number);
            Recipe recipe = plan.recipes.get(group.get(0).rule);
            boolean whole = plan.project.recipes().get(group.get(0).rule).over() == RecipeRule.Over.PROJECT;
            String sample = whole ? "" : group.get(0).sample;
            List<Dataset> datasets = group.stream().map(m -> withSample(m.dataset, m.sample, whole)).toList();
            SeriesInputs.Joined joined = SeriesInputs.join(whole ? plan.project.title() : sample, datasets,
                    group.stream().map(Member::reference).toList());
            Dataset series = ReferenceTables.attach(joined.dataset(), plan.tables);
            ProjectSink.Place place = new ProjectSink.Place(first + number, 0, sample,
                    group.stream().map(m -> Path.of(m.reference.path())).distinct().toList());
            boolean[] ok = {true};
            T kept = sink.kept(place, recipe, series, joined.reference()).orElseGet(() -> {
                ProjectResult.Entry entry = entry(place, runner.run(recipe, series, joined.reference(),
                        plan.project.folder(), cancelOnly(progress)));
                ok[0] = !entry.isFailed();
                return keep(sink, place, entry);
            });
            watch.done(ok[0]);
            return kept;
        });
    }

    // over the whole project, members are samples and called so
    private static Dataset withSample(Dataset dataset, String sample, boolean whole) {
        Dataset d = dataset.withHeader(dataset.header().withMetadata(dataset.metadata().with("sample", sample)));
        return whole ? d.withHeader(d.header().withName(sample)) : d;
    }

    private static ProjectResult.Entry entry(ProjectSink.Place place, Run run) {
        return new ProjectResult.Entry(place.sample(), place.files(), run.source().name(), run.recipe().id(),
                Optional.of(run), run.failure().map(Failure::pretty).orElse(""));
    }

    // the fraction of one file among many says nothing about the whole
    private static Progress cancelOnly(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                // counted by file
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
