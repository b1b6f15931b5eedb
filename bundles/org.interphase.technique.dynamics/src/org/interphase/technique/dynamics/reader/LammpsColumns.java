package org.interphase.technique.dynamics.reader;

import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.technique.dynamics.reference.AtomicWeights;
import org.interphase.technique.dynamics.trajectory.Cell;
import org.interphase.technique.dynamics.trajectory.Coordinates;

/**
 * Which column of a dump holds what; -1 for none.
 *
 * @param id id
 * @param type type
 * @param element element
 * @param mass mass
 * @param x first, second and third coordinate
 * @param scaled whether coordinates are parts of the cell vectors
 * @param unwrapped whether they run on beyond the cell
 * @param image image flags
 */
record LammpsColumns(int id, int type, int element, int mass, List<Integer> x, boolean scaled, boolean unwrapped,
        List<Integer> image) {

    private static final String[][] NAMES = {{"xu", "yu", "zu"}, {"xsu", "ysu", "zsu"}, {"x", "y", "z"},
        {"xs", "ys", "zs"}};

    static LammpsColumns of(String names, LineScanner lines) throws DatasetFormatException {
        List<String> all = List.of(names.split("\\s+"));
        for (int way = 0; way < NAMES.length; way++) {
            List<Integer> x = indices(all, NAMES[way]);
            if (!x.contains(-1)) {
                List<Integer> image = indices(all, "ix", "iy", "iz");
                return new LammpsColumns(all.indexOf("id"), all.indexOf("type"), all.indexOf("element"),
                        all.indexOf("mass"), x, way % 2 != 0, way < 2, way < 2 || image.contains(-1) ? List.of()
                                : image);
            }
        }
        throw lines.wrong("there are no coordinates x y z, xs ys zs, xu yu zu or xsu ysu zsu among the columns '"
                + names + "'");
    }

    private static List<Integer> indices(List<String> all, String... names) {
        return java.util.Arrays.stream(names).map(all::indexOf).toList();
    }

    boolean hasImages() {
        return !image.isEmpty();
    }

    Coordinates coordinates() {
        return unwrapped ? Coordinates.UNWRAPPED : hasImages() ? Coordinates.IMAGES : Coordinates.WRAPPED;
    }

    /** Id of the atom on this line. Without ids the order of lines has to tell atoms apart. */
    int id(LineScanner lines, int line) throws DatasetFormatException {
        if (id < 0) {
            throw lines.wrong("the dump has no column 'id', and LAMMPS writes atoms in any order: they can't be "
                    + "followed from frame to frame");
        }
        return lines.whole(id);
    }

    String label(LineScanner lines) throws DatasetFormatException {
        int column = element >= 0 ? element : type;
        if (column < 0) {
            return "atom";
        }
        if (column >= lines.fields()) {
            throw lines.wrong("there are " + lines.fields() + " fields, " + (column + 1) + " are needed");
        }
        return lines.text(column);
    }

    double mass(LineScanner lines, String label) throws DatasetFormatException {
        return mass >= 0 ? lines.number(mass) : element >= 0 ? AtomicWeights.of(label) : Double.NaN;
    }

    void place(LineScanner lines, Cell cell, double[] origin, double[] xyz, int at) throws DatasetFormatException {
        double a = lines.number(x.get(0));
        double b = lines.number(x.get(1));
        double c = lines.number(x.get(2));
        if (!scaled) {
            xyz[at] = a;
            xyz[at + 1] = b;
            xyz[at + 2] = c;
            return;
        }
        for (int k = 0; k < 3; k++) {
            xyz[at + k] = origin[k] + cell.sum(a, b, c, k);
        }
    }

    void images(LineScanner lines, int[] images, int at) throws DatasetFormatException {
        for (int k = 0; k < 3; k++) {
            images[at + k] = lines.whole(image.get(k));
        }
    }
}
