package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.interphase.api.Progress;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.text.JsonText;
import org.interphase.engine.text.ResultText;
import org.interphase.report.ReportEntry;
import org.interphase.report.ReportFolder;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportSignature;
import org.interphase.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a project and writes its report. */
@Command(name = "report", sortOptions = false, description = {"Runs all analyses of a project and writes the "
        + "characterisation report. A project is a folder with raw files, best with a project.yaml that names the "
        + "samples ('interphase init' writes the first one); without it, every file is a sample and the recipe that "
        + "suits it best is run.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase report examples/small --out report",
            "  interphase report my-project --out report --format html,csv,json",
            "  interphase report my-project --out report --resume      after an interruption",
            "  interphase report my-project --out report --sign key.pem",
            "",
            "project.yaml, key by key (docs/projects.md says more):",
            "  format: interphase project 1     what the document is; needed",
            "  title: TEXT                      of project and report; by default the folder's name",
            "  samples:                         list; their order is that of the report's columns",
            "    - name: TEXT                   unique; needed",
            "      description: TEXT            what it is",
            "      colour: \"#RRGGBB\"            in every figure; by default that of its place",
            "      order: N                     place, where it is not that in the list",
            "      files: PATTERN or list       paths in the folder with * ** ? [..] {a,b}; '!PATTERN' takes away",
            "  recipes:                         list; its order is that of the report. None: what suits best",
            "    - recipe: ID or FILE.yaml      as 'interphase recipes' lists them; needed",
            "      files: PATTERN               only these files; without / the pattern is of the name alone",
            "      kind: KIND                   only data of this kind",
            "      dataset: PATTERN             only datasets of this name in their file",
            "      over: sample or project      what a recipe over a series takes together",
            "      set: {step.parameter: VALUE} parameters that differ from the recipe's",
            "  stated:                          list; what files do not say themselves",
            "    - files: PATTERN               which files; without it all",
            "      FACT: VALUE                  as the options of 'interphase info --help' name them",
            "  tables:                          list; reference values of your own: id: TABLE, file: FILE.csv",
            "  results:                         folder or list; what interphase-spark found in the project's files",
            "  report:                          layout",
            "    introduction: TEXT             paragraphs before the summary",
            "    authors, laboratory, instrument, reference: TEXT or list",
            "    questions:                     list of texts, or of",
            "      - question: TEXT             needed",
            "        evidence:                  list of numbers that answer it, checked against each other",
            "          - recipe: ID             and",
            "            number: NAME           name of a measurement",
            "        asks: WORD                 presence, less or more: what a yes means, said for each sample",
            "        answer: TEXT               what you answer; the numbers follow",
            "    conclusion: TEXT               paragraphs of what follows",
            "    specimens: ID or list          recipes of which several files of a sample are specimens of it",
            "    sections:                      list; without it one section per recipe",
            "      - recipe: ID                 whose results it shows; needed",
            "        title: TEXT                by default the recipe's",
            "        text: TEXT                 paragraphs under the heading",
            "        figures: list              which figures, in this order; by default all",
            "        table: true or false       whether all numbers are listed"})
final class ReportVerb implements Callable<Integer> {

    private static final int MOST_REMARKS = 200;

