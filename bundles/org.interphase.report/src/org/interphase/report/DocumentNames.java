package org.interphase.report;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interphase.engine.batch.BatchPlace;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.Sample;
import org.interphase.engine.recipe.Checksums;

/**
 * Names of a report's analysis documents: sample, file, dataset and recipe in words that every file system takes. The
 * same result has the same name in every run, in whatever order results come.
 */
final class DocumentNames {

    private static final int LONGEST = 120;

    private record Origin(String sample, Path file) {
    }

    private final Map<Origin, String> stems = new HashMap<>();

    private DocumentNames() {
    }

    /** Names for the results of a project; files that would be called the same are numbered in the project's order. */
    static DocumentNames of(Project project) throws IOException {
        DocumentNames names = new DocumentNames();
        ProjectFiles files = ProjectFiles.in(project.folder());
        Set<String> taken = new HashSet<>();
        for (Sample sample : project.samples()) {
            for (Path file : files.of(sample)) {
                String stem = stem(sample.name(), file.getFileName().toString());
                String unique = stem;
                for (int i = 2; !taken.add(unique); i++) {
                    unique = stem + "-" + i;
                }
                names.stems.put(new Origin(sample.name(), file), unique);
            }
        }
        return names;
    }

    /** Path of a document within the report, with '/'. */
    String of(BatchPlace place, String dataset, String recipe) {
        String first = place.files().size() != 1 ? stem(place.sample(), "series")
                : stems.getOrDefault(new Origin(place.sample(), place.files().get(0)),
                        stem(place.sample(), place.files().get(0).getFileName().toString()));
        String base = first + "-" + slug(dataset) + "-" + slug(recipe)
                + (place.number() == 0 ? "" : "-" + (place.number() + 1));
        String name = base.length() <= LONGEST ? base : base.substring(0, LONGEST - 9) + "-"
                + Checksums.ofBytes(base.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
        return "analyses/" + name + AnalysisStore.SUFFIX;
    }

    private static String stem(String sample, String file) {
        return (sample.isEmpty() ? "" : slug(sample) + "-") + slug(file);
    }

    /** A path relative to a folder where it lies in it, with '/'. */
    static String relative(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    /** Relative address of a file seen from a folder, with special characters encoded; empty if there is none. */
    static String link(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        if (!base.getRoot().equals(absolute.getRoot())) {
            return "";
        }
        String path = base.relativize(absolute).toString().replace('\\', '/');
        try {
            return new URI(null, null, path.startsWith("..") ? path : "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            // a name that no address can hold is shown without a link
            return "";
        }
    }

    private static String slug(String text) {
        String s = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return s.isEmpty() ? "data" : s;
    }
}
