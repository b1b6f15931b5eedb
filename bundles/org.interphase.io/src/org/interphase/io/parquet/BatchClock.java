package org.interphase.io.parquet;

import dev.hardwood.reader.ColumnReaders;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/**
 * Waits for the next rows, but not without end: where unpacking a page fails the library may never say so. One batch is
 * a few thousand rows and takes milliseconds.
 */
final class BatchClock implements AutoCloseable {

    private static final long LONGEST_SECONDS = 30;
    private static final long LOOK_MILLISECONDS = 100;
    private static final long CLOSING_SECONDS = 5;

    private final String file;
    private final ColumnReaders batches;
    private final ExecutorService thread = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "Parquet rows");
        t.setDaemon(true);
        return t;
    });

    BatchClock(String file, ColumnReaders batches) {
        this.file = file;
        this.batches = batches;
    }

    /** Whether there are more rows, which are then loaded. */
    boolean next(long rowsBefore, Progress progress) throws IOException {
        Future<Boolean> more = thread.submit(batches::nextBatch);
        long begin = System.nanoTime();
        while (true) {
            try {
                return more.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.isCancelled()) {
                    more.cancel(true);
                    progress.checkCancelled();
                }
                if (System.nanoTime() - begin > LONGEST_SECONDS * 1_000_000_000L) {
                    more.cancel(true);
                    throw new DatasetFormatException(file, "after row " + rowsBefore, "no more rows came for "
                            + LONGEST_SECONDS + " s: the pages there can't be unpacked", e);
                }
            } catch (InterruptedException e) {
                more.cancel(true);
                Thread.currentThread().interrupt();
                throw new DatasetFormatException(file, "after row " + rowsBefore, "reading was interrupted", e);
            } catch (ExecutionException e) {
                throw new DatasetFormatException(file, "after row " + rowsBefore, "the pages there are damaged or "
                        + "written in a way that is not read here (" + ParquetTable.cause(e) + ")", e.getCause());
            }
        }
    }

    /** Ends the library's work, which waits for its own threads; one that does not come back is left behind. */
    @Override
    public void close() {
        Future<?> closed = thread.submit(batches::close);
        thread.shutdown();
        try {
            closed.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // what was read is whole or was refused before; there is nothing more to say of it
            thread.shutdownNow();
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
