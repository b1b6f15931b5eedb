package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The window started with {@code -nl de}: menus, panels and a dialog speak German, numbers have their point. */
@ExtendWith(Stalls.class)
class GermanTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void isGerman() {
        assumeTrue(Locale.getDefault().getLanguage().equals("de"), "the window was not started with -nl de");
    }

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private static List<String> words(Menu menu) {
        Event show = new Event();
        menu.notifyListeners(SWT.Show, show);
        return Arrays.stream(menu.getItems()).filter(i -> (i.getStyle() & SWT.SEPARATOR) == 0).map(MenuItem::getText)
                .map(t -> t.replace("&", "").replaceFirst("\t.*", "")).toList();
    }

    @Test
    void menusAreGerman() {
        Menu bar = Workbench.window().getShell().getMenuBar();
        assertEquals(List.of("Datei", "Bearbeiten", "Auswerten", "Vergleichen", "Bericht", "Fenster", "Hilfe"),
                words(bar));
        List<String> file = words(bar.getItem(0).getMenu());
        for (String word : List.of("Neues Projekt \u2026", "Zuletzt ge\u00f6ffnet", "Speichern",
                "Speichern unter \u2026", "Schlie\u00dfen", "Beenden")) {
            assertTrue(file.contains(word), word + " is not in " + file);
        }
        assertTrue(words(bar.getItem(1).getMenu()).contains("R\u00fcckg\u00e4ngig"));
    }

    @Test
    void viewsAndTheirTextsAreGerman() {
        List<String> names = new ArrayList<>();
        for (IViewReference r : Workbench.page().getViewReferences()) {
            names.add(r.getPartName());
        }
        assertTrue(names.containsAll(List.of("Projekt", "Rezept", "Ergebnisse")), names.toString());
    }

    @Test
    void theRecipePanelAndItsNumbers() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        editor.analysis().orElseThrow().select("fit", "CF2");
        Workbench.settle(300);
        assertEquals("+ Schritt hinzuf\u00fcgen", Workbench.one(Button.class, "interphase.id", "addStep").getText());
        Table results = Workbench.one(Table.class, "interphase.id", "results");
        assertEquals(List.of("Gr\u00f6\u00dfe", "Wert"), Arrays.stream(results.getColumns()).map(c -> c.getText())
                .toList());
        assertTrue(results.getItemCount() > 0);
        // the language is that of words; numbers are as the data has them
        for (int i = 0; i < results.getItemCount(); i++) {
            String number = results.getItem(i).getText(1);
            assertTrue(!number.matches(".*\\d,\\d.*"), number);
        }
        List<String> heads = Workbench.find(Label.class, Label::isVisible).stream().map(Label::getText).toList();
        assertTrue(heads.containsAll(List.of("Wert", "Von", "Bis")), heads.toString());
    }

    @Test
    void preferencesAreGermanAndOfferTheLanguage() throws Exception {
        int shells = Display.getCurrent().getShells().length;
        Workbench.window().getService(IHandlerService.class).executeCommand("org.interphase.ui.preferences", null);
        Workbench.waitFor("the dialog is shown", () -> Display.getCurrent().getShells().length > shells);
        Shell dialog = Display.getCurrent().getShells()[shells];
        try {
            assertEquals("Einstellungen", dialog.getText());
            Combo language = combo(dialog);
            assertNotNull(language);
            assertEquals(List.of("Wie das System", "English", "Deutsch"), List.of(language.getItems()));
            choose(language, Language.ENGLISH);
            assertEquals(Language.ENGLISH, Language.chosen(Workbench.session().remembered()));
            assertTrue(labels(dialog).stream().anyMatch(t -> t.startsWith("Das Fenster zeigt diese Sprache")));
            choose(language, Language.SYSTEM);
            assertTrue(Workbench.session().remembered().get(Language.KEY).isEmpty());
            Workbench.settle(200);
            assertEquals(List.of(), Clipped.in(dialog));
        } finally {
            dialog.close();
        }
    }

    private static void choose(Combo combo, Language language) {
        combo.select(language.ordinal());
        combo.notifyListeners(SWT.Selection, null);
    }

    private static Combo combo(Composite root) {
        for (Control c : root.getChildren()) {
            Combo found = c instanceof Combo x && "language".equals(x.getData("interphase.id")) ? x
                    : c instanceof Composite inner ? combo(inner) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> labels(Composite root) {
        List<String> out = new ArrayList<>();
        for (Control c : root.getChildren()) {
            if (c instanceof Label l) {
                out.add(l.getText());
            } else if (c instanceof Composite inner) {
                out.addAll(labels(inner));
            }
        }
        return out;
    }
}
