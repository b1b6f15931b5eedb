package org.interphase.ui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportWriter;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.session.WorkbenchSession;

/** The page as it would be, written beside the window's own state: the report in the project stays as it is. */
final class ReportPreview {

    private final WorkbenchSession session;
    private final Display display;
    private final BiConsumer<String, Boolean> say;
    private Job job;

    /** @param say takes a message, and whether it is a bad one */
    ReportPreview(WorkbenchSession session, Display display, BiConsumer<String, Boolean> say) {
        this.session = session;
        this.display = display;
        this.say = say;
    }

    /**
     * Writes the page in a job.
     *
     * @param open takes the page when it is written, on the window's thread
     */
    void write(Path folder, Consumer<Path> open) {
        cancel();
        say.accept(Messages.ReportPreview_making, false);
        Path out = session.state().resolve("preview").resolve(folder.getFileName().toString());
        job = Job.create(Messages.ReportPreview_job, (ICoreRunnable) monitor -> {
            try {
                ReportWriter.Written written = new ReportWriter(session.registry(), Clock.systemUTC()).run(
                        new ProjectRunner(session.registry()), ProjectStore.read(folder), out,
                        EnumSet.of(ReportFormat.HTML), false, BatchWatch.NONE, new MonitorProgress(monitor));
                later(() -> {
                    say.accept(written.hasFailures() ? Messages.ReportPreview_failures : "",
                            written.hasFailures());
                    open.accept(written.files().get(0));
                });
            } catch (CancellationException e) {
                later(() -> say.accept("", false));
            } catch (IOException e) {
                later(() -> say.accept(NLS.bind(Messages.ReportPreview_none, e.getMessage()), true));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                ILog.get().error("The preview failed", e);
                later(() -> say.accept(NLS.bind(Messages.ReportPreview_defect, e), true));
            }
        });
        job.schedule();
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void later(Runnable run) {
        if (!display.isDisposed()) {
            display.asyncExec(run);
        }
    }
}
