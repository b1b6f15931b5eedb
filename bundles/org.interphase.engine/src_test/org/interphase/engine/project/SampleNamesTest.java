package org.interphase.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.interphase.engine.registry.TechniqueRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which samples names of files and folders propose, and the wild cards that mean them. */
class SampleNamesTest {

    @TempDir
    private Path folder;

    /** Samples with their files for files of these names; after a blank, the kind of data. */
    private Map<String, Set<String>> samples(String... files) {
        return samples(names(files));
    }

    private SampleNames.Names names(String... files) {
        List<SampleNames.Named> named = new ArrayList<>();
        for (String f : files) {
            String name = f.split("\\|")[0];
            named.add(new SampleNames.Named(folder.resolve(name), name, f.contains("|") ? Set.of(f.split("\\|")[1])
                    : Set.of(name.substring(name.lastIndexOf('.') + 1))));
        }
        return new SampleNames(new NameParts(TechniqueRegistry.of(List.of()))).of(named, "title");
    }

    private Map<String, Set<String>> samples(SampleNames.Names names) {
        Map<String, Set<String>> out = new TreeMap<>();
        names.samples().forEach((n, f) -> out.put(n, new TreeSet<>(f.stream().map(p -> folder.relativize(p).toString()
                .replace('\\', '/')).toList())));
        return out;
    }

    private void says(String samples, String... files) {
        assertEquals(samples, String.join(", ", samples(files).keySet()), String.join(" ", files));
    }

    @Test
    void whatStandsBeforeTheWordsOfTheMeasurementIsTheSample() {
        assertEquals(Map.of("NCM", Set.of("NCM_F1s.vms", "NCM_C1s.vms", "NCM_ftir.jdx"), "NCM@PVDF",
                Set.of("NCM@PVDF_F1s.vms")), samples("NCM_F1s.vms", "NCM_C1s.vms", "NCM_ftir.jdx", "NCM@PVDF_F1s.vms"));
        says("NCM, NCM-PVDF", "NCM-PVDF-F1s.csv", "NCM-F1s.csv", "NCM-PVDF_raman.txt", "NCM 532nm.txt");
        says("LFP, NCM811", "xps_NCM811_001.vms", "xps_LFP 12_002.vms");
        says("A, B", "2024-05-03_A_F1s_scan2.vms", "20240504_B_EIS_50degC.mpt");
        says("sample_1, sample_2", "sample_1_F1s.vms", "sample_2_F1s.vms", "sample_1_eis.txt");
        says("cell1, cell2", "cell1_eis.txt", "cell2_eis.txt");
        says("1, 2", "1_F1s.vms", "2_F1s.vms", "2_C1s.vms");
    }

    @Test
    void spellingsOfOneNameAreOneSample() {
        assertEquals(Map.of("NCM PVDF", Set.of("NCM PVDF F1s.vms", "ncm-pvdf_C1s.vms", "NCM PVDF O1s.vms")),
                samples("NCM PVDF F1s.vms", "ncm-pvdf_C1s.vms", "NCM PVDF O1s.vms"));
    }

    @Test
    void foldersNameSamplesUnlessTheyNameTechniques() {
        says("film, ncm, ncm-pvdf", "raw/ncm/xps.vms", "raw/ncm/eis-cell.csv", "raw/ncm/sem-surface.tif",
                "raw/ncm/sem-film-cross-section.tif", "raw/ncm-pvdf/xps.vms", "raw/ncm-pvdf/eis-cell.csv",
                "raw/film/eis-30degC.csv", "raw/film/eis-40degC.csv");
        says("NCM, PAN", "XPS/NCM.vms", "XPS/PAN.vms", "FTIR/NCM.jdx");
        says("NCM, PAN", "Photoelektronen/NCM.vms", "Photoelektronen/PAN.vms", "Widerstand/NCM.mpt",
                "Widerstand/PAN.mpt");
        says("NCM, PAN", "first week/NCM_F1s.vms", "first week/PAN_F1s.vms", "second week/NCM_F1s.vms");
        says("NCM, PAN", "2024-05-03/NCM/F1s.vms", "2024-05-04/PAN/F1s.vms", "2024-05-04/PAN/C1s.vms");
    }

