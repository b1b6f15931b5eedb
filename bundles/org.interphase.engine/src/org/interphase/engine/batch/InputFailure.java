package org.interphase.engine.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.interphase.api.DatasetFormatException;

/**
 * Why an input could not be used, for the analyst.
 *
 * @param file name of the file
 * @param position where in it; empty for the whole file or if it is not known
 * @param reason what is wrong, without file and position
 * @param cause the exception behind it, for debugging
 */
public record InputFailure(String file, String position, String reason, Throwable cause) {

    /**
     * What an exception says.
     *
     * @param name of the input, where the exception does not name a file
     */
    public static InputFailure of(String name, Throwable e) {
        return e instanceof DatasetFormatException f ? new InputFailure(f.file(), f.position(), f.reason(), e)
                : new InputFailure(name, "", reason(e), e);
    }

    /** Position and reason, to follow the name of the input. */
    public String located() {
        return position.isEmpty() ? reason : position + ": " + reason;
    }

    /** File, position and reason in one line. */
    public String message() {
        return file + (position.isEmpty() ? "" : ", " + position) + ": " + reason;
    }

    /** The cause without the file name and position, which stand before it. */
    public static String reason(Throwable e) {
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
}
