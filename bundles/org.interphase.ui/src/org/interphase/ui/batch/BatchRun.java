package org.interphase.ui.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.InputReference;
import org.interphase.engine.LoadedFile;
import org.interphase.engine.Run;
import org.interphase.engine.SeriesInputs;
import org.interphase.model.Dataset;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.WorkbenchSession;

/** Runs one recipe over many datasets; a failure harms no other. */
final class BatchRun {

    private BatchRun() {
    }

    static void run(WorkbenchSession session, Recipe recipe, List<AnalysisInput.Member> members,
            Consumer<BatchRow> finished, Progress progress) {
        if (recipe.scope() == Recipe.Scope.SERIES) {
            finished.accept(together(session, recipe, members, progress));
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            progress.checkCancelled();
            AnalysisInput.Member m = members.get(i);
            Progress part = progress.part((double) i / members.size(), (i + 1.0) / members.size());
            part.report(0, m.file().getFileName().toString());
            try {
                LoadedFile loaded = session.load(m.file(), Progress.none());
                for (int k : taken(recipe, loaded, m)) {
                    finished.accept(one(session, recipe, loaded, k, part));
                }
            } catch (IOException e) {
                finished.accept(new BatchRow(m, m.file().getFileName().toString(), List.of(), e.getMessage()));
            }
        }
    }

    private static BatchRow together(WorkbenchSession session, Recipe recipe, List<AnalysisInput.Member> members,
            Progress progress) {
        String name = members.size() + " files together";
        try {
            List<Dataset> datasets = new ArrayList<>();
            List<InputReference> references = new ArrayList<>();
            for (AnalysisInput.Member m : members) {
                LoadedFile loaded = session.load(m.file(), Progress.none());
                for (int k : taken(recipe, loaded, m)) {
                    datasets.add(loaded.datasets().get(k));
                    references.add(loaded.reference(k));
                }
            }
            SeriesInputs.Joined joined = SeriesInputs.join(name, datasets, references);
            Run run = session.runner().run(recipe, joined.dataset(), joined.reference(),
                    session.folderOf(members.get(0).file()), progress);
            return new BatchRow(members.get(0), name, run.measurements(), run.failure().map(f -> f.pretty())
                    .orElse(""));
        } catch (IOException e) {
            return new BatchRow(members.get(0), name, List.of(), e.getMessage());
        }
    }

    /** The dataset meant; of a whole file those the recipe is for, or all, so that the runner tells why none is. */
    private static List<Integer> taken(Recipe recipe, LoadedFile loaded, AnalysisInput.Member m) {
        List<Integer> all = IntStream.range(0, loaded.datasets().size()).filter(k -> m.index() < 0 || m.index() == k)
                .boxed().toList();
        List<Integer> suited = all.stream().filter(k -> recipe.applies().refusal(loaded.datasets().get(k)).isEmpty())
                .toList();
        return m.index() < 0 && !suited.isEmpty() ? suited : all;
    }

    private static BatchRow one(WorkbenchSession session, Recipe recipe, LoadedFile loaded, int index,
            Progress progress) throws IOException {
        Dataset d = loaded.datasets().get(index);
        AnalysisInput.Member member = new AnalysisInput.Member(loaded.path(), index);
        String name = loaded.path().getFileName() + (loaded.datasets().size() > 1 ? "  " + d.name() : "");
        Run run = session.runner().run(recipe, d, loaded.reference(index), session.folderOf(loaded.path()), progress);
        return new BatchRow(member, name, run.measurements(), run.failure().map(f -> f.pretty()).orElse(""));
    }
}
