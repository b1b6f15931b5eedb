package org.interphase.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/**
 * Holds the files of a report against their checksums, runs every analysis again from the raw files, and says what was
 * touched and which numbers moved.
 */
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

    /** What became of a file of the report. */
    public enum FileStatus {
        /** It is as it was written. */
        SAME,
        /** It was changed since. */
        CHANGED,
        /** It is not there. */
        MISSING,
        /** It is none of those that were written with the report. */
        NOT_LISTED
    }

    /**
     * What became of a file of the report, or of the project it was made of.
     *
     * @param file path seen from the report's folder
     * @param status whether it is as it was
     */
    public record FileFinding(String file, FileStatus status) {
    }

    /**
     * What became of a report.
     *
     * @param analyses one finding per analysis document, by name
     * @param files one finding per file with a checksum, and per file that lacks one; empty without checksums
     * @param hasChecksums whether the report has checksums; one written by an earlier version has none
     */
    public record Verification(List<Finding> analyses, List<FileFinding> files, boolean hasChecksums) {
        /** Copies the lists. */
        public Verification {
            analyses = List.copyOf(analyses);
            files = List.copyOf(files);
        }

        /** Whether every number and every file is as it was; a report that holds nothing is not. */
        public boolean isSame() {
            return (hasChecksums || !analyses.isEmpty()) && analyses.stream().allMatch(f -> f.status() == Status.SAME)
                    && files.stream().allMatch(f -> f.status() == FileStatus.SAME);
        }
    }

    /**
     * Verifies a report.
     *
     * @param report folder of the report
     * @param raw folder the raw files were moved to; null if they are where the documents say
     * @throws IOException if there is no report in the folder, or its checksums cannot be read
     */
    public Verification verify(Path report, Path raw, Progress progress) throws IOException {
        Path analyses = report.resolve("analyses");
        if (!Files.isDirectory(analyses)) {
            throw new IOException(report + " is no report: it has no folder 'analyses'");
        }
        List<Path> documents;
        try (Stream<Path> files = Files.list(analyses)) {
            documents = files.filter(f -> f.getFileName().toString().endsWith(AnalysisStore.SUFFIX)).sorted().toList();
        }
        ReportManifest manifest = ReportManifest.read(report);
        RawPlaces places = new RawPlaces(raw);
        Set<Path> raws = new HashSet<>();
        List<Finding> out = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            progress.checkCancelled();
            out.add(verifyOne(report, documents.get(i), manifest, places, raws));
            progress.report((i + 1.0) / documents.size(), documents.get(i).getFileName().toString());
        }
        return new Verification(out, manifest.exists() ? manifest.check(raws) : List.of(), manifest.exists());
    }

    private Finding verifyOne(Path report, Path document, ReportManifest manifest, RawPlaces places, Set<Path> raws) {
        String name = report.relativize(document).toString().replace('\\', '/');
        try {
            AnalysisDocument written = AnalysisStore.read(document);
            raws(document, written.input(), raws);
            AnalysisDocument analysis = written.withInput(places.of(document, written.input()));
            AnalysisStore.Status raw = AnalysisStore.status(document, analysis.input());
            String place = String.join(", ", paths(written.input()));
            if (raw == AnalysisStore.Status.MISSING) {
                return new Finding(name, Status.RAW_MISSING, List.of(place + " is missing"));
            }
            boolean changed = raw == AnalysisStore.Status.STALE;
            List<String> details = new ArrayList<>();
            if (changed) {
                details.add(place + " is not what was analysed (its SHA-256 differs)");
            }
            try {
                Run run = new ProjectRunner(registry).rerun(project(document, analysis.input(), manifest), document,
                        analysis, Progress.none());
                List<String> moved = compare(analysis.measurements(), run.measurements());
                run.failure().map(Failure::pretty).ifPresent(moved::add);
                details.addAll(changed && moved.isEmpty() ? List.of("no number moves by that") : moved);
                return new Finding(name, changed ? Status.RAW_CHANGED : moved.isEmpty() ? Status.SAME : Status.MOVED,
                        details);
            } catch (IOException | IllegalArgumentException e) {
                details.add(String.valueOf(e.getMessage()));
                return new Finding(name, changed ? Status.RAW_CHANGED : Status.FAILED, details);
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Finding(name, Status.FAILED, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static void raws(Path document, InputReference input, Set<Path> raws) {
        if (!input.path().isEmpty() && !input.isSeries()) {
            raws.add(AnalysisStore.resolve(document, input));
        }
        input.members().forEach(m -> raws(document, m, raws));
    }

    private static List<String> paths(InputReference input) {
        return input.isSeries() ? input.members().stream().map(InputReference::path).distinct().toList()
                : List.of(input.path());
    }

    /**
     * The project of a raw file: that of the report if it is where it was, else the nearest folder above the file with
     * a project document, else the file's own folder.
     */
    private static Project project(Path document, InputReference input, ReportManifest manifest) throws IOException {
        for (Path listed : manifest.listed(ProjectStore.FILE)) {
            if (Files.isRegularFile(listed)) {
                return ProjectStore.read(listed.getParent());
            }
        }
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
