package org.interphase.testkit.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.recipe.ContentDigest;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.engine.recipe.StepResult;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.testkit.OperationCase;
import org.interphase.testkit.Violation;

/** Templates run; operations repeat to the last bit and leave their input alone. */
public final class OperationCheck {

    private final Technique technique;
    private final TechniqueRegistry registry;
    private final List<Violation> out = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();

    /**
     * A check of a technique's operations.
     *
     * @param companions techniques whose operations its templates use too
     */
    public OperationCheck(Technique technique, List<Technique> companions) {
        this.technique = technique;
        List<Technique> installed = new ArrayList<>(companions);
        installed.add(technique);
        this.registry = TechniqueRegistry.of(installed);
    }

    /** How templates and operations break their promises. */
    public List<Violation> check(Map<String, List<Dataset>> examples, List<OperationCase> cases) {
        for (Recipe recipe : technique.recipes()) {
            List<Dataset> data = examples.getOrDefault(recipe.id(), List.of());
            if (data.isEmpty()) {
                out.add(new Violation("example", recipe.id(), "the test gives no example for this recipe"));
                continue;
            }
            Set<String> found = new HashSet<>();
            inputs(recipe, data).forEach((dataset, reference) -> template(recipe, dataset, reference, found));
            keyResults(recipe, found);
        }
        Map<String, Operation<?, ?>> operations = new HashMap<>();
        technique.operations().forEach(o -> operations.put(o.info().id(), o));
        for (OperationCase c : cases) {
            Operation<?, ?> operation = operations.get(c.operation());
            if (operation == null) {
                out.add(new Violation("example", c.operation(), "there is no such operation"));
            } else {
                operation(operation, c.operation(), c.input(), c.parameters());
            }
        }
        for (String id : operations.keySet()) {
            if (!tried.contains(id)) {
                out.add(new Violation("example", id, "no template uses this operation; give it an operation case"));
            }
        }
        return out;
    }

    private static Map<Dataset, InputReference> inputs(Recipe recipe, List<Dataset> data) {
        Map<Dataset, InputReference> out = new java.util.LinkedHashMap<>();
        if (recipe.scope() == Recipe.Scope.SERIES) {
            SeriesInputs.Joined joined = SeriesInputs.join("example", data,
                    data.stream().map(d -> InputReference.none(d.name())).toList());
            out.put(joined.dataset(), joined.reference());
        } else {
            data.forEach(d -> out.put(d, InputReference.none(d.name())));
        }
        return out;
    }

    // a key result nothing ever gives is a slip of the pen that would leave a hole in the summary
    private void keyResults(Recipe recipe, Set<String> found) {
        for (String key : recipe.answers()) {
            if (recipe.answering(key).answersAmong(List.copyOf(found)).isEmpty()) {
                out.add(new Violation("key results", recipe.id(), "no example gives the key result '" + key
                        + "'; they give " + found.stream().sorted().toList()));
            }
        }
    }

    private void template(Recipe recipe, Dataset dataset, InputReference reference, Set<String> found) {
        Run run = new RecipeRunner(registry, new OutcomeCache(0)).run(recipe, dataset, reference, Path.of(""),
                Progress.none());
        run.measurements().forEach(m -> found.add(m.name()));
        run.failure().ifPresent(f -> out.add(new Violation("template", recipe.id(),
                "does not run on its example '" + dataset.name() + "': " + f.pretty())));
        if (recipe.applies().score(dataset) <= 0) {
            out.add(new Violation("template", recipe.id(), "does not apply to its own example '" + dataset.name()
                    + "'"));
        }
        Dataset input = dataset;
        for (StepResult result : run.steps()) {
            Step step = recipe.step(result.step()).orElseThrow();
            operation(registry.requireOperation(step.operation()), recipe.id() + ", step " + step.id(), input,
                    step.parameters());
            input = result.outcome().dataset();
        }
    }

    private <D extends Dataset, P extends Record> void operation(Operation<D, P> operation, String subject,
            Dataset input, Map<String, Object> tree) {
        tried.add(operation.info().id());
        if (!operation.info().accepts(input)) {
            out.add(new Violation("example", subject, "does not take a " + input.shape() + " of kind "
                    + input.kind()));
            return;
        }
        D data = operation.info().input().cast(input);
        try {
            P parameters = Parameters.decode(operation.info().parameters(), tree);
            String before = ContentDigest.of(input);
            String parametersBefore = ContentDigest.of(parameters);
            String first = digest(operation.apply(data, parameters, Progress.none()));
            if (!ContentDigest.of(input).equals(before) || !ContentDigest.of(parameters).equals(parametersBefore)) {
                out.add(new Violation("leaves its input alone", subject, operation.info().id()
                        + " changed its input"));
                return;
            }
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> again(operation, data, parameters));
            String second = again(operation, data, parameters);
            if (!second.equals(first) || !other.join().equals(first)) {
                out.add(new Violation("deterministic", subject, operation.info().id()
                        + " gave another outcome the second time or in another thread"));
            }
        } catch (AnalysisException | RuntimeException e) {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            out.add(new Violation("runs", subject, operation.info().id() + " failed: " + cause));
        }
    }

    private static String digest(Outcome outcome) {
        return ContentDigest.of(outcome);
    }

    private static <D extends Dataset, P extends Record> String again(Operation<D, P> operation, D data,
            P parameters) {
        try {
            return digest(operation.apply(data, parameters, Progress.none()));
        } catch (AnalysisException e) {
            throw new IllegalStateException("failed the second time: " + e.getMessage(), e);
        }
    }
}
