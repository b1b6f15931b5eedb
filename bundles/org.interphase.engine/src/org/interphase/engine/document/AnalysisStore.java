package org.interphase.engine.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interphase.engine.internal.AnalysisTree;
import org.interphase.engine.internal.YamlText;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.recipe.InputReference;

/**
 * Analysis documents on disk ({@code *.analysis.yaml}). Text that can be compared line by line and moved with its
 * data: paths are relative to the document's folder. Saving is atomic.
 */
public final class AnalysisStore {

    /** Ending of the file name of an analysis document. */
    public static final String SUFFIX = ".analysis.yaml";

    /** How a document stands to its raw data. */
    public enum Status {
        /** The raw file is the one that was analysed. */
        CURRENT,
        /** The raw file changed since. */
        STALE,
        /** The raw file is not where the document says. */
        MISSING
    }

    private AnalysisStore() {
    }

    /**
     * Reads a document. The paths in it stay relative; see {@link #resolve}.
     *
     * @throws DocumentException naming line, column and cause
     * @throws IOException if it cannot be read
     */
    public static AnalysisDocument read(Path file) throws IOException {
        return AnalysisTree.read(YamlText.read(file.getFileName().toString(), Documents.content(file)),
                Recipes::fromValue);
    }

    /**
     * Writes a document, atomically, with paths relative to its folder.
     *
     * @throws IOException if it cannot be written; what was there is then untouched
     */
    public static void write(Path file, AnalysisDocument document) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        AnalysisDocument movable = document.withInput(relative(document.input(), folder));
        AtomicFiles.write(file, YamlText.write(AnalysisTree.write(movable, Recipes.toTree(movable.recipe()))));
    }

    private static InputReference relative(InputReference input, Path folder) {
        List<InputReference> members = new ArrayList<>();
        for (InputReference m : input.members()) {
            members.add(relative(m, folder));
        }
        String path = input.path();
        Path absolute = Path.of(path);
        if (absolute.isAbsolute() && absolute.getRoot().equals(folder.getRoot())) {
            path = folder.relativize(absolute.normalize()).toString().replace('\\', '/');
        }
        return input.withPath(path).withMembers(members);
    }

    /** The raw file a document's reference leads to, given where the document is. */
    public static Path resolve(Path document, InputReference input) {
        Path folder = document.toAbsolutePath().normalize().getParent();
        return folder.resolve(input.path()).normalize();
    }

    /**
     * Compares a document with its raw file as it is now.
     *
     * @throws IOException if the raw file cannot be read
     */
    public static Status status(Path document, InputReference input) throws IOException {
        if (input.isSeries()) {
            Status worst = Status.CURRENT;
            for (InputReference m : input.members()) {
                Status s = status(document, m);
                worst = s.compareTo(worst) > 0 ? s : worst;
            }
            return worst;
        }
        Path raw = resolve(document, input);
        if (input.path().isEmpty() || !Files.isRegularFile(raw)) {
            return Status.MISSING;
        }
        return Checksums.ofFile(raw).equals(input.sha256()) ? Status.CURRENT : Status.STALE;
    }
}
