package org.interphase.ui.navigator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectProposal;
import org.interphase.ui.editor.MonitorProgress;
import org.interphase.ui.project.ProjectModel;
import org.interphase.ui.project.ProposalPage;
import org.interphase.ui.session.WorkbenchSession;

/** From a plain folder to a project: looking through it in a job, the page with the proposal, writing it. */
final class ProposalFlow {

    private final Composite parent;
    private final WorkbenchSession session;
    private final ProjectModel model;
    private final Consumer<Control> top;
    private ProposalPage page;
    private Job job;

    /** @param top shows a control in place of the tree; null for the tree again */
    ProposalFlow(Composite parent, WorkbenchSession session, ProjectModel model, Consumer<Control> top) {
        this.parent = parent;
        this.session = session;
        this.model = model;
        this.top = top;
    }

    boolean isShown() {
        return page != null;
    }

    /** Looks through a folder and shows what it may be. */
    void begin(Path folder) {
        end();
        ProposalPage shown = new ProposalPage(parent);
        page = shown;
        shown.looking(folder, this::end);
        top.accept(shown.control());
        job = new Job(NLS.bind(Messages.ProposalFlow_job, folder.getFileName())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    ProjectProposal found = ProjectProposal.of(folder, session.registry(), BatchWatch.NONE,
                            new MonitorProgress(monitor));
                    Map<String, Integer> counts = found.counts();
                    ProjectFiles files = ProjectFiles.in(folder);
                    onScreen(shown, () -> shown.show(found, counts, files, session.registry(), text -> {
                        end();
                        model.create(text);
                    }, ProposalFlow.this::end));
                } catch (CancellationException e) {
                    return Status.CANCEL_STATUS;
                } catch (IOException e) {
                    onScreen(shown, () -> shown.failed(e.getMessage(), ProposalFlow.this::end));
                }
                return Status.OK_STATUS;
            }
        };
        job.schedule();
    }

    private void onScreen(ProposalPage shown, Runnable then) {
        if (!parent.isDisposed()) {
            parent.getDisplay().asyncExec(() -> {
                if (page == shown && !shown.control().isDisposed()) {
                    then.run();
                }
            });
        }
    }

    /** Takes the page away. */
    void end() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        if (page != null) {
            Control control = page.control();
            page = null;
            top.accept(null);
            control.dispose();
        }
    }
}
