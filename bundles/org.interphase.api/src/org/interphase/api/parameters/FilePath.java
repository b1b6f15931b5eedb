package org.interphase.api.parameters;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file or folder an operation reads beside its input, for example a folder of reference spectra. The text is
 * relative to the project or the working folder; the runner resolves it before the operation sees it.
 *
 * @param text as written; empty for none
 */
public record FilePath(String text) implements TextValue {

    /** No file. */
    public static final FilePath NONE = new FilePath("");

    /** Requires the text. */
    public FilePath {
        Objects.requireNonNull(text, "text");
    }

    /** Reads a path. */
    public static FilePath parse(String text) {
        return new FilePath(text.strip());
    }

    /** Whether no file is named. */
    public boolean isNone() {
        return text.isEmpty();
    }

    /**
     * The path.
     *
     * @throws IllegalArgumentException if the text is no path
     */
    public Path toPath() {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is no path: " + e.getReason(), e);
        }
    }

    /** The same path made absolute against a folder. */
    public FilePath resolvedAgainst(Path folder) {
        return isNone() ? this : new FilePath(folder.resolve(toPath()).normalize().toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
