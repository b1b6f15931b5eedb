package org.interphase.engine.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.interphase.api.Progress;

/** Maps a list on several threads, with bounds on the memory of work in flight and on the results that wait. */
public final class ParallelTasks {

    private ParallelTasks() {
    }

    /**
     * Applies a function to every item and hands the results on in the order of the items, on the calling thread.
     *
     * @param window most items begun and not handed on
     * @param memory bytes an item is expected to need; one that needs more than there is runs alone
     * @throws CancellationException if the progress is cancelled; work not begun is dropped
     */
    public static <T, R> void inOrder(List<T> items, int threads, int window, ToLongFunction<T> memory,
            Progress progress, Function<T, R> work, Consumer<R> next) {
        int budget = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2 / 1024);
        Semaphore free = new Semaphore(budget, true);
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(task, "interphase-worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Queue<Future<R>> begun = new ArrayDeque<>();
            for (T item : items) {
                if (begun.size() == window) {
                    next.accept(begun.remove().get());
                }
                begun.add(pool.submit(() -> {
                    progress.checkCancelled();
                    int need = (int) Math.max(1, Math.min(budget, memory.applyAsLong(item) / 1024));
                    free.acquire(need);
                    try {
                        progress.checkCancelled();
                        return work.apply(item);
                    } finally {
                        free.release(need);
                    }
                }));
            }
            while (!begun.isEmpty()) {
                next.accept(begun.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
