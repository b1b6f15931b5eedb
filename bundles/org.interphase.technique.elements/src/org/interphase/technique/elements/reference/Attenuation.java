package org.interphase.technique.elements.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Mass attenuation coefficients from 100 eV to 40 keV, from the same compilation as {@link XrayTables} (there after
 * EPDL97), interpolated on double logarithmic scale to 0.4 % of it.
 */
public final class Attenuation {

    private static final Map<String, double[][]> TABLE = load();

    private Attenuation() {
    }

    private static Map<String, double[][]> load() {
        Map<String, double[][]> out = new HashMap<>();
        try (InputStream in = Attenuation.class.getResourceAsStream("attenuation.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split(" ");
                int n = (cells.length - 1) / 2;
                double[][] t = new double[2][n];
                for (int i = 0; i < n; i++) {
                    t[0][i] = Math.log(Double.parseDouble(cells[1 + 2 * i]));
                    t[1][i] = Math.log(Double.parseDouble(cells[2 + 2 * i]));
                }
                out.put(cells[0], t);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of attenuation coefficients cannot be read", e);
        }
        return out;
    }

    /**
     * Mass attenuation coefficient in cm2/g; below 100 eV and above 40 keV the outermost slope goes on.
     *
     * @param symbol element
     * @param energy photon energy in eV
     * @throws IllegalArgumentException if there is no such element
     */
    public static double of(String symbol, double energy) {
        double[][] t = TABLE.get(symbol);
        if (t == null) {
            throw new IllegalArgumentException("'" + symbol + "' is no element");
        }
        double x = Math.log(energy);
        int at = Arrays.binarySearch(t[0], x);
        int i = Math.max(0, Math.min(t[0].length - 2, at >= 0 ? at : -at - 2));
        // both sides of an edge have the same energy in the table: stay on the side the energy is on
        while (i > 0 && t[0][i + 1] == t[0][i]) {
            i--;
        }
        double f = (x - t[0][i]) / (t[0][i + 1] - t[0][i]);
        return Math.exp(t[1][i] + f * (t[1][i + 1] - t[1][i]));
    }

    /** Mass attenuation coefficient of a mixture in cm2/g, from mass fractions. */
    public static double of(Map<String, Double> fractions, double energy) {
        double mu = 0;
        for (Map.Entry<String, Double> e : fractions.entrySet()) {
            mu += e.getValue() * of(e.getKey(), energy);
        }
        return mu;
    }
}
