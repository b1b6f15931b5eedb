package org.interphase.ui.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.interphase.engine.project.ProjectText;

/**
 * Changes the {@code project.yaml} of a folder, one change after the other, away from the window's thread. The document
 * is read anew for each change, so that what others write into it meanwhile is kept; then nothing before it can be
 * undone any more.
 */
public final class ProjectModel {

    /** A change of the document. */
    public interface Edit {
        /**
         * The changed document.
         *
         * @throws IOException if the change cannot be made
         * @throws IllegalArgumentException if it makes no sense, saying why
         */
        ProjectText apply(ProjectText text) throws IOException;
    }

    /** A state of the document before or after a change. */
    private record Step(String label, ProjectText before, ProjectText after) {
    }

    private static final int MOST = 100;
    private final Executor worker;
    private final Runnable changed;
    private final Consumer<String> trouble;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Path folder;

    /**
     * @param worker runs changes in order
     * @param changed called after the document was written, on the worker
     * @param trouble is told why a change was not made, on the worker
     */
    public ProjectModel(Executor worker, Runnable changed, Consumer<String> trouble) {
        this.worker = Objects.requireNonNull(worker);
        this.changed = Objects.requireNonNull(changed);
        this.trouble = Objects.requireNonNull(trouble);
    }

    /** Works on another folder from now on; null for none. */
    public void open(Path other) {
        worker.execute(() -> {
            if (!Objects.equals(folder, other)) {
                folder = other;
                clear();
            }
        });
    }

    private synchronized void clear() {
        done.clear();
        undone.clear();
    }

    /** Makes a change and writes it. */
    public void edit(String label, Edit edit) {
        worker.execute(() -> {
            try {
                ProjectText now = ProjectText.read(folder);
                keepOnly(now);
                ProjectText next = edit.apply(now);
                if (!next.text().equals(now.text())) {
                    ProjectText saved = next.save();
                    synchronized (this) {
                        done.push(new Step(label, now, saved));
                        undone.clear();
                        while (done.size() > MOST) {
                            done.removeLast();
                        }
                    }
                    changed.run();
                }
            } catch (IOException | IllegalArgumentException e) {
                trouble.accept(NLS.bind(Messages.ProjectModel_trouble, label, e.getMessage()));
            }
        });
    }

    // what others wrote must not be undone
    private synchronized void keepOnly(ProjectText now) {
        if (!done.isEmpty() && !done.peek().after.text().equals(now.text())
                || !undone.isEmpty() && !undone.peek().before.text().equals(now.text())) {
            clear();
        }
    }

    /** Writes the document of a folder that has none. */
    public void create(ProjectText text) {
        worker.execute(() -> {
            try {
                text.save();
                changed.run();
            } catch (IOException e) {
                trouble.accept(NLS.bind(Messages.ProjectModel_new, e.getMessage()));
            }
        });
    }

    /** What would be undone; empty if nothing can be. */
    public synchronized String undoLabel() {
        return done.isEmpty() ? "" : done.peek().label;
    }

    /** What would be done again; empty if nothing can be. */
    public synchronized String redoLabel() {
        return undone.isEmpty() ? "" : undone.peek().label;
    }

    /** Takes the last change back. */
    public void undo() {
        worker.execute(() -> step(done, undone, Messages.ProjectModel_undo));
    }

    /** Makes the change that was taken back last again. */
    public void redo() {
        worker.execute(() -> step(undone, done, Messages.ProjectModel_redo));
    }

    private void step(Deque<Step> from, Deque<Step> to, String what) {
        try {
            ProjectText now = ProjectText.read(folder);
            keepOnly(now);
            Step step;
            synchronized (this) {
                step = from.poll();
            }
            if (step == null) {
                trouble.accept(NLS.bind(Messages.ProjectModel_changed, what));
                return;
            }
            now.back(from == done ? step.before : step.after).save();
            synchronized (this) {
                to.push(step);
            }
            changed.run();
        } catch (IOException e) {
            trouble.accept(NLS.bind(Messages.ProjectModel_trouble, what, e.getMessage()));
        }
    }
}
