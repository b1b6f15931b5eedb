package org.interphase.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.interphase.engine.DatasetLoader;
import org.interphase.engine.OutcomeCache;
import org.interphase.engine.RecipeRunner;
import org.interphase.engine.TechniqueRegistry;

/** What the parts of one workbench share: installed techniques, runner, the open project, recovery. */
public final class WorkbenchSession {

    /** What needs the techniques, made when they are first asked for. */
    private record Engine(TechniqueRegistry registry, DatasetLoader loader, RecipeRunner runner) {
    }

    private final Supplier<TechniqueRegistry> techniques;
    private final Recovery recovery;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Engine engine;
    private Path project;

    /**
     * @param techniques gives the installed techniques; asked once, when they are first needed
     * @param state folder for what must survive a crash
     */
    public WorkbenchSession(Supplier<TechniqueRegistry> techniques, Path state) {
        this.techniques = Objects.requireNonNull(techniques);
        this.recovery = new Recovery(state.resolve("recovery"));
    }

    private synchronized Engine engine() {
        if (engine == null) {
            TechniqueRegistry registry = techniques.get();
            engine = new Engine(registry, new DatasetLoader(registry), new RecipeRunner(registry, new OutcomeCache()));
        }
        return engine;
    }

    /** The installed techniques. */
    public TechniqueRegistry registry() {
        return engine().registry();
    }

    /** Reads raw files. */
    public DatasetLoader loader() {
        return engine().loader();
    }

    /** Runs recipes. */
    public RecipeRunner runner() {
        return engine().runner();
    }

    /** Keeps unsaved recipes over a crash. */
    public Recovery recovery() {
        return recovery;
    }

    /** The folder of the open project, if one is open. */
    public Optional<Path> project() {
        return Optional.ofNullable(project);
    }

    /** Opens a project folder, or closes it with null. */
    public void openProject(Path folder) {
        project = folder == null ? null : folder.toAbsolutePath().normalize();
        projectChanged();
    }

    /** Tells everybody that files of the project changed. */
    public void projectChanged() {
        listeners.forEach(Runnable::run);
    }

    /** Calls back when another project is open or its files changed; the result ends it. */
    public Runnable onProject(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The folder relative paths of a recipe begin at: the project if it holds the file, else the file's folder. */
    public Path folderOf(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        return project != null && absolute.startsWith(project) ? project : absolute.getParent();
    }
}
