package org.interphase.ui.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.interphase.api.Progress;

/**
 * Runs one request after the other in a Job; of those that wait only the newest is run. A request is either let
 * finish or cancelled by the next one.
 */
final class RunQueue {

    /** Does its work and hands what is to be done on the user interface thread back. */
    private record Request(Function<Progress, Runnable> work, Consumer<Throwable> failed) {
    }

    private static final int TICKS = 1000;
    private final Executor ui;
    private final Job job;
    private Request waiting;
    private Request current;
    private volatile boolean cancelled;
    private volatile double fraction = Double.NaN;
    private Runnable onProgress = () -> { };
    private long lastTold;

    RunQueue(String name, Executor ui) {
        this.ui = ui;
        this.job = new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return work(monitor);
            }

            @Override
            protected void canceling() {
                cancelled = true;
            }
        };
    }

    synchronized boolean isRunning() {
        return current != null || waiting != null;
    }

    double fraction() {
        return fraction;
    }

    <T> void request(boolean cancelOther, Function<Progress, T> work, Consumer<T> done, Consumer<Throwable> failed,
            Runnable progress) {
        synchronized (this) {
            waiting = new Request(p -> {
                T result = work.apply(p);
                return () -> done.accept(result);
            }, failed);
            onProgress = progress;
            if (cancelOther && current != null) {
                cancelled = true;
            }
        }
        job.schedule();
    }

    void cancel() {
        synchronized (this) {
            waiting = null;
        }
        cancelled = true;
        job.cancel();
    }

    private synchronized Request next() {
        current = waiting;
        waiting = null;
        cancelled = false;
        fraction = Double.NaN;
        return current;
    }

    private IStatus work(IProgressMonitor monitor) {
        for (Request r = next(); r != null; r = next()) {
            monitor.beginTask(job.getName(), TICKS);
            try {
                ui.execute(r.work().apply(new Monitored(monitor)));
            } catch (CancellationException e) {
                if (monitor.isCanceled()) {
                    synchronized (this) {
                        current = null;
                    }
                    tell();
                    return Status.CANCEL_STATUS;
                }
                // a newer request took its place; go on with that one
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                ILog.get().error(job.getName() + " failed", e);
                Consumer<Throwable> failed = r.failed();
                ui.execute(() -> failed.accept(e));
            }
        }
        tell();
        return Status.OK_STATUS;
    }

    private void tell() {
        Runnable p;
        synchronized (this) {
            p = onProgress;
        }
        ui.execute(p);
    }

    private final class Monitored implements Progress {
        private final IProgressMonitor monitor;
        private int told;

        Monitored(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public synchronized void report(double f, String message) {
            fraction = f;
            if (!message.isEmpty()) {
                monitor.subTask(message);
            }
            int ticks = Double.isNaN(f) ? told : (int) Math.round(f * TICKS);
            if (ticks > told) {
                monitor.worked(ticks - told);
                told = ticks;
            }
            long now = System.nanoTime();
            if (now - lastTold > 60_000_000L) {
                lastTold = now;
                tell();
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled || monitor.isCanceled();
        }
    }
}
