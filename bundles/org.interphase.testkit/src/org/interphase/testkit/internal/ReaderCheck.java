package org.interphase.testkit.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.engine.recipe.ContentDigest;
import org.interphase.model.Dataset;
import org.interphase.testkit.Violation;

/** Readers read what they should and refuse what they should, within bounded time and memory. */
public final class ReaderCheck {

    private static final int TIMEOUT_SECONDS = 20;
    private static final long MEMORY = 256L << 20;
    private static final int MEMORY_PER_BYTE = 400;

    private final Technique technique;
    private final List<Violation> out = new ArrayList<>();

    /** A check of a technique's readers. */
    public ReaderCheck(Technique technique) {
        this.technique = technique;
    }

    /** What came of reading. */
    private record Result(List<Dataset> datasets, Throwable error, long allocated, boolean hung) {
    }

    /** How the readers break their promises. */
    public List<Violation> check(Map<String, List<Source>> samples) throws IOException {
        for (DatasetReader reader : technique.readers()) {
            List<Source> valid = samples.getOrDefault(reader.id(), List.of());
            if (valid.isEmpty()) {
                out.add(new Violation("example", reader.id(), "the test gives no sample file for this reader"));
            }
            for (Source source : valid) {
                sample(reader, source);
                for (Garbage.Sample spoilt : Garbage.spoilt(source)) {
                    garbage(reader, spoilt);
                }
            }
            String extension = reader.extensions().isEmpty() ? "dat" : reader.extensions().get(0);
            for (Garbage.Sample garbage : Garbage.plain(extension)) {
                garbage(reader, garbage);
            }
        }
        return out;
    }

    private void sample(DatasetReader reader, Source source) throws IOException {
        int confidence = reader.confidence(SourceHead.of(source));
        if (confidence <= 0 || confidence > 100) {
            out.add(new Violation("reads", reader.id(), "confidence in its own sample " + source.name() + " is "
                    + confidence));
        }
        Result first = read(reader, source);
        if (first.error != null || first.datasets.isEmpty()) {
            out.add(new Violation("reads", reader.id(), "cannot read its own sample " + source.name() + ": "
                    + first.error));
            return;
        }
        Result second = read(reader, source);
        if (second.error != null || !ContentDigest.of(first.datasets).equals(ContentDigest.of(second.datasets))) {
            out.add(new Violation("reads", reader.id(), "gives other data the second time for " + source.name()));
        }
        for (Dataset d : first.datasets) {
            if (!reader.kinds().contains(d.kind().id())) {
                out.add(new Violation("reads", reader.id(), "gives data of kind " + d.kind() + " but declares "
                        + reader.kinds()));
            }
        }
    }

    private void garbage(DatasetReader reader, Garbage.Sample sample) throws IOException {
        String subject = reader.id() + ", " + sample.source().name();
        try {
            int confidence = reader.confidence(SourceHead.of(sample.source()));
            if (confidence < 0 || confidence > 100 || !sample.mayBeData() && confidence >= 90) {
                out.add(new Violation("refuses garbage", subject, "confidence " + confidence));
            }
        } catch (RuntimeException e) {
            out.add(new Violation("refuses garbage", subject, "confidence throws " + e));
        }
        Result result = read(reader, sample.source());
        long limit = MEMORY + MEMORY_PER_BYTE * sample.source().size();
        if (result.hung) {
            out.add(new Violation("refuses garbage", subject, "takes more than " + TIMEOUT_SECONDS + " s"));
        } else if (result.allocated > limit) {
            out.add(new Violation("refuses garbage", subject, "takes " + (result.allocated >> 20) + " MB for a file of "
                    + sample.source().size() + " bytes"));
        } else if (result.error == null) {
            if (!sample.mayBeData()) {
                out.add(new Violation("refuses garbage", subject, "takes it for data"));
            } else if (result.datasets.isEmpty()) {
                out.add(new Violation("refuses garbage", subject, "gives no data and no error"));
            }
        } else if (!(result.error instanceof DatasetFormatException e)) {
            out.add(new Violation("refuses garbage", subject, "throws " + result.error
                    + " instead of a DatasetFormatException"));
        } else if (!e.file().equals(sample.source().name()) || e.reason() == null || e.reason().isBlank()) {
            out.add(new Violation("refuses garbage", subject, "the message does not name file and cause: "
                    + e.getMessage()));
        }
    }

    private static Result read(DatasetReader reader, Source source) {
        FutureTask<Result> task = new FutureTask<>(() -> readHere(reader, source));
        Thread thread = new Thread(task, "reader under test");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return new Result(List.of(), e, 0, true);
        } catch (ExecutionException e) {
            return new Result(List.of(), e.getCause(), 0, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Result readHere(DatasetReader reader, Source source) throws JMException {
        long before = allocated();
        try {
            List<Dataset> datasets = reader.read(source, Progress.none());
            return new Result(datasets, null, allocated() - before, false);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new Result(List.of(), e, allocated() - before, false);
        }
    }

    // through the management server, so that only java.management is needed
    private static long allocated() throws JMException {
        return (long) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "getThreadAllocatedBytes",
                new Object[] {Thread.currentThread().threadId()}, new String[] {"long"});
    }
}
