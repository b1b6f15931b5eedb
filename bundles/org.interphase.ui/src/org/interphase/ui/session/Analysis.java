package org.interphase.ui.session;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeHistory;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.model.figure.Figure;
import org.interphase.ui.session.AnalysisListener.Change;

/**
 * One dataset under analysis: its recipe with all earlier versions, and the newest result. Lives on the user
 * interface thread; runs happen elsewhere, and the last valid result stays until a newer one is there.
 */
public final class Analysis {

    private static final long COARSE_BYTES = 200_000_000;
    private final WorkbenchSession session;
    private final Dataset dataset;
    private final InputReference input;
    private final Path folder;
    private final RunQueue queue;
    private final List<AnalysisListener> listeners = new CopyOnWriteArrayList<>();
    private RecipeHistory history;
    private Recipe saved;
    private Recipe shown;
    private Result result;
    private List<Recipe> preferred = List.of();
    private CoarsePicture coarse;
    private RecipeRunner coarseRunner;
    private TechniqueRegistry coarseRegistry;
    private Figure preview;
    private String trouble = "";
    private String selectedComponent = "";
    private String selectedStep = "";

    /**
     * @param recipe recipe to begin with; an empty one runs nothing
     * @param folder where relative paths in parameters begin
     * @param ui runs code on the user interface thread
     */
    public Analysis(WorkbenchSession session, Dataset dataset, InputReference input, Recipe recipe, Path folder,
            Executor ui) {
        this.session = Objects.requireNonNull(session);
        this.dataset = Objects.requireNonNull(dataset);
        this.input = Objects.requireNonNull(input);
        this.folder = folder;
        this.history = RecipeHistory.of(recipe);
        this.saved = recipe;
        this.shown = recipe;
        this.queue = new RunQueue(NLS.bind(Messages.Analysis_run, dataset.name()), ui);
    }

    /** A recipe without steps. */
    public static Recipe emptyRecipe(Dataset dataset) {
        String[] kinds = dataset instanceof Series s ? s.members().stream().map(m -> m.kind().id()).distinct()
                .toArray(String[]::new) : new String[] {dataset.kind().id()};
        return Recipe.of("own/analysis", "Own recipe", "", Applicability.of(kinds));
    }

    /** The session it belongs to. */
    public WorkbenchSession session() {
        return session;
    }

    /** The raw dataset. */
    public Dataset dataset() {
        return dataset;
    }

    /** Which data it is. */
    public InputReference input() {
        return input;
    }

    /** Where relative paths in parameters begin. */
    public Path folder() {
        return folder;
    }

    /** The recipe in force, or the one being tried while something is dragged. */
    public Recipe recipe() {
        return shown;
    }

    /** All versions of the recipe. */
    public RecipeHistory history() {
        return history;
    }

    /** The newest result, if one is there. */
    public Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    /** What went unexpectedly wrong with the newest run; empty if nothing. */
    public String trouble() {
        return trouble;
    }

    /** Whether a run is under way. */
    public boolean isRunning() {
        return queue.isRunning();
    }

    /** How far the run is, 0 to 1; NaN if that cannot be known. */
    public double progress() {
        return queue.fraction();
    }

    /** Recipes that suit the data: those of the project, then the analyst's own, then the others, best first. */
    public List<Recipe> suggestions() {
        Recipe.Scope scope = dataset instanceof Series ? Recipe.Scope.SERIES : Recipe.Scope.EACH;
        Set<String> seen = new HashSet<>();
        Stream<Recipe> own = session.ownRecipes().all().stream().filter(r -> r.applies().score(dataset) > 0);
        return Stream.of(preferred.stream(), own, session.registry().suggest(dataset).stream())
                .flatMap(all -> all).filter(r -> r.scope() == scope && seen.add(r.id())).toList();
    }

    /** Puts recipes before all other suggestions, those first that suit the data best. */
    public void prefer(List<Recipe> recipes) {
        preferred = recipes.stream().sorted(Comparator.comparingInt((Recipe r) -> r.applies().score(dataset))
                .reversed()).toList();
    }

    /** Whether the result is that of the recipe in force; not so while it runs, or after a run was cancelled. */
    public boolean isCurrent() {
        return result != null && result.run().recipe().equals(shown);
    }

    /** Listens. */
    public void addListener(AnalysisListener listener) {
        listeners.add(listener);
    }

    /** Stops listening. */
    public void removeListener(AnalysisListener listener) {
        listeners.remove(listener);
    }

    private void tell(Change change) {
        listeners.forEach(l -> l.changed(change));
    }

