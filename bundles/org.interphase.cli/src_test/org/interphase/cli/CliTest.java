package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interphase.api.Fact;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The command line as scripts and people meet it. */
class CliTest {

    private static final String ONE = "TOY first\ntemperature = 25 degC\n1 10\n2 14\n3 12\n";

    @TempDir
    private Path folder;
    private String before;

    private record Result(int code, String out, String err) {
        /** The document on standard output; JSON is read as the YAML it also is. */
        @SuppressWarnings("unchecked")
        Map<String, Object> json() {
            return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(out);
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list(String key) {
            return (List<Map<String, Object>>) json().get(key);
        }
    }

    @BeforeEach
    void workInFolder() {
        before = System.getProperty("interphase.cwd");
        System.setProperty("interphase.cwd", folder.toString());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("interphase.cwd");
        } else {
            System.setProperty("interphase.cwd", before);
        }
    }

    private Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> TechniqueRegistry.of(List.of(new ToyTechnique())), console).run(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    private static void assertOneMessage(Result r, int code, String... parts) {
        assertEquals(code, r.code, r.err);
        for (String part : parts) {
            assertTrue(r.err.contains(part), () -> "'" + part + "' is not in: " + r.err);
        }
        assertEquals(1, r.err.lines().filter(l -> l.startsWith("interphase: ")).count(), r.err);
        assertFalse(r.err.contains("\tat ") || r.err.contains("    at ") || r.err.contains("Exception"), r.err);
    }

    @Test
    @SuppressWarnings("unchecked")
    void infoTellsAxesSignalAndMetadata() throws IOException {
        file("a.toy", ONE);
        Result r = run("info", "a.toy", "--json");
        assertEquals(0, r.code, r.err);
        Map<String, Object> d = r.list("datasets").get(0);
        assertEquals("a.toy", d.get("file"));
        assertEquals("first", d.get("name"));
        assertEquals("toy", d.get("kind"));
        assertEquals("curve", d.get("shape"));
        assertEquals(3, d.get("points"));
        Map<String, Object> axis = ((List<Map<String, Object>>) d.get("axes")).get(0);
        assertEquals(Map.of("quantity", "Position", "unit", "mm", "min", 1.0, "max", 3.0, "n", 3), axis);
        assertEquals(Map.of("quantity", "Signal", "unit", "counts", "min", 10.0, "max", 14.0), d.get("signal"));
        assertEquals(Map.of("temperature", Map.of("value", 25.0, "unit", "degC"), "file", "a.toy"), d.get("metadata"));
        assertEquals(List.of(), r.list("failed"));
    }

    @Test
    void infoListsWhatFailedAndDoesTheRest() throws IOException {
        file("a.toy", ONE);
        file("b.toy", "TOY second\n1 2\nthree four\n");
        Result r = run("info", "a.toy", "b.toy", "--json");
        assertOneMessage(r, 1, "b.toy", "line 3");
        assertEquals(1, r.list("datasets").size());
        assertEquals("line 3", r.list("failed").get(0).get("position"));
        assertEquals("b.toy", r.list("failed").get(0).get("file"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void runGivesMeasurementsInFullPrecision() throws IOException {
        file("a.toy", ONE);
        Result r = run("run", "toy/total", "a.toy", "--json", "--set", "scale.factor=0.1");
        assertEquals(0, r.code, r.err);
        Map<String, Object> result = r.list("results").get(0);
        assertEquals("ok", result.get("status"));
        assertNull(result.get("error"));
        Map<String, Object> m = ((List<Map<String, Object>>) result.get("measurements")).get(0);
        double expected = 0.0 * 0.1 + 4 * 0.1 + 2 * 0.1;
        assertEquals(expected, m.get("value"));
        assertEquals(Math.sqrt(expected), m.get("uncertainty"));
        assertEquals("counts", m.get("unit"));
        assertEquals("total", m.get("step"));
        assertTrue(r.out.contains(Double.toString(expected)), r.out);
        Map<String, Object> remark = ((List<Map<String, Object>>) result.get("remarks")).get(0);
        assertEquals("info", remark.get("level"));
        assertTrue(r.err.contains("info: The total is of 3 points."), r.err);
    }

    @Test
    @SuppressWarnings("unchecked")
    void undetectedQuantityIsNullAndHasARemark() throws IOException {
        file("a.toy", ONE);
        Result r = run("run", "toy/total", "a.toy", "--json", "--quiet", "--set", "total.threshold=1e6");
        Map<String, Object> result = r.list("results").get(0);
        Map<String, Object> m = ((List<Map<String, Object>>) result.get("measurements")).get(0);
        assertTrue(m.containsKey("value"));
        assertNull(m.get("value"));
        assertNull(m.get("uncertainty"));
        assertEquals(1e6, m.get("limit"));
        assertTrue(result.get("remarks").toString().contains("total"), r.out);
        assertEquals("", r.err);
    }

    @Test
    void runTakesTheDatasetsTheRecipeIsFor() throws IOException {
        file("a.toy", "TOY a\n1 1\n2 2\nTOY:toy.other b\n1 1\nTOY c\n1 1\n2 5\n");
        Result r = run("run", "toy/total", "a.toy", "--json", "-q");
        assertEquals(List.of("a", "c"), r.list("results").stream().map(x -> x.get("dataset")).toList());
        assertEquals("b", run("run", "toy/total", "a.toy", "--json", "-q", "--dataset", "b").list("results").get(0)
                .get("dataset"));
        assertEquals("c", run("run", "toy/total", "a.toy", "--json", "-q", "--dataset", "3").list("results").get(0)
                .get("dataset"));
        assertOneMessage(run("run", "toy/total", "a.toy", "--dataset", "d"), 1, "no dataset 'd'", "1 'a'", "2 'b'");
    }

    @Test
    void aRecipeIsRefusedOnWhatItIsNotForHoweverTheDatasetIsChosen() throws IOException {
        file("one.toy", "TOY:toy.other b\n1 1\n2 3\n");
        assertOneMessage(run("run", "toy/total", "one.toy"), 1, "does not suit this data",
                "'b' is toy.other, this recipe is for toy");
        assertTrue(run("run", "toy/total", "one.toy", "--dataset", "b", "--json", "-q").list("results").get(0)
                .get("error").toString().contains("'b' is toy.other, this recipe is for toy"));
        file("two.toy", "TOY:toy.other b\n1 1\n2 3\nTOY:toy.other c\n1 1\n");
        assertOneMessage(run("run", "toy/total", "two.toy"), 1, "any of the 2 datasets", "'b' is toy.other",
                "'c' is toy.other");
    }

    @Test
    void thePageOnReadingNamesEveryFact() throws IOException {
        String page = Files.readString(Path.of("").toAbsolutePath().resolve("../../docs/reading.md").normalize());
        for (Fact fact : Fact.values()) {
            assertTrue(page.contains("| `" + fact.option() + " ") && page.contains("| `" + fact.key() + "` |"),
                    fact.option());
            if (fact.isQuantity()) {
                assertTrue(page.matches("(?s).*`" + fact.key() + "` \\|[^|]*, " + fact.unit() + " \\|.*"), fact.unit());
            }
        }
    }

    @Test
    void whatIsLeftOutOfAFileIsNamed() throws IOException {
        file("a.toy", "TOY a\n1 1\n2 2\nTOY:toy.other b\n1 1\n");
        Result json = run("run", "toy/total", "a.toy", "--json", "-q");
        assertEquals(List.of(Map.of("file", "a.toy", "dataset", "b", "reason",
                "is toy.other, this recipe is for toy")), json.list("skipped"));
        assertTrue(run("run", "toy/total", "a.toy").err.contains("a.toy: left out: 'b' is toy.other"));
    }

    @Test
    void aRecipeOfOnesOwnThatNamesNoKindRunsOnAnyDataItTakes() throws IOException {
        file("one.toy", "TOY:toy.other b\n1 1\n2 3\n");
        file("own.yaml", run("recipes", "toy/total", "--yaml").out.replaceFirst("(?m)^applies:(\\n .*)+\\n", ""));
        Result r = run("run", "own.yaml", "one.toy", "-q");
        assertEquals(0, r.code, r.err);
    }

    @Test
    void whatAFileDoesNotSayCanBeSaid() throws IOException {
        file("a.toy", ONE);
        file("b.toy", ONE);
        Result info = run("info", "a.toy", "--area", "1.5 cm2", "--json");
        assertTrue(info.list("datasets").get(0).get("remarks").toString().contains("Stated, but not used: electrode "
                + "area 1.5 cm2"), info.out);
        assertTrue(run("info", "a.toy", "--area", "1.5").out.contains("warning: Stated, but not used"));
        Result run = run("run", "toy/total", "a.toy", "--as", "toy", "--area", "1.5", "--json", "-q", "--out", "o");
        assertEquals(0, run.code, run.err);
        assertTrue(run.list("results").get(0).get("remarks").toString().contains("Stated, but not used"), run.out);
        String document = Files.readString(folder.resolve("o/a.toy.analysis.yaml"));
        assertTrue(document.contains("stated:") && document.contains("kind: toy"), document);
        // the same statements: kept; others: done again
        assertTrue(run("run", "toy/total", "a.toy", "b.toy", "--as", "toy", "--area", "1.5", "--out", "o", "--resume")
                .err.contains("kept from before"));
        assertFalse(run("run", "toy/total", "a.toy", "b.toy", "--as", "toy", "--area", "2", "--out", "o", "--resume")
                .err.contains("kept from before"));
        assertOneMessage(run("info", "a.toy", "--as", "toi"), 2, "no kind of data 'toi'", "toy");
        assertOneMessage(run("info", "a.toy", "--area", "-1"), 2, "--area", "must be positive");
    }

    @Test
    void seriesRecipeTakesAllFilesTogether() throws IOException {
        file("a.toy", ONE);
        file("b.toy", ONE.replace("10", "16"));
        Result r = run("run", "toy/mean", "a.toy", "b.toy", "--json", "-q");
        assertEquals(0, r.code, r.err);
        assertEquals(1, r.list("results").size());
        assertTrue(r.out.contains("13.0"), r.out);
        assertEquals("a.toy, b.toy", r.list("results").get(0).get("file"));
    }

    @Test
    void outHasTablesAndOneDocumentPerInput() throws IOException {
        file("in/a.toy", ONE);
        file("other/a.toy", ONE.replace("first", "=cmd()"));
        Result r = run("run", "toy/total", "in/a.toy", "other/a.toy", "--out", "out", "-j", "2");
        assertEquals(0, r.code, r.err);
        List<String> csv = Files.readAllLines(folder.resolve("out/results.csv"));
        assertEquals(3, csv.size());
        assertTrue(csv.get(0).startsWith("file,dataset,recipe,status,step,name"), csv.get(0));
        assertTrue(csv.get(2).contains("'=cmd()"), csv.get(2));
        assertTrue(Files.exists(folder.resolve("out/results.json")));
        Path document = folder.resolve("out/a.toy-2.analysis.yaml");
        AnalysisDocument d = AnalysisStore.read(document);
        assertEquals("../other/a.toy", d.input().path());
        assertEquals(AnalysisStore.Status.CURRENT, AnalysisStore.status(document, d.input()));
    }

    @Test
    void namesOfAnyLengthAndScriptHaveADocument() throws IOException {
        String longest = "\u7a7a".repeat(80) + ".toy";
        file("\u00dcn\u00ef c\u00f6de/d\u00eda 1.toy", ONE);
        file(longest, ONE);
        Result r = run("run", "toy/total", "\u00dcn\u00ef c\u00f6de/d\u00eda 1.toy", longest, "--out",
                "\u00f6ut", "-q");
        assertEquals(0, r.code, r.err);
        assertTrue(Files.exists(folder.resolve("\u00f6ut/d\u00eda 1.toy.analysis.yaml")));
        assertEquals(0, run("run", "toy/total", longest, "--out", "\u00f6ut", "--resume", "-q").code);
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() throws IOException {
        file("a.toy", ONE);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new java.io.OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        Console console = new Console(full, new PrintStream(err, true, StandardCharsets.UTF_8), false);
        assertEquals(1, NoPlugins.over(() -> TechniqueRegistry.of(List.of(new ToyTechnique())), console).run("info",
                "a.toy"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("standard output"));
    }

    @Test
    void aProjectWithFailuresStillHasItsReport() throws IOException {
        file("p/a.toy", ONE);
        file("p/b.toy", "TOY b\n1 2\nthree four\n");
        file("p/c.toy", ONE.replace("1 10\n2 14\n3 12", "7 1\n8 1\n9 1"));
        file("p/project.yaml", """
                format: interphase project 1
                samples:
                  - {name: "=cmd()|<script>", files: a.toy}
                  - {name: B, files: b.toy}
                  - {name: C, files: c.toy}
                  - {name: D, files: gone.toy}
                recipes:
                  - {recipe: toy/total, set: {total.range: "1 .. 5"}}
                """);
        Result r = run("report", "p", "--json", "-q", "--format", "html,csv,json,xlsx,docx,pdf");
        assertEquals(1, r.code, r.err);
        assertEquals(2, r.list("failed").size(), r.out);
        assertEquals(1, r.list("measurements").size());
        assertTrue(r.json().get("notes").toString().contains("sample 'D': no file matches gone.toy"), r.out);
        String html = Files.readString(folder.resolve("p/report/report.html"));
        assertTrue(html.contains("What failed") && html.contains("b.toy") && html.contains("there is no point"));
        assertFalse(html.contains("<script>"));
        assertTrue(Files.readString(folder.resolve("p/report/results.csv")).contains("'=cmd()|<script>"));
        assertEquals(r.list("failed"), run("report", "p", "--json", "-q").list("failed"), "its own output is no data");
    }

    @Test
    void aProjectCannotReachOutOfItsFolder() throws IOException {
        file("secret.toy", ONE);
        file("recipe.yaml", "x");
        Files.createDirectories(folder.resolve("p"));
        Files.createSymbolicLink(folder.resolve("p/link.toy"), folder.resolve("secret.toy"));
        Files.createSymbolicLink(folder.resolve("p/link.yaml"), folder.resolve("recipe.yaml"));
        String head = "format: interphase project 1\nsamples:\n  - {name: A, files: 'X'}\n";
        for (String files : List.of("../secret.toy", folder.resolve("secret.toy").toString(), "{..,x}/secret.toy")) {
            file("p/project.yaml", head.replace("X", files));
            assertEquals(1, run("report", "p").code, files);
        }
        file("p/project.yaml", head.replace("X", "link.toy"));
        assertEquals(List.of(), run("report", "p", "--json", "-q").list("measurements"));
        for (String recipe : List.of("../recipe.yaml", "link.yaml", folder.resolve("recipe.yaml").toString())) {
            file("p/project.yaml", head + "recipes:\n  - recipe: " + recipe + "\n");
            Result r = run("report", "p");
            assertOneMessage(r, 1, "project");
        }
    }

    @Test
    void aReportIsNotWrittenThroughALinkThatLeadsOutOfTheProject() throws IOException {
        file("p/a.toy", ONE);
        file("p/own/x", "");
        file("victim/report.html", "mine");
        file("p/project.yaml", "format: interphase project 1\nsamples:\n  - {name: A, files: a.toy}\n");
        Path link = folder.resolve("p/report");
        Files.createSymbolicLink(link, folder.resolve("victim"));
        Result r = run("report", "p", "-q");
        assertOneMessage(r, 1, "--out");
        assertEquals("mine", Files.readString(folder.resolve("victim/report.html")));
        assertEquals(0, run("report", "p", "--out", "victim", "-q").code, "who names it means it");
        Files.delete(link);
        Files.createSymbolicLink(link, folder.resolve("p/own"));
        assertEquals(0, run("report", "p", "-q").code);
        assertTrue(Files.exists(folder.resolve("p/own/report.html")));
    }

    @Test
    void resumeKeepsWhatHoldsAndRedoesWhatChanged() throws IOException {
        file("a.toy", ONE);
        file("b.toy", ONE);
        run("run", "toy/total", "a.toy", "b.toy", "--out", "out", "-q");
        Path a = folder.resolve("out/a.toy.analysis.yaml");
        Path b = folder.resolve("out/b.toy.analysis.yaml");
        String keptA = Files.readString(a);
        String oldB = Files.readString(b);
        file("b.toy", ONE.replace("14", "20"));
        Result r = run("run", "toy/total", "a.toy", "b.toy", "--out", "out", "--resume", "--json", "-q");
        assertEquals(2, r.list("results").size());
        assertEquals(keptA, Files.readString(a));
        assertFalse(oldB.equals(Files.readString(b)));
        run("run", "toy/total", "a.toy", "--out", "out", "--resume", "-q", "--set", "scale.factor=2");
        assertFalse(keptA.equals(Files.readString(a)));
    }

    @Test
    void failingStepKeepsEarlierResultsAndOtherFiles() throws IOException {
        file("a.toy", ONE);
        file("b.toy", ONE);
        Result r = run("run", "toy/total", "a.toy", "missing.toy", "b.toy", "--json", "--set",
                "total.range=100 .. 200");
        assertEquals(1, r.code);
        assertEquals(List.of("failed", "failed", "failed"), r.list("results").stream().map(x -> x.get("status"))
                .toList());
        assertTrue(r.list("results").get(0).get("error").toString().contains("step 'total': there is no point"), r.out);
    }

    @Test
    void everyWrongInputHasOneClearMessage() throws IOException {
        Files.createDirectories(folder.resolve("dir"));
        file("empty.toy", "");
        byte[] junk = new byte[5000];
        new Random(1).nextBytes(junk);
        Files.write(folder.resolve("junk.bin"), junk);
        for (String verb : List.of("info", "run toy/total")) {
            String[] words = verb.split(" ");
            assertOneMessage(run(join(words, "none.toy")), 1, "none.toy", "no such file");
            assertOneMessage(run(join(words, "dir")), 1, "dir", "folder, not a file");
            assertOneMessage(run(join(words, "empty.toy")), 1, "empty.toy", "empty");
            assertOneMessage(run(join(words, "junk.bin")), 1, "junk.bin", "no installed format");
        }
    }

    private static String[] join(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void typosAreAnsweredWithTheRightName() throws IOException {
        file("a.toy", ONE);
        assertOneMessage(run("run", "toy/totla", "a.toy"), 2, "no recipe 'toy/totla'", "did you mean 'toy/total'?");
        assertOneMessage(run("operations", "toy.scael"), 2, "did you mean 'toy.scale'?");
        assertOneMessage(run("run", "toy/total", "a.toy", "--set", "scale.facter=2"), 2, "scale.facter",
                "did you mean 'factor'?");
        assertOneMessage(run("run", "toy/total", "a.toy", "--set", "scael.factor=2"), 2, "did you mean 'scale'?");
        assertOneMessage(run("run", "toy/total", "a.toy", "--set", "scale.factor=-2"), 2, "scale.factor", "-2");
        assertOneMessage(run("run", "toy/total", "a.toy", "--set", "nonsense"), 2, "step.parameter=value");
        assertOneMessage(run("run", "own.yaml", "a.toy"), 2, "own.yaml", "no such file");
        assertEquals(2, run("rnu", "toy/total").code);
        assertEquals(2, run("run", "toy/total").code);
        assertEquals(2, run("run", "toy/total", "a.toy", "--jobs", "0").code);
        assertEquals(2, run().code);
    }

    @Test
    void usageErrorsAreOneDocumentToo() {
        Result r = run("run", "toy/totla", "a.toy", "--json");
        assertEquals(2, r.code);
        assertTrue(r.json().get("error").toString().contains("toy/total"), r.out);
    }

    @Test
    void stackTracesComeOnlyWithDebug() throws IOException {
        file("a.toy", ONE);
        Result r = run("run", "toy/total", "a.toy", "--debug", "--set", "total.range=100 .. 200");
        assertTrue(r.err.contains("    at org.interphase.testkit.toy.Total.apply"), r.err);
    }

    @Test
    void everyVerbTeachesByExample() {
        assertTrue(run("--help").out.contains("Examples:"));
        for (String verb : List.of("info", "formats", "techniques", "operations", "recipes", "run", "report")) {
            Result r = run(verb, "--help");
            assertEquals(0, r.code);
            assertTrue(r.out.contains("Examples:") && r.out.contains("interphase " + verb), r.out);
        }
        assertTrue(run("--version").out.startsWith("Interphase 0."));
    }

    @Test
    void listsAreOneDocumentEach() {
        assertEquals("toy.text", run("formats", "--json").list("formats").get(0).get("id"));
        assertEquals("toy", run("techniques", "--json").list("techniques").get(0).get("id"));
        // in the order of the contract in every start: that of an immutable map changes from one to the next
        assertTrue(run("techniques", "--json").out().replaceAll("\\s", "").startsWith("{\"techniques\""));
        assertEquals(4, run("operations", "--json").list("operations").size());
        Map<String, Object> recipe = run("recipes", "--json").list("recipes").get(0);
        assertEquals("toy/total", recipe.get("id"));
        assertTrue(recipe.get("steps").toString().contains("factor=1.0"), recipe.toString());
    }

    @Test
    void aRecipeIsExplainedWithDefaultsAndHelp() {
        String text = run("recipes", "toy/total").out;
        assertTrue(text.contains("factor = 1") && text.contains("What the signal is multiplied by.")
                && text.contains("(0 .. 1000)"), text);
        assertTrue(run("operations", "toy.total").out.contains("Poisson 1837"));
    }

    @Test
    void aRecipeOfOnesOwnStartsFromAPrintedOne() throws IOException {
        file("a.toy", ONE);
        String yaml = run("recipes", "toy/total", "--yaml").out;
        file("own.yaml", yaml.replace("factor: 1.0", "factor: 10.0"));
        assertTrue(run("run", "own.yaml", "a.toy").out.contains("60.0"), yaml);
        file("bad.yaml", yaml.replace("steps:", "stesp:"));
        assertOneMessage(run("run", "bad.yaml", "a.toy"), 2, "bad.yaml, line", "did you mean 'steps'?");
    }

    @Test
    void reportRunsAProject() throws IOException {
        file("p/a.toy", ONE);
        file("p/b.toy", ONE.replace("14", "19"));
        file("p/notes.txt", "not data");
        file("p/project.yaml", """
                format: interphase project 1
                title: Two
                samples:
                  - name: A
                    files: a.toy
                  - name: B
                    files: [b.toy]
                recipes:
                  - recipe: toy/total
                """);
        Result r = run("report", "p", "--out", "out", "--json");
        assertEquals(0, r.code, r.err);
        assertEquals(List.of("A", "B"), r.list("measurements").stream().map(m -> m.get("sample")).toList());
        assertEquals(11.0, r.list("measurements").get(1).get("value"));
        assertTrue(Files.exists(folder.resolve("out/report.html")));
        Result again = run("report", "p/project.yaml", "--out", "p/report", "--json", "-q");
        assertEquals(2, again.list("measurements").size());
        Result third = run("report", "p", "--json", "-q");
        assertEquals(again.list("measurements"), third.list("measurements"));
    }

    @Test
    void progressOfAReportCountsFilesAndSeries() throws IOException {
        file("p/a.toy", ONE + ONE.replace("first", "second"));
        file("p/b.toy", ONE);
        file("p/project.yaml", """
                format: interphase project 1
                samples:
                  - name: A
                    files: "*.toy"
                recipes:
                  - recipe: toy/total
                  - recipe: toy/mean
                """);
        Result r = run("report", "p", "--out", "out", "--format", "csv");
        assertEquals(0, r.code, r.err);
        List<String> counts = r.err.lines().filter(l -> l.matches("\\d+/\\d+, .*")).map(l -> l.split(",")[0]).toList();
        assertEquals(List.of("2/2", "3/3"), counts, r.err);
    }

    @Test
    void reportOfAnyFolderTakesEachFileAsSample() throws IOException {
        file("q/a.toy", ONE);
        file("q/readme.txt", "not data");
        Result r = run("report", "q", "--json");
        assertEquals(0, r.code, r.err);
        assertEquals("a", r.list("measurements").get(0).get("sample"));
        assertEquals(r.list("measurements"), run("report", "q", "--json").list("measurements"));
    }

    @Test
    void reportSaysWhatIsWrongWithAProject() throws IOException {
        assertOneMessage(run("report", "nowhere"), 1, "nowhere", "no such project");
        file("p/project.yaml", "format: interphase project 1\nsamples:\n  - name: A\n    files: ../secret/*\n");
        assertOneMessage(run("report", "p"), 1, "project.yaml, line 4", "out of the project's folder");
        assertOneMessage(run("report", "p", "--format", "pptx"), 2, "pptx", "html");
    }

    @Test
    void progressIsPlainLinesWithoutTerminal() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        long[] now = {0};
        ProgressBar bar = new ProgressBar(new Console(System.out, new PrintStream(err), false), 4, true, () -> now[0]);
        for (int i = 0; i < 4; i++) {
            now[0] += 6_000_000_000L;
            bar.done(i != 1);
        }
        assertEquals("1/4, 0.167/s, 0:18 left\n2/4, 0.167/s, 0:12 left, 1 failed\n3/4, 0.167/s, 0:06 left, 1 failed\n"
                + "4/4, 0.167/s, 0:00 left, 1 failed\n", err.toString());
    }
}
