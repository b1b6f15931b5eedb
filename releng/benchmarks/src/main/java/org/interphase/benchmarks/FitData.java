package org.interphase.benchmarks;

import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.TestSpectra;
import org.interphase.numerics.shape.Lorentzian;
import org.interphase.numerics.signal.PeakSearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The spectra to fit, built in (seeded) or from files, with one set of rough start values for all.
 *
 * @param x common abscissae
 * @param spectra counts
 * @param model sum of peaks and a line
 * @param parameters start values and bounds
 */
record FitData(double[] x, double[][] spectra, SumModel model, Parameters parameters) {

    private static final int COUNT = 1000;
    private static final double[] XPS_STARTS =
        {685.0, 2000, 1.5, 0.5, 687.9, 5000, 1.5, 0.5, 690.6, 2500, 1.5, 0.5, 1000, 0};
    private static final double[] RAMAN_TRUTH = {1100, 400, 60, 1345, 1500, 90, 1500, 500, 70, 1585, 1800, 50, 300, 50};
    private static final double[] RAMAN_STARTS = {1110, 300, 80, 1335, 1200, 80, 1510, 400, 80, 1590, 1500, 80, 250, 0};

    /** XPS or Raman spectra from {@code folder}, or the built-in ones where that is empty or lacks the file. */
    static FitData load(String kind, String folder) {
        boolean xps = kind.equals("xps");
        Path file = Path.of(folder, xps ? "xps_1000.csv" : "raman.csv");
        if (folder.isEmpty() || !Files.isRegularFile(file)) {
            return xps ? builtInXps() : builtInRaman();
        }
        try {
            double[][] table = readColumns(file);
            double[][] spectra = Arrays.copyOfRange(table, 1, table.length);
            SumModel model = xps ? TestSpectra.f1s(table[0]) : raman(table[0]);
            Path starts = Path.of(folder, kind + "_starts.csv");
            double[] values = Files.isRegularFile(starts)
                    ? numbers(Files.readAllLines(starts).get(0)) : estimate(table[0], spectra, model);
            return new FitData(table[0], spectra, model, model.defaults().starts(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FitData builtInXps() {
        double[] x = TestSpectra.grid(680, 696, 401);
        SumModel model = TestSpectra.f1s(x);
        return new FitData(x, simulate(model, TestSpectra.f1sTruth(), 42), model, model.defaults().starts(XPS_STARTS));
    }

    private static FitData builtInRaman() {
        double[] x = TestSpectra.grid(800, 1800, 1024);
        SumModel model = raman(x);
        return new FitData(x, simulate(model, RAMAN_TRUTH, 43), model, model.defaults().starts(RAMAN_STARTS));
    }

    private static SumModel raman(double[] x) {
        return SumModel.on(x).add("a", new Lorentzian()).add("b", new Lorentzian()).add("c", new Lorentzian())
                .add("d", new Lorentzian()).add("bg", PolynomialBackground.over(x, 1)).build();
    }

    private static double[][] simulate(SumModel model, double[] truth, long seed) {
        double[] clean = new double[model.points()];
        model.evaluator().values(truth, clean);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] spectra = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            spectra[i] = TestSpectra.poisson(clean, random);
        }
        return spectra;
    }

    /** Rough common starts from the mean spectrum: its most prominent peaks or shoulders, a flat line below them. */
    private static double[] estimate(double[] x, double[][] spectra, SumModel model) {
        double[] mean = new double[x.length];
        for (double[] y : spectra) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += y[i] / spectra.length;
            }
        }
        double floor = Arrays.stream(mean).min().orElseThrow();
        int peaks = model.components().size() - 1;
        int window = Math.max(5, x.length / 40 * 2 + 1);
        List<PeakSearch.Candidate> found = new ArrayList<>(new PeakSearch(window, 5, true).find(x, mean));
        found.sort(Comparator.comparingDouble(c -> -c.height()));
        double span = Math.abs(x[x.length - 1] - x[0]);
        List<double[]> starts = new ArrayList<>();
        for (int k = 0; k < peaks; k++) {
            boolean there = k < found.size();
            int i = there ? found.get(k).index() : (int) ((k + 0.5) / peaks * x.length);
            double width = there ? Math.min(found.get(k).width(), span / 8) : span / 12;
            starts.add(new double[] {x[i], Math.max(mean[i] - floor, 1), width});
        }
        starts.sort(Comparator.comparingDouble(s -> s[0]));
        double[] p = model.defaults().starts();
        for (int k = 0; k < peaks; k++) {
            System.arraycopy(starts.get(k), 0, p, model.firstParameter(model.components().get(k)), 3);
        }
        p[p.length - 2] = floor;
        p[p.length - 1] = 0;
        return p;
    }

