package org.interphase.spark;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/** The tables of the data set. Provenance is written last: a piece that has it is whole. */
enum OutputTable {

    /** A row for each number; value, uncertainty and limit are null where they are not known. */
    MEASUREMENTS(results().add("number", IntegerType).add("name", StringType).add("symbol", StringType)
            .add("value", DoubleType).add("uncertainty", DoubleType).add("limit", DoubleType).add("unit", StringType)
            .add("verdict", StringType).add("reason", StringType).add("step", StringType)
            .add("evidence", StringType)),

    /** A row for each remark, and for each dataset that is left out. */
    REMARKS(results().add("level", StringType).add("text", StringType).add("step", StringType)
            .add("component", StringType).add("code", StringType)),

    /** A row for each input that could not be analysed, or not to the end. */
    FAILURES(results().add("step", StringType).add("position", StringType).add("reason", StringType)),

    /** A row for each dataset that was analysed. */
    PROVENANCE(results().add("software", StringType).add("java", StringType).add("time", TimestampType)
            .add("plugin", StringType).add("stated", StringType).add("steps", StringType));

    private final StructType schema;

    OutputTable(StructType schema) {
        this.schema = schema;
    }

    // what all rows begin with
    private static StructType results() {
        return new StructType().add("recipe", StringType).add("input", StringType).add("dataset", StringType)
                .add("dataset_index", IntegerType).add("sha256", StringType);
    }

    StructType schema() {
        return schema;
    }

    /** Name of its folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
