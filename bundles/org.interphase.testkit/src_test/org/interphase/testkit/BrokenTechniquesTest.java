package org.interphase.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.KindInfo;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Product;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way of breaking the contract is found. */
class BrokenTechniquesTest {

    @TempDir
    private Path folder;

    /** A product that hands its array out. */
    record Leaky(double[] values) implements Product {
        @Override
        public String title() {
            return "leaky";
        }
    }

    record None() {
    }

    record Undocumented(@Param(label = "", help = "", unit = "parsec") double value) {
    }

    @FunctionalInterface
    interface Work {
        Outcome apply(Curve input);
    }

    record Op<P extends Record>(Class<P> type, Work work) implements Operation<Curve, P> {
        @Override
        public OperationInfo<Curve, P> info() {
            return OperationInfo.of("broken.op", 1, "Broken", "Breaks a promise.", Curve.class, type);
        }

        @Override
        public Outcome apply(Curve input, P parameters, Progress progress) {
            return work.apply(input);
        }
    }

    @FunctionalInterface
    interface Reading {
        List<Dataset> read(Source source) throws IOException;
    }

    record Reader(Reading reading) implements DatasetReader {
        @Override
        public String id() {
            return "broken.reader";
        }

        @Override
        public String title() {
            return "Broken";
        }

        @Override
        public List<String> extensions() {
            return List.of("bro");
        }

        @Override
        public List<String> kinds() {
            return List.of("broken");
        }

        @Override
        public int confidence(SourceHead head) {
            return 50;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) throws IOException {
            return reading.read(source);
        }
    }

    record Broken(List<Operation<?, ?>> operations, List<DatasetReader> readers, List<String> keys)
            implements Technique {
        Broken(List<Operation<?, ?>> operations, List<DatasetReader> readers) {
            this(operations, readers, List.of());
        }

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String title() {
            return "Broken";
        }

        @Override
        public List<KindInfo> kinds() {
            return List.of(new KindInfo("broken", "Broken", "curve"));
        }

        @Override
        public List<Recipe> recipes() {
            return operations.stream().map(o -> Recipe.of("broken/recipe", "Broken", "Breaks a promise.",
                    Applicability.of("broken"), Step.of("op", o)).answering(keys.toArray(String[]::new))).toList();
        }
    }

    private static Curve data() {
        return Curve.ofUnsorted(DatasetHeader.of("data", "broken", Metadata.EMPTY).with(
                new Leaky(new double[] {1, 2})), "x", Unit.ONE, Direction.ASCENDING, new double[] {1, 2, 3}, "y",
                Unit.ONE, new double[] {4, 5, 6}, null);
    }

    private static List<Violation> operation(Work work, String... keys) {
        Broken technique = new Broken(List.of(new Op<>(None.class, work)), List.of(), List.of(keys));
        return new TechniqueContractChecker(technique).operations(Map.of("broken/recipe", List.of(data())), List.of());
    }

    private static List<Violation> reader(Reading reading) throws IOException {
        Broken technique = new Broken(List.of(), List.of(new Reader(reading)));
        Source valid = Source.of("valid.bro", "BRO 3\n1 2 3\n".getBytes(StandardCharsets.UTF_8));
        return new TechniqueContractChecker(technique).readers(Map.of("broken.reader", List.of(valid)));
    }

    private static void assertFound(String rule, List<Violation> violations) {
        assertTrue(violations.stream().anyMatch(v -> v.rule().equals(rule)), () -> "no '" + rule + "' in "
                + violations);
    }

    @Test
    void keyResultThatNothingGivesIsFound() {
        assertFound("key results", operation(Outcome::of, "never", "nev*"));
        assertEquals(List.of(), operation(input -> Outcome.builder(input).measure("n", "", 1, 0, "1").build(), "n*"));
    }

    @Test
    void wellBehavedOperationPasses() {
        assertEquals(List.of(), operation(Outcome::of));
    }

    @Test
    void undeclaredTechniqueIsFound() throws IOException {
        TechniqueContractChecker toy = new TechniqueContractChecker(new ToyTechnique());
        String name = ToyTechnique.class.getName();
        assertEquals(List.of(), toy.declarations(Declarations.write(folder.resolve("good"), name, name)));
        assertFound("declared", toy.declarations(folder.resolve("nothing")));
        assertFound("declared", toy.declarations(Declarations.write(folder.resolve("service"), "other.Class", name)));
        assertFound("declared", toy.declarations(Declarations.write(folder.resolve("component"), name, "other.C")));
        Path missing = Declarations.write(folder.resolve("missing"), name, name);
        Files.delete(missing.resolve("OSGI-INF/technique.xml"));
        assertFound("declared", toy.declarations(missing));
        Path left = Declarations.write(folder.resolve("left"), name, name);
        Files.writeString(left.resolve("build.properties"), "bin.includes = META-INF/,.\n");
        assertFound("declared", toy.declarations(left));
    }

