package org.interphase.technique.vibrational.reader;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Column;
import org.interphase.model.unit.Unit;

/**
 * The map as it was planned, block WMAP: flags, start (x, y, z), step (x, y, z) and number of points in each direction.
 * It serves where the positions of the spectra are missing or fill no grid.
 */
final class WdfMap {

    /** Points at random places. */
    private static final int RANDOM = 1;
    private static final int COLUMN_MAJOR = 2;
    /** Every second line runs backwards. */
    private static final int ALTERNATING = 4;

    private final double[] start = new double[2];
    private final double[] step = new double[2];
    private final long[] size = new long[2];
    private final long flags;

    /** @param block content of the block without its header */
    WdfMap(Bytes block) throws DatasetFormatException {
        flags = block.u32(0, "map flags");
        for (int k = 0; k < 2; k++) {
            start[k] = block.f32(8 + 4L * k, "map start");
            step[k] = block.f32(20 + 4L * k, "map step");
            size[k] = block.u32(32 + 4L * k, "map size");
        }
    }

    /** The grid for the first {@code count} spectra in the order planned; null if it does not hold them. */
    MapGrid grid(int count) {
        if ((flags & RANDOM) != 0 || size[0] < 1 || size[1] < 1 || size[0] > count || size[1] > count
                || size[0] * size[1] < count || size[0] * size[1] >= 2L * count || !usable(0) || !usable(1)) {
            return null;
        }
        int columns = (int) size[0];
        int rows = (int) size[1];
        int[] order = new int[columns * rows];
        Arrays.fill(order, -1);
        boolean byColumn = (flags & COLUMN_MAJOR) != 0;
        int fast = byColumn ? rows : columns;
        for (int i = 0; i < count; i++) {
            int slow = i / fast;
            int at = (flags & ALTERNATING) != 0 && slow % 2 != 0 ? fast - 1 - i % fast : i % fast;
            int column = byColumn ? slow : at;
            int row = byColumn ? at : slow;
            // cells are in ascending order of place whichever way the stage went
            int c = step[0] < 0 ? columns - 1 - column : column;
            int r = step[1] < 0 ? rows - 1 - row : row;
            order[r * columns + c] = i;
        }
        return MapGrid.planned(levels(0), levels(1), order);
    }

    private boolean usable(int axis) {
        return Double.isFinite(start[axis]) && Double.isFinite(step[axis]) && (step[axis] != 0 || size[axis] == 1);
    }

    private double[] levels(int axis) {
        double[] out = new double[(int) size[axis]];
        for (int i = 0; i < out.length; i++) {
            out[i] = start[axis] + step[axis] * (step[axis] < 0 ? out.length - 1 - i : i);
        }
        return out;
    }

    /** Places of the spectra as planned, in micrometres, in the order of the file. */
    static List<Column> positions(MapGrid grid, int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        grid.places(x, y);
        return List.of(Column.of("x", Unit.of("um"), x), Column.of("y", Unit.of("um"), y));
    }
}
