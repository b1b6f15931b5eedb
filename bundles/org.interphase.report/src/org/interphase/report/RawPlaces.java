package org.interphase.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.InputReference;

/** Where raw files are now: where a document says, or in a folder they were moved to. */
final class RawPlaces {

    private final Path folder;

    /**
     * Places of raw files.
     *
     * @param folder folder they were moved to; null if they were not
     */
    RawPlaces(Path folder) {
        this.folder = folder;
    }

    /** The same reference, leading to where the file is now. */
    InputReference of(Path document, InputReference input) {
        if (folder == null) {
            return input;
        }
        List<InputReference> members = input.members().stream().map(m -> of(document, m)).toList();
        InputReference moved = input.withMembers(members);
        return input.isSeries() || input.path().isEmpty() ? moved
                : moved.withPath(place(AnalysisStore.resolve(document, input)).toString());
    }

    /** The longest end of a path that there is below the folder; the path itself if there is none. */
    private Path place(Path raw) {
        for (int from = 0; from < raw.getNameCount(); from++) {
            Path candidate = folder.resolve(raw.subpath(from, raw.getNameCount()));
            if (Files.isRegularFile(candidate)) {
                return candidate.toAbsolutePath().normalize();
            }
        }
        return raw;
    }
}
