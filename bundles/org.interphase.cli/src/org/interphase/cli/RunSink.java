package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchPlace;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.InputFailure;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Dataset;

/** Takes the results of {@code run}: documents go to the output folder, numbers are kept for tables. */
final class RunSink implements BatchSink<ResultTree> {

    private final Session session;
    private final String recipe;
    private final Optional<OutputFolder> out;
    private final boolean resume;
    private final boolean debug;
    private final AtomicInteger kept = new AtomicInteger();
    private final List<ResultTree> results = new ArrayList<>();

    RunSink(Session session, Recipe recipe, Optional<OutputFolder> out, boolean resume, boolean debug) {
        this.session = session;
        this.recipe = recipe.id();
        this.out = out;
        this.resume = resume;
        this.debug = debug;
    }

    /** Results in the order of the files; a series after them. */
    List<ResultTree> results() {
        return results;
    }

    /** How many results of an earlier run still held. */
    int kept() {
        return kept.get();
    }

    @Override
    public Optional<ResultTree> kept(BatchPlace place, Recipe of, Dataset dataset, InputReference input) {
        if (!resume || out.isEmpty()) {
            return Optional.empty();
        }
        String document = document(place, input);
        Optional<ResultTree> earlier = out.get().finished(document, of, input, session.registry())
                .map(d -> ResultTree.of(InputNames.of(place, dataset), d, "", document));
        earlier.ifPresent(e -> kept.incrementAndGet());
        return earlier;
    }

    @Override
    public ResultTree done(InputResult result) throws IOException {
        if (debug) {
            result.cause().ifPresent(e -> StackTraces.print(e, session.console().err()));
        }
        if (result.run().isEmpty()) {
            return ResultTree.failed(result.place().name(), result.dataset(), recipe,
                    result.failure().map(InputFailure::located).orElse(""));
        }
        Run run = result.run().get();
        AnalysisDocument document = AnalysisDocument.of(run);
        String name = document(result.place(), run.input());
        if (out.isPresent()) {
            out.get().write(name, document);
        }
        return ResultTree.of(InputNames.of(result.place(), run.source()), document,
                run.failure().map(Failure::pretty).orElse(""), name);
    }

    @Override
    public void next(ResultTree result) {
        results.add(result);
    }

    private String document(BatchPlace place, InputReference input) {
        if (out.isEmpty()) {
            return "";
        }
        Path raw = place.inputs().get(0).file();
        return input.isSeries() ? out.get().name(raw.resolveSibling("series-" + recipe.replace('/', '-')), 0, 1)
                : out.get().name(raw, input.index(), place.of());
    }
}
