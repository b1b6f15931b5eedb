package org.interphase.testkit.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Range;
import org.interphase.api.parameters.Region;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import org.interphase.model.unit.Unit;

/**
 * Whether what people write is met as it should be: a document by a {@link DocumentException}, a parameter's text by an
 * {@link IllegalArgumentException}, and what is taken means the same when it is written and read again.
 */
public final class DocumentTrial {

    /** What a text is read as. */
    public enum Kind {
        /** A recipe of its own. */
        RECIPE,
        /** An analysis document. */
        ANALYSIS,
        /** A {@code project.yaml}. */
        PROJECT,
        /** A unit. */
        UNIT,
        /** A range of a parameter. */
        RANGE,
        /** A region of a picture. */
        REGION,
        /** Start value, bounds and ties of a fit parameter. */
        CONSTRAINT
    }

    private final TechniqueRegistry registry;
    private final Path folder;

    /**
     * A trial of documents.
     *
     * @param folder an empty folder for them
     */
    public DocumentTrial(TechniqueRegistry registry, Path folder) {
        this.registry = registry;
        this.folder = folder;
    }

    /**
     * How the promise is broken, if it is.
     *
     * @throws IOException if the folder cannot be written
     */
    public Optional<String> fault(Kind kind, byte[] content) throws IOException {
        String text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
        try {
            return switch (kind) {
                case RECIPE -> recipe(content);
                case ANALYSIS -> analysis(content);
                case PROJECT -> project(content);
                case UNIT -> kept(Unit.of(text), Unit.of(Unit.of(text).text()));
                case RANGE -> kept(Range.parse(text), Range.parse(Range.parse(text).toString()));
                case REGION -> kept(Region.parse(text).toString(), Region.parse(Region.parse(text).toString())
                        .toString());
                case CONSTRAINT -> kept(Constrained.parse(text), Constrained.parse(Constrained.parse(text).toString()));
            };
        } catch (DocumentException e) {
            return e.getMessage().isBlank() ? Optional.of("the message is empty") : Optional.empty();
        } catch (IllegalArgumentException e) {
            boolean meant = kind.ordinal() >= Kind.UNIT.ordinal() && e.getClass() != NumberFormatException.class;
            return meant ? Optional.empty() : Optional.of("it throws " + e + place(e));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.of("it throws " + e + place(e));
        }
    }

    private static String place(Throwable e) {
        return " at " + String.join(" < ", Arrays.stream(e.getStackTrace()).limit(4).map(Object::toString).toList());
    }

    private static <T> Optional<String> kept(T first, T again) {
        return first.equals(again) ? Optional.empty() : Optional.of(first + " is written and read as " + again);
    }

    private Optional<String> recipe(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("a.recipe.yaml"), content);
        Recipe recipe = Recipes.read(file);
        Optional<String> kept = kept(recipe, Recipes.fromYaml("again", Recipes.toYaml(recipe)));
        try {
            Recipes.validate(recipe, registry);
        } catch (UnknownNameException | org.interphase.api.parameters.ParameterException e) {
            return kept;
        }
        return kept;
    }

    private Optional<String> analysis(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("a.analysis.yaml"), content);
        AnalysisDocument document = AnalysisStore.read(file);
        if (!AnalysisStore.resolve(file, document.input()).isAbsolute()) {
            return Optional.of("the input of a document in " + file + " has no place of its own");
        }
        Path again = folder.resolve("b.analysis.yaml");
        AnalysisStore.write(again, document);
        return kept(document.recipe(), AnalysisStore.read(again).recipe());
    }

    private Optional<String> project(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(ProjectStore.FILE), content);
        ProjectStore.read(file);
        return Optional.empty();
    }

    /** Valid texts of a kind, to be made hostile; of documents only what a few lines hold. */
    public static List<String> samples(Kind kind) {
        return switch (kind) {
            case RECIPE, ANALYSIS -> List.of();
            case PROJECT -> List.of("format: interphase project 1\ntitle: a project\nsamples:\n  - name: A\n"
                    + "    description: the first\n    files: raw/a/**\n  - name: B\n"
                    + "    files: [\"raw/b/*.csv\", x.vms]\n"
                    + "stated:\n  - files: \"raw/*/cv.csv\"\n    current-sign: charge-positive\nrecipes:\n"
                    + "  - recipe: xps/f1s-lif-cf2\n    files: xps.vms\n    dataset: \"F 1s*\"\n"
                    + "  - recipe: microscopy/porosity\n    files: \"*.tif\"\n    set:\n      threshold.level: 0.5\n");
            case UNIT -> List.of("eV", "mA.h/g", "S.s^a.cm-2", "1/cm", "\u00b5m", "cm\u207b\u00b9", "kN/cm2", "Hz^0.5");
            case RANGE -> List.of("1200 .. 1700", "all", "-0.5 .. 4.2", "1e-3 .. 1e6");
            case REGION -> List.of("all", "line 10,10 60,10", "rectangle 10,10 90,80", "polygon 1,2 3,4 5,0.5");
            case CONSTRAINT -> List.of("685.0 [684, 686]", "fixed 1.6", "= CF2 - 3.1", "auto", "= 0.5 * A + 2");
        };
    }
}