    /** A curved baseline with 20 Lorentzians and noise, 10,000 points, or {@code baseline.csv} (second column). */
    static double[] baseline(String folder) {
        Path file = Path.of(folder, "baseline.csv");
        if (!folder.isEmpty() && Files.isRegularFile(file)) {
            try {
                return readColumns(file)[1];
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return builtInBaseline(TestSpectra.grid(0, 1, 10_000));
    }

    private static double[] builtInBaseline(double[] x) {
        double[] y = new double[x.length];
        SplittableRandom random = new SplittableRandom(7);
        double[][] peaks = new double[20][];
        for (int k = 0; k < peaks.length; k++) {
            peaks[k] = new double[] {random.nextDouble(), 100 + 900 * random.nextDouble(), 0.003};
            double[] peak = new Lorentzian().values(x, peaks[k]);
            for (int i = 0; i < y.length; i++) {
                y[i] += peak[i];
            }
        }
        for (int i = 0; i < y.length; i++) {
            y[i] += 500 + 300 * Math.sin(4 * x[i]) + 400 * Math.exp(-3 * x[i]) + 5 * random.nextGaussian();
        }
        return y;
    }

    /** Writes the built-in data for other programs. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String kind : new String[] {"xps", "raman"}) {
            FitData data = load(kind, "");
            double[][] columns = new double[data.spectra.length + 1][];
            columns[0] = data.x;
            System.arraycopy(data.spectra, 0, columns, 1, data.spectra.length);
            writeColumns(folder.resolve(kind.equals("xps") ? "xps_1000.csv" : "raman.csv"), columns);
            Files.writeString(folder.resolve(kind + "_starts.csv"), join(data.parameters.starts()) + "\n");
        }
        double[] x = TestSpectra.grid(0, 1, 10_000);
        writeColumns(folder.resolve("baseline.csv"), new double[][] {x, builtInBaseline(x)});
    }

    private static void writeColumns(Path file, double[][] columns) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < columns[0].length; i++) {
            double[] row = new double[columns.length];
            for (int k = 0; k < columns.length; k++) {
                row[k] = columns[k][i];
            }
            lines.add(join(row));
        }
        Files.write(file, lines);
    }

    private static String join(double[] row) {
        return Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    /** Columns of a comma-separated file; a first line that is no number is a heading. */
    private static double[][] readColumns(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                rows.add(numbers(lines.get(i)));
            } catch (NumberFormatException e) {
                if (i > 0) {
                    throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
                }
            }
            if (!rows.isEmpty() && rows.get(rows.size() - 1).length != rows.get(0).length) {
                throw new IOException(file + ", line " + (i + 1) + ": " + rows.get(rows.size() - 1).length
                        + " numbers instead of " + rows.get(0).length);
            }
        }
        if (rows.isEmpty() || rows.get(0).length < 2) {
            throw new IOException(file + ": expected at least two columns of numbers");
        }
        double[][] columns = new double[rows.get(0).length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = rows.get(i)[k];
            }
        }
        return columns;
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.trim().split("[,;\\s]+")).mapToDouble(Double::parseDouble).toArray();
    }
}
