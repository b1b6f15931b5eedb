package org.interphase.testkit.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.project.ProjectResult;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.figure.Figure;
import org.interphase.testkit.synthetic.SmallExample;

/** The figures of the projects in {@code examples}, as their report shows them. */
public final class ExampleFigures {

    private ExampleFigures() {
    }

    /**
     * Runs copies of the example projects.
     *
     * @param into empty folder for their raw files
     * @return figures by example, recipe, dataset and figure
     * @throws IOException if there is no example beside the bundles
     */
    public static Map<String, Figure> all(TechniqueRegistry registry, Path into) throws IOException {
        Map<String, Figure> out = new LinkedHashMap<>();
        for (String example : new String[] {"small", "coated-cathode"}) {
            Path project = Files.createDirectories(into.resolve(example));
            Files.copy(folder().resolve(example).resolve("project.yaml"), project.resolve("project.yaml"));
            write(example, project);
            ProjectResult result = new ProjectRunner(registry).run(ProjectStore.read(project), Progress.none());
            for (InputResult e : result.entries()) {
                if (e.run().isPresent()) {
                    Run run = e.run().get();
                    String name = example + ": " + e.sample() + ", " + e.recipe() + ", " + e.dataset() + ", ";
                    registry.figures(run.dataset(), run.overlays()).forEach(f -> out.put(name + f.id(), f));
                    run.figures().forEach(f -> out.put(name + f.id(), f));
                }
            }
        }
        return out;
    }

    private static void write(String example, Path project) throws IOException {
        if (!example.equals("small")) {
            CoatedCathode.write(project);
            return;
        }
        for (Map.Entry<String, String> file : SmallExample.files().entrySet()) {
            Path raw = project.resolve(file.getKey());
            Files.createDirectories(raw.getParent());
            Files.writeString(raw, file.getValue());
        }
    }

    private static Path folder() throws IOException {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve("examples/small")) && Files.isDirectory(dir.resolve("bundles"))) {
                return dir.resolve("examples");
            }
        }
        throw new IOException("there are no examples above " + Path.of("").toAbsolutePath());
    }
}
