package org.interphase.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.Progress;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;

/** Runs every analysis of a report again from the raw files and says which numbers moved. */
public final class ReportVerifier {

    /** Largest relative difference that counts as the same number: rounding of other processors and Java versions. */
    public static final double TOLERANCE = 1e-9;

    private final TechniqueRegistry registry;

    /** A verifier with the installed techniques. */
    public ReportVerifier(TechniqueRegistry registry) {
        this.registry = registry;
    }

    /** What became of one analysis. */
    public enum Status {
        /** Every number is as it was. */
        SAME,
        /** A number, or what was found at all, differs. */
        MOVED,
        /** The raw file is not the one that was analysed. */
        RAW_CHANGED,
        /** The raw file is not where the document says. */
        RAW_MISSING,
        /** The analysis could not be run. */
        FAILED
    }

    /**
     * What became of one analysis.
     *
     * @param document analysis document relative to the report
     * @param status whether it is reproduced
     * @param details one sentence for each number that moved, or the reason
     */
    public record Finding(String document, Status status, List<String> details) {
        /** Copies the list. */
        public Finding {
            details = List.copyOf(details);
        }
    }

    /**
     * Verifies a report.
     *
     * @param report folder of the report
     * @return one finding per analysis document, by name
     * @throws IOException if there is no report in the folder, or a document cannot be read
     */
    public List<Finding> verify(Path report, Progress progress) throws IOException {
        Path analyses = report.resolve("analyses");
        if (!Files.isDirectory(analyses)) {
            throw new IOException(report + " is no report: it has no folder 'analyses'");
        }
        List<Path> documents;
        try (Stream<Path> files = Files.list(analyses)) {
            documents = files.filter(f -> f.getFileName().toString().endsWith(AnalysisStore.SUFFIX)).sorted().toList();
        }
        List<Finding> out = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            progress.checkCancelled();
            out.add(verifyOne(report, documents.get(i)));
            progress.report((i + 1.0) / documents.size(), documents.get(i).getFileName().toString());
        }
        return out;
    }

    private Finding verifyOne(Path report, Path document) throws IOException {
        String name = report.relativize(document).toString().replace('\\', '/');
        AnalysisDocument analysis = AnalysisStore.read(document);
        AnalysisStore.Status raw = AnalysisStore.status(document, analysis.input());
        if (raw == AnalysisStore.Status.MISSING) {
            return new Finding(name, Status.RAW_MISSING, List.of(analysis.input().path() + " is missing"));
        }
        if (raw == AnalysisStore.Status.STALE) {
            return new Finding(name, Status.RAW_CHANGED,
                    List.of(analysis.input().path() + " is not the file that was analysed (its SHA-256 differs)"));
        }
        try {
            Run run = new ProjectRunner(registry).rerun(project(document, analysis.input()), document, analysis,
                    Progress.none());
            List<String> moved = compare(analysis.measurements(), run.measurements());
            run.failure().map(Failure::pretty).ifPresent(moved::add);
            return new Finding(name, moved.isEmpty() ? Status.SAME : Status.MOVED, moved);
        } catch (IOException | IllegalArgumentException e) {
            return new Finding(name, Status.FAILED, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The project of a raw file: the nearest folder above it with a project document, else the file's own folder. */
    private static Project project(Path document, InputReference input) throws IOException {
        InputReference first = input.isSeries() ? input.members().get(0) : input;
        Path raw = AnalysisStore.resolve(document, first);
        for (Path folder = raw.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(ProjectStore.FILE))) {
                return ProjectStore.read(folder);
            }
        }
        return ProjectStore.read(raw.getParent());
    }

    static List<String> compare(List<Measurement> before, List<Measurement> after) {
        List<String> out = new ArrayList<>();
        if (before.size() != after.size()) {
            out.add("there were " + before.size() + " numbers, now there are " + after.size());
            return out;
        }
        for (int i = 0; i < before.size(); i++) {
            Measurement b = before.get(i);
            Measurement a = after.get(i);
            if (!b.name().equals(a.name()) || !b.unit().equals(a.unit())) {
                out.add(b.name() + " is now " + a.name() + " in " + a.unit());
                continue;
            }
            if (!b.verdict().equals(a.verdict())) {
                out.add(b.name() + " was " + words(b.verdict()) + ", now it is " + words(a.verdict()));
            }
            if (!same(b.value(), a.value()) || !same(b.uncertainty(), a.uncertainty())) {
                out.add(b.name() + " was " + b.pretty() + ", now " + a.pretty() + " (" + b.value() + " to "
                        + a.value() + ")");
            } else if (!same(b.limit(), a.limit())) {
                out.add(b.name() + " was " + b.pretty() + ", now " + a.pretty() + " (limit " + b.limit() + " to "
                        + a.limit() + ")");
            }
        }
        return out;
    }

    private static String words(Verdict v) {
        return v.quality().word() + (v.isSound() ? "" : " (" + v.reason() + ")");
    }

    private static boolean same(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