    /** Makes a new version of the recipe and runs it. */
    public void edit(Recipe next, String label) {
        RecipeHistory before = history;
        history = history.push(next, label);
        show(history.current());
        if (history != before) {
            tell(Change.RECIPE);
        }
    }

    /** Runs a recipe without making a version of it, as while something is dragged. */
    public void preview(Recipe next) {
        shown = next;
        run(false);
        tell(Change.RECIPE);
    }

    /**
     * Runs a recipe without making a version of it, as while a parameter of a step is dragged. Of a large picture
     * only the steps up to that one run, over a coarser copy; see {@link #previewed()}.
     */
    public void preview(Recipe next, String step) {
        if (!CoarsePicture.isWorthwhile(dataset)) {
            preview(next);
            return;
        }
        shown = next;
        RecipeEdits edits = new RecipeEdits(session.registry());
        queue.request(false, progress -> {
            Run run = coarseRunner().run(coarse.recipe(next, step, edits), coarse.raster(), input, folder, progress);
            return session.registry().figures(dataset, run.overlays()).get(0);
        }, figure -> {
            preview = figure;
            tell(Change.PREVIEW);
        }, this::wentWrong, () -> tell(Change.PROGRESS));
        tell(Change.RECIPE);
    }

    /** Called by the queue's one thread only; outcomes of the coarse picture are kept apart from those of the full. */
    private RecipeRunner coarseRunner() {
        if (coarse == null) {
            coarse = CoarsePicture.of((Raster) dataset);
        }
        // another one where plug-ins were put in, changed or taken away
        TechniqueRegistry now = session.registry();
        if (coarseRegistry != now) {
            coarseRegistry = now;
            coarseRunner = new RecipeRunner(now, new OutcomeCache(COARSE_BYTES));
        }
        return coarseRunner;
    }

    /** The newest coarse picture of what a step will do, if one was asked for. */
    public Optional<Figure> previewed() {
        return Optional.ofNullable(preview);
    }

    /** Goes one version back. */
    public void undo() {
        move(history.undo());
    }

    /** Goes one version forward. */
    public void redo() {
        move(history.redo());
    }

    private void move(RecipeHistory to) {
        if (to != history) {
            history = to;
            show(history.current());
            tell(Change.RECIPE);
        }
    }

    private void show(Recipe recipe) {
        shown = recipe;
        run(true);
    }

    /** Runs the recipe again. */
    public void rerun() {
        run(true);
    }

    private void run(boolean cancelOther) {
        Recipe recipe = shown;
        queue.request(cancelOther, progress -> Result.of(session.runner().run(recipe, dataset, input, folder, progress),
                session.registry()), done -> {
                    result = done;
                    trouble = "";
                    tell(Change.RESULT);
                }, this::wentWrong, () -> tell(Change.PROGRESS));
        tell(Change.PROGRESS);
    }

    private void wentWrong(Throwable problem) {
        trouble = NLS.bind(Messages.Analysis_defect, problem);
        tell(Change.PROGRESS);
    }

    /** Gives up the run under way; the last result stays. */
    public void cancel() {
        queue.cancel();
    }

    /** Whether there are changes that are not saved. */
    public boolean isDirty() {
        return !history.current().equals(saved);
    }

    /** The recipe as it was when it was opened or last saved. */
    public Recipe saved() {
        return saved;
    }

    /** Takes the recipe in force as saved. */
    public void markSaved() {
        saved = history.current();
        tell(Change.SAVED);
    }

    /** Takes another recipe as the one on disk, as when a crash left an unsaved one. */
    public void markSaved(Recipe onDisk) {
        saved = onDisk;
        tell(Change.SAVED);
    }

    /** The analysis as it is kept on disk: with the numbers if they belong to the recipe in force. */
    public AnalysisDocument document() {
        if (result != null && result.run().recipe().equals(history.current())) {
            return AnalysisDocument.of(result.run());
        }
        return AnalysisDocument.of(history.current(), input);
    }

    /** The selected component; empty if none. */
    public String selectedComponent() {
        return selectedComponent;
    }

    /** The selected step; empty if none. */
    public String selectedStep() {
        return selectedStep;
    }

    /** Selects a component (empty for none) and the step it belongs to (empty to leave it). */
    public void select(String step, String component) {
        boolean other = !component.equals(selectedComponent) || !step.isEmpty() && !step.equals(selectedStep);
        selectedComponent = component;
        selectedStep = step.isEmpty() ? selectedStep : step;
        if (other) {
            tell(Change.SELECTION);
        }
    }

    /** Ends runs; listeners hear nothing more. */
    public void dispose() {
        listeners.clear();
        queue.cancel();
    }
}
