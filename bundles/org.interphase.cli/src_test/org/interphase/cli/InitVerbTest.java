package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.FileState;
import org.interphase.engine.project.FileStates;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.RecipeRule;
import org.interphase.engine.project.Sample;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Verdict;
import org.interphase.testkit.example.CoatedCathode;
import org.interphase.testkit.synthetic.SmallExample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of raw files becomes a project, and its report works at once. */
class InitVerbTest {

    @TempDir
    private Path folder;
    private Path campaign;

    /** Two samples measured once each, notes beside them, and a spectrum whose name says nothing. */
    @BeforeEach
    void write() throws IOException {
        campaign = Files.createDirectories(folder.resolve("Kathoden ä"));
        List<String> spectra = new ArrayList<>(SmallExample.files().values());
        Files.writeString(campaign.resolve("NCM_F1s.csv"), spectra.get(0));
        Files.writeString(campaign.resolve("NCM@PVDF_F1s.csv"), spectra.get(1));
        Files.writeString(campaign.resolve("survey.csv"), spectra.get(1));
        Files.writeString(campaign.resolve("notes.md"), "# Notes\n\nMeasured on Monday.\n");
    }

    private CommandLineRun.Answer run(String... arguments) {
        return CommandLineRun.of(List.of(arguments));
    }

    private Project project() throws IOException {
        return ProjectStore.read(campaign);
    }

    @Test
    void theProposalIsWrittenShownAndReportedAtOnce() throws IOException {
        CommandLineRun.Answer init = run("init", campaign.toString());
        assertEquals(CliMain.DONE, init.code(), init.err());
        assertEquals(List.of("NCM", "NCM@PVDF"), project().samples().stream().map(Sample::name).toList());
        assertEquals(List.of(RecipeRule.of("xps/f1s-lif-cf2", "")), project().recipes());
        assertEquals("Kathoden ä", project().title());
        for (String told : List.of("NCM@PVDF", "xps/f1s-lif-cf2", "survey.csv: its name does not say",
                "notes.md: no data of a known format", "project.yaml", "interphase report")) {
            assertTrue(init.out().contains(told), told + " in " + init.out());
        }
        CommandLineRun.Answer report = run("report", campaign.toString(), "--format", "json,csv");
        assertEquals(CliMain.DONE, report.code(), report.err());
        String csv = Files.readString(campaign.resolve("report/results.csv"));
        assertTrue(csv.contains("NCM@PVDF") && csv.contains("LiF"), csv);
        assertEquals(Set.of("notes.md", "survey.csv"), left());
    }

    private FileState.State state(FileStates states, String file) throws IOException {
        return states.of(project(), ProjectFiles.in(campaign)).getOrDefault(campaign.resolve(file), FileState.NOT_RUN)
                .state();
    }

    @Test
    void aFileStandsAsItsAnalysesSay() throws IOException {
        assertEquals(CliMain.DONE, run("init", campaign.toString()).code());
        FileStates states = new FileStates();
        assertEquals(FileState.State.NOT_RUN, state(states, "NCM_F1s.csv"));
        run("report", campaign.toString(), "--format", "html");
        assertEquals(FileState.State.SOUND, state(states, "NCM_F1s.csv"));
        assertEquals(FileState.State.NOT_RUN, state(states, "survey.csv"));
        Files.writeString(campaign.resolve("NCM_F1s.csv"), "\n", StandardOpenOption.APPEND);
        assertEquals(FileState.State.STALE, state(states, "NCM_F1s.csv"));
        Path own = campaign.resolve("NCM_F1s.csv.analysis.yaml");
        try (Stream<Path> made = Files.list(campaign.resolve("report/analyses"))) {
            Path newest = made.filter(p -> p.toString().contains("f1s")).sorted().findFirst().orElseThrow();
            AnalysisDocument a = AnalysisStore.read(newest);
            AnalysisDocument doubted = new AnalysisDocument(a.recipe(), a.input().withPath("NCM_F1s.csv"),
                    List.of(a.measurements().get(0).judged(Verdict.doubtful("it drifted"))), List.of(),
                    a.provenance());
            String now = Checksums.ofFile(campaign.resolve("NCM_F1s.csv"));
            AnalysisStore.write(own, doubted.withInput(new InputReference("NCM_F1s.csv", now, a.input().dataset(), 0)));
            Files.setLastModifiedTime(own, FileTime.from(Instant.now().plusSeconds(60)));
        }
        assertEquals(FileState.State.DOUBTFUL, state(states, "NCM_F1s.csv"));
        // a clock that was put back: the report's analyses, which are of the file as it was, seem to be newer
        Files.setLastModifiedTime(own, FileTime.from(Instant.now().minusSeconds(86_400)));
        assertEquals(FileState.State.DOUBTFUL, state(states, "NCM_F1s.csv"));
        assertEquals(FileState.State.DOUBTFUL, state(new FileStates(), "NCM_F1s.csv"));
        Files.writeString(own, "format: nothing\n");
        assertEquals(FileState.State.FAILED, state(states, "NCM_F1s.csv"));
    }

    private Set<String> left() throws IOException {
        ProjectFiles files = ProjectFiles.in(campaign);
        return new TreeSet<>(files.unassigned(project()).stream().map(files::relative).toList());
    }

