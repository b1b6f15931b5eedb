package org.interphase.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.interphase.api.AnalysisException;
import org.interphase.api.Applicability;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Stated;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.project.ReferenceTables;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.NotApplicableException;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.engine.recipe.StepResult;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.fuzz.RecipeTrial;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeRunnerTest {

    private static final InputReference INPUT = new InputReference("a.toy", "ab12", "first", 0);

    @TempDir
    private Path folder;
    private final List<String> calls = new ArrayList<>();
    private final TechniqueRegistry registry = TechniqueRegistry.of(List.of(new Spied(new ToyTechnique(), calls)));
    private final OutcomeCache cache = new OutcomeCache();
    private final RecipeRunner runner = new RecipeRunner(registry, cache,
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    private final Recipe recipe = registry.requireRecipe("toy/total");

    /** A technique whose operations note that they were called. */
    record Spied(Technique inner, List<String> calls) implements Technique {
        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public String title() {
            return inner.title();
        }

        @Override
        public List<Recipe> recipes() {
            return inner.recipes();
        }

        @Override
        public List<Operation<?, ?>> operations() {
            return List.copyOf(inner.operations().stream().map(o -> new SpiedOperation<>(o, calls)).toList());
        }
    }

    record SpiedOperation<D extends Dataset, P extends Record>(Operation<D, P> inner, List<String> calls)
            implements Operation<D, P> {
        @Override
        public OperationInfo<D, P> info() {
            return inner.info();
        }

        @Override
        public Outcome apply(D input, P parameters, Progress progress) throws AnalysisException {
            calls.add(info().id());
            return inner.apply(input, parameters, progress);
        }
    }

    record ThrowingOperation<D extends Dataset, P extends Record>(Operation<D, P> inner, Error error)
            implements Operation<D, P> {
        @Override
        public OperationInfo<D, P> info() {
            return inner.info();
        }

        @Override
        public Outcome apply(D input, P parameters, Progress progress) {
            throw error;
        }
    }

    /** The toy, with operations that throw. */
    record Throwing(Technique inner, Error error) implements Technique {
        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public String title() {
            return inner.title();
        }

        @Override
        public List<Operation<?, ?>> operations() {
            return List.copyOf(inner.operations().stream().map(o -> new ThrowingOperation<>(o, error)).toList());
        }
    }

    @Test
    void whateverAnOperationThrowsIsAFailureOfItsStep() {
        for (Error error : List.of(new Error("oh"), new AssertionError("oh"), new NoClassDefFoundError("oh"))) {
            TechniqueRegistry broken = TechniqueRegistry.of(List.of(new Throwing(new ToyTechnique(), error)));
            Run run = new RecipeRunner(broken, new OutcomeCache()).run(recipe, curve(10, 14, 12), INPUT, folder,
                    Progress.none());
            assertTrue(run.failure().orElseThrow().message().contains("failed unexpectedly (" + error + ")"),
                    run.failure().get().message());
        }
    }

    record AnsweringOperation<D extends Dataset, P extends Record>(Operation<D, P> inner, List<Measurement> answers)
            implements Operation<D, P> {
        @Override
        public OperationInfo<D, P> info() {
            return inner.info();
        }

        @Override
        public Outcome apply(D input, P parameters, Progress progress) throws AnalysisException {
            return inner.apply(input, parameters, progress).withMeasurements(answers);
        }
    }

    /** The toy, whose operations find what they are told to. */
    record Answering(Technique inner, List<Measurement> answers) implements Technique {
        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public String title() {
            return inner.title();
        }

        @Override
        public List<Operation<?, ?>> operations() {
            return List.copyOf(inner.operations().stream().map(o -> new AnsweringOperation<>(o, answers)).toList());
        }
    }

    @Test
    void noNumberIsInfinite() {
        double infinite = Double.POSITIVE_INFINITY;
        TechniqueRegistry over = TechniqueRegistry.of(List.of(new Answering(new ToyTechnique(), List.of(
                Measurement.of("value", "", -infinite, 1, "1"), Measurement.of("uncertainty", "", 2, infinite, "1"),
                Measurement.notDetected("limit", "", infinite, "1"), Measurement.of("sound", "", 3, 0.5, "1")))));
        Run run = new RecipeRunner(over, new OutcomeCache()).run(recipe.withSteps(recipe.steps().subList(0, 1)),
                curve(10, 14, 12), INPUT, folder, Progress.none());
        List<Measurement> m = run.measurements();
        assertTrue(m.get(0).verdict().isWithheld(), m.toString());
        assertEquals(2, m.get(1).value());
        assertTrue(Double.isNaN(m.get(1).uncertainty()) && m.get(1).verdict().reason().contains("no bound"),
                m.toString());
        assertTrue(m.get(2).isNotDetected() && Double.isNaN(m.get(2).limit()), m.toString());
        assertEquals(Measurement.of("sound", "", 3, 0.5, "1").withStep("level"), m.get(3));
    }

    @Test
    void aTrialFindsWhatBreaksAPromise() throws IOException {
        Measurement silent = new Measurement("x", "", Double.NaN, Double.NaN, Unit.of("1"), "", Double.NaN);
        TechniqueRegistry quiet = TechniqueRegistry.of(List.of(new Answering(new ToyTechnique(), List.of(silent))));
        List<Dataset> data = List.of(curve(10, 14, 12));
        assertEquals(Optional.empty(), new RecipeTrial(registry, 10, 10, folder).run(recipe, data).fault());
        assertEquals(Optional.empty(), new RecipeTrial(quiet, 10, 10, folder).run(recipe, data).fault(),
                "the runner says that there is no value");
        TechniqueRegistry broken = TechniqueRegistry.of(List.of(new Throwing(new ToyTechnique(), new Error("oh"))));
        RecipeTrial.Running failed = new RecipeTrial(broken, 10, 10, folder).run(recipe, data);
        assertTrue(failed.fault().orElseThrow().contains("failed unexpectedly (java.lang.Error: oh)"));
        RecipeTrial.Running late = new RecipeTrial(registry, 0, -1, folder).run(recipe, data);
        assertEquals(RecipeTrial.Ending.CANCELLED, late.ending());
        assertTrue(late.fault().orElseThrow().contains("though it is cancelled"), late.toString());
        // a failure that says why is no fault
        assertEquals(RecipeTrial.Ending.FAILED, new RecipeTrial(registry, 10, 10, folder).run(recipe.withSteps(
                List.of(new Step("x", "toy.mean", true, Map.of()))), data).ending());
    }

    private static Curve curve(double... y) {
        double[] x = new double[y.length];
        java.util.Arrays.setAll(x, i -> i + 1);
        return Curve.ofUnsorted(DatasetHeader.of("first", "toy", Metadata.EMPTY), "Position", Unit.of("mm"),
                Direction.ASCENDING, x, "Signal", Unit.of("counts"), y, null);
    }

    private Run run(Recipe r) {
        return runner.run(r, curve(10, 14, 12), INPUT, folder, Progress.none());
    }

    private Recipe set(Recipe r, String path, String value) {
        return Recipes.set(r, registry, path, value);
    }

    @Test
    void everyPartCarriesItsStep() {
        Run run = run(recipe);
        assertTrue(run.isComplete());
        assertEquals(List.of("level", "scale", "total"), run.steps().stream().map(StepResult::step).toList());
        assertEquals("total", run.measurements().get(0).step());
        assertEquals(6, run.measurements().get(0).value());
        assertEquals("total", run.remarks().get(0).step());
        assertEquals("total", run.overlays().get(0).step());
        assertEquals("total", run.handles().get(0).step());
    }

    @Test
    void provenanceSaysEverythingNeededToRepeatIt() {
        Provenance p = run(recipe).provenance();
        assertTrue(p.software().startsWith("Interphase "));
        assertEquals(Instant.parse("2026-01-02T03:04:05Z"), p.time());
        assertEquals(INPUT, p.input());
        Provenance.StepProvenance level = p.steps().get(0);
        assertEquals("toy.subtract", level.operation());
        assertEquals(10.0, level.parameters().get("level"), "the automatic value that was used");
        assertEquals(2, p.steps().get(2).version());
        assertEquals("Poisson 1837", p.steps().get(2).citations().get(0).key());
        assertTrue(level.methods().startsWith("Subtract level"), level.methods());
    }

    @Test
    void changingTheThirdStepDoesNotRedoTheFirstTwo() {
        run(recipe);
        assertEquals(List.of("toy.subtract", "toy.scale", "toy.total"), calls);
        calls.clear();
        run(set(recipe, "total.range", "1 .. 2"));
        assertEquals(List.of("toy.total"), calls);
        calls.clear();
        run(recipe);
        assertEquals(List.of(), calls);
        run(set(recipe, "scale.factor", "2"));
        assertEquals(List.of("toy.scale", "toy.total"), calls);
    }

    @Test
    void writingADefaultOutIsTheSameAnalysis() {
        run(recipe);
        calls.clear();
        run(recipe.withStep(recipe.step("scale").orElseThrow().withParameters(Map.of("factor", 1L))));
        assertEquals(List.of(), calls);
    }

    @Test
    void anotherInputIsAnotherAnalysis() {
        run(recipe);
        calls.clear();
        runner.run(recipe, curve(1, 2, 3), new InputReference("a.toy", "cd34", "first", 0), folder, Progress.none());
        assertEquals(3, calls.size());
        calls.clear();
        runner.run(recipe, curve(1, 2, 3), new InputReference("a.toy", "cd34", "first", 1), folder, Progress.none());
        assertEquals(3, calls.size());
        calls.clear();
        Run one = runner.run(recipe, curve(1, 2, 3), InputReference.none("x"), folder, Progress.none());
        Run two = runner.run(recipe, curve(1, 2, 4), InputReference.none("x"), folder, Progress.none());
        assertNotEquals(one.measurements(), two.measurements());
    }

    @Test
    void aReferenceTableOfTheProjectIsPartOfTheInput() {
        run(recipe);
        calls.clear();
        ReferenceTable table = new ReferenceTable("toy.levels", "Levels", List.of("source"), List.of(List.of("a")));
        Dataset with = ReferenceTables.attach(curve(10, 14, 12), List.of(table));
        assertEquals(table, with.product(ReferenceTable.class).orElseThrow());
        runner.run(recipe, with, INPUT, folder, Progress.none());
        assertEquals(3, calls.size());
    }

    @Test
    void disabledStepsAreLeftOut() {
        Run run = run(set(recipe, "level.enabled", "false"));
        assertEquals(List.of("scale", "total"), run.steps().stream().map(StepResult::step).toList());
        assertEquals(36, run.measurements().get(0).value());
    }

    @Test
    void aFailingStepKeepsWhatCameBefore() {
        Run run = run(set(recipe, "total.range", "100 .. 200"));
        assertEquals("total", run.failure().orElseThrow().step());
        assertTrue(run.failure().get().message().contains("no point"), run.failure().get().message());
        assertEquals(List.of(run.failure().get().message()), AnalysisDocument.of(run).remarks().stream()
                .filter(r -> r.code().equals(AnalysisDocument.FAILED)).map(Remark::text).toList());
        assertEquals(2, run.steps().size());
        assertEquals(2, run.provenance().steps().size());
        assertEquals(4, ((Curve) run.dataset()).signal().get(1));
    }

    @Test
    void whatCannotRunSaysWhy() {
        Step unknown = new Step("x", "toy.totl", true, Map.of());
        assertTrue(run(recipe.withSteps(List.of(unknown))).failure().orElseThrow().message()
                .contains("did you mean 'toy.total'?"));
        Step wrong = new Step("x", "toy.scale", true, Map.of("factor", "-1"));
        assertTrue(run(recipe.withSteps(List.of(wrong))).failure().orElseThrow().message().contains("factor"));
        Step shape = new Step("x", "toy.mean", true, Map.of());
        assertTrue(run(recipe.withSteps(List.of(shape))).failure().orElseThrow().message()
                .contains("does not take this data: it is a curve"));
    }

    @Test
    void cancellingEndsTheRun() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return calls.contains("toy.scale");
            }
        };
        assertThrows(CancellationException.class,
                () -> runner.run(recipe, curve(1, 2), INPUT, folder, cancelled));
        assertEquals(List.of("toy.subtract", "toy.scale"), calls);
        calls.clear();
        runner.run(recipe, curve(1, 2), INPUT, folder, Progress.none());
        assertEquals(List.of("toy.scale", "toy.total"), calls, "what was cancelled is not kept");
    }

    @Test
    void filesAreResolvedAndTheirContentCounts() throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("level.txt"), "4");
        Recipe with = set(recipe, "level.file", "sub/level.txt");
        Run run = run(with);
        assertEquals(24, run.measurements().get(0).value());
        assertEquals("sub/level.txt", run.provenance().steps().get(0).parameters().get("file"));
        assertEquals("sub/level.txt", run.steps().get(0).parameters().get("file"));
        calls.clear();
        run(with);
        assertEquals(List.of(), calls);
        Files.writeString(file, "5");
        assertEquals(21, run(with).measurements().get(0).value());
        Files.delete(file);
        assertEquals("level", run(with).failure().orElseThrow().step());
    }

    @Test
    void anUndetectedQuantityHasARemark() {
        Run run = run(set(recipe, "total.threshold", "1000"));
        Remark remark = run.remarks().get(0);
        assertTrue(remark.text().contains("total") && remark.text().contains("not detected"), remark.text());
        assertEquals("total", remark.step());
    }

    @Test
    void aSeriesIsOneInput() {
        Dataset a = curve(1, 2);
        Dataset b = curve(3, 4, 5);
        SeriesInputs.Joined joined = SeriesInputs.join("all", List.of(a, b),
                List.of(INPUT, new InputReference("b.toy", "cd34", "first", 0)));
        assertEquals(List.of("first", "first (2)"), joined.dataset().members().stream().map(Dataset::name).toList());
        assertEquals("toy", joined.dataset().kind().id());
        Recipe mean = registry.requireRecipe("toy/mean");
        Run run = runner.run(mean, joined.dataset(), joined.reference(), folder, Progress.none());
        assertEquals(3, run.measurements().get(0).value());
        assertEquals(2, run.provenance().input().members().size());
        calls.clear();
        SeriesInputs.Joined other = SeriesInputs.join("all", List.of(b, a),
                List.of(new InputReference("b.toy", "cd34", "first", 0), INPUT));
        runner.run(mean, other.dataset(), other.reference(), folder, Progress.none());
        assertEquals(1, calls.size());
    }

    @Test
    void dataReadWithOtherStatementsIsOtherData() {
        run(recipe);
        calls.clear();
        runner.run(recipe, curve(10, 14, 12), INPUT.stating(Stated.of(Map.of("area", "2"))), folder, Progress.none());
        assertEquals(recipe.steps().stream().filter(Step::enabled).count(), calls.size());
        calls.clear();
        run(recipe);
        assertEquals(0, calls.size());
    }

    @Test
    void nothingRunsOnDataTheRecipeIsNotFor() {
        Dataset other = curve(1, 2).withHeader(curve(1, 2).header().withKind("curve"));
        Run run = runner.run(recipe, other, INPUT, folder, Progress.none());
        assertTrue(calls.isEmpty() && run.steps().isEmpty() && !run.isComplete());
        NotApplicableException why = (NotApplicableException) run.failure().orElseThrow().cause();
        assertEquals(Applicability.Reason.UNKNOWN_KIND, why.refused().get(0).refusal().reason());
        assertTrue(run.failure().get().pretty().contains("'first' is a plain curve of unknown kind"),
                run.failure().get().pretty());
    }

    @Test
    void everyMemberOfASeriesThatDoesNotFitIsNamed() {
        Dataset a = curve(1, 2);
        Dataset b = a.withHeader(a.header().withName("odd").withKind("raman"));
        Dataset c = a.withHeader(a.header().withName("strange").withKind("eis"));
        SeriesInputs.Joined joined = SeriesInputs.join("all", List.of(a, b, c), List.of(INPUT, INPUT, INPUT));
        Run run = runner.run(registry.requireRecipe("toy/mean"), joined.dataset(), joined.reference(), folder,
                Progress.none());
        assertEquals("recipe 'toy/mean' does not suit 2 of 3 members of the series: 'odd' is raman, this recipe is "
                + "for toy; 'strange' is eis, this recipe is for toy", run.failure().orElseThrow().message());
        assertTrue(calls.isEmpty());
    }

    @Test
    void aRecipeThatNamesNoKindRunsOnAnyDataItsStepsTake() {
        Recipe own = new Recipe("own/mine", "", "", Applicability.of(), Recipe.Scope.EACH, recipe.steps());
        assertTrue(run(own).isComplete());
    }

    @Test
    void theCacheIsBounded() {
        OutcomeCache small = new OutcomeCache(100_000);
        for (int i = 0; i < 100; i++) {
            small.put("k" + i, Outcome.of(curve(new double[500])));
        }
        assertTrue(small.bytes() <= 100_000 && small.bytes() > 0);
        assertTrue(small.get("k99").isPresent());
        assertTrue(small.get("k0").isEmpty());
        small.put("huge", Outcome.of(curve(new double[100_000])));
        assertTrue(small.get("huge").isEmpty());
    }
}
