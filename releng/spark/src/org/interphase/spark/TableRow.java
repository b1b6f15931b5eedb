package org.interphase.spark;

import java.io.Serializable;
import org.apache.spark.sql.Row;

/**
 * A row of one of the tables.
 *
 * @param table which
 * @param cells in the order of its schema
 */
record TableRow(OutputTable table, Row cells) implements Serializable {
}
