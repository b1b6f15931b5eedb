package org.interphase.testkit.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;

/**
 * Whether a reader keeps its promises on any bytes: data of the kinds it declares, or a
 * {@link DatasetFormatException} with file and cause; within memory and time that the size of the file explains.
 */
public final class ReaderTrial {

    private static final int LARGEST_SHARE = 400;

    private final DatasetReader reader;
    private final long memory;
    private final long nanoseconds;

    /**
     * A trial of a reader.
     *
     * @param memory bytes it may allocate for an empty file; for each byte of the file 400 more
     * @param seconds processor time it may take
     */
    public ReaderTrial(DatasetReader reader, long memory, double seconds) {
        this.reader = reader;
        this.memory = memory;
        this.nanoseconds = (long) (seconds * 1e9);
    }

    /**
     * What came of reading.
     *
     * @param datasets what was read; empty if nothing was
     * @param error what was thrown, or null
     * @param fault the promise that was broken
     * @param allocated bytes allocated on the way
     * @param nanoseconds processor time
     */
    public record Reading(List<Dataset> datasets, Throwable error, Optional<String> fault, long allocated,
            long nanoseconds) {
    }

    /** Reads in the calling thread. */
    public Reading read(Source source) {
        long before = allocated();
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Dataset> datasets = List.of();
        Throwable error = null;
        Optional<String> fault = Optional.empty();
        try {
            int confidence = reader.confidence(SourceHead.of(source));
            if (confidence < 0 || confidence > 100) {
                fault = Optional.of("its confidence is " + confidence);
            }
            datasets = reader.read(source, Progress.none());
            fault = fault.isPresent() ? fault : faultOf(datasets);
        } catch (IOException | RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError e) {
            error = e;
        }
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        long used = allocated() - before;
        if (fault.isEmpty() && error != null) {
            fault = fault(error, source.name());
        }
        if (fault.isEmpty()) {
            fault = beyond(source, used, taken);
        }
        return new Reading(datasets, error, fault, used, taken);
    }

    private Optional<String> beyond(Source source, long used, long taken) {
        try {
            if (used > memory + LARGEST_SHARE * source.size()) {
                return Optional.of("it allocates " + (used >> 20) + " MB for a file of " + source.size() + " bytes");
            }
            return taken > nanoseconds ? Optional.of(String.format(java.util.Locale.ROOT,
                    "it takes %.1f s for a file of %d bytes", taken / 1e9, source.size())) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> fault(Throwable error, String file) {
        if (!(error instanceof DatasetFormatException e)) {
            return Optional.of("it throws " + error + " instead of a DatasetFormatException");
        }
        return e.file().equals(file) && e.reason() != null && !e.reason().isBlank() ? Optional.empty()
                : Optional.of("its message does not name file and cause: " + e.getMessage());
    }

    private Optional<String> faultOf(List<Dataset> datasets) {
        if (datasets.isEmpty()) {
            return Optional.of("it gives no data and no error");
        }
        for (Dataset d : datasets) {
            if (!reader.kinds().contains(d.kind().id())) {
                return Optional.of("it gives data of kind " + d.kind() + " but declares " + reader.kinds());
            }
        }
        return Optional.empty();
    }

    /** Bytes the calling thread has allocated; asked of the management server, which needs java.management alone. */
    private static long allocated() {
        try {
            return (long) ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "getThreadAllocatedBytes",
                    new Object[] {Thread.currentThread().threadId()}, new String[] {"long"});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
