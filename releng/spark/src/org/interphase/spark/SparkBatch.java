package org.interphase.spark;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** A run: piece after piece is analysed on the executors and written, so that a stopped run loses one piece at most. */
final class SparkBatch {

    private final Assignment assignment;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final DataSet data;
    private final PrintStream told;

    SparkBatch(Assignment assignment, Broadcast<SerializableConfiguration> hadoop, DataSet data, PrintStream told) {
        this.assignment = assignment;
        this.hadoop = hadoop;
        this.data = data;
        this.told = told;
    }

    /**
     * What came out.
     *
     * @param datasets datasets analysed
     * @param measurements numbers found
     * @param failures inputs or datasets that failed
     */
    record Summary(long datasets, long measurements, long failures) {

        Summary plus(long[] counts) {
            return new Summary(datasets + counts[OutputTable.PROVENANCE.ordinal()],
                    measurements + counts[OutputTable.MEASUREMENTS.ordinal()],
                    failures + counts[OutputTable.FAILURES.ordinal()]);
        }
    }

    /**
     * Runs it.
     *
     * @param resume whether what is in the data set is left out
     * @throws IOException if the data set cannot be read
     */
    Summary run(Inputs inputs, boolean resume) throws IOException {
        JavaPairRDD<String, String> earlier = null;
        if (resume) {
            data.clean();
            earlier = data.earlier().persist(StorageLevel.DISK_ONLY());
        }
        Summary sum = new Summary(0, 0, 0);
        for (int i = 0; i < inputs.pieces(); i++) {
            JavaRDD<Input> piece = inputs.piece(i);
            JavaRDD<Item> items = earlier == null ? piece.map(input -> new Item(input, ""))
                    : joined(piece, earlier);
            // held on disk, not made again for each table
            JavaRDD<TableRow> rows = items.mapPartitions(new RecipeTask(assignment, hadoop))
                    .persist(StorageLevel.DISK_ONLY());
            sum = sum.plus(data.write(i, rows));
            rows.unpersist(false);
            if (inputs.pieces() > 1) {
                told.println("interphase: piece " + (i + 1) + " of " + inputs.pieces() + ": " + sum.datasets
                        + " datasets, " + sum.failures + " failures so far");
            }
        }
        if (resume && inputs.pieces() > 0 && data.forget() > 0) {
            told.println("interphase: what changed inputs had given before is taken out of the data set");
        }
        return sum;
    }

    private static JavaRDD<Item> joined(JavaRDD<Input> piece, JavaPairRDD<String, String> earlier) {
        return piece.mapToPair(input -> new Tuple2<>(input.name(), input))
                .leftOuterJoin(earlier, piece.getNumPartitions())
                .map(t -> new Item(t._2()._1(), t._2()._2().orElse("")));
    }
}
