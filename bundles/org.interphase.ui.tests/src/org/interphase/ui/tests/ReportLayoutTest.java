package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.Sample;
import org.interphase.testkit.synthetic.SmallExample;
import org.interphase.ui.report.ReportPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report is laid out by pointing: what is done stands in project.yaml, whose comments stay. */
class ReportLayoutTest {

    private static final String TEXT = """
            # kept by hand
            format: interphase project 1
            title: Fluorine
            samples:
              - name: fresh   # before
                files: raw/fresh_*.csv
              - name: cycled
                files: raw/cycled_*.csv
            recipes:
              - recipe: xps/f1s-lif-cf2
              # not asked for, but good to see
              - recipe: xps/c1s-carbonate
            report:
              laboratory: B 12   # moved in May
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
            Files.createDirectories(folder.resolve(e.getKey()).getParent());
            Files.writeString(folder.resolve(e.getKey()), e.getValue());
        }
        Files.writeString(folder.resolve("project.yaml"), TEXT);
        Workbench.session().openProject(folder);
        Workbench.settle(100);
    }

    @AfterEach
    void close() {
        Workbench.page().closeAllEditors(false);
        Workbench.session().openProject(null);
        Workbench.settle(100);
    }

    private String text() {
        try {
            return Files.readString(folder.resolve("project.yaml"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Table table(String id) {
        return Workbench.one(Table.class, "interphase.id", id);
    }

    private static void type(String id, String entry) {
        Text field = Workbench.one(Text.class, "interphase.id", id);
        field.setFocus();
        field.setText(entry);
        field.notifyListeners(SWT.FocusOut, new Event());
    }

    private static void tick(Table table, int row, boolean on) {
        TableItem item = table.getItem(row);
        item.setChecked(on);
        Event e = new Event();
        e.item = item;
        e.detail = SWT.CHECK;
        table.notifyListeners(SWT.Selection, e);
    }

    private static void drag(Table table, int from, int to) {
        Rectangle a = table.getItem(from).getBounds();
        Rectangle b = table.getItem(to).getBounds();
        int over = to > from ? b.y + b.height - 2 : b.y + 2;
        Workbench.mouse(table, SWT.MouseDown, new Point(a.x + 5, a.y + a.height / 2), 1);
        Workbench.mouse(table, SWT.MouseMove, new Point(b.x + 5, over), 1);
        Workbench.mouse(table, SWT.MouseUp, new Point(b.x + 5, over), 1);
    }

    private static void run(String command) throws Exception {
        Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
    }

    @Test
    void whatIsPointedAtStandsInTheProjectAndInThePreview() throws Exception {
        run("org.interphase.ui.reportLayout");
        ReportPage page = (ReportPage) Workbench.page().getActiveEditor();
        Workbench.waitFor("the layout is shown", () -> table("report.chapters").getItemCount() == 2
                && table("report.samples").getItemCount() == 2);
        Workbench.activate();
        assertEquals("B 12", Workbench.one(Text.class, "interphase.id", "report.laboratory").getText());

        drag(table("report.samples"), 0, 1);
        Workbench.waitFor("the samples changed places", () -> samples().equals(List.of("cycled", "fresh")));
        type("report.authors", "A. Analyst; B. Reviewer");
        type("report.conclusion", "Cycling makes lithium fluoride.");
        Workbench.waitFor("authors and conclusion are kept", () -> text().contains("B. Reviewer")
                && text().contains("Cycling makes"));
        assertTrue(text().contains("laboratory: B 12   # moved in May\n"), text());
        assertTrue(text().startsWith("# kept by hand\n") && text().contains("- name: fresh   # before"), text());
        assertFalse(text().contains("sections"), "nobody chose chapters yet");

        Workbench.one(Button.class, "interphase.offer", "Add a question").notifyListeners(SWT.Selection, null);
        Workbench.waitFor("there is a question", () -> table("report.questions").getItemCount() == 1);
        type("report.question", "Is there more LiF after cycling?");
        type("report.question.evidence", "xps/f1s-lif-cf2: LiF area");
        Workbench.waitFor("the question is kept with its number", () -> text().contains("Is there more LiF")
                && text().contains("LiF area"));

        Workbench.waitFor("the figures of the first chapter are found",
                () -> table("report.figures").getItemCount() > 0);
        int figures = table("report.figures").getItemCount();
        assertTrue(table("report.figures").getItem(0).getChecked());
        drag(table("report.chapters"), 1, 0);
        Workbench.waitFor("the chapters changed places", () -> text().contains("sections:")
                && text().indexOf("xps/f1s-lif-cf2", text().indexOf("sections:")) > text().indexOf("sections:") + 30);
        Workbench.settle(200);
        tick(table("report.chapters"), 0, false);
        Workbench.waitFor("one chapter is left", () -> text().split("sections:")[1].split("- recipe: ").length == 2);
        Workbench.waitFor("the page shows it", () -> table("report.chapters").getItem(0).getText()
                .equals(recipeTitle()) && table("report.chapters").getItem(0).getChecked());
        table("report.chapters").setSelection(0);
        tick(table("report.chapters"), 0, false);
        Workbench.settle(300);
        assertTrue(table("report.chapters").getItem(0).getChecked(), "the last chapter stays");
        assertTrue(text().contains("sections:"));
        type("report.chapter.title", "Fluorides");
        Workbench.waitFor("the chapter has its heading", () -> text().contains("title: Fluorides"));
        Workbench.waitFor("its figures are listed", () -> table("report.figures").getItemCount() == figures);
        if (figures > 1) {
            tick(table("report.figures"), 1, false);
            Workbench.waitFor("the figures that are left are named", () -> text().contains("figures:"));
        }
        Workbench.save(Workbench.picture(), "report-layout");

        AtomicReference<Path> opened = new AtomicReference<>();
        page.setOpener(opened::set);
        Workbench.one(Button.class, "interphase.offer", "Preview").notifyListeners(SWT.Selection, null);
        Workbench.waitFor("the preview is opened", () -> opened.get() != null);
        String html = Files.readString(opened.get());
        assertTrue(html.contains("Fluorides") && html.contains("Cycling makes lithium fluoride.")
                && html.contains("Is there more LiF after cycling?"), "the preview has the layout");
        assertFalse(Files.exists(folder.resolve("report")), "a preview is no report");

        Workbench.page().activate(page);
        String last = text();
        run("org.eclipse.ui.edit.undo");
        Workbench.waitFor("the last change is taken back", () -> !text().equals(last));
        run("org.eclipse.ui.edit.redo");
        Workbench.waitFor("and made again", () -> text().equals(last));

        Workbench.one(Text.class, "interphase.id", "report.question").setFocus();
        run("org.interphase.ui.help");
        Workbench.waitFor("help is about the layout", () -> Workbench.find(StyledText.class, t -> t.isVisible()
                && t.getText().contains("Layout of the report")).size() == 1);
    }

    private static String recipeTitle() {
        return Workbench.session().registry().recipe("xps/f1s-lif-cf2").orElseThrow().title();
    }

    private List<String> samples() {
        try {
            return ProjectStore.read(folder).samples().stream().map(Sample::name).toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
