package org.interphase.ui.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchInput;
import org.interphase.engine.batch.BatchPlace;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.batch.DatasetChoice;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.batch.RecipePlan;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.Run;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.WorkbenchSession;

/**
 * Runs one recipe over many datasets and makes a row of each result.
 *
 * @param finished takes the rows in the order of the data
 */
record BatchRun(Consumer<BatchRun.Done> finished) implements BatchSink<BatchRun.Done> {

    /**
     * What came out of one dataset.
     *
     * @param row what stands in the table
     * @param document the analysis as it can be saved beside its file; empty if it failed, or is of several files
     */
    record Done(BatchRow row, Optional<AnalysisDocument> document) {
    }


    /** Runs until all is done or the progress is cancelled; the rows so far then stand. */
    static void run(WorkbenchSession session, Recipe recipe, List<AnalysisInput.Member> members,
            Consumer<Done> finished, Progress progress) {
        List<BatchInput> inputs = members.stream().map(m -> new BatchInput(m.file().getFileName().toString(), "",
                m.file(), m.index())).toList();
        RecipePlan plan = new RecipePlan(recipe, new DatasetChoice(session.registry(), recipe, null),
                file -> session.load(file, Progress.none()), session::folderOf);
        try {
            new BatchRunner(session.runner(), BatchRunner.allCores()).run(inputs, plan, new BatchRun(finished),
                    BatchWatch.NONE, progress);
        } catch (CancellationException e) {
            progress.report(1, Messages.BatchRun_givenUp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Done done(InputResult result) {
        BatchPlace place = result.place();
        Path file = place.files().get(0);
        int index = result.run().map(r -> r.input().index()).orElse(place.inputs().get(0).dataset());
        String name = place.inputs().size() > 1 ? NLS.bind(Messages.BatchRun_together, place.inputs().size())
                : place.name() + (place.of() > 1 ? "  " + result.dataset() : "");
        return new Done(new BatchRow(new AnalysisInput.Member(file, index), name, result.run().map(Run::measurements)
                .orElse(List.of()), result.error(), result.run().map(r -> BatchCondition.in(r.source().metadata()))
                .orElse(List.of())), place.inputs().size() > 1 ? Optional.empty() : result.run()
                        .filter(r -> r.failure().isEmpty()).map(AnalysisDocument::of));
    }

    @Override
    public void next(Done row) {
        finished.accept(row);
    }
}
