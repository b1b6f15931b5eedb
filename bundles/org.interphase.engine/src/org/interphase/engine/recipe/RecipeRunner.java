package org.interphase.engine.recipe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterException;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.internal.FilePaths;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import org.interphase.engine.text.JsonText;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Overlay;

/**
 * Runs recipes over datasets. The only place that writes provenance: whatever an operation says about its step is
 * overwritten. Outcomes are cached by content, so changing a late step does not redo the early ones. Safe to use from
 * several threads.
 */
public final class RecipeRunner {

    /** Code of the remark that is added for quantities without a value where the operation says nothing. */
    public static final String NO_VALUE = "no-value";

    private final TechniqueRegistry registry;
    private final OutcomeCache cache;
    private final Clock clock;
    private final FilePaths files = new FilePaths();

    /** A runner with the operations of a registry. */
    public RecipeRunner(TechniqueRegistry registry, OutcomeCache cache) {
        this(registry, cache, Clock.systemUTC());
    }

    /** A runner that takes the time from a clock. */
    public RecipeRunner(TechniqueRegistry registry, OutcomeCache cache, Clock clock) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.cache = Objects.requireNonNull(cache, "cache");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The registry whose operations run. */
    public TechniqueRegistry registry() {
        return registry;
    }

    /**
     * Runs a recipe. A step that fails ends the run with a {@link Failure}; what the steps before it gave stays. On
     * data the recipe is not for nothing runs; the failure is then a {@link NotApplicableException}.
     *
     * @param dataset the data, with reference tables of the project as products where there are some
     * @param input what the data is; its hash must be that of the file the dataset was read from (empty if none)
     * @param folder where relative paths in parameters begin
     * @throws CancellationException if the progress is cancelled
     */
    public Run run(Recipe recipe, Dataset dataset, InputReference input, Path folder, Progress progress) {
        List<StepResult> results = new ArrayList<>();
        List<Provenance.StepProvenance> provenance = new ArrayList<>();
        List<Step> steps = recipe.steps().stream().filter(Step::enabled).toList();
        Dataset current = dataset;
        String key = inputKey(dataset, input);
        Failure failure = unsuited(recipe, dataset);
        for (int i = 0; i < steps.size() && failure == null; i++) {
            progress.checkCancelled();
            Step step = steps.get(i);
            Progress part = progress.part((double) i / steps.size(), (double) (i + 1) / steps.size());
            part.report(0, step.id());
            try {
                Done done = apply(registry.requireOperation(step.operation()), step, current, key, folder, part);
                results.add(done.result);
                provenance.add(done.provenance);
                current = done.result.outcome().dataset();
                key = done.key;
            } catch (CancellationException e) {
                throw e;
            } catch (AnalysisException | ParameterException | UnknownNameException e) {
                failure = new Failure(step.id(), e.getMessage(), e);
            } catch (OutOfMemoryError | StackOverflowError e) {
                failure = new Failure(step.id(), "not enough memory for operation '" + step.operation()
                        + "'; try a smaller region or give Java more memory", e);
            } catch (RuntimeException | Error e) {
                failure = new Failure(step.id(), "operation '" + step.operation() + "'"
                        + registry.pluginOfOperation(step.operation()).map(p -> " of plug-in " + p).orElse("")
                        + " failed unexpectedly (" + e + "); this is a defect of the operation", e);
            }
        }
        progress.checkCancelled();
        progress.report(1, "");
        Provenance how = new Provenance(SoftwareVersion.nameAndVersion(), System.getProperty("java.version"),
                Instant.now(clock), input, provenance);
        return new Run(recipe, input, dataset, results, Optional.ofNullable(failure), how);
    }

    private static Failure unsuited(Recipe recipe, Dataset dataset) {
        try {
            NotApplicableException.check(recipe, dataset);
            return null;
        } catch (NotApplicableException e) {
            return new Failure("", e.getMessage(), e);
        }
    }

    private record Done(StepResult result, Provenance.StepProvenance provenance, String key) {
    }

