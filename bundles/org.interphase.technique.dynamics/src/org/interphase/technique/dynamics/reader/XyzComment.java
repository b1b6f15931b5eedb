package org.interphase.technique.dynamics.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.technique.dynamics.trajectory.Cell;

/**
 * What the comment of an XYZ frame says: extended XYZ (libatoms.github.io/extxyz), or the comments of LAMMPS
 * ({@code Atoms. Timestep: 100}) and CP2K ({@code i = 5, time = 2.500, E = -17.2}, times in fs).
 *
 * @param cell lattice; null if there is none
 * @param symbol field of the species, from 0
 * @param position first field of the positions
 * @param mass field of the masses; -1 for none
 * @param step number of the simulation step; NaN if there is none
 * @param time time in fs; NaN if there is none
 * @param lammps whether LAMMPS wrote it
 */
record XyzComment(Cell cell, int symbol, int position, int mass, double step, double time, boolean lammps) {

    private static final Pattern LATTICE = Pattern.compile("(?i)\\blattice\\s*=\\s*[\"{\\[]([^\"}\\]]*)[\"}\\]]");
    private static final Pattern PROPERTIES = Pattern.compile("(?i)\\bproperties\\s*=\\s*\"?([^\\s\"]+)");
    private static final Pattern LAMMPS = Pattern.compile("Atoms\\. Timestep: (\\d+).*");
    private static final Pattern CP2K = Pattern.compile("\\s*i\\s*=\\s*(\\d+),\\s*time\\s*=\\s*([0-9.]+),.*");

    /** @throws IllegalArgumentException saying what in it can't be understood */
    static XyzComment of(String text) {
        Matcher lammps = LAMMPS.matcher(text);
        if (lammps.matches()) {
            return new XyzComment(null, 0, 1, -1, Double.parseDouble(lammps.group(1)), Double.NaN, true);
        }
        Matcher cp2k = CP2K.matcher(text);
        if (cp2k.matches()) {
            return new XyzComment(null, 0, 1, -1, Double.parseDouble(cp2k.group(1)), Double.parseDouble(cp2k.group(2)),
                    false);
        }
        int[] fields = fields(text);
        return new XyzComment(lattice(text).orElse(null), fields[0], fields[1], fields[2], Double.NaN, Double.NaN,
                false);
    }

    private static Optional<Cell> lattice(String text) {
        Matcher m = LATTICE.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        String[] words = m.group(1).strip().split("[\\s,]+");
        double[] v = new double[words.length];
        for (int k = 0; k < v.length; k++) {
            v[k] = Double.parseDouble(words[k]);
        }
        return Optional.of(v.length == 3 ? Cell.box(v[0], v[1], v[2]) : Cell.of(v));
    }

    /** Fields of species, positions and masses; without properties the first four are species and positions. */
    private static int[] fields(String text) {
        Matcher m = PROPERTIES.matcher(text);
        int[] out = {0, 1, -1};
        if (!m.find()) {
            return out;
        }
        String[] p = m.group(1).split(":");
        out[0] = -1;
        out[1] = -1;
        int at = 0;
        for (int k = 0; k + 2 < p.length; k += 3) {
            String name = p[k].toLowerCase(Locale.ROOT);
            int width = Integer.parseInt(p[k + 2]);
            if (name.equals("species") || out[0] < 0 && name.equals("element")) {
                out[0] = at;
            } else if (name.equals("pos") || name.equals("position")) {
                out[1] = at;
            } else if (name.equals("mass") || name.equals("masses")) {
                out[2] = at;
            }
            at += width;
        }
        if (out[0] < 0 || out[1] < 0) {
            throw new IllegalArgumentException("Properties names no species or no pos: '" + m.group(1) + "'");
        }
        return out;
    }
}
