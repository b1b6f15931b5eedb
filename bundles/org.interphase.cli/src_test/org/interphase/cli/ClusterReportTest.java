package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interphase.api.Stated;
import org.interphase.engine.batch.EarlierResult;
import org.interphase.engine.document.AnalysisCells;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.testkit.synthetic.ParquetFileBytes;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a project whose files a cluster has analysed: its numbers are those of the cluster. */
class ClusterReportTest {

    private static final int FILES = 40;
    // the first are run for their figures, and perhaps one more on each of two threads before that is known
    private static final int RUN_AT_MOST = 27;
    private static final String RECIPE = "xps/f1s-lif-cf2";
    private static final String YAML = "format: interphase project 1\ntitle: Many\nsamples:\n"
            + "  - {name: S, files: 'raw/*.csv'}\nrecipes:\n  - recipe: " + RECIPE + "\n";

    @TempDir
    Path folder;
    private String before;
    private TechniqueRegistry registry;
    private Map<String, AnalysisDocument> plain;

    @BeforeEach
    void runWithoutCluster() throws IOException {
        before = System.getProperty("interphase.cwd");
        System.setProperty("interphase.cwd", folder.toString());
        registry = TechniqueRegistry.fromClassPath();
        Files.createDirectories(folder.resolve("p/raw"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(raw(i), XpsRegionTruth.fluorine(i % 10 == 0 ? 0 : 3000, 8000, 500 + i)
                    .toCsv(List.of("synthetic")));
        }
        Files.writeString(folder.resolve("p/project.yaml"), YAML);
        assertEquals(CliMain.DONE, run("plain").code);
        plain = documents("plain");
        assertEquals(FILES, plain.size());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("interphase.cwd");
        } else {
            System.setProperty("interphase.cwd", before);
        }
    }

    private Path raw(int i) {
        return folder.resolve(String.format("p/raw/f%02d.csv", i));
    }

    private record Ran(int code, String err) {
    }

