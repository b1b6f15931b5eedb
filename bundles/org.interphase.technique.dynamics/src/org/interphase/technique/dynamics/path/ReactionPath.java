package org.interphase.technique.dynamics.path;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Energies along a reaction path, from a table.
 *
 * @param position place of each image along the path, ascending; in angstroms where {@code length} says so
 * @param length whether positions are lengths; else parts of the path or numbers of images
 * @param energy energies in eV
 * @param force forces along the path, -dE/ds, in eV/angstrom; null where there are none
 * @param residual largest force across the path on each image in eV/angstrom: how far the path is from converged; null
 *     where it is not known
 * @param uncertainty standard uncertainties of the energies in eV; null where there are none
 */
public record ReactionPath(double[] position, boolean length, double[] energy, double[] force, double[] residual,
        double[] uncertainty) {

    /** Kind of such a table. */
    public static final String KIND = "dynamics.path";
    /** Column of places along the path. */
    public static final String POSITION = "path";
    /** Column of energies. */
    public static final String ENERGY = "energy";
    /** Column of forces along the path. */
    public static final String FORCE = "force along the path";
    /** Column of forces across the path. */
    public static final String RESIDUAL = "residual force";
    /** Column of standard uncertainties of the energies. */
    public static final String UNCERTAINTY = "energy uncertainty";
    /** Metadata key: whether the rows are images or an interpolation. */
    public static final String ROWS = "rows";
    /** Value of that key for rows between images. */
    public static final String INTERPOLATED = "interpolated";

    /** In eV and angstrom: the total energy of a million atoms is below it; what lies above is damage. */
    private static final double LARGEST = 1e10;
    private static final Unit EV = Unit.of("eV");
    private static final Unit ANGSTROM = Unit.of("Angstrom");
    private static final Unit GRADIENT = Unit.of("eV/Angstrom");

    /**
     * Reads a table.
     *
     * @throws AnalysisException naming what is missing or wrong
     */
    public static ReactionPath of(Table t) throws AnalysisException {
        Column s = t.column(POSITION).orElseThrow(() -> missing(t, POSITION));
        double[] energy = t.column(ENERGY).map(c -> c.values(EV)).orElseThrow(() -> missing(t, ENERGY));
        boolean length = s.unit().isCompatible(ANGSTROM);
        double[] position = length ? s.values(ANGSTROM) : s.values();
        if (energy.length < 3) {
            throw new AnalysisException("a barrier needs three images or more; '" + t.name() + "' has "
                    + energy.length);
        }
        for (int k = 0; k < energy.length; k++) {
            if (!Double.isFinite(energy[k]) || !Double.isFinite(position[k])) {
                throw new AnalysisException("row " + (k + 1) + " of '" + t.name() + "' has no number");
            }
            if (Math.abs(energy[k]) > LARGEST || Math.abs(position[k]) > LARGEST) {
                throw new AnalysisException("row " + (k + 1) + " of '" + t.name() + "': " + energy[k] + " eV at "
                        + position[k] + " is no energy of a path of atoms");
            }
            if (k > 0 && position[k] <= position[k - 1]) {
                throw new AnalysisException("row " + (k + 1) + " of '" + t.name() + "': places along the path must "
                        + "ascend");
            }
        }
        double[] force = length ? values(t, FORCE, GRADIENT) : null;
        return new ReactionPath(position, length, energy, force, values(t, RESIDUAL, GRADIENT),
                values(t, UNCERTAINTY, EV));
    }

    private static double[] values(Table t, String name, Unit unit) throws AnalysisException {
        Optional<Column> c = t.column(name).filter(x -> x.unit().isCompatible(unit));
        double[] v = c.map(x -> x.values(unit)).orElse(null);
        if (v == null || Arrays.stream(v).noneMatch(Double::isFinite)) {
            return null;
        }
        for (int k = 0; k < v.length; k++) {
            if (!Double.isFinite(v[k])) {
                throw new AnalysisException("row " + (k + 1) + " of '" + t.name() + "' has no number in the column '"
                        + name + "'");
            }
        }
        return v;
    }

    private static AnalysisException missing(Table t, String name) {
        return new AnalysisException("'" + t.name() + "' has no column '" + name + "'");
    }

    /** Number of images. */
    public int images() {
        return energy.length;
    }

    /** The image of the highest energy. */
    public int highest() {
        int at = 0;
        for (int k = 1; k < energy.length; k++) {
            at = energy[k] > energy[at] ? k : at;
        }
        return at;
    }

    /** A place for people. */
    public String place(double s) {
        return String.format(Locale.ROOT, length ? "%.3g angstrom" : "%.3g of the path", s);
    }
}
