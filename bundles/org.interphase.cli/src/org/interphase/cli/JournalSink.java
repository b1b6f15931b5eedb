package org.interphase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchPlace;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.InputFailure;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.batch.JournalKeys;
import org.interphase.engine.batch.ResultJournal;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Dataset;

/** Puts the results of {@code run} into a journal and keeps nothing of them, however many there are. */
final class JournalSink implements BatchSink<JournalSink.Entry> {

    /** Failures that are told by name; all are in the journal. */
    static final int TOLD = 20;

    private final ResultJournal journal;
    private final JournalKeys keys;
    private final String recipe;
    private final Session session;
    private final boolean debug;
    private final List<String> failures = new ArrayList<>();
    private long done;
    private long failed;
    private long kept;

    /** What becomes of a result: a line, or nothing where it is there from before. */
    record Entry(Optional<ResultJournal.Line> line, String failure) {
    }

    JournalSink(ResultJournal journal, JournalKeys keys, Recipe recipe, Session session, boolean debug) {
        this.journal = journal;
        this.keys = keys;
        this.recipe = recipe.id();
        this.session = session;
        this.debug = debug;
    }

    @Override
    public Optional<Entry> kept(BatchPlace place, Recipe of, Dataset dataset, InputReference input) {
        return keys.isRepeatable(input) && journal.isDone(keys.of(input)) ? Optional.of(new Entry(Optional.empty(), ""))
                : Optional.empty();
    }

    @Override
    public Entry done(InputResult result) {
        if (debug) {
            result.cause().ifPresent(e -> StackTraces.print(e, session.console().err()));
        }
        if (result.run().isEmpty()) {
            String name = result.place().name();
            ResultTree tree = ResultTree.failed(name, result.dataset(), recipe,
                    result.failure().map(InputFailure::located).orElse(""));
            return entry(keys.ofUnread(result.files()), "", tree);
        }
        Run run = result.run().get();
        return entry(keys.of(run.input()), run.input().sha256(), ResultTree.of(InputNames.of(result.place(),
                run.source()), AnalysisDocument.of(run), run.failure().map(Failure::pretty).orElse(""), ""));
    }

    private static Entry entry(String key, String sha256, ResultTree result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sha256", sha256.isEmpty() ? null : sha256);
        tree.putAll(result.tree());
        return new Entry(Optional.of(ResultJournal.line(key, !result.isFailed(), tree)), result.isFailed()
                ? result.failure() : "");
    }

    @Override
    public void next(Entry entry) {
        if (entry.line().isEmpty()) {
            kept++;
            done++;
            return;
        }
        try {
            journal.append(entry.line().get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (entry.line().get().ok()) {
            done++;
        } else {
            failed++;
            if (failures.size() < TOLD) {
                failures.add(entry.failure());
            }
        }
    }

    /** How many results are in the journal now that were asked for. */
    long done() {
        return done;
    }

    /** How many failed. */
    long failed() {
        return failed;
    }

    /** How many of the results are from before. */
    long kept() {
        return kept;
    }

    /** The first failures, as sentences. */
    List<String> failures() {
        return failures;
    }
}
