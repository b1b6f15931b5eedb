package org.interphase.engine.recipe;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SoftwareVersionTest {

    @Test
    void isTheVersionOfTheBundle() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path manifest = here.resolve("META-INF/MANIFEST.MF");
        if (!here.endsWith("org.interphase.engine")) {
            manifest = here.resolve("bundles/org.interphase.engine/META-INF/MANIFEST.MF");
        }
        Assumptions.assumeTrue(Files.exists(manifest), "the bundle's sources are not here");
        String version = Files.readString(manifest).replaceAll("(?s).*Bundle-Version: ([0-9.]+)\\.qualifier.*", "$1");
        assertTrue(SoftwareVersion.current().startsWith(version), SoftwareVersion.current());
        assertTrue(SoftwareVersion.nameAndVersion().startsWith("Interphase " + version));
    }
}
