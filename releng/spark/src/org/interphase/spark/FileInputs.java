package org.interphase.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Raw files. The driver holds their names. */
final class FileInputs implements Inputs {

    private final JavaSparkContext spark;
    private final List<String> files;
    private final int size;

    /**
     * @param files absolute paths or URIs, each once
     * @param size files of a piece
     */
    FileInputs(JavaSparkContext spark, List<String> files, int size) {
        this.spark = spark;
        this.files = files;
        this.size = size;
    }

    @Override
    public int pieces() {
        return (files.size() + size - 1) / size;
    }

    @Override
    public JavaRDD<Input> piece(int number) {
        List<String> part = files.subList(number * size, Math.min(files.size(), (number + 1) * size));
        return spark.parallelize(new ArrayList<>(part), Tasks.of(spark, part.size())).map(FileInput::new);
    }

    /**
     * The files that are named, and those in folders that are named, however deep; without hidden ones (names that
     * begin with a dot or an underscore) and, with a pattern, without those in folders whose name does not match.
     *
     * @param pattern such as {@code *.csv}; null for all
     * @throws IOException if a folder cannot be read
     */
    static List<String> found(List<String> named, String pattern, Configuration hadoop) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + (pattern == null ? "*" : pattern));
        for (String name : named) {
            Path path = new Path(absolute(name));
            FileSystem system = path.getFileSystem(hadoop);
            if (!system.exists(path) || system.getFileStatus(path).isFile()) {
                // one that is missing becomes a failure among the others
                all.add(text(path));
                continue;
            }
            RemoteIterator<LocatedFileStatus> files = system.listFiles(path, true);
            Set<String> sorted = new java.util.TreeSet<>();
            while (files.hasNext()) {
                FileStatus file = files.next();
                if (!isHidden(path, file.getPath())
                        && matcher.matches(java.nio.file.Path.of(file.getPath().getName()))) {
                    sorted.add(text(file.getPath()));
                }
            }
            all.addAll(sorted);
        }
        return List.copyOf(all);
    }

    private static boolean isHidden(Path root, Path file) {
        for (Path p = file; p != null && !p.getName().isEmpty() && p.depth() > root.depth(); p = p.getParent()) {
            if (p.getName().startsWith(".") || p.getName().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    /** The lines of text files. */
    static List<String> listed(List<String> lists, Configuration hadoop) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        for (String list : lists) {
            Path path = new Path(absolute(list));
            try (BufferedReader in = new BufferedReader(new InputStreamReader(
                    path.getFileSystem(hadoop).open(path), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) {
                        all.add(text(new Path(absolute(line.strip()))));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** A path of this machine made absolute; a URI as it is. */
    static String absolute(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*") ? name
                : java.nio.file.Path.of(name).toAbsolutePath().normalize().toString();
    }

    private static String text(Path path) {
        String scheme = path.toUri().getScheme();
        return scheme == null || scheme.equals("file") ? path.toUri().getPath() : path.toString();
    }
}
