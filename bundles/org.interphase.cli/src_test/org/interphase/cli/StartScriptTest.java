package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start scripts take for a verb, and what for a file that the window shows. */
class StartScriptTest {

    private static final Path SCRIPTS = Path.of("..", "..", "features", "org.interphase.runtime.feature", "rootfiles");

    @TempDir
    private Path folder;
    private Path script;

    @BeforeEach
    void install() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
        script = folder.resolve("installed/interphase");
        Files.createDirectories(folder.resolve("installed/plugins"));
        Files.createFile(folder.resolve("installed/plugins/org.eclipse.equinox.launcher_1.jar"));
        Files.copy(SCRIPTS.resolve("unix/interphase"), script);
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true) && script.toFile().setExecutable(true));
        Files.createFile(folder.resolve("a file.csv"));
        Files.createFile(folder.resolve("run"));
        Files.createDirectory(folder.resolve("campaign"));
    }

    /** The arguments that Java would be started with. */
    private List<String> started(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA", folder.resolve("java").toString());
        builder.environment().put("DISPLAY", ":0");
        builder.environment().put("INTERPHASE_WORKSPACE", folder.resolve("own").toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.lines().toList();
    }

    private static void window(List<String> started) {
        assertTrue(started.contains("org.interphase.ui.app"), started.toString());
    }

    private static void headless(List<String> started) {
        assertTrue(!started.isEmpty() && !started.contains("org.interphase.ui.app"), started.toString());
    }

    @Test
    void aFileOrFolderIsShownByTheWindow() throws Exception {
        List<String> started = started("a file.csv", "campaign");
        window(started);
        assertEquals(List.of("a file.csv", "campaign"), started.subList(started.size() - 2, started.size()));
        window(started(folder.resolve("campaign").toString()));
        window(started());
    }

    @Test
    void aVerbIsAVerbWhateverFilesThereAreAndWhatIsNeitherIsLeftToTheVerbs() throws Exception {
        headless(started("run", "a file.csv"));
        headless(started("info", "a file.csv"));
        headless(started("no-such-verb"));
        headless(started("--help"));
        headless(started(""));
    }

    @Test
    void bothScriptsKnowTheVerbsThereAre() throws IOException {
        String help = CommandLineRun.of(List.of("--help")).out();
        Matcher listed = Pattern.compile("(?m)^  ([a-z-]+) ").matcher(help.substring(help.indexOf("Verbs:"),
                help.indexOf("Options:") < help.indexOf("Verbs:") ? help.indexOf("Examples:")
                        : Math.min(help.indexOf("Options:"), help.indexOf("Examples:"))));
        Set<String> verbs = new TreeSet<>();
        while (listed.find()) {
            verbs.add(listed.group(1));
        }
        assertTrue(verbs.contains("verify-report"), help);
        assertEquals(verbs, words("unix/interphase", "(?m)^ *(info\\|[a-z|-]+)\\|-\\*\\) ;;"));
        assertEquals(verbs, words("win/interphase.cmd", "in \\((info [a-z -]+)\\)"));
    }

    private static Set<String> words(String script, String list) throws IOException {
        Matcher m = Pattern.compile(list).matcher(Files.readString(SCRIPTS.resolve(script)));
        assertTrue(m.find(), script + " lists no verbs");
        return new TreeSet<>(List.of(m.group(1).split("[| ]")));
    }
}
