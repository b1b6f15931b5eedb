package org.interphase.ui.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
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
import org.interphase.engine.recipe.Run;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.WorkbenchSession;

/**
 * Runs one recipe over many datasets and makes a row of each result.
 *
 * @param finished takes the rows in the order of the data
 */
record BatchRun(Consumer<BatchRow> finished) implements BatchSink<BatchRow> {

    /** Runs until all is done or the progress is cancelled; the rows so far then stand. */
    static void run(WorkbenchSession session, Recipe recipe, List<AnalysisInput.Member> members,
            Consumer<BatchRow> finished, Progress progress) {
        List<BatchInput> inputs = members.stream().map(m -> new BatchInput(m.file().getFileName().toString(), "",
                m.file(), m.index())).toList();
        RecipePlan plan = new RecipePlan(recipe, new DatasetChoice(session.registry(), recipe, null),
                file -> session.load(file, Progress.none()), session::folderOf);
        try {
            new BatchRunner(session.runner(), BatchRunner.allCores()).run(inputs, plan, new BatchRun(finished),
                    BatchWatch.NONE, progress);
        } catch (CancellationException e) {
            progress.report(1, "given up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BatchRow done(InputResult result) {
        BatchPlace place = result.place();
        Path file = place.files().get(0);
        int index = result.run().map(r -> r.input().index()).orElse(place.inputs().get(0).dataset());
        String name = place.inputs().size() > 1 ? place.inputs().size() + " together"
                : place.name() + (place.of() > 1 ? "  " + result.dataset() : "");
        return new BatchRow(new AnalysisInput.Member(file, index), name, result.run().map(Run::measurements)
                .orElse(List.of()), result.error());
    }

    @Override
    public void next(BatchRow row) {
        finished.accept(row);
    }
}
