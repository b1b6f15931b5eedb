package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.interphase.ui.editor.AnalysisEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Help is about what has the keyboard, and its keys are those that are told. */
@ExtendWith(Stalls.class)
class HelpTest {

    private static final String HELP = "org.interphase.ui.help";
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.page().hideView(Workbench.page().findView(HELP));
        Workbench.closeAll();
    }

    private static String text() {
        return Workbench.one(StyledText.class, "interphase.id", "help").getText();
    }

    @Test
    void theFocusedFieldIsExplainedAndTheWorkKeepsTheKeyboard() throws Exception {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        Workbench.activate();
        Workbench.page().activate(Workbench.page().findView("org.interphase.ui.recipe"));
        Text range = Workbench.find(Text.class, t -> t.isVisible() && "range".equals(t.getData("interphase.path")))
                .get(0);
        range.setFocus();
        Workbench.settle(50);
        Workbench.window().getService(IHandlerService.class).executeCommand(HELP, null);
        Workbench.waitFor("the step is explained", () -> text().startsWith("Step: "));
        StyledText help = Workbench.one(StyledText.class, "interphase.id", "help");
        assertTrue(help.getText().startsWith("Range", help.getSelection().x), help.getText());
        assertTrue(range.isFocusControl());
        Workbench.save(Workbench.picture(), "help-field");
    }

    @Test
    void thePagesThatAreWrittenAreFoundBySearching() throws Exception {
        ParameterizedCommand tour = ParameterizedCommand.generateCommand(Workbench.window()
                .getService(ICommandService.class).getCommand(HELP), Map.of("org.interphase.ui.help.topic", "tour"));
        Workbench.window().getService(IHandlerService.class).executeCommand(tour, null);
        Workbench.waitFor("the tour is shown", () -> text().startsWith("Ten minutes"));
        Workbench.save(Workbench.picture(), "help-tour");
        Workbench.one(Text.class, "interphase.id", "help-search").setText("double click axis limits");
        assertTrue(text().contains("Keys and gestures"), text());
    }

    @Test
    void whatThePlatformSearchesInHelpIsSearchedInOurs() {
        org.eclipse.ui.PlatformUI.getWorkbench().getHelpSystem().search("double click axis limits");
        Workbench.waitFor("the page is listed", () -> text().contains("Keys and gestures"));
    }

    @Test
    void theKeysAreThoseThatAreTold() throws Exception {
        IBindingService keys = Workbench.window().getService(IBindingService.class);
        String[][] told = {{"M1+P", "org.eclipse.ui.window.quickAccess"}, {"F1", HELP}};
        for (String[] t : told) {
            // of a scheme of our own: it stands above that of the platform, which has other uses for these keys
            TriggerSequence sequence = KeySequence.getInstance(t[0]);
            List<String> ours = Arrays.stream(keys.getBindings()).filter(b -> b.getSchemeId().equals(
                    "org.interphase.ui.keys") && b.getTriggerSequence().equals(sequence)
                    && b.getParameterizedCommand() != null).map(b -> b.getParameterizedCommand().getId()).toList();
            assertEquals(List.of(t[1]), ours, t[0]);
        }
    }
}
