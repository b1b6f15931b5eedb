package org.interphase.numerics.batch;

import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Model;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.StopReason;
import org.interphase.numerics.fit.Weights;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Fits many curves on one axis with one model, in parallel. Work is handed out in runs of consecutive curves; each
 * worker has one {@link Fitter} and nothing is allocated per curve except by the weights. A fit that fails to converge
 * from the start values is tried again from its neighbour's solution (or the other way round, see {@link #warmStart}).
 * The outcome does not depend on the number of threads.
 */
public final class BatchFit {

    private static final int RUN = 32;

    private final Model model;
    private final Parameters parameters;
    private final FitOptions options;
    private final int threads;
    private final boolean warm;
    private final BooleanSupplier cancelled;
    private final IntConsumer progress;

    private BatchFit(Model model, Parameters parameters, FitOptions options, int threads, boolean warm,
            BooleanSupplier cancelled, IntConsumer progress) {
        this.model = model;
        this.parameters = parameters;
        this.options = options;
        this.threads = threads;
        this.warm = warm;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /** All processors, cold starts, no progress. */
    public static BatchFit of(Model model, Parameters parameters, FitOptions options) {
        return new BatchFit(model, parameters, options, Runtime.getRuntime().availableProcessors(), false, () -> false,
                done -> { });
    }

    /** With a number of threads, at least 1. */
    public BatchFit threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one thread is needed, got " + count);
        }
        return new BatchFit(model, parameters, options, count, warm, cancelled, progress);
    }

    /**
     * Start each curve from the solution of the one before it in its run of 32 (the first of a run from the start
     * values).
     */
    public BatchFit warmStart(boolean value) {
        return new BatchFit(model, parameters, options, threads, value, cancelled, progress);
    }

    /** Asked between fits; returning true leaves the remaining curves unfitted ({@link StopReason#CANCELLED}). */
    public BatchFit cancelledWhen(BooleanSupplier value) {
        return new BatchFit(model, parameters, options, threads, warm, value, progress);
    }

    /** Told the number of finished curves after each run, from worker threads, one call at a time. */
    public BatchFit onProgress(IntConsumer value) {
        return new BatchFit(model, parameters, options, threads, warm, cancelled, value);
    }

    /**
     * Fits all curves.
     *
     * @param curves data, {@code curves[i]} of {@code model.points()} values
     * @param weights weights of curve i; called from worker threads
     * @throws IllegalArgumentException as {@link Fitter#fit}, with the number of the curve in front
     */
    public BatchResult fit(double[][] curves, IntFunction<Weights> weights) {
        BatchResult.Builder builder = new BatchResult.Builder(parameters, curves.length,
                model.points());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        int workers = Math.min(threads, Math.max(1, (curves.length + RUN - 1) / RUN));
        Object gate = new Object();
        Runnable worker = () -> {
            Fitter fitter = new Fitter(model, parameters, options);
            double[] starts = parameters.starts();
            double[] warmStarts = starts.clone();
            for (int from = next.getAndAdd(RUN); from < curves.length; from = next.getAndAdd(RUN)) {
                int to = Math.min(from + RUN, curves.length);
                boolean usable = false;
                for (int i = from; i < to && !cancelled.getAsBoolean(); i++) {
                    usable = fitOne(fitter, curves[i], weights, i, starts, warmStarts, usable, builder);
                }
                synchronized (gate) {
                    progress.accept(done.addAndGet(to - from));
                }
            }
        };
        run(worker, workers);
        return builder.build();
    }

    /** Returns whether {@code warmStarts} now holds a solution. */
    private boolean fitOne(Fitter fitter, double[] y, IntFunction<Weights> weights, int i, double[] starts,
            double[] warmStarts, boolean usable, BatchResult.Builder builder) {
        try {
            Weights w = weights.apply(i);
            StopReason reason = fitter.solve(y, w, warm && usable ? warmStarts : starts);
            if (!reason.converged() && usable) {
                reason = fitter.solve(y, w, warm ? starts : warmStarts);
            }
            builder.put(i, fitter, reason);
            if (reason.converged()) {
                fitter.copyValues(warmStarts);
                return true;
            }
            return usable;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Curve " + i + ": " + e.getMessage(), e);
        }
    }

    private static void run(Runnable worker, int workers) {
        if (workers == 1) {
            worker.run();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "batch-fit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int k = 0; k < workers; k++) {
                futures.add(pool.submit(worker));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while fitting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A batch fit failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
