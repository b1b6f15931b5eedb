package org.interphase.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.recipe.Checksums;

/**
 * The checksums of a report: every file written, the project it was made of, and every raw file, in the form that
 * {@code sha256sum -c} reads (hash, two spaces, path seen from the report's folder).
 */
final class ReportManifest {

    /** Name of the file in the report's folder. */
    static final String NAME = "SHA256SUMS";

    // a backslash before the checksum says that the name holds escaped ones
    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-f]{64}) [ *](.+)");

    private final Path report;
    private final Map<String, String> hashes;

    private final boolean exists;

    private ReportManifest(Path report, Map<String, String> hashes, boolean exists) {
        this.report = report.toAbsolutePath().normalize();
        this.hashes = hashes;
        this.exists = exists;
    }

    /**
     * Takes the checksums of files as they are and writes them down; documents of an earlier report in the folder that
     * nobody has touched and this one does not have are removed.
     *
     * @param report folder of the report
     * @param files files to take the checksums of
     * @param known files whose checksums are known already
     * @param unsaved documents this report has, but could not write: what an earlier one wrote there stays
     */
    static Path write(Path report, Collection<Path> files, Map<Path, String> known, Set<Path> unsaved)
            throws IOException {
        Path folder = report.toAbsolutePath().normalize();
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files) {
            hashes.put(name(folder, file), Checksums.ofFile(file));
        }
        known.forEach((file, hash) -> hashes.putIfAbsent(name(folder, file), hash));
        Set<String> present = new HashSet<>(hashes.keySet());
        unsaved.forEach(f -> present.add(name(folder, f)));
        removeEarlier(folder, present);
        StringBuilder text = new StringBuilder();
        hashes.forEach((name, hash) -> {
            String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
            text.append(escaped.equals(name) ? "" : "\\").append(hash).append("  ").append(escaped).append('\n');
        });
        Path out = folder.resolve(NAME);
        // one of an earlier report is of other checksums
        Files.deleteIfExists(folder.resolve(ReportSignature.NAME));
        AtomicFiles.write(out, text.toString().getBytes(StandardCharsets.UTF_8));
        return out;
    }

    /** Documents of an earlier report; only such as lie in this report's own folder, whatever its checksums name. */
    private static void removeEarlier(Path folder, Set<String> present) throws IOException {
        ReportManifest earlier;
        try {
            earlier = read(folder);
        } catch (IOException e) {
            // checksums that cannot be read name nothing that could be removed; what they said is written anew
            return;
        }
        for (Map.Entry<String, String> old : earlier.hashes.entrySet()) {
            Path file = earlier.path(old.getKey());
            if (file != null && folder.resolve("analyses").equals(file.getParent())
                    && old.getKey().endsWith(AnalysisStore.SUFFIX) && !present.contains(name(folder, file))
                    && Files.isRegularFile(file) && Checksums.ofFile(file).equals(old.getValue())) {
                Files.delete(file);
            }
        }
    }

    private static String name(Path folder, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean reached = absolute.getRoot().equals(folder.getRoot());
        return (reached ? folder.relativize(absolute) : absolute).toString()
                .replace(File.separatorChar, '/');
    }

    /**
     * Reads the checksums of a report; none where there are none.
     *
     * @throws IOException naming the line that is none
     */
    static ReportManifest read(Path report) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        Path file = report.resolve(NAME);
        if (Files.isRegularFile(file)) {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                Matcher m = LINE.matcher(line);
                if (!m.matches()) {
                    throw new IOException(file + ", line " + number + ": no checksum and file");
                }
                hashes.put(m.group(1).isEmpty() ? m.group(3) : unescaped(m.group(3)), m.group(2));
            }
        }
        return new ReportManifest(report, hashes, Files.isRegularFile(file));
    }

    private static String unescaped(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char next = c == '\\' && i + 1 < name.length() ? name.charAt(++i) : 0;
            out.append(next == 0 ? c : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return out.toString();
    }

    /** Whether there were checksums. */
    boolean exists() {
        return exists;
    }

    /** The project document the report was made of, if it is listed. */
    List<Path> listed(String fileName) {
        return hashes.keySet().stream().map(this::path).filter(p -> p != null
                && p.getFileName().toString().equals(fileName)).toList();
    }

    private Path path(String name) {
        try {
            return report.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /**
     * What became of the files but raw ones, which are the documents' matter.
     *
     * @param raws raw files of the documents
     */
    List<ReportVerifier.FileFinding> check(Set<Path> raws) throws IOException {
        List<ReportVerifier.FileFinding> out = new ArrayList<>();
        Set<Path> seen = new TreeSet<>();
        for (Map.Entry<String, String> e : hashes.entrySet()) {
            Path file = path(e.getKey());
            if (file == null || raws.contains(file)) {
                continue;
            }
            seen.add(file);
            out.add(new ReportVerifier.FileFinding(e.getKey(), !Files.isRegularFile(file)
                    ? ReportVerifier.FileStatus.MISSING : Checksums.ofFile(file).equals(e.getValue())
                            ? ReportVerifier.FileStatus.SAME : ReportVerifier.FileStatus.CHANGED));
        }
        for (Path file : written()) {
            if (!seen.contains(file)) {
                out.add(new ReportVerifier.FileFinding(name(report, file), ReportVerifier.FileStatus.NOT_LISTED));
            }
        }
        return out;
    }

    /** What lies in the folder and looks like part of a report. */
    private List<Path> written() throws IOException {
        List<Path> out = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            if (Files.isRegularFile(report.resolve(format.fileName()))) {
                out.add(report.resolve(format.fileName()));
            }
        }
        if (Files.isDirectory(report.resolve("analyses"))) {
            try (Stream<Path> files = Files.list(report.resolve("analyses"))) {
                files.filter(f -> f.getFileName().toString().endsWith(AnalysisStore.SUFFIX)).sorted().forEach(out::add);
            }
        }
        return out;
    }
}
