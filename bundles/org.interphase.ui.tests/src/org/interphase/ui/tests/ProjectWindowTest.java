package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.interphase.engine.project.FileState;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.Sample;
import org.interphase.testkit.synthetic.SmallExample;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.navigator.NavigatorView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of raw files becomes a project of samples, all in the window, nobody sees YAML. */
class ProjectWindowTest {

    @TempDir
    private Path folder;
    private Path project;

    @BeforeEach
    void writeRawFiles() throws IOException {
        project = Files.createDirectories(folder.resolve("campaign"));
        List<String> spectra = new ArrayList<>(SmallExample.files().values());
        for (String sample : List.of("NCM", "NCM@PVDF", "NCM@PAN")) {
            Files.writeString(project.resolve(sample + "_F1s.csv"), spectra.get(0));
        }
        Files.writeString(project.resolve("survey.csv"), spectra.get(1));
    }

    @AfterEach
    void close() {
        Workbench.page().closeAllEditors(false);
        Workbench.find(Button.class, b -> "Close".equals(b.getData("interphase.offer")))
                .forEach(b -> b.notifyListeners(SWT.Selection, null));
        Workbench.session().openProject(null);
        Workbench.settle(100);
    }

    private static NavigatorView view() {
        return (NavigatorView) Workbench.page().findView(NavigatorView.ID);
    }

    private static Tree tree() {
        return Workbench.one(Tree.class, "interphase.id", "navigator");
    }

    private static TreeItem item(String name) {
        for (TreeItem item : tree().getItems()) {
            if (item.getText().equals(name)) {
                return item;
            }
        }
        return null;
    }

    private static void select(String name) {
        ((TreeViewer) view().getSite().getSelectionProvider()).setSelection(new StructuredSelection(item(name)
                .getData()));
    }

    private static void press(String offer) {
        Workbench.one(Button.class, "interphase.offer", offer).notifyListeners(SWT.Selection, null);
    }

    private List<String> names() {
        try {
            return ProjectStore.read(project).samples().stream().map(Sample::name).toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    private void makeProject() {
        Workbench.session().openProject(project);
        // offers of the project before are gone then
        Workbench.settle(100);
        Workbench.waitFor("the folder may become a project", () -> !Workbench.find(Button.class,
                b -> "Make it a project \u2026".equals(b.getData("interphase.offer"))).isEmpty());
        press("Make it a project \u2026");
        Workbench.waitFor("the samples are proposed", () -> Workbench.find(Text.class,
                t -> "proposal.sample".equals(t.getData("interphase.id"))).size() == 3);
        Workbench.save(Workbench.picture(), "project-proposal");
        assertEquals(List.of(), Clipped.in(Workbench.window().getShell()));
        Workbench.find(Text.class, t -> "NCM@PAN".equals(t.getText())).get(0).setText("NCM@PAN 2 %");
        press("Make it a project");
        Workbench.waitFor("the samples stand in the tree", () -> tree().isVisible() && item("NCM@PAN 2 %") != null
                && item("Not assigned") != null);
        assertEquals(List.of("NCM", "NCM@PAN 2 %", "NCM@PVDF"), names());
    }

    /** What a file manager does when files are let go over a line of the tree. */
    private static void drop(TreeItem onto, Path... files) throws ReflectiveOperationException {
        DropTarget target = (DropTarget) tree().getData(DND.DROP_TARGET_KEY);
        Class<?> type = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader());
        Constructor<?> made = type.getDeclaredConstructor();
        made.setAccessible(true);
        Event event = (Event) made.newInstance();
        set(event, "dataType", FileTransfer.getInstance().getSupportedTypes()[0]);
        String[] names = new String[files.length];
        for (int i = 0; i < files.length; i++) {
            names[i] = files[i].toString();
        }
        event.data = names;
        event.item = onto;
        event.detail = DND.DROP_COPY;
        event.widget = target;
        target.notifyListeners(DND.Drop, event);
    }

    private static void set(Event event, String field, Object value) throws ReflectiveOperationException {
        var f = event.getClass().getDeclaredField(field);
        f.setAccessible(true);
        f.set(event, value);
    }

    private List<String> files(String sample) {
        try {
            Project read = ProjectStore.read(project);
            ProjectFiles files = ProjectFiles.in(project);
            return files.of(read.sample(sample).orElseThrow()).stream().map(files::relative).toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    @Test
    void aFolderOfRawFilesBecomesAProjectOfThreeSamplesInTwoClicks() throws Exception {
        makeProject();
        Workbench.activate();
        drop(item("NCM"), project.resolve("survey.csv"));
        Workbench.waitFor("the file is of the sample", () -> files("NCM").equals(List.of("NCM_F1s.csv", "survey.csv"))
                && item("Not assigned") == null);
        Path outside = Files.writeString(folder.resolve("late.csv"), SmallExample.files().values().iterator().next());
        drop(item("NCM@PVDF"), outside);
        Workbench.waitFor("the file from outside is copied and of the sample", () -> files("NCM@PVDF").equals(
                List.of("NCM@PVDF_F1s.csv", "raw/NCM@PVDF/late.csv")));
        assertTrue(Files.exists(outside));

        Workbench.page().activate(view());
        select("NCM");
        Workbench.key(tree(), SWT.F2, 0);
        Text name = Workbench.one(Text.class, "interphase.id", "interphase.rename");
        name.setText("bare");
        name.notifyListeners(SWT.DefaultSelection, null);
        Workbench.waitFor("the sample has its new name", () -> names().contains("bare") && item("bare") != null);
        select("bare");
        Workbench.key(tree(), SWT.ARROW_DOWN, SWT.ALT);
        Workbench.waitFor("the sample moved", () -> names().equals(List.of("NCM@PAN 2 %", "bare", "NCM@PVDF")));
        Workbench.waitFor("the tree shows it", () -> tree().getItem(1).getText().equals("bare"));
        select("bare");
        Workbench.key(tree(), SWT.DEL, 0);
        Workbench.waitFor("the sample is gone and its files are not", () -> names().size() == 2
                && item("Not assigned") != null);
        assertEquals(List.of(project.resolve("NCM_F1s.csv"), project.resolve("survey.csv")),
                ProjectFiles.in(project).unassigned(ProjectStore.read(project)));
        Workbench.save(Workbench.picture(), "project-samples");
    }

    @Test
    void aFileShowsHowItStandsAsSoonAsARecipeRan() {
        makeProject();
        Path raw = project.resolve("NCM_F1s.csv");
        assertEquals(FileState.State.NOT_RUN, view().stateOf(raw).state());
        Image before = item("NCM").getItem(0).getImage();
        AnalysisEditor editor = Workbench.open(raw);
        Workbench.use(editor, "xps/f1s-lif-cf2");
        Workbench.waitFor("the file is no longer as if nothing had run", () -> view().stateOf(raw).state()
                == FileState.State.SOUND);
        assertNotSame(before, item("NCM").getItem(0).getImage());
        assertEquals("NCM_F1s.csv", tree().getSelection()[0].getText(), "the file at the front");
        Workbench.open(project.resolve("NCM@PVDF_F1s.csv"));
        assertEquals("NCM@PVDF_F1s.csv", tree().getSelection()[0].getText(), "the file at the front");
        TreeItem[] both = {item("NCM").getItem(0), item("NCM@PVDF").getItem(0)};
        tree().setSelection(both);
        Workbench.page().activate(editor);
        assertEquals(2, tree().getSelectionCount(), "what was chosen for a batch stays chosen");
        assertEquals(FileState.State.NOT_RUN, view().stateOf(project.resolve("NCM@PVDF_F1s.csv")).state());
    }
}
