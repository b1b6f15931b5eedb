package org.interphase.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.batch.BatchInput;
import org.interphase.engine.batch.BatchPlan;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.DatasetChoice;
import org.interphase.engine.batch.LeftOut;
import org.interphase.engine.batch.RecipePlan;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.SoftwareVersion;
import org.interphase.engine.text.JsonText;
import org.interphase.engine.text.VerdictNotes;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recipe over files. */
@Command(name = "run", sortOptions = false, description = {"Runs a recipe over files, several at a time. Of a file "
        + "with several datasets, those the recipe is for are taken. One file that fails does not stop the "
        + "others.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase run xps/f1s-lif-cf2 sample.csv",
            "  interphase run xps/f1s-lif-cf2 *.csv --out results      tables and one document per file",
            "  interphase run xps/f1s-lif-cf2 *.csv --out results --resume",
            "  interphase run xps/f1s-lif-cf2 @list.txt --journal results.jsonl     files named in a list",
            "  interphase run xps/f1s-lif-cf2 sample.csv --set \"fit.components[0].fwhm=1.6 [1.2, 2.0]\"",
            "  interphase run xps/f1s-lif-cf2 scan.txt --as xps.region --axis \"binding energy\" --unit eV",
            "  interphase run my.yaml sample.vms --dataset \"F 1s\" --json",
            "",
            "interphase recipes NAME shows the steps and parameters that --set may change."})
final class RunVerb implements Callable<Integer> {

    private final Session session;
    private final StatedOptions said;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "RECIPE", description = "Name of a recipe, or path of a recipe document.")
    private String recipeName;

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "1..*", description = "Files to run it over.")
    private List<String> files;

    @Option(names = "--set", paramLabel = "STEP.PARAM=VALUE", description = "Change a parameter; may be repeated.")
    private List<String> changes = List.of();

    @Option(names = "--dataset", paramLabel = "NAME|NUMBER", description = "Take this dataset of each file.")
    private String dataset;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR",
            description = "Write results.csv, results.json and one *.analysis.yaml per input there.")
    private String out;

    @Option(names = "--journal", paramLabel = "FILE", description = "Add one line of JSON per result to this file, for "
            + "batches of any size: it is whole whenever the run is stopped, and no documents and tables are made.")
    private String journal;

    @Option(names = "--resume", description = "With --out or --journal: keep results that are there and still hold.")
    private boolean resume;

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Files at a time; by default one per core.")
    private Integer jobs;

    RunVerb(Session session, StatedOptions said) {
        this.session = session;
        this.said = said;
    }

    @Override
    public Integer call() throws IOException {
        if (jobs != null && jobs < 1) {
            throw new UsageException("--jobs must be at least 1, not " + jobs);
        }
        if (resume && out == null && journal == null) {
            throw new UsageException("--resume needs --out or --journal, where the earlier results are");
        }
        if (out != null && journal != null) {
            throw new UsageException("--out and --journal are two ways to keep results; give one of them");
        }
        Recipe recipe = RecipeArgument.find(session, recipeName, changes);
        Stated stated = said.stated(session.registry());
        Optional<OutputFolder> folder = out == null ? Optional.empty()
                : Optional.of(new OutputFolder(session.resolve(out), files.stream().map(session::resolve).toList()));
        List<BatchInput> inputs = new NamedInputs(session, files);
        DatasetLoader loader = new DatasetLoader(session.registry());
        BatchPlan plan = new RecipePlan(recipe, new DatasetChoice(session.registry(), recipe, dataset),
                file -> loader.load(file, stated, Progress.none()), file -> session.folder());
        // every file is new: there is nothing a cache could give back
        BatchRunner runner = new BatchRunner(new RecipeRunner(session.registry(), new OutcomeCache(0)),
                jobs != null ? jobs : BatchRunner.allCores());
        if (journal != null) {
            return new JournalRun(session, common, session.resolve(journal), resume).run(recipe, inputs, plan, runner);
        }
        RunSink sink = new RunSink(session, recipe, folder, resume, common.debug());
        ProgressBar bar = new ProgressBar(session.console(), files.size(), !common.quiet(), System::nanoTime);
        List<LeftOut> left;
        try {
            left = runner.run(inputs, plan, sink, bar, Progress.none());
        } finally {
            bar.clear();
        }
        List<ResultTree> results = sink.results();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recipe", recipe.id());
        json.put("software", SoftwareVersion.nameAndVersion());
        json.put("results", results.stream().map(ResultTree::tree).toList());
        json.put("skipped", left.stream().map(JournalRun::tree).toList());
        if (folder.isPresent()) {
            folder.get().writeTables(json, results);
        }
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(json));
        }
        results.forEach(this::tell);
        if (!common.quiet()) {
            left.forEach(l -> session.console().err().println(l.input().name() + ": left out: " + l.sentence()));
        }
        long failed = results.stream().filter(ResultTree::isFailed).count();
        if (!common.quiet() && results.size() > 1) {
            session.console().err().println((results.size() - failed) + " done"
                    + (sink.kept() == 0 ? "" : " (" + sink.kept() + " kept from before)") + ", " + failed + " failed"
                    + (out == null ? "" : "; results in " + session.resolve(out)));
        }
        return failed == 0 ? CliMain.DONE : CliMain.SOME_FAILED;
    }

    private void tell(ResultTree r) {
        if (!common.json() && !r.measurements().isEmpty()) {
            session.console().out().println(r.file() + (r.dataset().isEmpty() ? "" : "  " + r.dataset()));
            TextTable table = new TextTable();
            VerdictNotes notes = new VerdictNotes();
            for (Measurement m : r.measurements()) {
                table.row(m.name(), m.verdict().isWithheld() ? "withheld" : m.pretty());
                notes.add(m.name(), m.verdict());
            }
            session.console().out().print(table.indented("  "));
            notes.sentences().forEach(n -> session.console().out().println("  " + n));
        }
        if (!common.quiet()) {
            for (Remark remark : r.remarks()) {
                // why it failed is told below
                if (!remark.code().equals(AnalysisDocument.FAILED)) {
                    session.console().err().println(r.file() + ": "
                            + remark.level().name().toLowerCase(java.util.Locale.ROOT) + ": " + remark.text());
                }
            }
        }
        if (r.isFailed()) {
            session.console().err().println("interphase: " + r.failure());
        }
    }
}
