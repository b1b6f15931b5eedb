package org.interphase.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.fuzz.DocumentTrial;
import org.interphase.testkit.fuzz.DocumentTrial.Kind;

/** What people write: documents and the texts of parameters. The last byte says which kind a text is read as. */
public final class TextTarget {

    private static DocumentTrial trial;

    private TextTarget() {
    }

    /** Arguments: a name, the folder of the seeds, which are written here. */
    public static void fuzzerInitialize(String[] args) throws IOException {
        Path seeds = Files.createDirectories(Path.of(args[1]).resolve("seeds"));
        Path work = Files.createDirectories(Path.of(args[1]).resolve("work"));
        TechniqueRegistry registry = TechniqueRegistry.fromClassPath();
        trial = new DocumentTrial(registry, work);
        int n = 0;
        for (Kind kind : Kind.values()) {
            for (String sample : DocumentTrial.samples(kind)) {
                seed(seeds, n++, kind, sample);
            }
        }
        for (var recipe : registry.recipes()) {
            seed(seeds, n++, Kind.RECIPE, Recipes.toYaml(recipe));
            Path file = work.resolve("seed.analysis.yaml");
            AnalysisStore.write(file, AnalysisDocument.of(recipe, InputReference.none("a")));
            seed(seeds, n++, Kind.ANALYSIS, Files.readString(file));
        }
    }

    private static void seed(Path folder, int number, Kind kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] seed = Arrays.copyOf(bytes, bytes.length + 1);
        seed[bytes.length] = (byte) kind.ordinal();
        Files.write(folder.resolve(Integer.toString(number)), seed);
    }

    /** One text. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        Kind kind = Kind.values()[(bytes[bytes.length - 1] & 0xff) % Kind.values().length];
        trial.fault(kind, Arrays.copyOf(bytes, bytes.length - 1)).ifPresent(f -> {
            throw new BrokenPromise(kind + ": " + f, null);
        });
    }
}
