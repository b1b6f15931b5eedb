package org.interphase.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.Progress;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.project.ProjectResult;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.RecipeRule;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.project.Sample;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.SoftwareVersion;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.report.docx.DocxReport;
import org.interphase.report.pdf.PdfReport;

/** Runs projects and writes their reports: analysis documents, page, tables. */
public final class ReportWriter {

    private final TechniqueRegistry registry;
    private final Clock clock;

    /** A writer that stamps reports with a clock's time. */
    public ReportWriter(TechniqueRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * A report that was written.
     *
     * @param data what it shows
     * @param files files written, the report's own first
     * @param kept how many results of an earlier run were taken over
     * @param clusters how many results were taken from what a cluster found
     */
    public record Written(ReportData data, List<Path> files, int kept, int clusters) {
        /** Copies the lists. */
        public Written {
            files = List.copyOf(files);
        }

        /** What of the project is in no result and why, as sentences. */
        public List<String> notes() {
            return data.setting().gaps().stream().map(ProjectGap::sentence).toList();
        }

        /** Whether something failed. */
        public boolean hasFailures() {
            return !data.inputFailures().isEmpty()
                    || data.entries().stream().anyMatch(e -> e.failure().isPresent());
        }
    }

    /**
     * Runs a project and writes its report into a folder, which is made if it is missing. Results go to disk one by one
     * as analysis documents in {@code analyses} below the folder, so a run that is killed can be resumed, and memory
     * does not grow with the data.
     *
     * @param runner runs the project
     * @param out folder
     * @param formats which files
     * @param resume whether results of an earlier run that still hold (same raw file, recipe and versions) are kept
     * @param watch follows the run
     * @throws IOException if the project cannot be used, or something cannot be written
     * @throws java.util.concurrent.CancellationException if the progress is cancelled
     */
    public Written run(ProjectRunner runner, Project project, Path out, Set<ReportFormat> formats, boolean resume,
            BatchWatch watch, Progress progress) throws IOException {
        ReportLayout layout = layout(project);
        ReportCollector collector = new ReportCollector(registry, project, out, resume);
        List<ProjectGap> gaps = runner.run(project, collector, watch, progress);
        ReportData data = data(project, layout, collector, gaps);
        return new Written(data, write(project, data, out, formats, collector.unsaved()),
                collector.keptNumber(), collector.clusterNumber());
    }

    /**
     * Writes the report of a project that ran into a folder, which is made if it is missing.
     *
     * @param result what ran
     * @param out folder
     * @param formats which files
     * @return files written, the report's own first
     * @throws IOException if something cannot be written
     */
    public List<Path> write(ProjectResult result, Path out, Set<ReportFormat> formats) throws IOException {
        Project project = result.project();
        ReportLayout layout = layout(project);
        ReportCollector collector = new ReportCollector(registry, project, out, false);
        for (InputResult r : result.entries()) {
            collector.next(collector.done(r));
        }
        return write(project, data(project, layout, collector, result.gaps()), out, formats, collector.unsaved());
    }

    private List<Path> write(Project project, ReportData data, Path out, Set<ReportFormat> formats, Set<Path> unsaved)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReportFormat format : formats) {
            Path file = out.resolve(format.fileName());
            AtomicFiles.write(file, switch (format) {
                case HTML -> HtmlReport.write(data).getBytes(StandardCharsets.UTF_8);
                case PDF -> PdfReport.write(data);
                case CSV -> ResultsTable.csv(data).getBytes(StandardCharsets.UTF_8);
                case JSON -> ResultsJson.write(data).getBytes(StandardCharsets.UTF_8);
                case XLSX -> ResultsWorkbook.write(data);
                case DOCX -> DocxReport.write(data);
            });
            files.add(file);
        }
        Map<Path, String> raws = new LinkedHashMap<>();
        for (ReportEntry e : data.entries()) {
            if (!e.document().isEmpty()) {
                files.add(out.resolve(e.document()));
                raws(out.resolve(e.document()), e.provenance().input(), raws);
            }
        }
        List<Path> own = new ArrayList<>(files);
        Path description = project.folder().resolve(ProjectStore.FILE);
        if (Files.isRegularFile(description)) {
            own.add(description);
        }
        files.add(ReportManifest.write(out, own, raws, unsaved));
        return files;
    }

    /** The raw files of an analysis with the checksums they had when they were analysed. */
    private static void raws(Path document, InputReference input, Map<Path, String> into) {
        if (input.isSeries()) {
            input.members().forEach(m -> raws(document, m, into));
        } else if (!input.path().isEmpty()) {
            into.put(AnalysisStore.resolve(document, input), input.sha256());
        }
    }

    private ReportData data(Project project, ReportLayout layout, ReportCollector collector, List<ProjectGap> gaps)
            throws IOException {
        List<ReportEntry> entries = collector.entries();
        List<String> rules = project.recipes().stream().map(RecipeRule::recipe).toList();
        ReportSetting setting = new ReportSetting(ReportNotes.of(project.report()), withSamples(project, entries,
                collector.failures(), gaps), RecipeTechniques.of(registry, entries));
        return new ReportData(project.title(), layout.inOrder(rules, entries),
                project.samples().stream().map(s -> new ReportSample(s.name(), s.description(), s.colour())).toList(),
                entries, collector.failures(), Checklist.of(registry, entries), SoftwareVersion.nameAndVersion(),
                clock.instant(), setting);
    }

    /** With the samples that have files of which none is in a result or failed, which is told of each file. */
    private static List<ProjectGap> withSamples(Project project, List<ReportEntry> entries,
            Map<String, String> failures, List<ProjectGap> gaps) throws IOException {
        ProjectFiles files = ProjectFiles.in(project.folder());
        Set<String> met = new HashSet<>(failures.keySet());
        entries.forEach(e -> e.raws().forEach(r -> met.add(r.name())));
        List<ProjectGap> out = new ArrayList<>(gaps);
        for (Sample sample : project.samples()) {
            List<String> own = files.of(sample).stream().map(files::relative).toList();
            if (!own.isEmpty() && own.stream().noneMatch(met::contains)) {
                out.add(new ProjectGap(ProjectGap.Kind.SAMPLE_WITHOUT_RESULT, sample.name(), "none of its "
                        + own.size() + (own.size() == 1 ? " file" : " files") + " gave a result"));
            }
        }
        return out;
    }

    private static ReportLayout layout(Project project) throws IOException {
        try {
            ReportNotes.of(project.report());
            return ReportLayout.of(project.report());
        } catch (IllegalArgumentException e) {
            throw new IOException("project.yaml: " + e.getMessage(), e);
        }
    }
}
