package org.interphase.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.DatasetFormatException;

/** How files that cannot be used are told. */
final class Failures {

    private Failures() {
    }

    static Map<String, Object> tree(String file, Throwable e) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("error", reason(e));
        tree.put("position", e instanceof DatasetFormatException f ? f.position() : "");
        return tree;
    }

    /** The cause without the file name, which stands before it. */
    static String reason(Throwable e) {
        return switch (e) {
            case DatasetFormatException f -> f.reason();
            case AccessDeniedException d -> "there is no permission for " + d.getFile();
            case FileSystemException f -> f.getReason() == null ? f.getFile() + ": " + kind(f)
                    : f.getFile() + ": " + f.getReason();
            case IOException io when io.getMessage() != null -> io.getMessage();
            case OutOfMemoryError m -> "there is not enough memory (" + m.getMessage() + "); give Java more (-Xmx)";
            case Error error -> "internal error: " + error;
            default -> "unexpected error: " + e;
        };
    }

    // messages of the file system that are a mere path: what happened is in the type
    private static String kind(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException n -> "there is no such file or folder";
            case FileAlreadyExistsException a -> "a file of that name is in the way";
            case NotDirectoryException d -> "this is not a folder";
            default -> e.getClass().getSimpleName();
        };
    }

    static void tell(Console console, String file, Throwable e, boolean debug) {
        String position = e instanceof DatasetFormatException f && !f.position().isEmpty() ? ", " + f.position() : "";
        console.err().println("interphase: " + file + position + ": " + reason(e));
        if (debug) {
            StackTraces.print(e, console.err());
        }
    }
}
