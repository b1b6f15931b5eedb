package org.interphase.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that grow when they are unpacked, or whose names lead out of the folder of plug-ins. */
class HostileJarsTest {

    @TempDir
    private Path work;

    private PluginManager manager(Path folder) {
        PackageVersion version = PackageVersion.parse("1.0.0");
        PackageSource packages = n -> n.matches("org\\.interphase\\.(api|model)(\\..*)?") ? List.of(
                new PackageSource.Offer(version, true, PluginManager.class.getClassLoader())) : List.of();
        return new PluginManager(() -> TechniqueRegistry.of(List.of(new OwnTechnique())), new PluginFolder(folder),
                packages, new PluginTechniques.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2)), false);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    private Path with(Path jar, String name, int megabytes) throws IOException {
        Path out = work.resolve("changed.jar");
        try (ZipFile in = new ZipFile(jar.toFile()); ZipOutputStream zip = new ZipOutputStream(
                Files.newOutputStream(out))) {
            for (ZipEntry e : java.util.Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(e.getName()));
                zip.write(in.getInputStream(e).readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1 << 20];
            for (int k = 0; k < megabytes; k++) {
                zip.write(zeros);
            }
        }
        return out;
    }

    @Test
    void aJarThatGrowsIsRefusedAndNotInstalled() throws IOException {
        Path folder = Files.createDirectory(work.resolve("plugins"));
        Path bomb = with(PluginJars.named("bad").in(work), "data.bin", 40);
        assertTrue(Files.size(bomb) < 100_000);
        InstalledPlugin p = manager(folder).install(bomb).get(0);
        assertEquals(InstalledPlugin.State.REFUSED, p.state());
        assertTrue(p.reason().contains("more than 200 times its packed size"), p.reason());
        assertEquals(List.of(), files(folder));
    }

    @Test
    void filesInAJarWhoseNamesLeadOutAreWrittenNowhere() throws IOException {
        Path folder = Files.createDirectories(work.resolve("a/plugins"));
        Path jar = with(PluginJars.named("bad").in(work), "../../evil.class", 0);
        assertEquals(InstalledPlugin.State.ACTIVE, manager(folder).install(jar).get(0).state());
        assertEquals(List.of("com.example.bad.jar"), files(folder));
        assertEquals(List.of("a/plugins/com.example.bad.jar", "bad.jar", "changed.jar"), files(work));
    }

    @Test
    void anIdentifierThatIsAPathIsRefused() throws IOException {
        Path folder = Files.createDirectories(work.resolve("a/plugins"));
        for (String id : List.of("../../evil", "/etc/evil", "evil/../..", "..", "con:evil", "a\\b")) {
            Path jar = PluginJars.named("bad").header("Bundle-SymbolicName", id).in(work);
            try {
                assertEquals(InstalledPlugin.State.REFUSED, manager(folder).install(jar).get(0).state(), id);
            } catch (PluginException e) {
                assertFalse(e.getMessage().isBlank());
            }
            assertEquals(List.of(), files(folder), id);
            assertEquals(List.of("bad.jar"), files(work), id);
        }
    }

    @Test
    void removingByAPathRemovesNothing() throws IOException {
        Path folder = Files.createDirectories(work.resolve("plugins"));
        Path mine = Files.write(work.resolve("mine.jar"), "mine".getBytes(StandardCharsets.UTF_8));
        for (String name : List.of("../mine.jar", mine.toString(), "..")) {
            assertThrows(IllegalArgumentException.class, () -> manager(folder).remove(name));
        }
        assertTrue(Files.exists(mine));
    }
}
