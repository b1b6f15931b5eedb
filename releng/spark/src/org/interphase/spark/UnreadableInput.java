package org.interphase.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Stated;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;

/**
 * What could not be taken apart into inputs; it fails as one, so that it becomes a row of the failures.
 *
 * @param name of the map
 * @param reason why
 */
record UnreadableInput(String name, String reason) implements Input {

    @Override
    public String sha256(Configuration hadoop) throws IOException {
        throw new DatasetFormatException(name, "", reason);
    }

    @Override
    public LoadedFile load(DatasetLoader loader, Stated stated, Configuration hadoop) throws IOException {
        throw new DatasetFormatException(name, "", reason);
    }
}
