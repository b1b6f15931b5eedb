package org.interphase.technique.xps.reader;

import java.util.Arrays;
import org.interphase.api.DatasetFormatException;
import org.interphase.io.CompleteRows;
import org.interphase.io.TextBlock;
import org.interphase.model.Curve;

/** The rows of a table that have both an energy and a signal, and what other columns say in them. */
final class RegionRows {

    private final TextBlock block;
    private final CompleteRows rows;
    private final double[] energies;
    private final EnergyScale scale;

    private RegionRows(TextBlock block, CompleteRows rows, double[] energies, EnergyScale scale) {
        this.block = block;
        this.rows = rows;
        this.energies = energies;
        this.scale = scale;
    }

    /**
     * The rows of an energy and a signal.
     *
     * @throws DatasetFormatException if an energy occurs twice or no row is left
     */
    static RegionRows of(String file, TextBlock block, int energy, int signal, EnergyScale scale)
            throws DatasetFormatException {
        CompleteRows rows = block.complete(energy, signal);
        if (rows.size() == 0) {
            throw new DatasetFormatException(file, block.place(0), "no row has both a number for '"
                    + block.columns().get(energy).name() + "' and one for '" + block.columns().get(signal).name()
                    + "'");
        }
        double[] x = rows.values(0);
        int again = rows.repeated(0);
        if (again >= 0) {
            int first = 0;
            while (x[first] != x[again]) {
                first++;
            }
            throw new DatasetFormatException(file, block.position(rows.blockRow(again), energy), "the energy "
                    + x[again] + " occurs twice, first in " + rows.place(first));
        }
        double factor = EnergyHeading.toElectronvolts(block.columns().get(energy));
        double[] inEv = factor == 1 ? x : Arrays.stream(x).map(v -> RegionCurves.rounded(v * factor)).toArray();
        return new RegionRows(block, rows, inEv, RegionCurves.over(inEv, scale));
    }

    /** Energies in eV as the file has them. */
    double[] energies() {
        return energies.clone();
    }

    /** The signal beside them. */
    double[] signal() {
        return rows.values(1);
    }

    /** Another column in the order of the curve's axis; NaN where it has no number. */
    double[] inOrder(int column) {
        double[] all = block.columns().get(column).values();
        double[] out = new double[rows.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = all[rows.blockRow(i)];
        }
        return RegionCurves.inOrder(energies, scale.isConverted(), out);
    }

    /** The curve with remarks that name the rows left out. */
    Curve remarkOn(Curve c) {
        return rows.remarkOn(c);
    }

    /** Whether no number is missing. */
    static boolean isWhole(double[] values) {
        return Arrays.stream(values).noneMatch(Double::isNaN);
    }
}
