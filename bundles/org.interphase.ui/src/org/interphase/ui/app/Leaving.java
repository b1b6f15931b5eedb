package org.interphase.ui.app;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.interphase.ui.editor.SaveDialogs;
import org.interphase.ui.editor.Unsaved;
import org.interphase.ui.session.WorkbenchSession;

/** What happens before the program ends: one question about all that is not saved, and nothing is lost. */
final class Leaving {

    private final IWorkbenchPage page;
    private final WorkbenchSession session;
    private final Shell shell;

    Leaving(IWorkbenchPage page, WorkbenchSession session) {
        this.page = page;
        this.session = session;
        this.shell = page.getWorkbenchWindow().getShell();
    }

    /** Asks and saves; whether the program may end. */
    boolean agreed() {
        List<Unsaved> unsaved = Unsaved.of(page, session);
        if (unsaved.isEmpty()) {
            return true;
        }
        LeaveDialog dialog = new LeaveDialog(shell, unsaved);
        return switch (dialog.open()) {
            case IDialogConstants.OK_ID -> save(dialog.chosen());
            case LeaveDialog.LEAVE -> true;
            default -> false;
        };
    }

    private boolean save(List<Unsaved> chosen) {
        Map<Unsaved, Path> unseen = new LinkedHashMap<>();
        for (Unsaved u : chosen) {
            if (u.editor() != null) {
                u.editor().doSave(new NullProgressMonitor());
                if (u.editor().isDirty()) {
                    page.activate(u.editor());
                    return false;
                }
            } else if (u.asksPlace()) {
                Optional<Path> place = SaveDialogs.askDocument(shell, u.input().getName());
                if (place.isEmpty()) {
                    return false;
                }
                unseen.put(u, place.get());
            } else {
                unseen.put(u, null);
            }
        }
        return unseen.isEmpty() || saveUnseen(unseen);
    }

    private boolean saveUnseen(Map<Unsaved, Path> unseen) {
        try {
            new ProgressMonitorDialog(shell).run(true, true, monitor -> saveAll(unseen, monitor));
            return true;
        } catch (InvocationTargetException e) {
            MessageDialog.openError(shell, Messages.Leaving_notSaved, e.getCause().getMessage());
            return false;
        } catch (InterruptedException e) {
            // the analyst gave up saving, and so stays
            return false;
        }
    }

    private void saveAll(Map<Unsaved, Path> unseen, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        for (Map.Entry<Unsaved, Path> e : unseen.entrySet()) {
            String name = e.getKey().input().getName();
            monitor.setTaskName(NLS.bind(Messages.Leaving_saving, name));
            try {
                e.getKey().saveUnseen(e.getValue(), session, new NullProgressMonitor() {
                    @Override
                    public boolean isCanceled() {
                        return monitor.isCanceled();
                    }
                });
            } catch (CancellationException c) {
                throw new InterruptedException();
            } catch (IOException | RuntimeException problem) {
                throw new InvocationTargetException(new IOException(NLS.bind(Messages.Leaving_why, name,
                            problem.getMessage()),
                        problem));
            }
        }
    }
}
