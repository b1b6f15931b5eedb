package org.interphase.engine.internal;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.ParameterException;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.recipe.Checksums;

/** Files named by parameters: made absolute before an operation sees them, and hashed for the cache. */
public final class FilePaths {

    private static final int MAX_FILES = 100_000;
    // a file written this shortly before may be written again within the resolution of its time stamp
    private static final long FRESH_MILLIS = 2000;

    private record Stamp(long size, long modified) {
    }

    private record Hashed(Stamp stamp, String sha256) {
    }

    private final Map<Path, Hashed> known = new ConcurrentHashMap<>();

    /**
     * Parameters with absolute paths.
     *
     * @param record the parameters the operation gets
     * @param written absolute text to text as written
     */
    public record Resolved<P extends Record>(P record, Map<String, String> written) {

        /** A tree with absolute paths turned back to what was written. */
        public Map<String, Object> unresolve(Map<String, Object> tree) {
            return written.isEmpty() ? tree : asTree(back(tree));
        }

        private Object back(Object value) {
            return switch (value) {
                case String s -> written.getOrDefault(s, s);
                case Map<?, ?> m -> {
                    Map<Object, Object> copy = new LinkedHashMap<>();
                    m.forEach((k, v) -> copy.put(k, back(v)));
                    yield copy;
                }
                case List<?> l -> {
                    List<Object> copy = new ArrayList<>();
                    l.forEach(v -> copy.add(back(v)));
                    yield copy;
                }
                case null, default -> value;
            };
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asTree(Object tree) {
        return (Map<String, Object>) tree;
    }

    /** Resolves every file parameter against a folder. */
    @SuppressWarnings("unchecked")
    public static <P extends Record> Resolved<P> resolve(P record, Path folder) {
        Map<String, String> written = new LinkedHashMap<>();
        Object tree = map(record, path -> {
            FilePath absolute = path.resolvedAgainst(folder.toAbsolutePath());
            written.put(absolute.text(), path.text());
            return absolute;
        });
        return written.isEmpty() ? new Resolved<>(record, written)
                : new Resolved<>((P) Parameters.decode(record.getClass(), asTree(tree)), written);
    }

    private static Map<String, Object> map(Record record, UnaryOperator<FilePath> change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (ParameterField field : Parameters.fields(record.getClass())) {
            Object value = field.get(record);
            tree.put(field.name(), switch (field.type()) {
                case FILE, GROUP -> mapValue(value, change);
                case LIST -> ((List<?>) value).stream().map(v -> mapValue(v, change)).toList();
                default -> Parameters.encodeValue(value);
            });
        }
        return tree;
    }

    private static Object mapValue(Object value, UnaryOperator<FilePath> change) {
        return switch (value) {
            case FilePath path -> path.isNone() ? "" : change.apply(path).toString();
            case org.interphase.api.parameters.TextValue text -> text.toString();
            case Record nested -> map(nested, change);
            case null, default -> Parameters.encodeValue(value);
        };
    }

    /** Whether parameters as a document has them name a file or folder, however deep; true if they cannot be read. */
    public static boolean isAnyNamed(Class<? extends Record> type, Map<String, Object> tree) {
        try {
            return !resolve(Parameters.decode(type, tree), Path.of("")).written().isEmpty();
        } catch (ParameterException e) {
            return true;
        }
    }

    /** A text that changes whenever one of these files, or a file in one of these folders, changes. */
    public String fingerprint(Set<String> absolutePaths) {
        StringBuilder out = new StringBuilder();
        for (String text : absolutePaths) {
            Path path = Path.of(text);
            out.append(text).append('\0');
            try {
                if (Files.isDirectory(path)) {
                    folder(path).forEach((name, sha) -> out.append(name).append('\0').append(sha).append('\0'));
                } else {
                    out.append(hash(path));
                }
            } catch (IOException e) {
                // the operation will say what is wrong; such an outcome is no success and is not kept
                out.append("unreadable");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private Map<String, String> folder(Path folder) throws IOException {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, 8, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).limit(MAX_FILES)::iterator) {
                out.put(folder.relativize(file).toString(), hash(file));
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return out;
    }

    private String hash(Path file) throws IOException {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        Stamp stamp = new Stamp(a.size(), a.lastModifiedTime().toMillis());
        Hashed old = known.get(file);
        boolean settled = System.currentTimeMillis() - stamp.modified > FRESH_MILLIS;
        if (old != null && settled && old.stamp.equals(stamp)) {
            return old.sha256;
        }
        String sha = Checksums.ofFile(file);
        if (settled) {
            known.put(file, new Hashed(stamp, sha));
        }
        return sha;
    }
}
