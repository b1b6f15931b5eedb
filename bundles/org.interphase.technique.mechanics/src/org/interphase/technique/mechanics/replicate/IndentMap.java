package org.interphase.technique.mechanics.replicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * Hardness and modulus over the places of indents.
 *
 * @param x in um
 * @param y in um
 * @param values by number and indent; NaN where an indent has none
 * @param uncertainties their standard uncertainties
 */
public record IndentMap(double[] x, double[] y, double[][] values, double[][] uncertainties) {

    /** What is mapped. */
    public static final List<String> NUMBERS = List.of("hardness", "elastic modulus", "contact depth");
    private static final String[] UNITS = {"MPa", "MPa", "nm"};

    /** Diameter of a contact over its depth, of a circle with the area of a Berkovich pyramid: 2 (24.5/pi)^(1/2). */
    private static final double DIAMETER = 5.585;
    /** Diameters that indents have to be apart (ISO 14577-1:2015). */
    private static final double APART = 5;

    /** The map of indents; empty where fewer than two state where they are, or all state the same place. */
    public static Optional<IndentMap> of(List<Metadata> facts, List<List<Measurement>> tests) {
        List<Integer> placed = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).has(IndentTable.X) && facts.get(i).has(IndentTable.Y)) {
                placed.add(i);
            }
        }
        int n = placed.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[][] v = new double[NUMBERS.size()][n];
        double[][] u = new double[NUMBERS.size()][n];
        for (int i = 0; i < n; i++) {
            x[i] = facts.get(placed.get(i)).number(IndentTable.X, "um").orElseThrow();
            y[i] = facts.get(placed.get(i)).number(IndentTable.Y, "um").orElseThrow();
            for (int k = 0; k < NUMBERS.size(); k++) {
                String name = NUMBERS.get(k);
                Optional<Measurement> m = tests.get(placed.get(i)).stream().filter(a -> a.name().equals(name)
                        && a.isDetected()).findFirst();
                v[k][i] = m.map(Measurement::value).orElse(Double.NaN);
                u[k][i] = m.map(Measurement::uncertainty).orElse(Double.NaN);
            }
        }
        boolean apart = Arrays.stream(x).distinct().count() > 1 || Arrays.stream(y).distinct().count() > 1;
        return n >= 2 && apart ? Optional.of(new IndentMap(x, y, v, u)) : Optional.empty();
    }

    /** Number of indents. */
    public int size() {
        return x.length;
    }

    /** Unit of a number. */
    public static String unit(int number) {
        return UNITS[number];
    }

    /** A warning where indents are nearer to each other than the standard asks for. */
    public Optional<Remark> tooNear() {
        double worst = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                double diameter = DIAMETER * Math.max(values[2][i], values[2][j]) / 1000;
                double ratio = Math.hypot(x[i] - x[j], y[i] - y[j]) / diameter;
                worst = ratio < worst ? ratio : worst;
            }
        }
        return worst < APART ? Optional.of(Remark.warning(String.format(Locale.ROOT, "Two indents are %.1f diameters "
                + "of their contact apart; ISO 14577-1 asks for %.0f, as one changes the material of the next.", worst,
                APART)).coded("too-near")) : Optional.empty();
    }

    /** A row for each indent. */
    public Table table(String name) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("x", "um", x), Column.of("y", "um", y)));
        for (int k = 0; k < 2; k++) {
            columns.add(Column.of(NUMBERS.get(k), UNITS[k], values[k]));
            columns.add(Column.of("u(" + NUMBERS.get(k) + ")", UNITS[k], uncertainties[k]));
        }
        return new Table(DatasetHeader.of(name + ", map", "table", Metadata.EMPTY), columns);
    }
}
