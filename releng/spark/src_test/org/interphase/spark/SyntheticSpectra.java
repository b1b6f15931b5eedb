package org.interphase.spark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.interphase.testkit.synthetic.XpsRegionTruth;

/**
 * Spectra with known answers for measuring: F 1s regions as files or as rows of a table, Raman spectra as rows of a
 * table, or as the points of a map with a file for each spectrum beside it.
 * {@code SyntheticSpectra files|fluorine|raman|map DIR N [PIECES]}.
 */
public final class SyntheticSpectra {

    private static final int POINTS = 400;

    private SyntheticSpectra() {
    }

    /** Writes them. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int n = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case "files" -> files(folder, n);
            case "fluorine" -> table(folder, n, Integer.parseInt(arguments[3]), "Binding Energy (eV)",
                    SyntheticSpectra::fluorine);
            case "raman" -> table(folder, n, Integer.parseInt(arguments[3]), "Raman shift (cm-1)",
                    SyntheticSpectra::raman);
            case "map" -> map(folder, n);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static XpsRegionTruth region(long i) {
        return XpsRegionTruth.fluorine(i % 10 == 0 ? 0 : 3000, 8000, i);
    }

    private static void files(Path folder, int n) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < n; i++) {
            Files.writeString(folder.resolve("f" + i + ".csv"), region(i).toCsv(List.of("synthetic data")));
        }
        // what a broken transfer leaves, one in a thousand
        for (int i = 0; i < Math.max(1, n / 1000); i++) {
            Files.writeString(folder.resolve("broken" + i + ".csv"),
                    "Binding Energy (eV),Intensity (counts)\n680,12\n6");
        }
    }

    // map.txt as WiRE writes it, ten spectra a line of the map and no unit of the intensity; spectra/map-1.csv ...
    private static void map(Path folder, int n) throws IOException {
        Files.createDirectories(folder.resolve("spectra"));
        try (Writer map = Files.newBufferedWriter(folder.resolve("map.txt"))) {
            map.write("#X\t\t#Y\t\t#Wave\t\t#Intensity\n");
            for (int i = 0; i < n; i++) {
                Row row = raman(i);
                double[] x = row.getAs(1);
                double[] y = row.getAs(2);
                StringBuilder one = new StringBuilder("Raman shift (cm-1),Intensity (a.u.)\n");
                for (int k = 0; k < x.length; k++) {
                    map.write(i % 10 + ".5\t" + i / 10 + "\t" + x[k] + "\t" + y[k] + "\n");
                    one.append(x[k]).append(',').append(y[k]).append('\n');
                }
                Files.writeString(folder.resolve("spectra/map-" + (i + 1) + ".csv"), one);
            }
        }
    }

    /** Makes a row. */
    interface Spectrum extends java.io.Serializable {
        /** The row of a number. */
        Row of(long number);
    }

    private static Row fluorine(long i) {
        XpsRegionTruth r = region(i);
        return RowFactory.create("f" + i, r.energy(), r.counts());
    }

    private static Row raman(long i) {
        Random random = new Random(new SplittableRandom(i).nextLong());
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            x[k] = Math.round((600 + 800.0 * k / (POINTS - 1)) * 100) / 100.0;
            y[k] = Math.round(100 + 0.05 * (x[k] - 600) + lorentzian(x[k], 1001, 9, 200 + i % 200)
                    + lorentzian(x[k], 1090, 12, i % 300) + 4 * random.nextGaussian());
        }
        return RowFactory.create("p" + i, x, y);
    }

    private static double lorentzian(double x, double position, double width, double height) {
        double u = 2 * (x - position) / width;
        return height / (1 + u * u);
    }

    private static void table(Path folder, int n, int pieces, String x, Spectrum spectrum) {
        SparkSession session = SparkSession.builder().getOrCreate();
        StructType schema = new StructType().add("id", DataTypes.StringType)
                .add(x, DataTypes.createArrayType(DataTypes.DoubleType, false))
                .add("Intensity (counts)", DataTypes.createArrayType(DataTypes.DoubleType, false));
        session.range(0, n, 1, pieces).map((MapFunction<Long, Row>) spectrum::of, Encoders.row(schema))
                .write().parquet(folder.toString());
        session.stop();
    }
}