    @Test
    void aDocumentThatIsThereIsOnlyWrittenOverWhenForced() throws IOException {
        Path document = campaign.resolve("project.yaml");
        Files.writeString(document, "# mine\n");
        CommandLineRun.Answer refused = run("init", campaign.toString());
        assertEquals(CliMain.SOME_FAILED, refused.code());
        assertTrue(refused.err().contains("--force"), refused.err());
        assertEquals("# mine\n", Files.readString(document));
        assertEquals(CliMain.DONE, run("init", campaign.toString(), "--force").code());
        assertEquals(2, project().samples().size());
    }

    @Test
    void aDryRunShowsTheDocumentAndWritesNothing() {
        CommandLineRun.Answer dry = run("init", campaign.toString(), "--dry-run");
        assertEquals(CliMain.DONE, dry.code(), dry.err());
        assertTrue(dry.out().contains("  - name: NCM\n") && dry.out().contains("format: interphase project 1"),
                dry.out());
        assertFalse(Files.exists(campaign.resolve("project.yaml")));
    }

    @Test
    void aFolderWithoutDataOrNoFolderIsToldSo() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(empty.resolve("notes.md"), "nothing");
        CommandLineRun.Answer none = run("init", empty.toString());
        assertEquals(CliMain.SOME_FAILED, none.code());
        assertTrue(none.err().contains("no data of a known format"), none.err());
        assertFalse(Files.exists(empty.resolve("project.yaml")));
        assertEquals(CliMain.USAGE, run("init", folder.resolve("nowhere").toString()).code());
        assertEquals(CliMain.USAGE, run("init", empty.resolve("notes.md").toString()).code());
    }

    @Test
    void whatCannotBeReadStaysWithItsSampleAndIsNamed() throws IOException {
        Files.writeString(campaign.resolve("NCM_N1s.vms"), "VAMAS Surface Chemical Analysis Standard Data Transfer "
                + "Format 1988 May 4\nbroken off");
        CommandLineRun.Answer init = run("init", campaign.toString(), "--json");
        assertEquals(CliMain.DONE, init.code(), init.err());
        assertTrue(init.out().contains("NCM_N1s.vms: it cannot be read"), init.out());
        assertFalse(init.out().contains("it cannot be read: NCM_N1s.vms"), "the file is named twice: " + init.out());
        ProjectFiles files = ProjectFiles.in(campaign);
        assertEquals(2, files.of(project().sample("NCM").orElseThrow()).size());
    }

    @Test
    void filesWithTheSameTroubleShareOneNote() throws IOException {
        for (String name : List.of("NCM_N1s", "NCM@PVDF_N1s", "NCM_C1s", "NCM@PVDF_C1s")) {
            Files.writeString(campaign.resolve(name + ".vms"), "VAMAS Surface Chemical Analysis Standard Data Transfer "
                    + "Format 1988 May 4\nbroken off");
        }
        String told = run("init", campaign.toString()).out();
        assertTrue(told.contains(" and 2 more: it cannot be read"), told);
        assertEquals(1, told.split("it cannot be read", -1).length - 1, told);
    }

    /** The example without its document: the proposal has its samples, and the recipes of its single data. */
    @Test
    void theExampleIsProposedAsItsAuthorsWroteIt() throws IOException {
        Path example = Files.createDirectories(folder.resolve("example"));
        CoatedCathode.write(example);
        assertEquals(CliMain.DONE, run("init", example.toString(), "--json").code());
        Project proposed = ProjectStore.read(example);
        ProjectFiles files = ProjectFiles.in(example);
        Map<String, Set<String>> samples = new TreeMap<>();
        for (Sample s : proposed.samples()) {
            Set<String> folders = new TreeSet<>();
            files.of(s).forEach(f -> folders.add(files.relative(f.getParent())));
            samples.put(s.name(), folders);
        }
        assertEquals(Map.of("film", Set.of("raw/film"), "ncm", Set.of("raw/ncm"), "ncm-pan", Set.of("raw/ncm-pan"),
                "ncm-pvdf", Set.of("raw/ncm-pvdf")), samples);
        Set<String> recipes = new TreeSet<>(proposed.recipes().stream().map(RecipeRule::recipe).toList());
        assertTrue(recipes.containsAll(Set.of("xps/f1s-lif-cf2", "xps/n1s-pan-licn", "xps/c1s-carbonate",
                "xps/o1s-carbonate", "ftir/pvdf-phase", "microscopy/porosity", "microscopy/layer-thickness",
                "eis/two-arc-cell", "cv/peaks", "gitt/diffusion")), recipes.toString());
        assertEquals(List.of("truth.csv"), files.unassigned(proposed).stream().map(files::relative).toList());
    }

    @Test
    void helpOfReportNamesEveryKeyOfTheDocument() throws IOException {
        String help = run("report", "--help").out();
        for (String key : List.of("format", "title", "samples", "name", "description", "colour", "order", "files",
                "recipes", "recipe", "kind", "dataset", "over", "set", "tables", "stated", "report", "introduction",
                "sections", "text", "figures", "table")) {
            assertTrue(help.contains(key + ":"), key);
        }
        assertTrue(run("--help").out().contains("init"));
    }
}