    @Test
    void ofAPluginTheServiceFileAloneIsLookedAt() throws IOException {
        TechniqueContractChecker toy = new TechniqueContractChecker(new ToyTechnique());
        Path project = Files.createDirectories(folder.resolve("plugin"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        assertFound("declared", toy.declarations(project));
        Path services = project.resolve("src/main/resources/META-INF/services/" + Technique.class.getName());
        Files.createDirectories(services.getParent());
        Files.writeString(services, "other.Class\n");
        assertFound("declared", toy.declarations(project));
        Files.writeString(services, ToyTechnique.class.getName() + "\n");
        assertEquals(List.of(), toy.declarations(project));
        assertEquals(project, TechniqueContract.bundleOf(String.class,
                Files.createDirectories(project.resolve("a/b"))));
    }

    @Test
    void techniqueWithoutPublicConstructorIsFound() throws IOException {
        Broken broken = new Broken(List.of(), List.of());
        String name = Broken.class.getName();
        assertFound("declared", new TechniqueContractChecker(broken).declarations(Declarations.write(folder, name,
                name)));
    }

    @Test
    void operationThatChangesItsInputIsFound() {
        assertFound("leaves its input alone", operation(input -> {
            input.product(Leaky.class).orElseThrow().values()[0]++;
            return Outcome.of(input);
        }));
    }

    @Test
    void operationThatIsNotDeterministicIsFound() {
        AtomicInteger calls = new AtomicInteger();
        assertFound("deterministic", operation(input -> Outcome.builder(input)
                .measure("n", "", calls.incrementAndGet(), 0, "1").build()));
    }

    @Test
    void operationThatDiffersInTheLastBitIsFound() {
        AtomicInteger calls = new AtomicInteger();
        assertFound("deterministic", operation(input -> Outcome.builder(input)
                .measure("n", "", calls.incrementAndGet() > 2 ? Math.nextUp(1.0) : 1.0, 0, "1").build()));
    }

    @Test
    void operationThatFailsOnItsExampleIsFound() {
        assertFound("template", operation(input -> {
            throw new IllegalStateException("broken");
        }));
    }

    @Test
    void operationNoTemplateUsesNeedsACase() {
        assertFound("example", new TechniqueContractChecker(new ToyTechnique()).operations(Map.of(), List.of()));
    }

    @Test
    void undocumentedParameterIsFound() {
        Broken technique = new Broken(List.of(new Op<>(Undocumented.class, Outcome::of)), List.of());
        TechniqueContractChecker checker = new TechniqueContractChecker(technique);
        assertFound("documented", checker.names());
        assertFound("named", checker.names());
        assertFound("parameters", checker.parameters());
    }

    @Test
    void readerThatTakesGarbageForDataIsFound() throws IOException {
        assertFound("refuses garbage", reader(source -> List.of(data())));
    }

    @Test
    void readerThatThrowsSomethingElseIsFound() throws IOException {
        assertFound("refuses garbage", reader(source -> {
            if (source.name().equals("valid.bro")) {
                return List.of(data());
            }
            throw new ArrayIndexOutOfBoundsException(7);
        }));
    }

    @Test
    void readerThatTrustsAHeaderIsFound() throws IOException {
        List<Violation> found = reader(source -> {
            String text = new String(source.readAll(1 << 20), StandardCharsets.ISO_8859_1);
            if (!text.matches("(?s)BRO \\d{1,10}\n.*")) {
                throw new org.interphase.api.DatasetFormatException(source.name(), "line 1", "no BRO");
            }
            double[] claimed = new double[Math.min(200_000_000, Integer.parseInt(text.substring(4,
                    text.indexOf('\n'))))];
            return claimed.length > 0 ? List.of(data()) : List.of();
        });
        assertTrue(found.stream().anyMatch(v -> v.message().contains(" MB for a file of")
                || v.message().contains("OutOfMemory")), found::toString);
    }

    /** A technique without operations of its own, as one is that only has templates of generic ones. */
    private static final class Borrowing implements Technique {
        @Override
        public String id() {
            return "borrowing";
        }

        @Override
        public String title() {
            return "Borrowing";
        }

        @Override
        public List<Recipe> recipes() {
            return List.of(Recipe.of("borrowing/scale", "Scale", "Scales.", Applicability.of("toy"),
                    new Step("scale", "toy.scale", true, Map.of("factor", 2.0))));
        }
    }

    @Test
    void operationsOfACompanionMayBeBorrowedAndOnlyThose() {
        Curve curve = Curve.ofUnsorted(DatasetHeader.of("a", "toy", Metadata.EMPTY), "Position", Unit.of("mm"),
                Direction.ASCENDING, new double[] {1, 2, 3}, "Signal", Unit.of("counts"), new double[] {10, 14, 12},
                null);
        Map<String, List<Dataset>> examples = Map.of("borrowing/scale", List.of(curve));
        TechniqueContractChecker alone = new TechniqueContractChecker(new Borrowing());
        assertTrue(alone.parameters().toString().contains("names no companion"), alone.parameters().toString());
        assertEquals(1, alone.operations(examples, List.of()).size());
        TechniqueContractChecker together = new TechniqueContractChecker(new Borrowing(),
                List.of(new ToyTechnique()));
        assertEquals(List.of(), together.parameters());
        assertEquals(List.of(), together.operations(examples, List.of()));
    }
}
