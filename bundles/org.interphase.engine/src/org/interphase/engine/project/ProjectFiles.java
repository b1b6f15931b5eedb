package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.interphase.engine.document.AnalysisStore;

/**
 * Finds the files of a project; nothing outside its folder can be reached, by whatever path or link. Folders into
 * which a report, a batch or the results of a cluster were written are left out, and so is whatever begins with a dot.
 */
public final class ProjectFiles {

    /** Begins a wild card that takes files away from a sample. */
    public static final String NOT = "!";

    private static final int MAX_DEPTH = 32;
    private static final int MAX_FILES = 1_000_000;

    private final Path folder;
    private final Path real;
    private final List<Path> files;

    private ProjectFiles(Path folder, Path real, List<Path> files) {
        this.folder = folder;
        this.real = real;
        this.files = files;
    }

    /**
     * Looks through a folder once.
     *
     * @throws IOException if it cannot be read
     */
    public static ProjectFiles in(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path real = absolute.toRealPath();
        List<Path> found = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return !dir.equals(absolute) && (isHidden(dir) || isOutput(dir)) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isHidden(file) && (attributes.isRegularFile() || linksInside(file, real))) {
                    found.add(file);
                }
                return found.size() < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // one folder without permission must not hide the rest
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(absolute, Set.of(), MAX_DEPTH, visitor);
        found.sort(null);
        return new ProjectFiles(absolute, real, List.copyOf(found));
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    // what a report, a batch or a cluster wrote into the project is no raw data, its documents are no analyst's choice
    private static boolean isOutput(Path dir) {
        return Files.exists(dir.resolve("report.html")) || Files.exists(dir.resolve("results.json"))
                || Files.exists(dir.resolve("results.csv")) && Files.isDirectory(dir.resolve("analyses"))
                || Files.isDirectory(dir.resolve("provenance")) && Files.isDirectory(dir.resolve("measurements"));
    }

    private static boolean linksInside(Path link, Path real) throws IOException {
        return Files.isSymbolicLink(link) && Files.isRegularFile(link) && link.toRealPath().startsWith(real);
    }

    /** All files, sorted. */
    public List<Path> all() {
        return files;
    }

    /** The analysis documents, sorted. */
    public List<Path> analyses() {
        return files.stream().filter(f -> f.getFileName().toString().endsWith(AnalysisStore.SUFFIX)).toList();
    }

    /** The raw files: all that are no documents, sorted. */
    public List<Path> raw() {
        return files.stream().filter(f -> !isDocument(f)).toList();
    }

    /** The raw files that belong to no sample of a project, sorted. */
    public List<Path> unassigned(Project project) {
        Set<Path> assigned = new HashSet<>();
        project.samples().forEach(s -> assigned.addAll(of(s)));
        return raw().stream().filter(f -> !assigned.contains(f)).toList();
    }

    /** The files of a sample, sorted; documents are never among them. */
    public List<Path> of(Sample sample) {
        TreeSet<Path> out = new TreeSet<>();
        for (String pattern : sample.files()) {
            if (!pattern.startsWith(NOT)) {
                out.addAll(meant(pattern));
            }
        }
        for (String pattern : sample.files()) {
            if (pattern.startsWith(NOT)) {
                out.removeAll(meant(pattern.substring(NOT.length())));
            }
        }
        return List.copyOf(out);
    }

    // the raw files a wild card of a sample means
    private List<Path> meant(String pattern) {
        Path named = literal(pattern);
        if (named != null) {
            // a project of many files, each a sample, must not compare every file with every sample
            return Collections.binarySearch(files, named) >= 0 && !isDocument(named) ? List.of(named) : List.of();
        }
        PathMatcher matcher = matcher(pattern);
        return files.stream().filter(f -> !isDocument(f) && matcher.matches(folder.relativize(f))).toList();
    }

    // the file a pattern without wild cards names, or null if it has some
    private Path literal(String pattern) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                plain.append(pattern.charAt(++i));
            } else if ("*?[]{}".indexOf(c) >= 0) {
                return null;
            } else {
                plain.append(c);
            }
        }
        return folder.resolve(plain.toString()).normalize();
    }

    static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Whether a wild card of a rule means a file: with '/' for the path in the project, without for the name. */
    public boolean matches(String pattern, Path file) {
        if (pattern.isEmpty()) {
            return true;
        }
        Path relative = folder.relativize(file);
        return matcher(pattern).matches(pattern.contains("/") ? relative : relative.getFileName());
    }

    /**
     * Whether a wild card of a rule means a file in an archive: with '/' for its path there, with or without the
     * folder everything was packed in, without for its name.
     */
    boolean matchesEntry(String pattern, String entry) {
        String below = entry.substring(entry.indexOf('/') + 1);
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        PathMatcher matcher = matcher(pattern);
        return pattern.contains("/") ? matcher.matches(folder.relativize(folder.resolve(entry)))
                || matcher.matches(folder.relativize(folder.resolve(below)))
                : matcher.matches(folder.relativize(folder.resolve(name)));
    }

    /** Path of a file as documents write it: relative to the project's folder, with '/'. */
    public String relative(Path file) {
        return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /**
     * A file named in the project's document.
     *
     * @throws IOException if it lies outside the project's folder
     */
    public Path resolve(String relative) throws IOException {
        requireInside(relative);
        Path file = folder.resolve(relative).normalize();
        if (Files.exists(file) && !file.toRealPath().startsWith(real)) {
            throw new IOException("'" + relative + "' leads out of the project's folder");
        }
        return file;
    }

    /**
     * Refuses paths and wild cards that lead out of a folder: absolute ones and those with {@code ..}.
     *
     * @throws IllegalArgumentException saying why
     */
    public static void requireInside(String path) {
        String plain = (path.startsWith(NOT) ? path.substring(NOT.length()) : path).replace('\\', '/');
        if (plain.startsWith("/") || plain.startsWith("~") || plain.matches("[A-Za-z]:.*")) {
            throw new IllegalArgumentException("'" + path + "' is an absolute path; files of a project are named "
                    + "relative to its folder");
        }
        // wild cards such as {..,x} or [.]. can spell ".." only within one segment's braces or brackets
        for (String segment : plain.split("[/{},]")) {
            if (segment.strip().equals("..")) {
                throw new IllegalArgumentException("'" + path + "' leads out of the project's folder");
            }
        }
        matcher(plain);
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + pattern + "' is no wild card: " + e.getDescription(), e);
        }
    }

    /** Whether a wild card means a name. */
    static boolean matchesName(String pattern, String name) {
        return pattern.isEmpty() || matcher(pattern).matches(Path.of(name.replace('/', '_').replace('\0', '_')));
    }
}
