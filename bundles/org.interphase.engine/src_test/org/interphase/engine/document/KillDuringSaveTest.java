package org.interphase.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program killed in the middle of a thousand saves leaves every document readable, old or new, never half. */
class KillDuringSaveTest {

    private static final int DOCUMENTS = 1000;
    private static final int KILLS = 6;
    // long enough that a torn write could not hide in one block of the disk
    private static final int MEASUREMENTS = 60;

    @TempDir
    private Path folder;

    /** Saves the documents of a folder in new versions until it is killed; prints a line when it begins. */
    public static final class Saver {

        private Saver() {
        }

        /** @param arguments folder, first version, seed of the order */
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Random random = new Random(Long.parseLong(arguments[2]));
            // only then does the time run in which it is killed: a busy machine can take seconds for a first save
            save(folder, 0, Integer.parseInt(arguments[1]));
            System.out.println("saving");
            System.out.flush();
            for (int version = Integer.parseInt(arguments[1]);; version++) {
                int first = random.nextInt(DOCUMENTS);
                for (int i = 0; i < DOCUMENTS; i++) {
                    save(folder, (first + i) % DOCUMENTS, version);
                }
            }
        }
    }

    private static Path file(Path folder, int document) {
        return folder.resolve("d" + document + AnalysisStore.SUFFIX);
    }

    private static void save(Path folder, int document, int version) throws IOException {
        AnalysisStore.write(file(folder, document), document(document, version));
    }

    private static AnalysisDocument document(int document, int version) {
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < MEASUREMENTS; i++) {
            measurements.add(Measurement.of("m" + i, "", version, document, "eV"));
        }
        Recipe recipe = Recipe.of("test/kill", "Kill", "", Applicability.of("test"),
                new Step("s", "test.op", true, Map.of("version", (long) version)));
        InputReference input = new InputReference("raw.csv", "00", "d", document);
        Provenance provenance = new Provenance("test", "test", java.time.Instant.EPOCH, input, List.of());
        return new AnalysisDocument(recipe, input, measurements, List.of(), java.util.Optional.of(provenance));
    }

    @Test
    void everyDocumentIsOldOrNew() throws Exception {
        for (int i = 0; i < DOCUMENTS; i++) {
            save(folder, i, 1);
        }
        Random random = new Random(7);
        int changed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int from = 1000 * (kill + 1);
            Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Saver.class.getName(),
                    folder.toString(), Integer.toString(from), Integer.toString(kill))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            assertEquals('s', child.getInputStream().read());
            Thread.sleep(200 + random.nextInt(900));
            child.destroyForcibly();
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            changed += checkAll(from);
        }
        assertTrue(changed > 0, "the child was killed before it saved anything");
    }

    private int checkAll(int from) throws IOException {
        int changed = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            AnalysisDocument d = AnalysisStore.read(file(folder, i));
            int version = (int) d.measurements().get(0).value();
            assertEquals(document(i, version), d);
            changed += version >= from ? 1 : 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(DOCUMENTS, files.filter(f -> !f.getFileName().toString().startsWith(".")).count());
        }
        return changed;
    }
}
