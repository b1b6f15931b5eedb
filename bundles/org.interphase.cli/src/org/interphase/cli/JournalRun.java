package org.interphase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchInput;
import org.interphase.engine.batch.BatchPlan;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.JournalKeys;
import org.interphase.engine.batch.LeftOut;
import org.interphase.engine.batch.ResultJournal;
import org.interphase.engine.recipe.SoftwareVersion;
import org.interphase.engine.text.JsonText;

/** {@code run --journal}: results as lines of one file, and on the console how many there are. */
final class JournalRun {

    private final Session session;
    private final CommonOptions common;
    private final Path file;
    private final boolean resume;

    JournalRun(Session session, CommonOptions common, Path file, boolean resume) {
        this.session = session;
        this.common = common;
        this.file = file;
        this.resume = resume;
    }

    /** Runs a batch and gives the exit code. */
    int run(Recipe recipe, List<BatchInput> inputs, BatchPlan plan, BatchRunner runner) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + folder + " for the journal");
        }
        JournalKeys keys = new JournalKeys(recipe, session.registry(), folder);
        try (ResultJournal journal = ResultJournal.open(file, keys.how(), resume)) {
            JournalSink sink = new JournalSink(journal, keys, recipe, session, common.debug());
            ProgressBar bar = new ProgressBar(session.console(), inputs.size(), !common.quiet(), System::nanoTime);
            List<LeftOut> left;
            try {
                left = runner.run(inputs, plan, sink, bar, Progress.none());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                bar.clear();
            }
            tell(recipe, sink, left);
            return sink.failed() == 0 ? CliMain.DONE : CliMain.SOME_FAILED;
        }
    }

    private void tell(Recipe recipe, JournalSink sink, List<LeftOut> left) {
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("recipe", recipe.id());
            json.put("software", SoftwareVersion.nameAndVersion());
            json.put("journal", file.toString());
            json.put("done", sink.done());
            json.put("kept", sink.kept());
            json.put("failed", sink.failed());
            json.put("skipped", left.stream().map(JournalRun::tree).toList());
            session.console().out().print(JsonText.writePretty(json));
        }
        sink.failures().forEach(f -> session.console().err().println("interphase: " + f));
        long more = sink.failed() - sink.failures().size();
        if (more > 0) {
            session.console().err().println("interphase: " + more + " more failed; all are in the journal");
        }
        if (!common.quiet()) {
            left.forEach(l -> session.console().err().println(l.input().name() + ": left out: " + l.sentence()));
            session.console().err().println(sink.done() + " done"
                    + (sink.kept() == 0 ? "" : " (" + sink.kept() + " kept from before)") + ", " + sink.failed()
                    + " failed; results in " + file);
        }
    }

    /** What was left out, for JSON. */
    static Map<String, Object> tree(LeftOut l) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", l.input().name());
        tree.put("dataset", l.dataset());
        tree.put("reason", l.reason());
        return tree;
    }
}
