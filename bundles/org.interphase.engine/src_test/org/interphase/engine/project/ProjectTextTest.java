package org.interphase.engine.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.document.DocumentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit of {@code project.yaml} changes, and that it changes nothing else. */
class ProjectTextTest {

    private static final String COMMENTED = """
            # cathodes of the spring campaign
            format: interphase project 1
            title: 'Cathodes'   # ask Anna
            future: {key: [1, 2]}

            samples:
              # the bare one
              - name: NCM
                files: raw/ncm/**   # all of it
                batch: 7

              # coated twice
              - name: "NCM@PVDF"
                colour: "#0072B2"
                files:
                  - raw/a.csv
                  # the second one
                  - raw/b.csv
            # rules
            recipes:
              - recipe: xps/f1s-lif-cf2
                set: {fit.seed: "3"}
              - {recipe: raman/c-double-bond, files: '*.txt'}
            report:
              introduction: |
                First line.

                  Second: with a colon.
              laboratory: B 12
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write(COMMENTED);
    }

    private ProjectText write(String text) throws IOException {
        Files.writeString(folder.resolve("project.yaml"), text);
        return ProjectText.read(folder);
    }

    private ProjectText read() throws IOException {
        return ProjectText.read(folder);
    }

    /** The lines that are in one text and not in the other, with a sign. */
    private static List<String> difference(String before, String after) {
        List<String> out = new ArrayList<>();
        List<String> old = new ArrayList<>(Arrays.asList(before.split("\n", -1)));
        List<String> fresh = new ArrayList<>();
        for (String line : after.split("\n", -1)) {
            if (!old.remove(line)) {
                fresh.add("+" + line.strip());
            }
        }
        old.forEach(l -> out.add("-" + l.strip()));
        out.addAll(fresh);
        return out;
    }

    private static List<String> names(ProjectText text) {
        return text.project().samples().stream().map(Sample::name).toList();
    }

    @Test
    void nothingChangedIsTheSameToTheByte() throws IOException {
        for (String example : List.of("coated-cathode", "small")) {
            byte[] content = Files.readAllBytes(Path.of("..", "..", "examples", example, "project.yaml"));
            Files.write(folder.resolve("project.yaml"), content);
            ProjectText text = read();
            assertTrue(text.isSaved());
            ProjectText edited = text;
            for (Sample s : text.project().samples()) {
                edited = edited.renamed(s.name(), s.name()).described(s.name(), s.description())
                        .coloured(s.name(), s.colour()).withFiles(s.name(), s.files());
            }
            edited = edited.withRules(text.project().recipes()).withReport(text.project().report());
            for (int i = 0; i < text.project().recipes().size(); i++) {
                edited = edited.withRule(i, text.project().recipes().get(i));
            }
            edited.save();
            assertArrayEquals(content, Files.readAllBytes(folder.resolve("project.yaml")), example);
        }
    }

    @Test
    void editsOfTheExampleTakenBackLeaveItAsItWas() throws IOException {
        byte[] content = Files.readAllBytes(Path.of("..", "..", "examples", "coated-cathode", "project.yaml"));
        Files.write(folder.resolve("project.yaml"), content);
        ProjectText text = read();
        ProjectText there = text.renamed("NCM", "bare").coloured("film", 0x112233).moved("film", -3)
                .adding(Sample.of("new", "raw/new/**")).addingRule(RecipeRule.of("ftir/pvdf-phase", "*.dx"));
        assertEquals(List.of("film", "bare", "NCM@PVDF", "NCM@PAN", "new"), names(there));
        ProjectText back = there.renamed("bare", "NCM").coloured("film", -1).moved("film", 3).without("new")
                .withoutRule(there.project().recipes().size() - 1);
        assertEquals(new String(content, StandardCharsets.UTF_8), back.text());
        assertEquals(ProjectText.read(folder).project(), back.project());
    }

    @Test
    void anEditTouchesItsOwnLinesOnly() throws IOException {
        ProjectText text = read();
        assertEquals(List.of("-- name: NCM", "+- name: bare"), difference(COMMENTED, text.renamed("NCM", "bare")
                .text()));
        assertEquals(List.of("+description: 'as: received'"), difference(COMMENTED, text.described("NCM",
                "as: received").text()));
        assertEquals(List.of("-colour: \"#0072B2\"", "+colour: '#D55E00'"),
                difference(COMMENTED, text.coloured("NCM@PVDF", 0xD55E00).text()));
        assertEquals(List.of("-colour: \"#0072B2\""), difference(COMMENTED, text.coloured("NCM@PVDF", -1).text()));
        assertEquals(List.of("-title: 'Cathodes'   # ask Anna", "+title: Spring   # ask Anna"),
                difference(COMMENTED, text.withTitle("Spring").text()));
        assertEquals(List.of("-- raw/a.csv", "+- raw/c [1].csv"), difference(COMMENTED, text.withFiles("NCM@PVDF",
                List.of("raw/b.csv", "raw/c [1].csv")).text()).stream().map(l -> l.replace("'", "")).toList());
        assertEquals(List.of("+- name: NCM@PAN", "+files:", "+- raw/c.csv"), difference(COMMENTED,
                text.adding(Sample.of("NCM@PAN", "raw/c.csv")).text()));
        assertEquals(List.of("-set: {fit.seed: \"3\"}", "+files: '*.vms'"), difference(COMMENTED, text.withRule(0,
                RecipeRule.of("xps/f1s-lif-cf2", "*.vms")).text()));
        assertEquals(List.of("-laboratory: B 12", "+laboratory: B 13"), difference(COMMENTED, text.withReport(Map.of(
                "introduction", text.project().report().get("introduction"), "laboratory", "B 13")).text()));
    }

    @Test
    void aSampleMovesAndGoesWithTheCommentRightAboveIt() throws IOException {
        ProjectText moved = read().moved("NCM@PVDF", -1);
        assertEquals(List.of("NCM@PVDF", "NCM"), names(moved));
        assertTrue(moved.text().contains("  # coated twice\n  - name: \"NCM@PVDF\""), moved.text());
        assertTrue(moved.text().contains("  # the bare one\n  - name: NCM\n"), moved.text());
        assertEquals(COMMENTED, moved.moved("NCM@PVDF", 1).text());
        assertEquals(COMMENTED, read().moved("NCM", -1).text());
        ProjectText without = read().without("NCM");
        assertEquals(List.of("NCM@PVDF"), names(without));
        assertFalse(without.text().contains("bare one"));
        assertTrue(without.text().contains("# coated twice") && without.text().contains("# cathodes of")
                && without.text().contains("# rules"));
    }

    @Test
    void theHeadingOfAListStaysAtItsHead() throws IOException {
        ProjectText text = write("format: interphase project 1\nsamples:\n  # all of batch 3\n  - name: A\n"
                + "    files: a\n  - name: B\n    files: b\n");
        assertTrue(text.moved("B", -1).text().contains("# all of batch 3\n  - name: B\n"));
        assertTrue(text.without("A").text().contains("# all of batch 3\n  - name: B\n"));
    }

    @Test
    void numbersThatSayTheOrderAreGivenAnew() throws IOException {
        ProjectText text = write("format: interphase project 1\nsamples:\n  - {name: A, files: a, order: 5}\n"
                + "  - name: B\n    files: b\n    order: 2\n  - {name: C, files: c}\n");
        assertEquals(List.of("C", "B", "A"), names(text));
        assertEquals(List.of("A", "C", "B"), names(text.moved("A", -2)));
        assertEquals(List.of("C", "B", "A", "D"), names(text.adding(Sample.of("D", "d"))));
    }

    @Test
    void allOfADocumentInBracketsIsEditedToo() throws IOException {
        ProjectText text = write("{format: interphase project 1, samples: [{name: A, files: [x, y]}, {name: B, "
                + "files: z}]}\n");
        ProjectText edited = text.renamed("A", "C, D").withFiles("C, D", List.of("y", "q")).moved("B", -1)
                .addingRule(RecipeRule.of("xps/f1s-lif-cf2", "")).without("B");
        assertEquals(List.of(Sample.of("C, D", "y", "q")), edited.project().samples());
        assertEquals(1, edited.project().recipes().size());
    }

    @Test
    void aListCanBecomeEmptyAndBeFilledAgain() throws IOException {
        ProjectText empty = read().without("NCM").without("NCM@PVDF").withoutRule(1).withoutRule(0);
        assertEquals(List.of(), empty.project().samples());
        ProjectText filled = empty.adding(Sample.of("A", "a/**")).adding(Sample.of("B"))
                .addingRule(RecipeRule.of("raman/c-double-bond", ""));
        assertEquals(List.of("A", "B"), names(filled));
        assertEquals(List.of("a/**"), filled.project().samples().get(0).files());
        assertTrue(filled.text().contains("future: {key: [1, 2]}"));
    }

    @Test
    void lineBreaksAndByteOrderMarkStay() throws IOException {
        ProjectText text = write("\ufeff" + COMMENTED.replace("\n", "\r\n"));
        ProjectText edited = text.described("NCM", "Größe 5 µm").adding(Sample.of("new", "x"))
                .renamed("NCM", "\ud83d\ude00 e").moved("new", -2);
        assertEquals(List.of("new", "\ud83d\ude00 e", "NCM@PVDF"), names(edited));
        assertTrue(edited.text().startsWith("\ufeff# cathodes"));
        assertFalse(edited.text().replace("\r\n", "").contains("\n"), edited.text());
        assertEquals("Größe 5 µm", edited.save().project().samples().get(1).description());
    }

    @Test
    void aDocumentWithoutItsLastLineBreakIsEdited() throws IOException {
        ProjectText text = write("format: interphase project 1\nsamples:\n- name: A\n  files: a\n- name: B\n"
                + "  files: b");
        assertEquals(List.of("B", "A"), names(text.moved("B", -1)));
        assertEquals(List.of("A", "B", "C"), names(text.adding(Sample.of("C", "c"))));
        assertEquals("b", text.described("B", "b").project().samples().get(1).description());
        assertEquals(1, text.addingRule(RecipeRule.of("a/b", "")).project().recipes().size());
    }

    @Test
    void whatCannotBeInAProjectIsRefused() throws IOException {
        ProjectText text = read();
        assertThrows(IllegalArgumentException.class, () -> text.renamed("NCM", "NCM@PVDF"));
        assertThrows(IllegalArgumentException.class, () -> text.renamed("NCM", "  "));
        assertThrows(IllegalArgumentException.class, () -> text.renamed("none", "a"));
        assertThrows(IllegalArgumentException.class, () -> text.adding(Sample.of("NCM", "x")));
        assertThrows(IllegalArgumentException.class, () -> text.withFiles("NCM", List.of("../x")));
        assertThrows(IllegalArgumentException.class, () -> text.withFiles("NCM", List.of("!../x")));
        assertThrows(IllegalArgumentException.class, () -> text.assigned("NCM", List.of(folder.getParent()),
                ProjectFiles.in(folder)));
        ProjectText aliases = write("format: interphase project 1\nsamples:\n  - name: A\n    files: &f [a]\n"
                + "  - name: B\n    files: *f\n");
        DocumentException e = assertThrows(DocumentException.class, () -> aliases.renamed("A", "C"));
        assertTrue(e.getMessage().contains("change it in the file"), e.getMessage());
    }

    @Test
    void aDocumentChangedByOthersIsNotOverwritten() throws IOException {
        ProjectText text = read().renamed("NCM", "bare");
        Files.writeString(folder.resolve("project.yaml"), COMMENTED + "# and another line\n");
        assertThrows(DocumentException.class, text::save);
        assertTrue(Files.readString(folder.resolve("project.yaml")).endsWith("# and another line\n"));
        assertThrows(DocumentException.class, () -> ProjectText.blank(folder, "other").save());
        assertEquals(List.of("bare", "NCM@PVDF"), names(text.overwrite()));
        assertEquals(List.of("bare", "NCM@PVDF"), names(read()));
    }

    @Test
    void goingBackWritesTheEarlierTextOverTheLaterOne() throws IOException {
        ProjectText first = read();
        ProjectText second = first.renamed("NCM", "bare").save();
        assertTrue(second.isSaved());
        second.back(first).save();
        assertEquals(COMMENTED, Files.readString(folder.resolve("project.yaml")));
    }

    @Test
    void theReportIsTurnedWithItsCommentsWhateverIsMovedAddedOrTakenAway() throws IOException {
        String before = """
                format: interphase project 1
                report:
                  # asked by Anna
                  authors: [A. Analyst]
                  sections:
                    # surface first
                    - recipe: a/one
                      title: One   # hers
                    # then the bulk
                    - recipe: a/two
                    - recipe: a/three
                      figures: [x, y]
                  questions:
                    - Is there LiF?   # the main one
                    # of the referee
                    - question: Is it pure?
                      answer: yes, it is
                """;
        ProjectText text = write(before);
        Map<String, Object> report = text.project().report();
        List<?> sections = (List<?>) report.get("sections");
        List<?> questions = (List<?>) report.get("questions");
        Map<String, Object> other = new LinkedHashMap<>(report);
        other.put("sections", List.of(sections.get(1), sections.get(2), sections.get(0)));
        assertEquals(List.of(), difference(before, text.withReport(other).text()));
        assertTrue(text.withReport(other).text().contains("    # surface first\n    - recipe: a/one\n"
                + "      title: One   # hers\n"), text.withReport(other).text());
        other.put("sections", List.of(sections.get(0), Map.of("recipe", "a/two", "text", "Much."), sections.get(2)));
        assertEquals(List.of("+text: Much."), difference(before, text.withReport(other).text()));
        other.put("sections", List.of(sections.get(2), sections.get(1)));
        assertEquals(List.of("-# surface first", "-- recipe: a/one", "-title: One   # hers"),
                difference(before, text.withReport(other).text()));
        other.put("sections", sections);
        other.put("questions", List.of(questions.get(0), "Why?", questions.get(1)));
        other.put("conclusion", "It holds.");
        assertEquals(List.of("+- 'Why?'", "+conclusion: It holds."), difference(before, text.withReport(other)
                .text()));
        Map<String, Object> emptied = new LinkedHashMap<>(report);
        emptied.remove("questions");
        emptied.put("authors", List.of("B. Reviewer", "A. Analyst"));
        ProjectText there = text.withReport(emptied);
        assertEquals(emptied, there.project().report());
        assertEquals(report, there.withReport(report).project().report());
    }

    @Test
    void aBlankProjectBecomesOneThatIsReadStrictly() throws IOException {
        Files.delete(folder.resolve("project.yaml"));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("introduction", "One.\n\nTwo: \"quoted\".\n");
        report.put("sections", List.of(Map.of("recipe", "a/b", "text", "x\ny")));
        ProjectText text = ProjectText.blank(folder, "Cells: \"1\" # 2").adding(new Sample("A #1", "d", 0xABCDEF, 0,
                List.of("a [1].csv", "*.vms"))).addingRule(new RecipeRule("a/b", "*.x", "k", "F 1s*",
                RecipeRule.Over.PROJECT, Map.of("s.p", "yes"))).withReport(report);
        text.save();
        assertEquals(text.project(), ProjectStore.read(folder));
        assertEquals("Cells: \"1\" # 2", ProjectStore.read(folder).title());
        assertEquals(report, ProjectStore.read(folder).report());
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
    }

    private static List<String> of(ProjectText text, String sample, ProjectFiles files) {
        return files.of(text.project().sample(sample).orElseThrow()).stream().map(files::relative).toList();
    }

    @Test
    void aFileGoesFromOneSampleToAnotherAndBack() throws IOException {
        files("raw/ncm/1.csv", "raw/ncm/2.csv", "raw/a.csv", "raw/b.csv", "other/x.csv", "other/!y.csv");
        ProjectFiles files = ProjectFiles.in(folder);
        ProjectText text = read();
        assertEquals(List.of("raw/ncm/1.csv", "raw/ncm/2.csv"), of(text, "NCM", files));
        assertEquals(List.of("other/!y.csv", "other/x.csv"), files.unassigned(text.project()).stream()
                .map(files::relative).toList());
        ProjectText there = text.assigned("NCM@PVDF", List.of(folder.resolve("raw/ncm/2.csv")), files);
        assertEquals(List.of("raw/ncm/1.csv"), of(there, "NCM", files));
        assertEquals(List.of("raw/a.csv", "raw/b.csv", "raw/ncm/2.csv"), of(there, "NCM@PVDF", files));
        assertEquals(List.of("raw/ncm/**", "!raw/ncm/2.csv"), there.project().samples().get(0).files());
        ProjectText back = there.assigned("NCM", List.of(folder.resolve("raw/ncm/2.csv")), files);
        assertEquals(text.project(), back.project());
        ProjectText whole = text.assigned("NCM@PVDF", List.of(folder.resolve("other")), files);
        assertEquals(List.of("other/!y.csv", "other/x.csv", "raw/a.csv", "raw/b.csv"), of(whole, "NCM@PVDF", files));
        ProjectText odd = text.assigned("NCM", List.of(folder.resolve("other/!y.csv")), files);
        assertEquals(List.of("other/!y.csv", "raw/ncm/1.csv", "raw/ncm/2.csv"), of(odd, "NCM", files));
        ProjectText none = whole.unassigned(List.of(folder.resolve("other/x.csv"), folder.resolve("raw/a.csv")),
                files);
        assertEquals(List.of("other/!y.csv", "raw/b.csv"), of(none, "NCM@PVDF", files));
        assertEquals(none.text(), none.assigned("NCM@PVDF", List.of(folder.resolve("raw/b.csv")), files).text());
    }
}
