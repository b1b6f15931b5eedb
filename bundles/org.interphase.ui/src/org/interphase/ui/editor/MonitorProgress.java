package org.interphase.ui.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.interphase.api.Progress;

/** Shows the progress of reading and running in the workbench, and passes its cancel on. */
public final class MonitorProgress implements Progress {

    private static final int TICKS = 1000;
    private final IProgressMonitor monitor;
    private int told;

    /** Progress into a monitor. */
    public MonitorProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
        monitor.beginTask("", TICKS);
    }

    @Override
    public synchronized void report(double fraction, String message) {
        if (!message.isEmpty()) {
            monitor.subTask(message);
        }
        int ticks = Double.isNaN(fraction) ? told : (int) Math.round(fraction * TICKS);
        if (ticks > told) {
            monitor.worked(ticks - told);
            told = ticks;
        }
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }
}
