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
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.report.ReportFolder;
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
            say.say(Messages.ReportHandler_noProject, true, List.of());
            return null;
        }
        say.say(Messages.ReportHandler_writing, false, List.of());
        Job job = Job.create(NLS.bind(Messages.ReportHandler_job, project.get().getFileName()),
                (ICoreRunnable) monitor -> {
            try {
                MonitorProgress progress = new MonitorProgress(monitor);
                ReportWriter.Written written = new ReportWriter(session.registry(), Clock.systemUTC()).run(
                        new ProjectRunner(session.registry()), ProjectStore.read(project.get()),
                        ReportFolder.of(project.get()), EnumSet.allOf(ReportFormat.class), false, BatchWatch.NONE,
                        progress);
                shell.getDisplay().asyncExec(() -> done(say, session, written));
            } catch (CancellationException e) {
                shell.getDisplay().asyncExec(() -> say.say(Messages.ReportHandler_cancelled, false, List.of()));
            } catch (IOException e) {
                shell.getDisplay().asyncExec(() -> say.say(NLS.bind(Messages.ReportHandler_notWritten,
                        e.getMessage()), true,
                        List.of()));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                org.eclipse.core.runtime.ILog.get().error("The report failed", e);
                shell.getDisplay().asyncExec(() -> say.say(NLS.bind(Messages.ReportHandler_defect, e), true,
                        List.of()));
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
        String in = String.valueOf(written.get(0).getParent().getFileName());
        String told = failed == 0 ? NLS.bind(Messages.ReportHandler_done, in)
                : failed == 1 ? NLS.bind(Messages.ReportHandler_oneFailed, in)
                        : NLS.bind(Messages.ReportHandler_manyFailed, in, failed);
        List<MessageBar.Offer> open = written.stream().filter(p -> p.toString().endsWith(".html")
                || p.toString().endsWith(".pdf")).map(p -> new MessageBar.Offer(p.toString().endsWith(".pdf")
                        ? Messages.ReportHandler_openPdf : Messages.ReportHandler_openPage, p.toString(),
                        () -> Program.launch(p.toUri().toString()))).toList();
        say.say(told, failed > 0, open);
    }
}
