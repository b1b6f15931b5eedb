package org.interphase.engine.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.OperationInfo;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.api.Step;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.internal.FilePaths;
import org.interphase.engine.recipe.ContentDigest;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.SoftwareVersion;
import org.interphase.engine.registry.TechniqueRegistry;

/** Analysis documents of an earlier run that need not be made again. */
public final class EarlierResult {

    private static final int NAME = 16;

    private EarlierResult() {
    }

    /**
     * A document that still holds: same data at the same place read with the same statements, same recipe, same
     * program, same versions of its operations and of the plug-ins that bring them or the reader, and no failure. A
     * step that reads another file is always done again, since a document does not say what was in that file; so is a
     * series.
     *
     * @param document where the document would be
     * @param input the data as it is now; the path is absolute
     */
    public static Optional<AnalysisDocument> find(Path document, Recipe recipe, InputReference input,
            TechniqueRegistry registry) {
        if (input.isSeries() || !Files.exists(document)) {
            return Optional.empty();
        }
        try {
            return Optional.of(AnalysisStore.read(document)).filter(d -> isOf(d, document, recipe, input))
                    .filter(d -> isFinished(d, registry));
        } catch (IOException e) {
            // a document that cannot be read is no result: it is made again
            return Optional.empty();
        }
    }

    /**
     * What results that are kept elsewhere than in documents must have been made by to hold still, besides the data:
     * recipe, statements, program, versions of operations and of the plug-ins that bring them or a reader.
     *
     * @return SHA-256 as lower-case hexadecimal digits; empty where a step reads another file, so that nothing holds
     */
    public static Optional<String> fingerprint(Recipe recipe, Stated stated, TechniqueRegistry registry) {
        List<Object> all = new ArrayList<>(List.of(SoftwareVersion.nameAndVersion(), Recipes.toTree(recipe),
                stated.entries()));
        for (Step step : recipe.steps()) {
            OperationInfo<?, ?> info = registry.requireOperation(step.operation()).info();
            if (step.enabled() && FilePaths.isAnyNamed(info.parameters(), step.parameters())) {
                return Optional.empty();
            }
            all.add(info.version());
            all.add(registry.pluginOfOperation(step.operation()).orElse(""));
        }
        registry.readers().forEach(r -> registry.pluginOfReader(r.id()).ifPresent(p -> all.add(r.id() + " " + p)));
        return Optional.of(ContentDigest.of(all));
    }

    /** What a folder of results made by this is called: the first digits of its {@link #fingerprint}. */
    public static String folderName(String fingerprint) {
        return fingerprint.substring(0, NAME);
    }

    private static boolean isOf(AnalysisDocument d, Path document, Recipe recipe, InputReference input) {
        return !d.input().isSeries() && d.input().sha256().equals(input.sha256())
                && d.input().index() == input.index() && d.input().stated().equals(input.stated())
                && d.input().plugin().equals(input.plugin())
                && AnalysisStore.resolve(document, d.input()).equals(Path.of(input.path()).normalize())
                && d.recipe().id().equals(recipe.id()) && d.recipe().steps().equals(recipe.steps());
    }

    private static boolean isFinished(AnalysisDocument d, TechniqueRegistry registry) {
        return d.provenance().isPresent()
                && d.provenance().get().software().equals(SoftwareVersion.nameAndVersion())
                && d.provenance().get().steps().size() == d.recipe().steps().stream().filter(Step::enabled).count()
                && d.provenance().get().steps().stream().allMatch(s -> isCurrent(s, registry));
    }

    private static boolean isCurrent(Provenance.StepProvenance step, TechniqueRegistry registry) {
        return registry.pluginOfOperation(step.operation()).orElse("").equals(step.plugin())
                && registry.operation(step.operation()).map(o -> o.info().version() == step.version()
                && !FilePaths.isAnyNamed(o.info().parameters(), step.parameters())).orElse(false);
    }
}