    private final Session session;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "PROJECT", description = "Folder of the project, or its project.yaml.")
    private String path;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", description = "Where the report goes; by default the folder "
            + "'report' in the project.")
    private String out;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",",
            description = "What to write, joined by commas: html, pdf, csv, json, xlsx, docx; by default all but docx.")
    private List<String> formats = List.of();

    @Option(names = "--resume", description = "Keep the analyses an earlier run left in the report's folder, where "
            + "raw file, recipe and versions are still the same.")
    private boolean resume;

    @Option(names = "--sign", paramLabel = "KEY", description = "Signs the report's checksums with this private "
            + "Ed25519 key (PEM, PKCS #8), into SHA256SUMS.sig; 'verify-report --key' checks it.")
    private String sign;

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Files at a time; by default one per core.")
    private Integer jobs;

    ReportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Set<ReportFormat> wanted = new LinkedHashSet<>();
        try {
            formats.forEach(f -> wanted.add(ReportFormat.of(f)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        if (jobs != null && jobs < 1) {
            throw new UsageException("--jobs must be at least 1, not " + jobs);
        }
        // a key that can't be used is told before anything is run
        PrivateKey key = sign == null ? null : ReportSignature.privateKey(session.resolve(sign));
        Project project = ProjectStore.read(session.resolve(path));
        ProjectRunner runner = new ProjectRunner(session.registry(), new RecipeRunner(session.registry(),
                new OutcomeCache(0)), jobs != null ? jobs : BatchRunner.allCores());
        Path folder = out == null ? ReportFolder.of(project.folder()) : session.resolve(out);
        if (out == null && !Files.isWritable(Files.exists(folder) ? folder : project.folder())) {
            throw new IOException("the report can't be written into " + folder + "; --out names another folder for it");
        }
        ProgressBar bar = new ProgressBar(session.console(), 0, !common.quiet(), System::nanoTime);
        ReportWriter.Written report;
        try {
            report = new ReportWriter(session.registry(), Clock.systemUTC()).run(runner, project, folder,
                    wanted.isEmpty() ? ReportFormat.USUAL : wanted, resume, bar, Progress.none());
        } finally {
            bar.clear();
        }
        List<Path> files = new ArrayList<>(report.files());
        if (key != null) {
            files.add(ReportSignature.sign(folder, key));
        }
        tell(report);
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(tree(report, files)));
        } else {
            files.stream().filter(f -> f.getParent().equals(folder))
                    .forEach(f -> session.console().out().println(f));
        }
        if (report.data().entries().isEmpty() && report.data().inputFailures().isEmpty()) {
            session.console().err().println("interphase: " + path + ": there is no data in this project");
            return CliMain.SOME_FAILED;
        }
        return report.hasFailures() ? CliMain.SOME_FAILED : CliMain.DONE;
    }

    private void tell(ReportWriter.Written report) {
        if (!common.quiet()) {
            if (report.kept() > 0) {
                session.console().err().println(report.kept() + " results kept from before");
            }
            if (report.clusters() > 0) {
                session.console().err().println(report.clusters() + " results taken from those of a cluster");
            }
            report.notes().forEach(n -> session.console().err().println("note: " + n));
            List<String> remarks = report.data().rows(ReportEntry::remarks, (e, r) -> e.file() + ": "
                    + r.level().name().toLowerCase(Locale.ROOT) + ": " + r.text());
            remarks.stream().limit(MOST_REMARKS).forEach(session.console().err()::println);
            if (remarks.size() > MOST_REMARKS) {
                session.console().err().println("and " + (remarks.size() - MOST_REMARKS)
                        + " more remarks; all are in the report");
            }
        }
        report.data().inputFailures().forEach((file, error) -> session.console().err()
                .println("interphase: " + file + ": " + error));
        report.data().entries().forEach(e -> e.failure().ifPresent(error -> session.console().err()
                .println("interphase: " + e.file() + ": " + error)));
    }

    private static Map<String, Object> tree(ReportWriter.Written report, List<Path> files) {
        List<Object> failed = new ArrayList<>();
        report.data().inputFailures().forEach((file, error) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", file);
            row.put("error", error);
            failed.add(row);
        });
        for (ReportEntry e : report.data().entries()) {
            e.failure().ifPresent(error -> {
                Map<String, Object> row = e.place();
                row.put("error", error);
                failed.add(row);
            });
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("files", files.stream().map(Path::toString).toList());
        tree.put("measurements", rows(report, ReportEntry::measurements, ResultText::measurement));
        tree.put("remarks", rows(report, ReportEntry::remarks, ResultText::remark));
        tree.put("failed", failed);
        tree.put("notes", report.notes());
        return tree;
    }

    private static <I> List<Map<String, Object>> rows(ReportWriter.Written report,
            Function<ReportEntry, List<I>> items, Function<I, Map<String, Object>> columns) {
        return report.data().rows(items, (e, item) -> {
            Map<String, Object> row = e.place();
            row.putAll(columns.apply(item));
            return row;
        });
    }
}
