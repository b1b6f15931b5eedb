package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Technique;
import org.interphase.engine.recipe.Run;
import org.interphase.ui.navigator.FileDrop;
import org.interphase.ui.tests.plugin.TinyTechnique;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A jar dropped on the window is asked about, installed, used at once, disabled and removed. */
@ExtendWith(Stalls.class)
class PluginWindowTest {

    private static final String TITLE = "Installed techniques";
    private static final List<String> CLASSES = List.of("TinyTechnique", "TinyTechnique$TinyReader",
            "TinyTechnique$TinyLast", "TinyTechnique$TinyLast$Parameters");

    @TempDir
    private Path folder;

    private Path jar(String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", "com.example.tiny");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Vendor", "Ada Example");
        main.putValue("Import-Package", imports);
        Path jar = folder.resolve("tiny.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/" + Technique.class.getName()));
            zip.write(TinyTechnique.class.getName().getBytes(StandardCharsets.UTF_8));
            for (String name : CLASSES) {
                zip.putNextEntry(new ZipEntry(TinyTechnique.class.getPackageName().replace('.', '/') + "/" + name
                        + ".class"));
                try (InputStream in = TinyTechnique.class.getResourceAsStream(name + ".class")) {
                    in.transferTo(zip);
                }
            }
        }
        return jar;
    }

    private static Optional<Shell> shell(String title) {
        return Arrays.stream(Display.getCurrent().getShells()).filter(s -> s.getText().equals(title)).findFirst();
    }

    private static <T extends Control> T part(Class<T> type, String id) {
        return type.cast(find(shell(TITLE).orElseThrow(), id));
    }

    private static Control find(Composite root, String id) {
        for (Control c : root.getChildren()) {
            Control found = id.equals(c.getData("interphase.id")) ? c : c instanceof Composite inner ? find(inner, id)
                    : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Optional<Button> button(Composite root, String label) {
        for (Control c : root.getChildren()) {
            Optional<Button> found = c instanceof Button b && b.getText().replace("&", "").equals(label)
                    ? Optional.of(b) : c instanceof Composite inner ? button(inner, label) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    // the question waits for its answer in a loop of its own
    private static void answerYes() {
        Display.getCurrent().timerExec(200, () -> {
            Optional<Button> yes = shell("Install a plug-in").flatMap(s -> button(s, "Yes"));
            if (yes.isPresent()) {
                yes.get().notifyListeners(SWT.Selection, null);
            } else {
                answerYes();
            }
        });
    }

    private static void waitForStatus(String text) {
        Workbench.waitFor("the page says '" + text + "'", () -> shell(TITLE).isPresent()
                && part(Label.class, "plugin-status").getText().contains(text));
    }

    private void drop(Path jar) {
        answerYes();
        new FileDrop(Workbench.page()).open(jar.toString());
    }

    @AfterEach
    void close() throws IOException {
        Workbench.closeAll();
        shell(TITLE).ifPresent(Shell::close);
        Path left = Workbench.session().plugins().folder().resolve("com.example.tiny.jar");
        if (Files.deleteIfExists(left)) {
            Workbench.session().plugins().forget();
            Workbench.session().techniquesChanged();
        }
    }

    @Test
    void aDroppedPluginIsInstalledUsedDisabledAndRemoved() throws IOException {
        drop(jar("org.interphase.api;version=\"[1.0,2)\",org.interphase.model;version=\"[1.0,2)\","
                + "org.interphase.model.unit;version=\"[1.0,2)\""));
        waitForStatus("com.example.tiny is installed.");
        Table table = part(Table.class, "plugins");
        assertEquals("active", table.getItem(0).getText(2));
        assertEquals("Ada Example", table.getItem(0).getText(3));
        assertTrue(part(Text.class, "plugin-details").getText().contains("SHA-256"));
        Path file = Files.writeString(folder.resolve("a.tiny"), "tiny data");
        Run run = Workbench.use(Workbench.open(file), "tiny/last");
        assertEquals(7, run.measurements().get(0).value());
        part(Button.class, "plugin-toggle").notifyListeners(SWT.Selection, null);
        waitForStatus("com.example.tiny is disabled.");
        assertTrue(Workbench.session().registry().recipe("tiny/last").isEmpty());
        part(Button.class, "plugin-toggle").notifyListeners(SWT.Selection, null);
        waitForStatus("com.example.tiny is active.");
        assertTrue(Workbench.session().registry().recipe("tiny/last").isPresent());
        part(Button.class, "plugin-remove").notifyListeners(SWT.Selection, null);
        waitForStatus("com.example.tiny is removed.");
        assertEquals(0, part(Table.class, "plugins").getItemCount());
        assertTrue(Workbench.session().registry().recipe("tiny/last").isEmpty());
        assertFalse(Files.exists(Workbench.session().plugins().folder().resolve("com.example.tiny.jar")));
    }

    @Test
    void onePluginThatNeedsAnotherVersionIsRefusedWithTheReason() throws IOException {
        drop(jar("org.interphase.api;version=\"[9.0,10)\""));
        waitForStatus("com.example.tiny is not installed: it needs org.interphase.api [9.0.0,10.0.0)");
        assertEquals(0, part(Table.class, "plugins").getItemCount());
    }
}