    private Ran run(String out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> registry, console).run("report", "p", "--out", out, "--jobs", "2", "--format",
                "csv,json");
        return new Ran(code, err.toString(StandardCharsets.UTF_8));
    }

    private Map<String, AnalysisDocument> documents(String out) throws IOException {
        Map<String, AnalysisDocument> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(out).resolve("analyses"))) {
            for (Path f : files.filter(f -> f.toString().endsWith(AnalysisStore.SUFFIX)).toList()) {
                found.put(f.getFileName().toString(), AnalysisStore.read(f));
            }
        }
        return found;
    }

    private static int taken(Ran ran) {
        return ran.err.lines().filter(l -> l.endsWith(" results taken from those of a cluster"))
                .mapToInt(l -> Integer.parseInt(l.split(" ")[0])).findFirst().orElse(0);
    }

    /** Rows of a table: what they are of, and what they say. */
    private record Rows<T>(List<AnalysisDocument> of, List<T> said) {

        Rows() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(AnalysisDocument document, T row) {
            of.add(document);
            said.add(row);
        }

        ParquetFileBytes begin() {
            return new ParquetFileBytes()
                    .words("input", words(of, d -> "hdfs://lab/2026/" + Path.of(d.input().path()).getFileName()))
                    .longs("dataset_index", of.stream().mapToLong(d -> d.input().index()).toArray())
                    .words("sha256", words(of, d -> d.input().sha256()));
        }

        String[] words(Function<T, String> cell) {
            return words(said, cell);
        }

        double[] numbers(Function<T, Double> cell) {
            return said.stream().mapToDouble(cell::apply).toArray();
        }

        private static <S> String[] words(List<S> from, Function<S, String> cell) {
            return from.stream().map(cell).toArray(String[]::new);
        }
    }

    /** Writes what a run found as a cluster would have; numbers are multiplied by a factor. */
    private void writeCluster(double factor) throws IOException {
        Rows<AnalysisDocument> analysed = new Rows<>();
        Rows<Measurement> numbers = new Rows<>();
        Rows<Remark> remarks = new Rows<>();
        List<Long> places = new ArrayList<>();
        for (AnalysisDocument d : plain.values()) {
            analysed.add(d, d);
            // rows of a table have no order of their own
            for (int i = d.measurements().size() - 1; i >= 0; i--) {
                numbers.add(d, d.measurements().get(i));
                places.add((long) i);
            }
            d.remarks().forEach(r -> remarks.add(d, r));
        }
        table("provenance", analysed.begin().words("stated", analysed.words(d -> "{}"))
                .words("plugin", analysed.words(d -> "")).words("software", analysed.words(d -> d.provenance()
                .orElseThrow().software())).words("java", analysed.words(d -> "21.0.1-cluster"))
                .moments("time", analysed.said.stream().mapToLong(d -> 1_700_000_000_000L).toArray())
                .words("steps", analysed.words(d -> AnalysisCells.steps(d.provenance().orElseThrow()))));
        table("measurements", numbers.begin().longs("number", places.stream().mapToLong(n -> n).toArray())
                .words("name", numbers.words(Measurement::name)).words("symbol", numbers.words(Measurement::symbol))
                .doubles("value", numbers.numbers(m -> factor * m.value()))
                .doubles("uncertainty", numbers.numbers(Measurement::uncertainty))
                .doubles("limit", numbers.numbers(Measurement::limit))
                .words("unit", numbers.words(m -> m.unit().text()))
                .words("verdict", numbers.words(m -> m.verdict().quality().word()))
                .words("reason", numbers.words(m -> m.verdict().reason())).words("step", numbers.words(
                Measurement::step)).words("evidence", numbers.words(AnalysisCells::evidence)));
        table("remarks", remarks.begin().words("level", remarks.words(r -> r.level().name().toLowerCase(
                java.util.Locale.ROOT))).words("text", remarks.words(Remark::text))
                .words("step", remarks.words(Remark::step)).words("component", remarks.words(Remark::component))
                .words("code", remarks.words(Remark::code)));
        Files.writeString(folder.resolve("p/project.yaml"), YAML + "results: cluster\n");
    }

    private Path piece(String table) {
        String run = EarlierResult.folderName(EarlierResult.fingerprint(registry.requireRecipe(RECIPE), Stated.NOTHING,
                registry).orElseThrow());
        return folder.resolve("p/cluster").resolve(table).resolve("run=" + run).resolve("piece=1");
    }

    private void table(String name, ParquetFileBytes rows) throws IOException {
        Files.createDirectories(piece(name));
        Files.write(piece(name).resolve("part-0.parquet"), rows.bytes());
        Files.writeString(piece(name).resolve("_SUCCESS"), "");
    }

    private static boolean isOfCluster(AnalysisDocument document) {
        return document.provenance().orElseThrow().java().equals("21.0.1-cluster");
    }

    @Test
    void theNumbersAreThoseOfTheClusterWithTheirProvenance() throws IOException {
        writeCluster(1);
        Ran ran = run("same");
        assertEquals(CliMain.DONE, ran.code, ran.err);
        assertTrue(taken(ran) >= FILES - RUN_AT_MOST, ran.err);
        assertArrayEquals(Files.readAllBytes(folder.resolve("plain/results.csv")),
                Files.readAllBytes(folder.resolve("same/results.csv")));
        Map<String, AnalysisDocument> same = documents("same");
        assertEquals(plain.keySet(), same.keySet());
        assertEquals(taken(ran), same.values().stream().filter(ClusterReportTest::isOfCluster).count());
        same.forEach((name, d) -> {
            assertEquals(plain.get(name).measurements(), d.measurements(), name);
            assertEquals(plain.get(name).remarks(), d.remarks(), name);
            assertEquals(plain.get(name).input(), d.input(), name);
            assertEquals(plain.get(name).provenance().orElseThrow().steps(), d.provenance().orElseThrow().steps());
            if (isOfCluster(d)) {
                assertEquals("2023-11-14T22:13:20Z", d.provenance().orElseThrow().time().toString());
            }
        });
    }

    @Test
    void nothingIsComputedAgainWhereTheClusterHasIt() throws IOException {
        writeCluster(2);
        run("twice");
        documents("twice").forEach((name, d) -> {
            double ratio = d.measurements().get(0).value() / plain.get(name).measurements().get(0).value();
            assertEquals(isOfCluster(d) ? 2 : 1, ratio, 1e-12, name);
        });
    }

    @Test
    void aFileThatChangedIsRunHere() throws IOException {
        writeCluster(2);
        Files.writeString(raw(FILES - 1), XpsRegionTruth.fluorine(5000, 8000, 77).toCsv(List.of("synthetic")));
        Ran ran = run("changed");
        Map<String, AnalysisDocument> changed = documents("changed");
        assertTrue(taken(ran) > 0, ran.err);
        assertFalse(changed.entrySet().stream().filter(e -> e.getKey().contains("f39")).findFirst().orElseThrow()
                .getValue().provenance().orElseThrow().java().endsWith("cluster"));
    }

    @Test
    void halfAPieceAndOtherFoldersAreToldOf() throws IOException {
        writeCluster(1);
        Files.delete(piece("provenance").resolve("_SUCCESS"));
        assertEquals(0, taken(run("half")));
        Files.writeString(folder.resolve("p/project.yaml"), YAML + "results: nowhere\n");
        Ran none = run("none");
        assertTrue(none.code != CliMain.DONE && none.err.contains("nowhere holds no results of a cluster"), none.err);
        Files.writeString(folder.resolve("p/project.yaml"), YAML + "results: ../elsewhere\n");
        Ran outside = run("outside");
        assertTrue(outside.code != CliMain.DONE && outside.err.contains("project.yaml"), outside.err);
    }
}
