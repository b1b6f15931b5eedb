package org.interphase.ui.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportWriter;
import org.interphase.ui.editor.MessageBar;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.WorkbenchSession;

/** Runs the project and writes its report into the folder "report" of the project. */
public final class ReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        WorkbenchSession session = window.getService(WorkbenchSession.class);
        Optional<Path> project = session.project();
        Shell shell = window.getShell();
        Say say = (text, bad, offers) -> {
            if (window.getActivePage() != null
                    && window.getActivePage().findView(NavigatorView.ID) instanceof NavigatorView view) {
                view.say(text, bad, offers);
            }
        };
        if (project.isEmpty()) {
            say.say("A report is made of a project: open its folder first.", true, List.of());
            return null;
        }
        say.say("The report is being written \u2026", false, List.of());
        Job job = Job.create("Report of " + project.get().getFileName(), (ICoreRunnable) monitor -> {
            try {
                MonitorProgress progress = new MonitorProgress(monitor);
                ReportWriter.Written written = new ReportWriter(session.registry(), Clock.systemUTC()).run(
                        new ProjectRunner(session.registry()), ProjectStore.read(project.get()),
                        project.get().resolve("report"), EnumSet.allOf(ReportFormat.class), false, BatchWatch.NONE,
                        progress);
                shell.getDisplay().asyncExec(() -> done(say, session, written));
            } catch (CancellationException e) {
                shell.getDisplay().asyncExec(() -> say.say("The report was cancelled.", false, List.of()));
            } catch (IOException e) {
                shell.getDisplay().asyncExec(() -> say.say("The report is not written: " + e.getMessage(), true,
                        List.of()));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                org.eclipse.core.runtime.ILog.get().error("The report failed", e);
                shell.getDisplay().asyncExec(() -> say.say("The report failed unexpectedly (" + e
                        + "); this is a defect.", true, List.of()));
            }
        });
        job.schedule();
        return null;
    }

    /** Where messages go. */
    private interface Say {
        void say(String text, boolean bad, List<MessageBar.Offer> offers);
    }

    private static void done(Say say, WorkbenchSession session, ReportWriter.Written report) {
        session.projectChanged();
        List<Path> written = report.files();
        long failed = report.data().inputFailures().size()
                + report.data().entries().stream().filter(e -> e.failure().isPresent()).count();
        String failures = failed == 0 ? "" : " " + failed + (failed == 1 ? " file" : " files")
                + " could not be analysed; the report tells why.";
        List<MessageBar.Offer> open = written.stream().filter(p -> p.toString().endsWith(".html")
                || p.toString().endsWith(".pdf")).map(p -> new MessageBar.Offer("Open "
                        + (p.toString().endsWith(".pdf") ? "PDF" : "page"), p.toString(),
                        () -> Program.launch(p.toUri().toString()))).toList();
        say.say("The report is in the folder " + written.get(0).getParent().getFileName() + "." + failures, failed > 0,
                open);
    }
}
