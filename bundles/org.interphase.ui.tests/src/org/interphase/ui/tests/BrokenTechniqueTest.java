package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.api.Recipe;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.ui.commands.InstalledTechniques;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be used of what is installed is said in the window, and the rest stays. */
@ExtendWith(Stalls.class)
class BrokenTechniqueTest {

    private static final String TITLE = "Installed techniques";

    /** Its recipes cannot be listed. */
    private static final class Broken implements Technique {
        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String title() {
            return "Broken";
        }

        @Override
        public List<Recipe> recipes() {
            throw new IllegalStateException("the table of lines is missing");
        }
    }

    private static TechniqueRegistry withBroken() {
        List<Technique> all = new ArrayList<>(Workbench.session().registry().techniques());
        all.add(new Broken());
        return TechniqueRegistry.usable(all, List.of());
    }

    private static List<Shell> dialogs() {
        return Arrays.stream(Display.getCurrent().getShells()).filter(s -> s.getText().equals(TITLE)).toList();
    }

    private static String listed() {
        List<Shell> open = dialogs();
        assertEquals(1, open.size());
        return text(open.get(0));
    }

    private static String text(Composite root) {
        StringBuilder all = new StringBuilder();
        for (Control c : root.getChildren()) {
            if (c instanceof Text t) {
                all.append(t.getText());
            } else if (c instanceof Composite inner) {
                all.append(text(inner));
            }
        }
        return all.toString();
    }

    private static List<Label> notices() {
        return Workbench.find(Label.class, l -> l.isVisible() && l.getText().startsWith("Not everything installed"));
    }

    private static void press(String offer) {
        Workbench.find(Button.class, b -> b.isVisible() && offer.equals(b.getData("interphase.offer"))).get(0)
                .notifyListeners(SWT.Selection, null);
    }

    @AfterEach
    void close() {
        dialogs().forEach(Shell::close);
        if (!notices().isEmpty()) {
            press("Close");
        }
    }

    @Test
    void aBrokenTechniqueIsNamedAtTheStartWithItsReason() {
        InstalledTechniques.notice(Workbench.page(), withBroken());
        assertEquals(1, notices().size());
        assertTrue(notices().get(0).getText().contains("the table of lines is missing"), notices().get(0).getText());
        press(TITLE);
        Workbench.waitFor("the list is there", () -> !dialogs().isEmpty());
        String listed = listed();
        assertTrue(listed.startsWith("Left out"), listed);
        assertTrue(listed.contains(Broken.class.getName()), listed);
        assertTrue(listed.contains("(xps)"), "the others are listed too: " + listed);
    }

    @Test
    void nothingIsSaidWhereEverythingCanBeUsed() {
        TechniqueRegistry whole = TechniqueRegistry.of(Workbench.session().registry().techniques());
        InstalledTechniques.notice(Workbench.page(), whole);
        assertTrue(notices().isEmpty());
    }

    @Test
    void theHelpMenuListsWhatIsInstalled() throws CommandException {
        Workbench.activate();
        Workbench.window().getService(IHandlerService.class).executeCommand("org.interphase.ui.techniques", null);
        Workbench.waitFor("the list is there", () -> !dialogs().isEmpty());
        String listed = listed();
        assertTrue(listed.contains("(xps)") && listed.contains("(microscopy)"), listed);
        assertTrue(!listed.contains("Left out"), listed);
    }
}
