package org.interphase.testkit.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.parameters.ParameterException;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.NotApplicableException;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/**
 * Whether a recipe keeps its promises on any data: results, or a failure of a declared kind that says why; no infinite
 * number, and none that is missing without a word; what it found can be saved and read again; it ends when its time is
 * over and it is told so.
 */
public final class RecipeTrial {

    private static final String DEFECT = "failed unexpectedly";

    private final RecipeRunner runner;
    private final long limit;
    private final long grace;
    private final Path file;

    /**
     * A trial of recipes.
     *
     * @param seconds processor time after which a run is cancelled
     * @param grace processor time, in seconds, in which it must end then
     * @param folder a folder for the documents that are saved
     */
    public RecipeTrial(TechniqueRegistry registry, double seconds, double grace, Path folder) {
        this.runner = new RecipeRunner(registry, new OutcomeCache(0));
        this.limit = (long) (seconds * 1e9);
        this.grace = (long) (grace * 1e9);
        this.file = folder.resolve("trial" + AnalysisStore.SUFFIX);
    }

    /** How a run ended. */
    public enum Ending {
        /** With results of every step. */
        COMPLETE,
        /** With a failure of a declared kind. */
        FAILED,
        /** Cancelled, because it took too long. */
        CANCELLED
    }

    /**
     * What came of a run.
     *
     * @param fault the promise that was broken
     * @param cause what was thrown, if that is the fault; or null
     * @param nanoseconds processor time
     */
    public record Running(Ending ending, Optional<String> fault, Throwable cause, long nanoseconds) {
    }

    /**
     * Runs a recipe in the calling thread on what was read from one file.
     *
     * @throws IOException if the document cannot be written
     */
    public Running run(Recipe recipe, List<Dataset> datasets) throws IOException {
        Dataset input = datasets.get(0);
        InputReference reference = InputReference.none("trial");
        if (recipe.scope() == Recipe.Scope.SERIES) {
            SeriesInputs.Joined joined = SeriesInputs.join("trial", datasets, datasets.stream()
                    .map(d -> InputReference.none(d.name())).toList());
            input = joined.dataset();
            reference = joined.reference();
        }
        Deadline deadline = new Deadline(limit);
        Run run = null;
        Throwable thrown = null;
        try {
            run = runner.run(recipe, input, reference, Path.of(""), deadline);
        } catch (CancellationException e) {
            // told below by how long it took
            thrown = deadline.isOver() ? null : e;
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        long taken = deadline.taken();
        Ending ending = run == null ? Ending.CANCELLED : run.isComplete() ? Ending.COMPLETE : Ending.FAILED;
        if (thrown != null) {
            return new Running(ending, Optional.of("it throws " + thrown), thrown, taken);
        }
        Optional<String> fault = run == null ? Optional.empty() : fault(run);
        if (fault.isEmpty() && taken > limit + grace) {
            fault = Optional.of(String.format(java.util.Locale.ROOT, "it takes %.1f s, though it is cancelled after "
                    + "%.1f", taken / 1e9, limit / 1e9));
        }
        return new Running(ending, fault, run == null ? null : run.failure().map(Failure::cause).orElse(null), taken);
    }

    private Optional<String> fault(Run run) throws IOException {
        Optional<String> fault = run.failure().flatMap(RecipeTrial::fault);
        for (Measurement m : run.measurements()) {
            fault = fault.isPresent() ? fault : fault(m, run.remarks());
        }
        for (Remark r : run.remarks()) {
            if (fault.isEmpty() && (r.text().isBlank() || r.text().contains("NaN") || r.text().contains("Infinity"))) {
                fault = Optional.of("it remarks: " + r.text());
            }
        }
        return fault.isPresent() ? fault : saved(run);
    }

    private static Optional<String> fault(Failure f) {
        Throwable e = f.cause();
        boolean declared = e instanceof AnalysisException || e instanceof ParameterException
                || e instanceof NotApplicableException;
        if (!declared || f.message() == null || f.message().isBlank() || f.message().contains(DEFECT)) {
            return Optional.of("step " + f.step() + " fails with " + f.message() + place(e));
        }
        return f.message().contains("NaN") || f.message().contains("Infinity") ? Optional.of("it says: "
                + f.message()) : Optional.empty();
    }

    private static String place(Throwable e) {
        return e == null ? "" : " at " + String.join(" < ", Arrays.stream(e.getStackTrace()).limit(4)
                .map(Object::toString).toList());
    }

    private static Optional<String> fault(Measurement m, List<Remark> remarks) {
        if (Double.isInfinite(m.value()) || Double.isInfinite(m.uncertainty()) || Double.isInfinite(m.limit())) {
            return Optional.of(m.name() + " is " + m.value() + " with uncertainty " + m.uncertainty() + ", limit "
                    + m.limit());
        }
        if (m.verdict().isSound()) {
            boolean told = remarks.stream().anyMatch(r -> r.component().equals(m.name())
                    || r.code().equals(RecipeRunner.NO_VALUE) && r.text().contains(m.name()));
            return m.isDetected() || told ? Optional.empty() : Optional.of(m.name()
                    + " has no value, and nothing is said of it");
        }
        return m.verdict().reason().isBlank() ? Optional.of("the verdict on " + m.name() + " has no reason")
                : Optional.empty();
    }

    private Optional<String> saved(Run run) throws IOException {
        AnalysisDocument document = AnalysisDocument.of(run);
        try {
            AnalysisStore.write(file, document);
            AnalysisDocument again = AnalysisStore.read(file);
            return again.measurements().equals(document.measurements()) ? Optional.empty()
                    : Optional.of("its results are read as " + again.measurements() + ", saved were "
                            + document.measurements());
        } catch (RuntimeException | org.interphase.engine.document.DocumentException e) {
            return Optional.of("what it found cannot be saved and read: " + e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Cancels when the processor time of the thread that made it is over; threads it starts ask as well. */
    private static final class Deadline implements Progress {

        private final long worker = Thread.currentThread().threadId();
        private final long began = time();
        private final long limit;

        Deadline(long limit) {
            this.limit = limit;
        }

        private long time() {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(worker);
        }

        long taken() {
            return time() - began;
        }

        boolean isOver() {
            return taken() > limit;
        }

        @Override
        public void report(double fraction, String message) {
            // nobody looks
        }

        @Override
        public boolean isCancelled() {
            return isOver();
        }
    }
}
