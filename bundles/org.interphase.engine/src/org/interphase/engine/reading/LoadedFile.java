package org.interphase.engine.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.interphase.api.Stated;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Dataset;

/**
 * A raw file with all its datasets.
 *
 * @param path absolute path
 * @param sha256 SHA-256 of its content as lower-case hexadecimal digits
 * @param size size in bytes
 * @param reader identifier of the reader that read it
 * @param plugin identifier and version of the plug-in that brought the reader; empty where it is the program's; of an
 *     archive, of those that brought any
 * @param stated what a person says of the file beyond its content
 * @param datasets what is in it, at least one; their metadata have the file name under "file"
 */
public record LoadedFile(Path path, String sha256, long size, String reader, String plugin,
        Stated stated, List<Dataset> datasets) {

    /** Copies the list. */
    public LoadedFile {
        datasets = List.copyOf(datasets);
    }

    /** Of an archive, the path within it of the file a dataset is from. */
    public static Optional<String> entry(Path archive, Dataset dataset) {
        String before = archive.getFileName() + "!";
        return dataset.metadata().text("file").filter(f -> f.startsWith(before)).map(f -> f.substring(
                before.length()));
    }

    /** The reference an analysis of one of the datasets carries. */
    public InputReference reference(int index) {
        return new InputReference(path.toString(), sha256, datasets.get(index).name(), index)
                .stating(stated).readBy(plugin);
    }
}
