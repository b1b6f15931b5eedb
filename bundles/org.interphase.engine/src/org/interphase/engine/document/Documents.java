package org.interphase.engine.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.interphase.engine.internal.YamlText;

/** What all text documents have in common. */
public final class Documents {

    private Documents() {
    }

    /**
     * The content of a document.
     *
     * @throws DocumentException if it is missing, a folder, or too large to be a document
     */
    public static byte[] content(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw new DocumentException(name, 0, 0, "there is no such file (looked for " + file.toAbsolutePath()
                    + ")");
        }
        if (Files.isDirectory(file)) {
            throw new DocumentException(name, 0, 0, "this is a folder, not a document");
        }
        if (Files.size(file) > YamlText.MAX_BYTES) {
            throw new DocumentException(name, 0, 0, "the file has " + Files.size(file)
                    + " bytes, too many for a document");
        }
        return Files.readAllBytes(file);
    }
}
