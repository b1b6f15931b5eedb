package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.interphase.api.Progress;
import org.interphase.engine.OutcomeCache;
import org.interphase.engine.Project;
import org.interphase.engine.ProjectResult;
import org.interphase.engine.ProjectRunner;
import org.interphase.engine.ProjectStore;
import org.interphase.engine.ProjectWatch;
import org.interphase.engine.RecipeRunner;
import org.interphase.engine.Run;
import org.interphase.engine.text.JsonText;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a project and writes its report. */
@Command(name = "report", sortOptions = false, description = {"Runs all analyses of a project and writes the "
        + "characterisation report. A project is a folder with raw files, best with a project.yaml that names the "
        + "samples; without one, every file is a sample and the recipe that suits it best is run.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  interphase report examples/small --out report",
            "  interphase report my-project --out report --format html,csv,json"})
final class ReportVerb implements Callable<Integer> {

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
        Project project = ProjectStore.read(session.resolve(path));
        ProjectRunner runner = new ProjectRunner(session.registry(), new RecipeRunner(session.registry(),
                new OutcomeCache(0)), jobs != null ? jobs : Runtime.getRuntime().availableProcessors());
        ProgressBar bar = new ProgressBar(session.console(), 0, !common.quiet(), System::nanoTime);
        ProjectResult result = runner.run(project, follow(bar), Progress.none());
        bar.clear();
        Path folder = out == null ? project.folder().resolve("report") : session.resolve(out);
        List<Path> written = new ReportWriter(session.registry(), Clock.systemUTC()).write(result, folder,
                wanted.isEmpty() ? ReportFormat.USUAL : wanted);
        tell(result);
        if (common.json()) {
            session.console().out().print(JsonText.writePretty(tree(result, written)));
        } else {
            written.stream().filter(f -> f.getParent().equals(folder))
                    .forEach(f -> session.console().out().println(f));
        }
        if (result.entries().isEmpty()) {
            session.console().err().println("interphase: " + path + ": there is no data in this project");
            return CliMain.SOME_FAILED;
        }
        return result.failures().isEmpty() ? CliMain.DONE : CliMain.SOME_FAILED;
    }

    private static ProjectWatch follow(ProgressBar bar) {
        return new ProjectWatch() {
            @Override
            public void planned(int tasks) {
                bar.total(tasks);
            }

            @Override
            public void done(List<ProjectResult.Entry> entries) {
                bar.step(entries.stream().noneMatch(ProjectResult.Entry::isFailed));
            }
        };
    }

    private void tell(ProjectResult result) {
        if (!common.quiet()) {
            result.notes().forEach(n -> session.console().err().println("note: " + n));
            for (ProjectResult.Entry e : result.entries()) {
                for (Remark r : e.run().map(Run::remarks).orElse(List.of())) {
                    session.console().err().println(file(result, e) + ": "
                            + r.level().name().toLowerCase(java.util.Locale.ROOT) + ": " + r.text());
                }
            }
        }
        for (ProjectResult.Entry e : result.failures()) {
            session.console().err().println("interphase: " + file(result, e) + ": " + e.error());
        }
    }

    private static String file(ProjectResult result, ProjectResult.Entry e) {
        Path folder = result.project().folder();
        return String.join(", ", e.files().stream().map(f -> f.startsWith(folder) ? folder.relativize(f) : f)
                .map(f -> f.toString().replace('\\', '/')).toList());
    }

    private static Map<String, Object> tree(ProjectResult result, List<Path> written) {
        List<Object> measurements = new ArrayList<>();
        List<Object> remarks = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (ProjectResult.Entry e : result.entries()) {
            if (e.isFailed()) {
                Map<String, Object> row = place(result, e);
                row.put("error", e.error());
                failed.add(row);
            }
            if (e.run().isPresent()) {
                for (Measurement m : e.run().get().measurements()) {
                    Map<String, Object> row = place(result, e);
                    row.putAll(ResultTree.measurement(m));
                    measurements.add(row);
                }
                for (Remark r : e.run().get().remarks()) {
                    Map<String, Object> row = place(result, e);
                    row.putAll(ResultTree.remark(r));
                    remarks.add(row);
                }
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("files", written.stream().map(Path::toString).toList());
        tree.put("measurements", measurements);
        tree.put("remarks", remarks);
        tree.put("failed", failed);
        tree.put("notes", result.notes());
        return tree;
    }

    private static Map<String, Object> place(ProjectResult result, ProjectResult.Entry e) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sample", e.sample());
        row.put("file", file(result, e));
        row.put("dataset", e.dataset());
        row.put("recipe", e.recipe());
        return row;
    }
}
