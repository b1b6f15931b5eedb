package org.interphase.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Rows of Parquet tables: a spectrum each, or the path of a file. A piece is some of their Parquet files. */
final class TableInputs implements Inputs {

    private static final long PIECE_BYTES = 2L << 30;

    private final SparkSession session;
    private final Columns columns;
    private final List<List<String>> pieces;

    /**
     * Names of columns.
     *
     * @param id of the name of a spectrum
     * @param x of an array of numbers; also the heading readers see
     * @param y of an array of numbers; also the heading readers see
     * @param path of the path of a file, in place of the others; null if there is none
     */
    record Columns(String id, String x, String y, String path) implements java.io.Serializable {
    }

    private TableInputs(SparkSession session, Columns columns, List<List<String>> pieces) {
        this.session = session;
        this.columns = columns;
        this.pieces = pieces;
    }

    /**
     * The Parquet files that are named or lie in folders that are named.
     *
     * @param pieceFiles Parquet files of a piece; 0 for about 2 GB of them
     * @throws IOException if they cannot be found
     */
    static TableInputs of(SparkSession session, Columns columns, List<String> named, int pieceFiles)
            throws IOException {
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        List<List<String>> pieces = new ArrayList<>();
        List<String> open = new ArrayList<>();
        long bytes = 0;
        for (FileStatus file : parquet(named, hadoop)) {
            if (!open.isEmpty() && (pieceFiles > 0 ? open.size() >= pieceFiles
                    : bytes + file.getLen() > PIECE_BYTES)) {
                pieces.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(file.getPath().toString());
            bytes += file.getLen();
        }
        if (!open.isEmpty()) {
            pieces.add(open);
        }
        return new TableInputs(session, columns, pieces);
    }

    private static List<FileStatus> parquet(List<String> named, Configuration hadoop) throws IOException {
        List<FileStatus> out = new ArrayList<>();
        for (String name : named) {
            Path path = new Path(FileInputs.absolute(name));
            RemoteIterator<LocatedFileStatus> files = path.getFileSystem(hadoop).listFiles(path, true);
            while (files.hasNext()) {
                FileStatus file = files.next();
                if (file.getPath().getName().endsWith(".parquet")) {
                    out.add(file);
                }
            }
        }
        out.sort(java.util.Comparator.comparing(f -> f.getPath().toString()));
        return out;
    }

    @Override
    public int pieces() {
        return pieces.size();
    }

    @Override
    public JavaRDD<Input> piece(int number) {
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        Dataset<Row> table = session.read().parquet(pieces.get(number).toArray(String[]::new));
        JavaRDD<Input> rows = columns.path() != null
                ? table.select(columns.path()).toJavaRDD().map(r -> new FileInput(r.getString(0)))
                : spectra(table);
        int wanted = Tasks.of(spark, Integer.MAX_VALUE / 1000L);
        return rows.getNumPartitions() < 3 * Tasks.cores(spark) ? rows.repartition(Math.min(wanted,
                3 * Tasks.cores(spark))) : rows;
    }

    private JavaRDD<Input> spectra(Dataset<Row> table) {
        String heading = quoted(columns.x()) + "," + quoted(columns.y());
        return table.select(functions.col("`" + columns.id() + "`").cast("string"),
                functions.col("`" + columns.x() + "`").cast("array<double>"),
                functions.col("`" + columns.y() + "`").cast("array<double>")).toJavaRDD()
                .map(r -> new SpectrumInput(r.getString(0), heading, numbers(r, 1), numbers(r, 2)));
    }

    private static String quoted(String heading) {
        return heading.contains(",") ? "\"" + heading + "\"" : heading;
    }

    private static double[] numbers(Row row, int column) {
        return row.isNullAt(column) ? new double[0]
                : row.<Double>getList(column).stream().mapToDouble(v -> v == null ? Double.NaN : v).toArray();
    }
}
