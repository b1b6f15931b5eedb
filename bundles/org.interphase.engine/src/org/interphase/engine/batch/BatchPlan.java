package org.interphase.engine.batch;

import java.io.IOException;

/** What is run over each input of a batch. Called from several threads. */
@FunctionalInterface
public interface BatchPlan {

    /**
     * Reads an input and chooses what is run over its datasets. Whatever is thrown is the failure of this input alone.
     *
     * @throws IOException if it cannot be read or nothing of it can be used
     */
    BatchChoice choose(BatchInput input) throws IOException;
}
