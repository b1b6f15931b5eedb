package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.engine.batch.BatchChoice;
import org.interphase.engine.batch.BatchInput;
import org.interphase.engine.batch.BatchPlan;
import org.interphase.engine.batch.BatchSeries;
import org.interphase.engine.batch.LeftOut;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/**
 * What is run over the files of a project. A dataset with an analysis document is run by that document's recipe, else
 * by the project's rules, else (in a project without rules) by the template that suits best.
 */
final class ProjectPlan implements BatchPlan {

    private final TechniqueRegistry registry;
    private final DatasetLoader loader;
    private final Project project;
    private final ProjectFiles files;
    private final List<ReferenceTable> tables;
    private final List<Recipe> recipes = new ArrayList<>();
    private final Map<Path, List<AnalysisDocument>> documents = new HashMap<>();
    private final Map<String, BatchSeries> series = new ConcurrentHashMap<>();
    private final Set<Integer> used = ConcurrentHashMap.newKeySet();

    /** @throws IOException if the project cannot be used: unknown recipe, unreadable table or document */
    ProjectPlan(Project project, TechniqueRegistry registry) throws IOException {
        this.registry = registry;
        this.loader = new DatasetLoader(registry);
        this.project = project;
        this.files = ProjectFiles.in(project.folder());
        for (RecipeRule rule : project.recipes()) {
            recipes.add(ProjectRecipes.recipe(files, rule, registry));
        }
        for (Path document : files.analyses()) {
            AnalysisDocument analysis = AnalysisStore.read(document);
            if (!analysis.input().isSeries()) {
                documents.computeIfAbsent(AnalysisStore.resolve(document, analysis.input()), p -> new ArrayList<>())
                        .add(analysis);
            }
        }
        this.tables = ReferenceTables.of(project, registry);
    }

    /** The files in the order of samples. */
    List<BatchInput> inputs() {
        List<BatchInput> out = new ArrayList<>();
        for (Sample sample : project.samples()) {
            files.of(sample).forEach(f -> out.add(new BatchInput(files.relative(f), sample.name(), f, -1)));
        }
        return out;
    }

    /** What is in no result and why: data that were left out, samples, rules and files that met nothing. */
    List<ProjectGap> gaps(List<LeftOut> left) {
        List<ProjectGap> out = new ArrayList<>();
        for (Sample sample : project.samples()) {
            if (files.of(sample).isEmpty()) {
                out.add(new ProjectGap(ProjectGap.Kind.SAMPLE_WITHOUT_FILE, sample.name(), sample.files().isEmpty()
                        ? "names no file" : "no file matches " + String.join(", ", sample.files())));
            }
        }
        for (int i = 0; i < recipes.size(); i++) {
            if (!used.contains(i)) {
                out.add(new ProjectGap(ProjectGap.Kind.RULE_WITHOUT_DATA, project.recipes().get(i).recipe(),
                        whyUnused(project.recipes().get(i))));
            }
        }
        left.forEach(l -> out.add(new ProjectGap(ProjectGap.Kind.FILE_WITHOUT_RULE, l.input().name(), l.sentence())));
        for (Path file : files.unassigned(project)) {
            out.add(new ProjectGap(ProjectGap.Kind.FILE_WITHOUT_SAMPLE, files.relative(file),
                    "belongs to no sample"));
        }
        return out;
    }

    private String whyUnused(RecipeRule rule) {
        boolean file = project.samples().stream().flatMap(s -> files.of(s).stream())
                .anyMatch(f -> files.matches(rule.files(), f));
        if (!file) {
            return rule.files().isEmpty() ? "there is no file" : "no file of a sample matches " + rule.files();
        }
        String what = (rule.dataset().isEmpty() ? "" : " called " + rule.dataset())
                + (rule.kind().isEmpty() ? "" : " of the kind " + rule.kind());
        return "no data" + (what.isEmpty() ? " that it is for" : what) + (rule.files().isEmpty()
                ? " in any file" : " in the files that match " + rule.files());
    }

    @Override
    public BatchChoice choose(BatchInput input) throws IOException {
        Stated stated = project.stated(files, input.file());
        if (project.implicit() && !loader.recognises(Source.of(input.file()).stating(stated))) {
            return nothing(input, "not data of a known format, left out");
        }
        LoadedFile file = loader.load(input.file(), stated, Progress.none());
        List<BatchChoice.Each> each = new ArrayList<>();
        List<BatchChoice.Member> members = new ArrayList<>();
        for (int i = 0; i < file.datasets().size(); i++) {
            Dataset dataset = ReferenceTables.attach(file.datasets().get(i), tables);
            choose(input, dataset, file.reference(i), each, members);
        }
        return each.isEmpty() && members.isEmpty() ? nothing(input, "no recipe for " + (file.datasets().size() == 1
                ? "this data (" + file.datasets().get(0).kind() + ")" : "any of its datasets") + ", left out")
                : new BatchChoice(project.folder(), each, members, List.of());
    }

    private BatchChoice nothing(BatchInput input, String why) {
        return new BatchChoice(project.folder(), List.of(), List.of(), List.of(new LeftOut(input, "", why)));
    }

    private void choose(BatchInput input, Dataset dataset, InputReference reference, List<BatchChoice.Each> each,
            List<BatchChoice.Member> members) {
        List<Recipe> own = documents.getOrDefault(input.file(), List.of()).stream()
                .filter(d -> d.input().index() == reference.index()).map(AnalysisDocument::recipe).toList();
        own.forEach(r -> each.add(new BatchChoice.Each(r, dataset, reference)));
        for (int i = 0; i < recipes.size(); i++) {
            Recipe recipe = recipes.get(i);
            if (!ProjectRecipes.applies(files, project.recipes().get(i), recipe, input.file(), dataset)) {
                continue;
            }
            used.add(i);
            if (recipe.scope() == Recipe.Scope.SERIES) {
                boolean whole = project.recipes().get(i).over() == RecipeRule.Over.PROJECT;
                members.add(new BatchChoice.Member(series(i, whole ? "" : input.sample(), whole),
                        withSample(dataset, input.sample(), whole), reference));
            } else if (own.isEmpty()) {
                each.add(new BatchChoice.Each(recipe, dataset, reference));
            }
        }
        if (own.isEmpty() && recipes.isEmpty()) {
            registry.suggest(dataset).stream().filter(r -> r.scope() == Recipe.Scope.EACH).findFirst()
                    .ifPresent(r -> each.add(new BatchChoice.Each(r, dataset, reference)));
        }
    }

    private BatchSeries series(int rule, String sample, boolean whole) {
        return series.computeIfAbsent(rule + "\0" + sample, k -> new BatchSeries(recipes.get(rule), sample,
                n -> whole ? project.title() : sample, d -> ReferenceTables.attach(d, tables)));
    }

    /** A member of a series; over the whole project, members are samples and called so. */
    static Dataset withSample(Dataset dataset, String sample, boolean whole) {
        Dataset d = dataset.withHeader(dataset.header().withMetadata(dataset.metadata().with("sample", sample)));
        return whole ? d.withHeader(d.header().withName(sample)) : d;
    }
}
