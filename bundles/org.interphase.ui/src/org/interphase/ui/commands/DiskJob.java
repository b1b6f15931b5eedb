package org.interphase.ui.commands;

import java.io.IOException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Writes to disk in a job, and tells the analyst where that fails. */
final class DiskJob {

    /** What is to be done. */
    interface Deed {
        void run() throws IOException;
    }

    private DiskJob() {
    }

    static void run(String name, Shell shell, String failed, Deed deed) {
        Display display = shell.getDisplay();
        Job.create(name, (ICoreRunnable) monitor -> {
            try {
                deed.run();
            } catch (IOException e) {
                display.asyncExec(() -> {
                    if (!shell.isDisposed()) {
                        Problems.show(shell, failed, e.getMessage());
                    }
                });
            }
        }).schedule();
    }
}
