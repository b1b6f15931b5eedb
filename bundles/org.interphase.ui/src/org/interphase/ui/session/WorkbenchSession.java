package org.interphase.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.interphase.api.Progress;
import org.interphase.api.Stated;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.reading.StatedMemory;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.registry.TechniqueRegistry;

/** What the parts of one workbench share: installed techniques, runner, the open project, recovery. */
public final class WorkbenchSession {

    /** What needs the techniques, made when they are first asked for. */
    private record Engine(TechniqueRegistry registry, DatasetLoader loader, RecipeRunner runner,
            StatedMemory memory) {
    }

    /** Under which name the open project is remembered. */
    public static final String PROJECT = "project";

    /** Under which name the megabytes are remembered that results may take. */
    public static final String CACHE = "memory.results";

    /** Under which name files and projects that were opened are remembered, the newest first. */
    public static final String RECENT = "recent";

    private static final int RECENT_KEPT = 12;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private static final int PATIENCE = 10;
    private final Supplier<PluginManager> plugins;
    private final Recovery recovery;
    private final Path state;
    private final Remembered remembered;
    private final OwnRecipes own;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keeps what is remembered").factory());
    private volatile boolean leaving;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Engine engine;
    private volatile Path project;
    private volatile List<Path> projectFiles = List.of();

    /**
     * @param plugins gives the installed techniques and plug-ins; asked when they are first needed
     * @param state folder for what must survive a crash
     */
    public WorkbenchSession(Supplier<PluginManager> plugins, Path state) {
        this.plugins = Objects.requireNonNull(plugins);
        this.state = state;
        this.recovery = new Recovery(state.resolve("recovery"));
        this.remembered = new Remembered(kept("remembered.properties"));
        this.own = new OwnRecipes(state.resolve("recipes"), this::onDisk, (what, why) -> ILog.of(
                WorkbenchSession.class).warn(what + ": " + why.getMessage(), why));
    }

    /** Remembers a file that was opened. */
    public void opened(Path file) {
        remembered.push(RECENT, file.toString(), RECENT_KEPT);
    }

    /** What is remembered from one start to the next. */
    public Remembered remembered() {
        return remembered;
    }

    /** The folder for what must survive a crash. */
    public Path state() {
        return state;
    }

    /** A small file of the window's own state. */
    public KeptFile kept(String name) {
        return new KeptFile(state.resolve(name), writer, e -> ILog.of(WorkbenchSession.class)
                .warn("The window's state cannot be kept: " + e.getMessage(), e));
    }

    /** Does things on disk soon, not on the calling thread, in the order they were asked for. */
    interface Disk {
        /** Does this behind all that was asked for before. */
        void later(DiskWork work);
    }

    /** Recipes that the analyst keeps under names of their own. */
    public OwnRecipes ownRecipes() {
        return own;
    }

    /** Something to be done on disk. */
    public interface DiskWork {
        /** @throws IOException if the disk refuses */
        void run() throws IOException;
    }

    /** Does something on disk soon, not on the calling thread, in the order it was asked for. */
    public void onDisk(DiskWork work) {
        writer.execute(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                ILog.of(WorkbenchSession.class).warn("The window's state cannot be kept: " + e.getMessage(), e);
            }
        });
    }

    /** Whether the analyst was asked what is to become of unsaved work and the program ends. */
    public boolean isLeaving() {
        return leaving;
    }

    /** Says that the program ends, or that it stays after all. */
    public void setLeaving(boolean now) {
        leaving = now;
    }

    /** Puts on disk what is still on its way there. */
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Engine engine() {
        if (engine == null) {
            TechniqueRegistry registry = plugins.get().registry();
            DatasetLoader loader = new DatasetLoader(registry);
            engine = new Engine(registry, loader, new RecipeRunner(registry, cache()),
                    new StatedMemory(state.resolve("stated.yaml"), loader));
        }
        return engine;
    }

    /** Results that are kept to be shown again at once; how much memory they may take is the analyst's choice. */
    private OutcomeCache cache() {
        int megabytes = remembered.number(CACHE, 0);
        return megabytes > 0 ? new OutcomeCache(megabytes * BYTES_PER_MEGABYTE) : new OutcomeCache();
    }

    /** The user's plug-ins. */
    public PluginManager plugins() {
        return plugins.get();
    }

    /**
     * Uses the techniques and plug-ins there are now for what is opened and run from now on. Outcomes that are kept are
     * forgotten: a plug-in may have been replaced by another version of itself.
     */
    public void techniquesChanged() {
        TechniqueRegistry now = plugins.get().registry();
        synchronized (this) {
            if (engine != null && engine.registry() != now) {
                engine = null;
            }
        }
    }

    /** The installed techniques. */
    public TechniqueRegistry registry() {
        return engine().registry();
    }

    /** Reads raw files. */
    public DatasetLoader loader() {
        return engine().loader();
    }

    /** What was said of files. */
    public StatedMemory memory() {
        return engine().memory();
    }

    /**
     * What is said of a file: by the analyst in this workbench, else by the project that holds it.
     *
     * @throws IOException if the project cannot be read
     */
    public Stated stated(Path file) throws IOException {
        Stated said = memory().of(file);
        Path absolute = file.toAbsolutePath().normalize();
        if (project == null || !absolute.startsWith(project)) {
            return said;
        }
        Project of = ProjectStore.read(project);
        return of.stated().isEmpty() ? said : said.orElse(of.stated(ProjectFiles.in(project), absolute));
    }

    /**
     * Reads a file with what is said of it.
     *
     * @throws IOException as {@link DatasetLoader#load}
     */
    public LoadedFile load(Path file, Progress progress) throws IOException {
        return loader().load(file, stated(file), progress);
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
        remembered.put(PROJECT, project == null ? "" : project.toString());
        if (project != null) {
            remembered.push(RECENT, project.toString(), RECENT_KEPT);
        }
        projectChanged();
    }

    /** The files of the open project as they were when it last changed; empty while they are listed. */
    public List<Path> projectFiles() {
        return projectFiles;
    }

    private void listFiles() {
        Path folder = project;
        projectFiles = List.of();
        if (folder != null) {
            Job.createSystem("List the files of the project", (ICoreRunnable) monitor -> {
                try {
                    List<Path> all = ProjectFiles.in(folder).all();
                    projectFiles = folder.equals(project) ? List.copyOf(all) : projectFiles;
                } catch (IOException e) {
                    // the project view tells what is wrong with the folder
                    ILog.of(WorkbenchSession.class).warn("The project cannot be listed: " + e.getMessage(), e);
                }
            }).schedule();
        }
    }

    /** Tells everybody that files of the project changed. */
    public void projectChanged() {
        listFiles();
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
