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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interphase.engine.AnalysisDocument;
import org.interphase.engine.AnalysisStore;
import org.interphase.engine.AtomicFiles;
import org.interphase.engine.Project;
import org.interphase.engine.ProjectResult;
import org.interphase.engine.Run;
import org.interphase.engine.SoftwareVersion;
import org.interphase.engine.TechniqueRegistry;
import org.interphase.report.docx.DocxReport;
import org.interphase.report.pdf.PdfReport;

/** Writes the report of a project that ran: analysis documents, page, tables. */
public final class ReportWriter {

    private static final int MOST_WITH_FIGURES = 200;

    private final TechniqueRegistry registry;
    private final Clock clock;

    /** A writer that stamps reports with a clock's time. */
    public ReportWriter(TechniqueRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Writes into a folder, which is made if it is missing. Every analysis document lies in {@code analyses} below it.
     *
     * @param result what ran
     * @param out folder
     * @param formats which files
     * @return files written, the report's own first
     * @throws IOException if something cannot be written
     */
    public List<Path> write(ProjectResult result, Path out, Set<ReportFormat> formats) throws IOException {
        layout(result.project());
        Files.createDirectories(out);
        List<Path> documents = new ArrayList<>();
        ReportData data = collect(result, out, documents);
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
        files.addAll(documents);
        return files;
    }

    private ReportData collect(ProjectResult result, Path out, List<Path> documents) throws IOException {
        Project project = result.project();
        List<ReportEntry> entries = new ArrayList<>();
        Map<String, String> failures = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (ProjectResult.Entry e : result.entries()) {
            String file = String.join(", ", e.files().stream().map(f -> relative(project.folder(), f)).toList());
            if (e.run().isEmpty()) {
                failures.put(file, e.error());
                continue;
            }
            Run run = e.run().get();
            Path document = out.resolve("analyses").resolve(documentName(e, names));
            Files.createDirectories(document.getParent());
            AnalysisStore.write(document, AnalysisDocument.of(run));
            documents.add(document);
            entries.add(ReportEntry.of(e.sample(), file, run, registry, relative(out, document),
                    entries.size() < MOST_WITH_FIGURES));
        }
        return new ReportData(project.title(), layout(project),
                project.samples().stream().map(s -> new ReportSample(s.name(), s.description())).toList(), entries,
                failures, Checklist.of(registry, entries), SoftwareVersion.nameAndVersion(), clock.instant());
    }

    private static ReportLayout layout(Project project) throws IOException {
        try {
            return ReportLayout.of(project.report());
        } catch (IllegalArgumentException e) {
            throw new IOException("project.yaml: " + e.getMessage(), e);
        }
    }

    private static String relative(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    private static String documentName(ProjectResult.Entry e, Set<String> taken) {
        String stem = e.files().size() == 1 ? e.files().get(0).getFileName().toString() : "series";
        String base = (e.sample().isEmpty() ? "" : slug(e.sample()) + "-") + slug(stem) + "-" + slug(e.dataset()) + "-"
                + slug(e.recipe());
        String shortened = base.length() > 120 ? base.substring(0, 120) : base;
        String name = shortened;
        for (int i = 2; !taken.add(name); i++) {
            name = shortened + "-" + i;
        }
        return name + AnalysisStore.SUFFIX;
    }

    private static String slug(String text) {
        String s = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return s.isEmpty() ? "data" : s;
    }
}
