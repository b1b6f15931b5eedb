package org.interphase.numerics.nist;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One data set of the NIST Statistical Reference Datasets for nonlinear regression (NIST/ITL StRD,
 * www.itl.nist.gov/div898/strd), as read from its file beside this class. The files are those NIST gives out, a work of
 * the United States government and in the public domain.
 *
 * @param name name of the set
 * @param y response
 * @param x predictors, {@code x[k][i]} the k-th of point i
 * @param starts the two start vectors
 * @param certified certified parameters
 * @param deviations certified standard deviations of the parameters
 * @param sumOfSquares certified residual sum of squares
 */
public record NistProblem(String name, double[] y, double[][] x, double[][] starts, double[] certified,
        double[] deviations, double sumOfSquares) {

    private static final Pattern ROW = Pattern.compile("\\s*b(\\d+)\\s*=\\s*(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*");

    /**
     * Reads a set of the collection.
     *
     * @param name such as {@code Misra1a}
     * @throws IOException if there is no such set
     */
    public static NistProblem read(String name) throws IOException {
        List<double[]> rows = new ArrayList<>();
        List<double[]> data = new ArrayList<>();
        double sum = Double.NaN;
        int dataHeadings = 0;
        for (String line : lines(name + ".dat")) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new double[] {number(row, 2), number(row, 3), number(row, 4), number(row, 5)});
            } else if (line.startsWith("Residual Sum of Squares:")) {
                sum = Double.parseDouble(line.substring(line.indexOf(':') + 1).trim());
            } else if (line.startsWith("Data:")) {
                dataHeadings++;
            } else if (dataHeadings == 2 && !line.isBlank()) {
                String[] fields = line.trim().split("\\s+");
                double[] values = new double[fields.length];
                for (int k = 0; k < fields.length; k++) {
                    values[k] = Double.parseDouble(fields[k]);
                }
                data.add(values);
            }
        }
        double[] y = data.stream().mapToDouble(d -> d[0]).toArray();
        double[][] x = new double[data.get(0).length - 1][y.length];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < x.length; k++) {
                x[k][i] = data.get(i)[k + 1];
            }
        }
        return new NistProblem(name, y, x, new double[][] {column(rows, 0), column(rows, 1)}, column(rows, 2),
                column(rows, 3), sum);
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = NistProblem.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file + " does not lie beside " + NistProblem.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList();
        }
    }

    private static double number(Matcher row, int group) {
        return Double.parseDouble(row.group(group));
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(r -> r[k]).toArray();
    }

    /** Number of agreeing digits: -log10 of the relative error, at most 11, the digits certified. */
    public static double digits(double value, double certified) {
        double error = Math.abs(value - certified) / Math.abs(certified);
        return error == 0 ? 11 : Math.min(11, Math.max(0, -Math.log10(error)));
    }

    /** Agreeing digits of the worst entry. */
    public static double worstDigits(double[] values, double[] certified) {
        double worst = 11;
        for (int k = 0; k < certified.length; k++) {
            worst = Math.min(worst, digits(values[k], certified[k]));
        }
        return worst;
    }
}
