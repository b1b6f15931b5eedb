package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the program is made of is told, and what a report of a problem holds is shown before it is written. */
@ExtendWith(Stalls.class)
class AboutTest {

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        shell().ifPresent(Shell::close);
        Workbench.closeAll();
    }

    private static Optional<Shell> shell() {
        return Arrays.stream(Display.getCurrent().getShells()).filter(s -> "about".equals(s.getData("interphase.id")))
                .findFirst();
    }

    private static <T extends Control> T part(Composite root, Class<T> type, String id) {
        for (Control c : root.getChildren()) {
            T found = type.isInstance(c) && id.equals(c.getData("interphase.id")) ? type.cast(c)
                    : c instanceof Composite inner ? part(inner, type, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Test
    void partsTellTheirLicencesAndTheReportIsReadBeforeItIsWritten() throws Exception {
        open();
        Workbench.window().getService(IHandlerService.class).executeCommand("org.interphase.ui.problem", null);
        Workbench.waitFor("it is shown", () -> shell().isPresent());
        Shell about = shell().orElseThrow();
        Table parts = part(about, Table.class, "parts");
        TableItem ours = Arrays.stream(parts.getItems()).filter(i -> i.getText(0).equals("org.interphase.ui"))
                .findFirst().orElseThrow();
        assertEquals("Apache-2.0", ours.getText(2));
        TableItem swt = Arrays.stream(parts.getItems()).filter(i -> i.getText(0).equals("org.eclipse.swt"))
                .findFirst().orElseThrow();
        assertEquals("EPL-2.0", swt.getText(2));
        List list = part(about, List.class, "problem-entries");
        assertEquals(4, list.getItemCount());
        list.select(3);
        list.notifyListeners(SWT.Selection, null);
        String shown = part(about, Text.class, "problem-text").getText();
        assertTrue(shown.contains("without its data") && shown.contains("components"), shown);
        Workbench.save(Workbench.pictureOf(about), "report-a-problem");
        TabFolder tabs = (TabFolder) parts.getParent();
        tabs.setSelection(1);
        Workbench.save(Workbench.pictureOf(about), "about-parts");
    }

    private void open() throws IOException {
        Workbench.use(Workbench.open(Samples.fluorine(folder.resolve("f1s.csv"))), "xps/f1s-lif-cf2");
    }
}
