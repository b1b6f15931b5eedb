package org.interphase.ui.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Brings files from outside into a project's folder; they are copied, and nothing is ever written over. */
public final class FileImport {

    private static final String RAW = "raw";

    private FileImport() {
    }

    /**
     * Files and folders as they lie in the project: those that do already as they are, others as copies in
     * {@code raw/SAMPLE}. A file of one name with the same content is not copied again.
     *
     * @return absolute paths in the project's folder
     * @throws IOException if something cannot be read or written; copies made before stay
     */
    public static List<Path> into(Path folder, String sample, List<Path> paths) throws IOException {
        List<Path> out = new ArrayList<>();
        for (Path p : paths) {
            Path path = p.toAbsolutePath().normalize();
            if (path.startsWith(folder)) {
                out.add(path);
            } else {
                Path target = folder.resolve(RAW).resolve(slug(sample));
                Files.createDirectories(target);
                out.add(Files.isDirectory(path) ? copyFolder(path, target) : copy(path, target));
            }
        }
        return out;
    }

    private static String slug(String sample) {
        String plain = sample.strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").replaceAll("^\\.+|[. ]+$", "");
        return plain.isEmpty() ? "sample" : plain;
    }

    private static Path copy(Path file, Path into) throws IOException {
        String name = file.getFileName().toString();
        Path target = into.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            if (Files.isRegularFile(target) && Files.mismatch(file, target) < 0) {
                return target;
            }
            target = into.resolve(numbered(name, i));
        }
        return Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) + " (" + number + ")" + name.substring(dot) : name + " (" + number
                + ")";
    }

    private static Path copyFolder(Path folder, Path into) throws IOException {
        Path target = into.resolve(folder.getFileName().toString());
        for (int i = 2; Files.exists(target); i++) {
            target = into.resolve(numbered(folder.getFileName().toString(), i));
        }
        Path made = target;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                if (made.startsWith(dir) || dir.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(made.resolve(folder.relativize(dir).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, made.resolve(folder.relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return made;
    }
}
