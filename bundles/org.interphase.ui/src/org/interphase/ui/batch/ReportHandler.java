package org.interphase.ui.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.engine.ProjectResult;
import org.interphase.engine.ProjectRunner;
import org.interphase.engine.ProjectStore;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportWriter;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.session.WorkbenchSession;

/** Runs the project and writes its report into the folder "report" of the project. */
public final class ReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        WorkbenchSession session = window.getService(WorkbenchSession.class);
        Optional<Path> project = session.project();
        Shell shell = window.getShell();
        if (project.isEmpty()) {
            MessageDialog.openInformation(shell, "Report", "A report is made of a project: open its folder first "
                    + "(File > Open folder as project).");
            return null;
        }
        Job job = Job.create("Report of " + project.get().getFileName(), (ICoreRunnable) monitor -> {
            try {
                MonitorProgress progress = new MonitorProgress(monitor);
                ProjectResult result = new ProjectRunner(session.registry()).run(ProjectStore.read(project.get()),
                        progress.part(0, 0.9));
                List<Path> written = new ReportWriter(session.registry(), Clock.systemUTC()).write(result,
                        project.get().resolve("report"), EnumSet.allOf(ReportFormat.class));
                shell.getDisplay().asyncExec(() -> done(shell, session, result, written));
            } catch (IOException e) {
                shell.getDisplay().asyncExec(() -> MessageDialog.openError(shell, "Report",
                        "The report is not written: " + e.getMessage()));
            }
        });
        job.setUser(true);
        job.schedule();
        return null;
    }

    private static void done(Shell shell, WorkbenchSession session, ProjectResult result, List<Path> written) {
        session.projectChanged();
        String failures = result.failures().isEmpty() ? "" : " " + result.failures().size()
                + " of the files could not be analysed; the report names them with their causes.";
        Optional<Path> page = written.stream().filter(p -> p.toString().endsWith(".html")).findFirst();
        boolean open = MessageDialog.openQuestion(shell, "Report", "The report is written to "
                + written.get(0).getParent() + "." + failures + " Open it?");
        if (open) {
            page.ifPresent(p -> Program.launch(p.toUri().toString()));
        }
    }
}
