package org.interphase.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten kinds of bad plug-in beside a sound one: the table of what happens is the one that docs/plugins.md shows. */
@Timeout(120)
class TenBadPluginsTest {

    private static final String ENDLESS = "while (System.getProperty(\"" + TenBadPluginsTest.class.getName()
            + "\") == null) { try { Thread.sleep(50); } catch (InterruptedException e) { continue; } } ";

    @TempDir
    private Path work;
    private final List<String> rows = new ArrayList<>();

    @AfterAll
    static void end() {
        System.setProperty(TenBadPluginsTest.class.getName(), "done");
    }

    private static PluginManager manager(Path folder) {
        ClassLoader loader = PluginManager.class.getClassLoader();
        PackageVersion version = PackageVersion.parse("1.0.0");
        PackageSource packages = n -> n.matches("org\\.interphase\\.(api|model)(\\..*)?") ? List.of(
                new PackageSource.Offer(version, true, loader)) : List.of();
        return new PluginManager(() -> TechniqueRegistry.of(List.of(new OwnTechnique())), new PluginFolder(folder),
                packages, new PluginTechniques.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2)), false);
    }

    private static Run run(PluginManager plugins, String name) throws IOException {
        Source source = Source.of("x." + name, (name + " data").getBytes(StandardCharsets.UTF_8));
        TechniqueRegistry registry = plugins.registry();
        Dataset dataset = new DatasetLoader(registry).read(source).get(0);
        return new RecipeRunner(registry, new OutcomeCache(1 << 20)).run(registry.requireRecipe(name + "/sum"), dataset,
                InputReference.none("t"), Path.of(""), Progress.none());
    }

    /** What the program itself and the sound plug-in give. */
    private static String others(PluginManager plugins) throws IOException {
        return new DatasetLoader(plugins.registry()).read(Source.of("own.txt", "own data".getBytes(
                StandardCharsets.UTF_8))).get(0).kind() + " " + run(plugins, "sound").measurements();
    }

    /** Puts a jar beside a sound one, uses both, and notes what happened. */
    private void row(String kind, Path bad, Path sound) throws IOException {
        Path folder = Files.createDirectory(work.resolve("plugins" + rows.size()));
        Files.copy(sound, folder.resolve("sound.jar"));
        String before = others(manager(folder));
        Files.copy(bad, folder.resolve("bad.jar"));
        PluginManager plugins = manager(folder);
        boolean same = before.equals(others(plugins));
        InstalledPlugin p = plugins.list().stream().filter(i -> i.file().equals("bad.jar")).findFirst().orElseThrow();
        String said = p.reason();
        if (p.state() == InstalledPlugin.State.ACTIVE) {
            said = !p.failures().isEmpty() ? p.failures().get(0) : run(plugins, "bad").failure().orElseThrow()
                    .message();
        }
        // what Java itself says of archives and classes is not the same in all versions
        said = kind.equals("garbage") ? said.replaceFirst(" \\(.*", "") : said;
        rows.add("| " + kind + " | " + p.state().word() + " | " + said + " | " + (same ? "unchanged" : "CHANGED")
                + " |");
    }

    private Path bad(String part, String body) throws IOException {
        return PluginJars.named("bad").with(part, body).in(work);
    }

    @Test
    void whatHappensIsWhatIsDocumented(TestReporter reporter) throws IOException {
        Path sound = PluginJars.named("sound").in(work);
        row("garbage", Files.writeString(work.resolve("garbage.jar"), "this is no jar"), sound);
        row("needs a package that is not there", PluginJars.named("bad").header("Import-Package",
                "org.interphase.api,org.missing.library;version=\"2\"").in(work), sound);
        row("needs another version", PluginJars.named("bad").header("Import-Package",
                "org.interphase.api;version=\"[2.0,3)\"").in(work), sound);
        row("throws in its constructor", bad("CONSTRUCTOR", "if (true) throw new IllegalStateException(\"no luck\");"),
                sound);
        row("throws in `id()`", bad("ID", "throw new Error(\"no id\");"), sound);
        row("throws in `operations()`", bad("OPERATIONS", "throw new UnsupportedOperationException(\"none\");"), sound);
        row("throws in `confidence()`", bad("CONFIDENCE", "throw new IllegalStateException(\"unsure\");"), sound);
        row("throws in `apply()`", bad("APPLY", "throw new IllegalStateException(\"oh\");"), sound);
        row("never comes back from `apply()`", bad("APPLY", ENDLESS + "return null;"), sound);
        row("has the name of a technique that is there", bad("ID", "return \"own\";"), sound);
        String table = String.join("\n", rows);
        reporter.publishEntry("ten bad plug-ins", "\n" + table);
        assertEquals(documented(), table);
    }

    /** The rows of the table in the documentation, which is found from the bundle's folder up. */
    private static String documented() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/plugins.md"))) {
            folder = folder.getParent();
        }
        List<String> lines = Files.readAllLines(folder.resolve("docs/plugins.md"));
        int head = lines.indexOf("| ten bad plug-ins | state | what is said | program and sound plug-in beside it |");
        return String.join("\n", lines.subList(head + 2, head + 12));
    }
}
