package org.interphase.io.parquet;

/** Takes the cells of a table row by row. */
public interface ParquetCells {

    /** Begins a row; its cells follow in the order of the columns. */
    void startRow();

    /** A cell without a value. */
    void empty();

    /** A whole number. */
    void whole(long value);

    /** A number; not NaN. */
    void number(double value);

    /** Anything else: words as they are, dates and times as ISO 8601 writes them, truth values as TRUE and FALSE. */
    void word(String text);
}
