package org.interphase.engine.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.interphase.api.Progress;

/**
 * Calls code of others in threads of their own, so that code which never comes back costs a thread and not the
 * program. Java cannot end such a thread; it is interrupted, put last, and does not keep the program from ending.
 */
public final class ForeignCalls {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Duration quick;
    private final Duration patience;
    private final ExecutorService threads;

    /**
     * @param name names the threads
     * @param loader the context class loader of the calls
     * @param quick how long something may take that must be quick
     * @param patience how long work may give no sign of life: neither report nor ask whether it is cancelled
     */
    public ForeignCalls(String name, ClassLoader loader, Duration quick, Duration patience) {
        this.quick = quick;
        this.patience = patience;
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(r -> {
            Thread thread = new Thread(null, r, name + " " + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /** Code of others failed; the message is a clause, the cause what it threw, or null where it did not come back. */
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }

        /** Whether it did not come back. */
        public boolean isEndless() {
            return getCause() == null;
        }
    }

    /** A call that was begun. */
    public final class Begun<T> {
        private final Task<T> task;

        private Begun(Task<T> task) {
            this.task = task;
        }

        /**
         * What the call gives.
         *
         * @throws Failed if it throws, or has not come back in the time for what must be quick
         */
        public T get() throws Failed {
            try {
                return task.future.get(quick.toNanos(), TimeUnit.NANOSECONDS).get();
            } catch (TimeoutException e) {
                task.abandon();
                throw new Failed("it did not come back within " + shown(quick), null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                task.abandon();
                throw new CancellationException("cancelled");
            } catch (ExecutionException e) {
                throw new IllegalStateException("a task that catches everything threw", e);
            }
        }
    }

    /** What a call gave, or threw and how that says it of itself, which was asked for in the thread of the call. */
    private record Answer<T>(T value, Throwable thrown, String said) {
        T get() throws Failed {
            if (thrown != null) {
                throw new Failed(said, thrown);
            }
            return value;
        }
    }

    /** One piece of work and the thread it runs in. */
    private static final class Task<T> implements Callable<Answer<T>> {
        private final Callable<T> work;
        /** Runs it; null before, and behind it, when the thread may be at other work. */
        private Thread thread;
        private Future<Answer<T>> future;

        Task(Callable<T> work) {
            this.work = work;
        }

        @Override
        public Answer<T> call() {
            runs(Thread.currentThread());
            try {
                return new Answer<>(work.call(), null, "");
            } catch (Throwable e) {
                // whatever it is, it is the plug-in's, and handed to who called it
                return new Answer<>(null, e, said(e));
            } finally {
                runs(null);
                // it came back late, or changed it itself: what runs here next is as good as others
                Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
            }
        }

        private synchronized void runs(Thread by) {
            thread = by;
        }

        synchronized void abandon() {
            future.cancel(true);
            if (thread != null) {
                thread.setPriority(Thread.MIN_PRIORITY);
            }
        }
    }

    private <T> Task<T> submit(Callable<T> work) {
        Task<T> task = new Task<>(work);
        task.future = threads.submit(task);
        return task;
    }

    /** Begins a call that must be quick; several may run at once. */
    public <T> Begun<T> begin(Callable<T> work) {
        return new Begun<>(submit(work));
    }

    /**
     * Makes a call that must be quick.
     *
     * @throws Failed if it throws or does not come back in time
     */
    public <T> T quick(Callable<T> work) throws Failed {
        return begin(work).get();
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run(Progress progress) throws Exception;
    }

    /**
     * Makes a call that may take long.
     *
     * @throws Failed if it throws, or gives no sign of life for too long
     * @throws CancellationException if it is cancelled, whether it heeds that or not
     */
    public <T> T patient(Progress progress, Work<T> work) throws Failed {
        AtomicLong sign = new AtomicLong(System.nanoTime());
        Task<T> task = submit(() -> work.run(watched(progress, sign)));
        long cancelled = 0;
        while (true) {
            try {
                return task.future.get(POLL.toNanos(), TimeUnit.NANOSECONDS).get();
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                if (now - sign.get() > patience.toNanos()) {
                    task.abandon();
                    throw new Failed("it gave no sign of life for " + shown(patience), null);
                }
                cancelled = !progress.isCancelled() ? 0 : cancelled == 0 ? now : cancelled;
                if (cancelled != 0 && now - cancelled > GRACE.toNanos()) {
                    task.abandon();
                    throw new CancellationException("cancelled");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                task.abandon();
                throw new CancellationException("cancelled");
            } catch (ExecutionException e) {
                throw new IllegalStateException("a task that catches everything threw", e);
            }
        }
    }

    private static Progress watched(Progress progress, AtomicLong sign) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                sign.set(System.nanoTime());
                progress.report(fraction, message);
            }

            @Override
            public boolean isCancelled() {
                sign.set(System.nanoTime());
                return progress.isCancelled();
            }
        };
    }

    /** What was thrown, in words; the words are also code of others, whatever that throws. */
    private static String said(Throwable e) {
        try {
            return "it failed with " + e;
        } catch (Throwable again) {
            return "it failed with " + e.getClass().getName();
        }
    }

    /** What failed as something that can be shown and passed on without calling code of others again. */
    static RuntimeException passed(Failed failed) {
        Throwable e = failed.getCause();
        return e instanceof RuntimeException run && run.getClass().getClassLoader() == null ? run
                : new IllegalStateException(failed.getMessage(), e);
    }

    private static String shown(Duration d) {
        return d.toMillis() % 1000 == 0 ? d.toSeconds() + " s" : d.toMillis() / 1000.0 + " s";
    }
}