    @Test
    void aLastWordThatTellsKindsApartIsNoPartOfTheName() {
        says("NCM, PAN", "NCM_powder.txt", "NCM_top.tif", "PAN_top.tif", "PAN_powder.txt");
        says("LFP_PVDF, NCM_PAN, NCM_PVDF", "NCM_PVDF.vms", "NCM_PAN.vms", "LFP_PVDF.vms");
    }

    @Test
    void whatIsNotCertainIsLeftWithTheReason() {
        SampleNames.Names names = names("NCM_F1s.vms", "PAN_F1s.vms", "survey.vms", "NCM_vs_PAN.vms");
        assertEquals(Set.of("NCM", "PAN"), samples(names).keySet());
        assertEquals(Set.of(folder.resolve("survey.vms"), folder.resolve("NCM_vs_PAN.vms")), names.left().keySet());
        assertTrue(names.left().get(folder.resolve("NCM_vs_PAN.vms")).contains("two samples"));
        SampleNames.Names folders = names("ncm/xps.vms", "pan/xps.vms", "ncm/pan_eis.csv");
        assertEquals("its folder says ncm, its name pan", folders.left().get(folder.resolve("ncm/pan_eis.csv")));
        // one sample of two parts is no doubt where it has several files
        says("NCM, NCM_PAN, PAN", "NCM_F1s.vms", "PAN_F1s.vms", "NCM_PAN_F1s.vms", "NCM_PAN_C1s.vms");
    }

    @Test
    void whereNoNameSaysAnythingAllIsOneSample() {
        says("title", "survey.vms", "F1s.vms", "001.tif");
        assertEquals(Map.of(), samples());
    }

    private List<String> patterns(String sample, List<String> own, String... others) throws IOException {
        for (String f : own) {
            Files.createDirectories(folder.resolve(f).getParent());
            Files.writeString(folder.resolve(f), "");
        }
        for (String f : others) {
            Files.createDirectories(folder.resolve(f).getParent());
            Files.writeString(folder.resolve(f), "");
        }
        ProjectFiles files = ProjectFiles.in(folder);
        List<String> out = new SamplePatterns(files).of(sample, own.stream().map(folder::resolve).sorted().toList());
        assertEquals(new TreeSet<>(own), new TreeSet<>(files.of(new Sample(sample, "", -1, 0, out)).stream()
                .map(files::relative).toList()), out.toString());
        return out;
    }

    @Test
    void wildCardsMeanTheFilesOfTheSampleAndNoOthers() throws IOException {
        assertEquals(List.of("NCM_*"), patterns("NCM", List.of("NCM_F1s.vms", "NCM_C1s.vms"), "NCM@PVDF_F1s.vms",
                "notes.md"));
    }

    @Test
    void aFolderIsOneWildCardWithItsExceptions() throws IOException {
        assertEquals(List.of("raw/ncm/**"), patterns("ncm", List.of("raw/ncm/a.vms", "raw/ncm/x/b.vms"),
                "raw/pan/a.vms"));
        assertEquals(List.of("raw/pan/**", "!raw/pan/notes [1].txt".replace("[1]", "\\[1\\]")), patterns("pan",
                List.of("raw/pan/a.vms", "raw/pan/b.vms"), "raw/pan/notes [1].txt"));
    }

    @Test
    void eachFolderOfATechniqueGetsAWildCard() throws IOException {
        assertEquals(List.of("FTIR/NCM.*", "XPS/NCM*"), patterns("NCM", List.of("FTIR/NCM.jdx", "XPS/NCM.vms",
                "XPS/NCM_C1s.vms"), "XPS/PAN.vms", "FTIR/PAN.jdx").stream().map(p -> p.replace("[_. -]", "")).toList());
    }

    @Test
    void namesThatBeginAlikeAreListedWhereNoWildCardTellsThemApart() throws IOException {
        List<String> own = List.of("NCM_F1s.vms", "NCM_C1s.vms", "NCM_O1s.vms", "NCM_N1s.vms", "NCM_S2p.vms");
        assertEquals(5, patterns("NCM", own, "NCM_PVDF_F1s.vms", "NCM_PVDF_C1s.vms", "NCM_PVDF_O1s.vms",
                "NCM_PVDF_N1s.vms").size());
    }
}
