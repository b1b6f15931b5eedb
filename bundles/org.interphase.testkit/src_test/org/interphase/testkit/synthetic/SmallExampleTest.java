package org.interphase.testkit.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The example in the repository is what its generator makes. */
class SmallExampleTest {

    private static Path example() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path example = here.resolve("examples/small");
            if (Files.isDirectory(example)) {
                return example;
            }
        }
        Assumptions.abort("examples/small is not above the working folder");
        return null;
    }

    @Test
    void filesAreAsGenerated() throws IOException {
        Path example = example();
        for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
            assertTrue(e.getValue().startsWith("# Synthetic data"));
            assertEquals(e.getValue(), Files.readString(example.resolve(e.getKey())), e.getKey());
        }
    }

    @Test
    void everySampleHasItsFile() throws IOException {
        Project project = ProjectStore.read(example());
        ProjectFiles files = ProjectFiles.in(project.folder());
        for (Sample s : project.samples()) {
            assertEquals(1, files.of(s).size(), s.name());
        }
    }
}
