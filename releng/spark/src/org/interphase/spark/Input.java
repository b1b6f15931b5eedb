package org.interphase.spark;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.interphase.api.Stated;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;

/** One thing to analyse, small enough to be sent to an executor. Implementations are immutable values. */
interface Input extends Serializable {

    /** What it is called in the data set; no two of a run share a name. */
    String name();

    /**
     * SHA-256 of its content as lower-case hexadecimal digits.
     *
     * @throws IOException if it cannot be read
     */
    String sha256(Configuration hadoop) throws IOException;

    /**
     * Its datasets.
     *
     * @throws IOException if it cannot be read, or is not what its format demands
     */
    LoadedFile load(DatasetLoader loader, Stated stated, Configuration hadoop) throws IOException;
}
