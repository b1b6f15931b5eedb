package org.interphase.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.engine.recipe.ContentDigest;
import org.interphase.testkit.Violation;
import org.interphase.testkit.fuzz.FileMutator;
import org.interphase.testkit.fuzz.ReaderTrial;
import org.interphase.testkit.fuzz.XmlAttack;

/** Readers read what they should and refuse what they should, within bounded time and memory. */
public final class ReaderCheck {

    private static final int TIMEOUT_SECONDS = 20;
    private static final long MEMORY = 256L << 20;
    private static final double SECONDS = 10;
    private static final long SEED = 20260101;
    private static final int MUTANTS = 150;
    private static final int LARGEST_MUTATED = 1 << 20;
    private static final int ENTITIES = 12;
    private static final String SECRET = "7531902468";

    private final Technique technique;
    private final List<Violation> out = new ArrayList<>();

    /** A check of a technique's readers. */
    public ReaderCheck(Technique technique) {
        this.technique = technique;
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
            mutants(reader, valid);
            entities(reader, valid);
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
        ReaderTrial.Reading first = read(reader, source);
        if (first.error() != null || first.datasets().isEmpty()) {
            out.add(new Violation("reads", reader.id(), "cannot read its own sample " + source.name() + ": "
                    + first.error()));
            return;
        }
        ReaderTrial.Reading second = read(reader, source);
        if (second.error() != null
                || !ContentDigest.of(first.datasets()).equals(ContentDigest.of(second.datasets()))) {
            out.add(new Violation("reads", reader.id(), "gives other data the second time for " + source.name()));
        }
        first.fault().ifPresent(f -> out.add(new Violation("reads", reader.id() + ", " + source.name(), f)));
    }

    /** Entities of XML neither bring another file's content nor grow without end. */
    private void entities(DatasetReader reader, List<Source> valid) throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        try {
            Files.writeString(secret, SECRET);
            for (Source sample : valid) {
                if (sample.size() > LARGEST_MUTATED) {
                    continue;
                }
                for (byte[] attack : XmlAttack.of(sample.readAll(LARGEST_MUTATED), secret.toUri().toString(),
                        ENTITIES)) {
                    ReaderTrial.Reading reading = read(reader, Source.of(sample.name(), attack));
                    String seen = reading.datasets() + String.valueOf(reading.error());
                    Optional<String> fault = seen.contains(SECRET) ? Optional.of("an entity brings another file's "
                            + "content") : reading.fault();
                    if (fault.isPresent()) {
                        out.add(new Violation("refuses garbage", reader.id() + ", entities in " + sample.name(),
                                fault.get()));
                        return;
                    }
                }
            }
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    /** Files made of the samples, the same at every run; one fault of a reader is enough to tell. */
    private void mutants(DatasetReader reader, List<Source> valid) throws IOException {
        FileMutator mutator = new FileMutator(SEED);
        for (int i = 0; i < MUTANTS && !valid.isEmpty(); i++) {
            Source sample = valid.get(i % valid.size());
            if (sample.size() > LARGEST_MUTATED) {
                continue;
            }
            Source mutant = Source.of(sample.name(), mutator.mutate(sample.readAll(LARGEST_MUTATED)));
            Optional<String> fault = read(reader, mutant).fault();
            if (fault.isPresent()) {
                out.add(new Violation("refuses garbage", reader.id() + ", mutant " + i + " of " + sample.name(),
                        fault.get()));
                return;
            }
        }
    }

    private void garbage(DatasetReader reader, Garbage.Sample sample) throws IOException {
        String subject = reader.id() + ", " + sample.source().name();
        if (!sample.mayBeData() && isSure(reader, sample.source())) {
            out.add(new Violation("refuses garbage", subject, "is sure that it is its format"));
        }
        ReaderTrial.Reading reading = read(reader, sample.source());
        if (reading.fault().isPresent()) {
            out.add(new Violation("refuses garbage", subject, reading.fault().get()));
        } else if (reading.error() == null && !sample.mayBeData()) {
            out.add(new Violation("refuses garbage", subject, "takes it for data"));
        }
    }

    // what is thrown here is seen again when it is read
    private static boolean isSure(DatasetReader reader, Source source) throws IOException {
        try {
            return reader.confidence(SourceHead.of(source)) >= 90;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static ReaderTrial.Reading read(DatasetReader reader, Source source) {
        FutureTask<ReaderTrial.Reading> task = new FutureTask<>(() -> new ReaderTrial(reader, MEMORY, SECONDS)
                .read(source));
        Thread thread = new Thread(task, "reader under test");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return failed(e, "it takes more than " + TIMEOUT_SECONDS + " s");
        } catch (ExecutionException e) {
            return failed(e.getCause(), "it throws " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ReaderTrial.Reading failed(Throwable cause, String fault) {
        return new ReaderTrial.Reading(List.of(), cause, Optional.of(fault), 0, 0);
    }
}
