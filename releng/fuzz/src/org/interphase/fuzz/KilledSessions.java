package org.interphase.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.recipe.InputReference;

/**
 * Kills a session that saves without end, at random moments, and looks at what is on the disk: every document can be
 * read, and holds the last number the session said it had saved, or the next.
 */
public final class KilledSessions {

    private static final int LONGEST = 400;
    private static final String RECIPE = "a.recipe.yaml";
    private static final String ANALYSIS = "a.analysis.yaml";

    private KilledSessions() {
    }

    /** Arguments: {@code session FOLDER FROM}, what is killed; or the number of kills and an empty folder. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("session")) {
            session(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            System.exit(kill(Integer.parseInt(args[0]), Path.of(args[1])));
        }
    }

    /** Saves a recipe, an analysis and a project in turn, each with a number that rises, and tells what is saved. */
    private static void session(Path folder, int from) throws IOException {
        for (int n = from;; n++) {
            Recipe recipe = new Recipe("kill/test", "number " + n, "x".repeat(20_000), Applicability.of(),
                    Recipe.Scope.EACH, List.of(), List.of());
            Recipes.write(folder.resolve(RECIPE), recipe);
            say("recipe", n);
            AnalysisStore.write(folder.resolve(ANALYSIS), AnalysisDocument.of(recipe, InputReference.none("a")));
            say("analysis", n);
            ProjectStore.write(new Project(folder, "number " + n, List.of(), List.of(), List.of(), List.of(), Map.of(),
                    false));
            say("project", n);
        }
    }

    private static void say(String document, int number) {
        System.out.println(document + " " + number);
        System.out.flush();
    }

    private static int kill(int kills, Path folder) throws Exception {
        Random random = new Random();
        int[] said = new int[3];
        int lost = 0;
        int half = 0;
        int remains = 0;
        for (int i = 0; i < kills; i++) {
            Path told = folder.resolve("told");
            Process session = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp",
                    System.getProperty("java.class.path"), KilledSessions.class.getName(), "session",
                    folder.toString(), Integer.toString(said[0] + 2)).redirectOutput(told.toFile())
                    .redirectErrorStream(true).start();
            while (session.isAlive() && Files.size(told) == 0) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST));
            session.destroyForcibly().waitFor();
            tell(told, said);
            try {
                int[] there = there(folder);
                for (int d = 0; d < 3; d++) {
                    if (there[d] < said[d]) {
                        lost++;
                        System.err.println("document " + d + " holds " + there[d] + ", said was " + said[d]);
                    }
                    said[d] = Math.max(said[d], there[d]);
                }
            } catch (IOException | RuntimeException e) {
                half++;
                System.err.println(e);
            }
            remains += sweep(folder);
        }
        System.out.printf(Locale.ROOT, "| kills | lost | half | temporary files left |%n|---|---|---|---|%n"
                + "| %d | %d | %d | %d |%n", kills, lost, half, remains);
        return lost + half == 0 ? 0 : 1;
    }

    /** The last numbers that were said; the last line may be cut. */
    private static void tell(Path told, int[] said) throws IOException {
        String text = Files.readString(told, StandardCharsets.UTF_8);
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            String[] words = line.split(" ");
            int d = List.of("recipe", "analysis", "project").indexOf(words[0]);
            if (d < 0) {
                throw new IllegalStateException("the session failed: " + line);
            }
            said[d] = Math.max(said[d], Integer.parseInt(words[1]));
        });
    }

    /** The numbers the documents hold; 0 where there is none yet. */
    private static int[] there(Path folder) throws IOException {
        Path recipe = folder.resolve(RECIPE);
        Path analysis = folder.resolve(ANALYSIS);
        return new int[] {Files.exists(recipe) ? number(Recipes.read(recipe).title()) : 0,
            Files.exists(analysis) ? number(AnalysisStore.read(analysis).recipe().title()) : 0,
            Files.exists(folder.resolve(ProjectStore.FILE)) ? number(ProjectStore.read(folder).title()) : 0};
    }

    private static int number(String title) {
        return Integer.parseInt(title.substring("number ".length()));
    }

    // the program itself does so an hour later
    private static int sweep(Path folder) throws IOException {
        int n = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".interphase-tmp")).toList()) {
                Files.delete(file);
                n++;
            }
        }
        return n;
    }
}
