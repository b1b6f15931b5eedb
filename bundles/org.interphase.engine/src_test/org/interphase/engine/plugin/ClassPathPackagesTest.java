package org.interphase.engine.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class path offers to plug-ins is what the framework would offer of the same bundles. */
class ClassPathPackagesTest {

    @TempDir
    private Path folder;

    private Path jar(String name, String exports, String... packages) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        if (exports != null) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
            manifest.getMainAttributes().putValue("Export-Package", exports);
        }
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (String p : packages) {
                zip.putNextEntry(new ZipEntry(p.replace('.', '/') + "/"));
            }
        }
        return jar;
    }

    @Test
    void aBundleOffersItsExportsAlone() throws IOException {
        Path bundle = jar("bundle", "a.open;version=\"1.2.0\",a.friends;x-friends:=\"b\",a.inside;x-internal:=true",
                "a.open", "a.friends", "a.inside", "a.kept");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {bundle.toUri().toURL()}, null)) {
            ClassPathPackages packages = new ClassPathPackages(loader);
            assertEquals("1.2.0", packages.offers("a.open").get(0).version().toString());
            assertTrue(packages.offers("a.open").get(0).isPublic());
            assertFalse(packages.offers("a.friends").get(0).isPublic());
            assertFalse(packages.offers("a.inside").get(0).isPublic());
            assertTrue(packages.offers("a.kept").isEmpty(), "it does not export this one");
            assertTrue(packages.offers("a.nowhere").isEmpty());
        }
    }

    @Test
    void plainJarsAndFoldersOfferAllTheyHold() throws IOException {
        Path plain = jar("plain", null, "c.packed");
        Path open = Files.createDirectories(folder.resolve("classes/c/open")).getParent().getParent();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {plain.toUri().toURL(), open.toUri().toURL()},
                null)) {
            ClassPathPackages packages = new ClassPathPackages(loader);
            assertTrue(packages.offers("c.packed").get(0).isPublic());
            assertTrue(packages.offers("c.open").get(0).isPublic());
        }
    }
}