    private <D extends Dataset, P extends Record> Done apply(Operation<D, P> operation, Step step, Dataset current,
            String keyBefore, Path folder, Progress progress) throws AnalysisException {
        OperationInfo<D, P> info = operation.info();
        if (!info.accepts(current)) {
            throw new AnalysisException("operation '" + info.id() + "' does not take this data: it is a "
                    + current.shape() + " of kind " + current.kind() + ", needed is a " + shape(info)
                    + (info.kinds().isEmpty() ? "" : " of kind " + String.join(" or ", info.kinds())));
        }
        P parameters = Parameters.decode(info.parameters(), step.parameters());
        FilePaths.Resolved<P> resolved = FilePaths.resolve(parameters, folder);
        String key = Checksums.ofBytes(String.join("\n", keyBefore, info.id(), Integer.toString(info.version()),
                JsonText.write(Parameters.encode(parameters)), files.fingerprint(resolved.written().keySet()))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Optional<Outcome> kept = cache.get(key);
        Outcome outcome;
        if (kept.isPresent()) {
            outcome = kept.get();
        } else {
            outcome = Objects.requireNonNull(
                    operation.apply(info.input().cast(current), resolved.record(), progress), "outcome");
            progress.checkCancelled();
            cache.put(key, outcome);
        }
        Record used = outcome.resolved().orElse(resolved.record());
        Map<String, Object> tree = resolved.unresolve(Parameters.encode(used));
        StepResult result = new StepResult(step.id(), info.id(), info.version(), tree, stamp(outcome, step.id()));
        Provenance.StepProvenance how = new Provenance.StepProvenance(step.id(), info.id(), info.version(), tree,
                methods(operation, tree), citations(operation, tree), registry.pluginOfOperation(info.id()).orElse(""));
        return new Done(result, how, key);
    }

    private static <P extends Record> String methods(Operation<?, P> operation, Map<String, Object> tree) {
        return operation.methods(Parameters.decode(operation.info().parameters(), tree));
    }

    private static <P extends Record> List<Citation> citations(Operation<?, P> operation, Map<String, Object> tree) {
        return operation.citations(Parameters.decode(operation.info().parameters(), tree));
    }

    private static String shape(OperationInfo<?, ?> info) {
        String name = info.input().getSimpleName();
        return name.equals("CurveStack") ? "stack" : name.toLowerCase(java.util.Locale.ROOT);
    }

    private static Outcome stamp(Outcome o, String step) {
        List<Measurement> measurements = o.measurements().stream().map(m -> finite(m).withStep(step)).toList();
        List<Overlay> overlays = o.overlays().stream().map(v -> v.withStep(step)).toList();
        List<Remark> remarks = new ArrayList<>(o.remarks());
        undetected(o).ifPresent(remarks::add);
        remarks.replaceAll(r -> r.withStep(step));
        List<Handle> handles = o.handles().stream().map(h -> h.withStep(step)).toList();
        return new Outcome(o.dataset(), o.extra(), measurements, overlays, remarks, o.figures(), handles,
                o.resolved());
    }

    /** No quantity is infinite: where arithmetic overflowed or divided by nothing, that is no result. */
    private static Measurement finite(Measurement m) {
        if (Double.isInfinite(m.value())) {
            return m.judged(Verdict.withheld("it is beyond the numbers that can be computed with; look at the data"));
        }
        if (Double.isInfinite(m.uncertainty()) || Double.isInfinite(m.limit())) {
            Measurement known = m.withValue(m.value(), ifFinite(m.uncertainty())).withLimit(ifFinite(m.limit()));
            return Double.isInfinite(m.uncertainty()) && m.isDetected()
                    ? known.judged(Verdict.doubtful("the data do not determine it: its uncertainty has no bound"))
                    : known;
        }
        return m;
    }

    private static double ifFinite(double number) {
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    // whoever reads a table of numbers must be told why one is missing, even where the operation does not say it
    private static Optional<Remark> undetected(Outcome o) {
        List<String> silent = o.measurements().stream().filter(Measurement::isNotDetected)
                .filter(m -> o.remarks().stream().noneMatch(r -> r.component().equals(m.name())))
                .map(m -> m.name() + " (" + m.pretty() + ")").toList();
        return silent.isEmpty() ? Optional.empty() : Optional.of(Remark.info("No value for "
                + String.join(", ", silent) + ".").coded(NO_VALUE));
    }

    // the header is part of the key because operations see metadata, and reference tables of a project are products
    private static String inputKey(Dataset dataset, InputReference input) {
        if (input.sha256().isEmpty()) {
            return ContentDigest.of(dataset);
        }
        return ContentDigest.of(List.of(input.sha256(), input.dataset(), input.index(), input.stated().entries(),
                input.plugin(), members(input), SeriesInputs.headers(dataset), dataset.shape(), dataset.points()));
    }

    private static List<String> members(InputReference input) {
        return input.members().stream().map(m -> m.sha256() + " " + m.index() + " " + m.stated() + " " + m.plugin())
                .toList();
    }
}
