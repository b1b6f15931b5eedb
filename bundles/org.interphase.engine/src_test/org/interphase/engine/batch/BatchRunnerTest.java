package org.interphase.engine.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

class BatchRunnerTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private static List<BatchInput> inputs(int n) {
        return IntStream.range(0, n).mapToObj(i -> BatchInput.of("f" + i, FOLDER.resolve("no-such-f" + i))).toList();
    }

    private static int number(BatchInput input) {
        return Integer.parseInt(input.name().substring(1));
    }

    private static BatchChoice each(Counting technique, BatchInput input) {
        return new BatchChoice(FOLDER, List.of(new BatchChoice.Each(technique.each(),
                Counting.table(input.name(), number(input)), InputReference.none(input.name()))), List.of(), List.of());
    }

    private static Progress cancelledBy(AtomicBoolean cancelled) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }

    @Test
    void whateverGoesWrongWithAnInputIsItsOwnFailure() throws IOException {
        Map<Integer, Throwable> broken = Map.of(1, new DatasetFormatException("f1", "line 3", "no number"),
                2, new NoSuchFileException("/gone"), 3, new IllegalStateException("odd"),
                4, new StackOverflowError(), 5, new OutOfMemoryError("Java heap space"),
                6, new NoClassDefFoundError("org/example/Gone"), 7, new UncheckedIOException(new IOException("torn")),
                8, new CancellationException("nobody asked for this"), 9, new AssertionError("slip"));
        Counting technique = new Counting();
        Counting.Everything sink = new Counting.Everything();
        List<Boolean> watched = Collections.synchronizedList(new ArrayList<>());
        new BatchRunner(technique.runner(), 3).run(inputs(12), input -> {
            Throwable e = broken.get(number(input));
            if (e instanceof IOException io) {
                throw io;
            } else if (e instanceof RuntimeException r) {
                throw r;
            } else if (e instanceof Error error) {
                throw error;
            }
            return each(technique, input);
        }, sink, new BatchWatch() {
            @Override
            public void planned(int tasks) {
                assertEquals(12, tasks);
            }

            @Override
            public void done(boolean ok) {
                watched.add(ok);
            }
        }, Progress.none());
        assertEquals(List.of(0.0, 10.0, 11.0), sink.values());
        assertEquals(12, sink.all().size());
        assertEquals(9, watched.stream().filter(ok -> !ok).count());
        assertEquals("f1, line 3: no number", sink.all().get(1).error());
        assertEquals("line 3: no number", sink.all().get(1).failure().orElseThrow().located());
        assertEquals("f2: /gone: there is no such file or folder", sink.all().get(2).error());
        for (int i : broken.keySet()) {
            assertTrue(sink.all().get(i).isFailed() && sink.all().get(i).error().startsWith("f" + i),
                    sink.all().get(i).error());
            assertEquals(broken.get(i), sink.all().get(i).cause().orElseThrow());
        }
        assertTrue(sink.all().get(5).error().contains("there is not enough memory (Java heap space)"));
        assertTrue(sink.all().get(6).error().contains("internal error"));
    }

    @Test
    void aStepThatFailsKeepsItsRun() throws IOException {
        Counting technique = new Counting(1, d -> {
            if (d.name().equals("f1")) {
                throw new IllegalArgumentException("odd");
            }
        });
        Counting.Everything sink = new Counting.Everything();
        new BatchRunner(technique.runner(), 2).run(inputs(3), input -> each(technique, input), sink, BatchWatch.NONE,
                Progress.none());
        assertEquals(List.of(false, true, false), sink.all().stream().map(InputResult::isFailed).toList());
        assertTrue(sink.all().get(1).run().isPresent());
        assertTrue(sink.all().get(1).error().startsWith("step 'rows'"), sink.all().get(1).error());
    }

    @Test
    void resultsComeInTheOrderOfTheInputsOnTheThreadThatAsked() throws IOException {
        Counting technique = new Counting();
        Thread here = Thread.currentThread();
        List<Double> values = new ArrayList<>();
        List<LeftOut> left = new BatchRunner(technique.runner(), 4).run(inputs(60), input -> {
            pause(number(input) % 7 == 0 ? 15 : 0);
            BatchChoice each = each(technique, input);
            return number(input) % 10 != 9 ? each : new BatchChoice(FOLDER, List.of(), List.of(),
                    List.of(new LeftOut(input, "c", "is of no use")));
        }, new BatchSink<Double>() {
            @Override
            public Double done(InputResult result) {
                return result.run().orElseThrow().measurements().get(0).value();
            }

            @Override
            public void next(Double kept) {
                assertEquals(here, Thread.currentThread());
                values.add(kept);
            }
        }, BatchWatch.NONE, Progress.none());
        assertEquals(IntStream.range(0, 60).filter(i -> i % 10 != 9).mapToObj(i -> (double) i).toList(), values);
        assertEquals(List.of("f9", "f19", "f29", "f39", "f49", "f59"), left.stream().map(l -> l.input().name())
                .toList());
        assertEquals("'c' is of no use", left.get(0).sentence());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noMoreResultsThanTheWindowWaitForASlowInput() throws Exception {
        Counting technique = new Counting();
        int files = 2 * BatchRunner.WINDOW;
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Counting.Everything sink = new Counting.Everything();
        Thread batch = new Thread(() -> {
            try {
                new BatchRunner(technique.runner(), 2).run(inputs(files), input -> {
                    begun.incrementAndGet();
                    if (number(input) == 0) {
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                    return new BatchChoice(FOLDER, List.of(), List.of(), List.of());
                }, sink, BatchWatch.NONE, Progress.none());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        batch.start();
        for (int i = 0; i < 500 && begun.get() < BatchRunner.WINDOW; i++) {
            pause(20);
        }
        pause(100);
        assertEquals(BatchRunner.WINDOW, begun.get());
        go.countDown();
        batch.join(TimeUnit.SECONDS.toMillis(60));
        assertEquals(files, begun.get());
    }

    @Test
    void whatStillHoldsIsNotRunAgain() throws IOException {
        AtomicInteger ran = new AtomicInteger();
        Counting technique = new Counting(1, d -> ran.incrementAndGet());
        List<String> results = new ArrayList<>();
        new BatchRunner(technique.runner(), 2).run(inputs(10), input -> each(technique, input),
                new BatchSink<String>() {
                    @Override
                    public Optional<String> kept(BatchPlace place, Recipe recipe, Dataset dataset,
                            InputReference input) {
                        return place.task() % 2 == 0 ? Optional.of("kept " + dataset.name()) : Optional.empty();
                    }

                    @Override
                    public String done(InputResult result) {
                        return "ran " + result.dataset();
                    }

                    @Override
                    public void next(String kept) {
                        results.add(kept);
                    }
                }, BatchWatch.NONE, Progress.none());
        assertEquals(5, ran.get());
        assertEquals(List.of("kept f0", "ran f1", "kept f2"), results.subList(0, 3));
    }

    @Test
    void onceCancelledNothingIsGivenToTheSink() {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        Counting technique = new Counting(1, d -> {
            if (d.name().equals("f3")) {
                cancelled.set(true);
            }
        });
        assertThrows(CancellationException.class, () -> new BatchRunner(technique.runner(), 1).run(inputs(20),
                input -> each(technique, input), new BatchSink<InputResult>() {
                    @Override
                    public InputResult done(InputResult result) {
                        late.addAndGet(cancelled.get() ? 1 : 0);
                        return result;
                    }

                    @Override
                    public void next(InputResult kept) {
                        assertTrue(kept.place().task() < 3);
                    }
                }, BatchWatch.NONE, cancelledBy(cancelled)));
        assertEquals(0, late.get());
    }

    @Test
    void aResultThatCannotBeKeptIsAFailureOfItsInput() throws IOException {
        Counting technique = new Counting();
        List<String> errors = new ArrayList<>();
        new BatchRunner(technique.runner(), 2).run(inputs(4), input -> each(technique, input), new BatchSink<String>() {
            @Override
            public String done(InputResult result) throws IOException {
                if (result.run().isPresent() && result.dataset().equals("f2")) {
                    throw new IOException("No space left on device");
                }
                return result.error();
            }

            @Override
            public void next(String kept) {
                errors.add(kept);
            }
        }, BatchWatch.NONE, Progress.none());
        assertEquals(List.of("", "", "f2: No space left on device", ""), errors);
    }

    @Test
    void aSinkThatTakesNothingEndsTheBatch() {
        Counting technique = new Counting();
        IOException e = assertThrows(IOException.class, () -> new BatchRunner(technique.runner(), 2).run(inputs(50),
                input -> each(technique, input), new BatchSink<String>() {
                    @Override
                    public String done(InputResult result) throws IOException {
                        throw new IOException("closed");
                    }

                    @Override
                    public void next(String kept) {
                        throw new AssertionError(kept);
                    }
                }, BatchWatch.NONE, Progress.none()));
        assertEquals("closed", e.getMessage());
    }

    @Test
    void aSeriesIsOfAllInputsThatCouldBeRead() throws IOException {
        Counting technique = new Counting();
        BatchSeries good = new BatchSeries(Counting.series(), "S", n -> "series of " + n, d -> d);
        BatchSeries bad = new BatchSeries(Counting.series(), "T", n -> "T", d -> {
            throw new StackOverflowError();
        });
        Counting.Everything sink = new Counting.Everything();
        new BatchRunner(technique.runner(), 3).run(inputs(7), input -> {
            if (number(input) == 4) {
                throw new IOException("torn");
            }
            return new BatchChoice(FOLDER, List.of(), List.of(new BatchChoice.Member(number(input) < 6 ? good : bad,
                    Counting.table(input.name(), 1), InputReference.none(input.name()))), List.of());
        }, sink, BatchWatch.NONE, Progress.none());
        assertEquals(List.of("f4: torn", "", "f6: internal error: java.lang.StackOverflowError"),
                sink.all().stream().map(InputResult::error).toList());
        assertEquals(List.of(5.0), sink.values());
        InputResult series = sink.all().get(1);
        assertEquals("series of 5", series.dataset());
        assertEquals("S", series.sample());
        assertEquals("f0, f1, f2, f3, f5", series.place().name());
        assertEquals(new BatchPlace(7, 0, 1, "S", series.place().inputs()), series.place());
    }
}
