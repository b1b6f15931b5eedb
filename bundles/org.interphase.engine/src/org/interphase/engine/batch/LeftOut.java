package org.interphase.engine.batch;

/**
 * Data of a batch over which nothing is run, and why.
 *
 * @param input the input
 * @param dataset name of the dataset; empty for the whole input
 * @param reason why, without naming the data
 */
public record LeftOut(BatchInput input, String dataset, String reason) {

    /** One sentence without its end: "'C 1s' covers 278-294 eV, this recipe needs 683-692 eV". */
    public String sentence() {
        return (dataset.isEmpty() ? "" : "'" + dataset + "' ") + reason;
    }
}
