package org.interphase.ui.session;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Work that takes the disk or its time, done in a job; where it fails the analyst is told. */
public final class DiskJob {

    /** What is to be done, outside the window's thread. */
    public interface Deed {
        /** Does it. */
        void run() throws IOException;
    }

    private DiskJob() {
    }

    /**
     * Does something in a job.
     *
     * @param name what the job is called
     * @param failed takes the reason, on the window's thread, where it fails
     */
    public static void run(String name, Display display, Deed deed, Consumer<String> failed) {
        Job.create(name, (ICoreRunnable) monitor -> {
            try {
                deed.run();
            } catch (IOException e) {
                ILog.get().error(name, e);
                if (!display.isDisposed()) {
                    display.asyncExec(() -> failed.accept(e.getMessage()));
                }
            }
        }).schedule();
    }
}
