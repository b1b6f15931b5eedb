package org.interphase.spark;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What runs found, as Parquet: a folder for each table, in it a folder for each recipe with its versions ({@code run=})
 * and for each piece ({@code piece=}). A piece is written table by table, its provenance last; one without provenance
 * is what a stopped run left, and is deleted by the run that resumes.
 */
final class DataSet {

    private static final String DONE = "_SUCCESS";
    // a piece with this behind its name stands in its place
    private static final String AGAIN = "b";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private final SparkSession session;
    private final Path folder;
    private final String run;
    private final FileSystem files;
    private final String started;

    /**
     * @param folder where it is
     * @param run name of the recipe with its versions
     * @throws IOException if the file system cannot be reached
     */
    DataSet(SparkSession session, String folder, String run) throws IOException {
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        // which readers besides Spark's know; its own form of 96 bits is an old one
        session.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        this.session = session;
        this.folder = new Path(FileInputs.absolute(folder));
        this.run = "run=" + run;
        this.files = this.folder.getFileSystem(hadoop);
        this.started = TIME.format(LocalDateTime.now(ZoneOffset.UTC));
    }

    /** Where it is. */
    String folder() {
        return folder.toString();
    }

    /** Whether there is anything. */
    boolean isEmpty() throws IOException {
        return !files.exists(folder) || files.listStatus(folder).length == 0;
    }

    private Path runOf(OutputTable table) {
        return new Path(new Path(folder, table.folder()), run);
    }

    private List<String> pieces(OutputTable table) throws IOException {
        List<String> out = new ArrayList<>();
        if (files.exists(runOf(table))) {
            for (FileStatus piece : files.listStatus(runOf(table))) {
                out.add(piece.getPath().getName());
            }
        }
        return out;
    }

    private boolean isWhole(String piece) throws IOException {
        return files.exists(new Path(new Path(runOf(OutputTable.PROVENANCE), piece), DONE));
    }

    /** Deletes what a run that was stopped left half written, and pieces in whose place others have been written. */
    void clean() throws IOException {
        for (OutputTable table : OutputTable.values()) {
            for (String piece : pieces(table)) {
                if (!isWhole(piece)) {
                    files.delete(new Path(runOf(table), piece), true);
                } else if (isWhole(piece + AGAIN)) {
                    delete(piece);
                }
            }
        }
    }

    private void delete(String piece) throws IOException {
        // without its provenance it is nothing
        for (OutputTable table : List.of(OutputTable.values()).reversed()) {
            files.delete(new Path(runOf(table), piece), true);
        }
    }

    /**
     * Takes out of earlier pieces what the pieces written now say anew: of inputs that changed, and of those that could
     * not be read before.
     *
     * @return number of pieces that were written again
     */
    int forget() throws IOException {
        Dataset<Row> all = inputs(OutputTable.PROVENANCE).union(inputs(OutputTable.FAILURES));
        Dataset<Row> now = all.where(functions.col("piece").startsWith(started)).select("input").distinct();
        List<Row> affected = all.where(functions.not(functions.col("piece").startsWith(started)))
                .join(now, "input").select("piece").distinct().collectAsList();
        for (Row row : affected) {
            String piece = "piece=" + row.getString(0);
            for (OutputTable table : OutputTable.values()) {
                session.read().schema(table.schema()).parquet(new Path(runOf(table), piece).toString())
                        .join(now, CollectionConverters.asScala(List.of("input")).toSeq(), "left_anti")
                        .write().mode(SaveMode.Overwrite).parquet(new Path(runOf(table), piece + AGAIN).toString());
            }
            delete(piece);
        }
        return affected.size();
    }

    private Dataset<Row> inputs(OutputTable table) {
        return session.read().schema(table.schema()).parquet(runOf(table).toString()).select("input", "piece");
    }

    /** Names and hashes of the inputs that have been analysed, or failed though their content could be read. */
    JavaPairRDD<String, String> earlier() throws IOException {
        List<String> provenance = pieces(OutputTable.PROVENANCE);
        if (provenance.isEmpty()) {
            return session.emptyDataFrame().toJavaRDD().mapToPair(r -> new Tuple2<>("", ""));
        }
        return names(OutputTable.PROVENANCE).union(names(OutputTable.FAILURES)).distinct().toJavaRDD()
                .mapToPair(r -> new Tuple2<>(r.getString(0), r.getString(1)))
                // there is one, unless an input is named in two ways; a wrong one only costs time
                .reduceByKey((a, b) -> a.compareTo(b) < 0 ? a : b);
    }

    private Dataset<Row> names(OutputTable table) {
        return session.read().schema(table.schema()).parquet(runOf(table).toString()).select("input", "sha256")
                .where("sha256 <> ''");
    }

    /**
     * Writes a piece.
     *
     * @param number of it within this start of the program
     * @return numbers of its rows, by table in the order of the tables
     */
    long[] write(int number, JavaRDD<TableRow> rows) {
        String piece = String.format(Locale.ROOT, "piece=%s-%05d", started, number);
        long[] counts = new long[OutputTable.values().length];
        for (OutputTable table : OutputTable.values()) {
            String to = new Path(runOf(table), piece).toString();
            session.createDataFrame(rows.filter(r -> r.table() == table).map(TableRow::cells), table.schema())
                    .write().mode(SaveMode.Overwrite).parquet(to);
            counts[table.ordinal()] = session.read().schema(table.schema()).parquet(to).count();
        }
        return counts;
    }
}
