package org.interphase.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where plug-ins lie, and which of them are disabled. */
class PluginFolderTest {

    @TempDir
    private Path folder;

    private static Path place(String system, Map<String, String> environment, String property) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/home/ada");
        if (property != null) {
            properties.setProperty(PluginFolder.PROPERTY, property);
        }
        return PluginFolder.place(environment, properties);
    }

    @Test
    void itIsWhereThePlatformKeepsWhatProgramsAdd() {
        assertEquals(Path.of("/home/ada/.local/share/interphase/plugins"), place("Linux", Map.of(), null));
        assertEquals(Path.of("/data/interphase/plugins"), place("Linux", Map.of("XDG_DATA_HOME", "/data"), null));
        assertEquals(Path.of("/home/ada/.local/share/interphase/plugins"), place("Linux", Map.of("XDG_DATA_HOME",
                "relative"), null));
        assertEquals(Path.of("/home/ada/Library/Application Support/Interphase/plugins"), place("Mac OS X", Map.of(),
                null));
        assertEquals(Path.of("/roaming/Interphase/plugins"), place("Windows 11", Map.of("APPDATA", "/roaming"), null));
    }

    @Test
    void aPropertyIsObeyedBeforeAVariableAndBothBeforeThePlatform() {
        Map<String, String> environment = Map.of(PluginFolder.VARIABLE, "/variable", "XDG_DATA_HOME", "/data");
        assertEquals(Path.of("/variable"), place("Linux", environment, null));
        assertEquals(Path.of("/property"), place("Linux", environment, "/property"));
        assertEquals(Path.of("/variable"), place("Linux", environment, " "));
    }

    @Test
    void onlyJarsAreLookedAtAndAFolderThatIsNotThereIsEmpty() throws IOException {
        for (String name : List.of("b.jar", "a.JAR", "c.jar.part", "disabled.txt")) {
            Files.writeString(folder.resolve(name), "");
        }
        Files.createDirectory(folder.resolve("d.jar"));
        assertEquals(List.of("a.JAR", "b.jar"), new PluginFolder(folder).jars().stream()
                .map(f -> f.getFileName().toString()).toList());
        assertEquals(List.of(), new PluginFolder(folder.resolve("none")).jars());
        assertEquals(Set.of(), new PluginFolder(folder.resolve("none")).disabled());
    }

    @Test
    void whatIsDisabledIsAListThatPeopleMayEdit() throws IOException {
        PluginFolder plugins = new PluginFolder(folder);
        plugins.setDisabled("com.example.b", true);
        plugins.setDisabled("com.example.a", true);
        assertEquals("com.example.a\ncom.example.b\n", Files.readString(folder.resolve("disabled.txt")));
        Files.writeString(folder.resolve("disabled.txt"), "# not now\n\n com.example.c \n");
        assertEquals(Set.of("com.example.c"), plugins.disabled());
        plugins.setDisabled("com.example.c", false);
        assertEquals(Set.of(), plugins.disabled());
    }
}
