package org.interphase.technique.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellTest {

    /** Against all images within three cells. */
    @Test
    void theNearestImageIsTheShortestOfAll() {
        Random random = new Random(5);
        for (Cell cell : new Cell[] {Cell.box(5, 7, 9), Cell.of(6, 0, 0, 2.9, 5, 0, -2.5, 1.8, 7),
            Cell.ofCosines(5, 5, 5, 0.5, 0.5, 0.5)}) {
            for (int k = 0; k < 300; k++) {
                double[] d = {4 * random.nextGaussian(), 4 * random.nextGaussian(), 4 * random.nextGaussian()};
                double best = Double.POSITIVE_INFINITY;
                for (int i = -8; i <= 8; i++) {
                    for (int j = -8; j <= 8; j++) {
                        for (int l = -8; l <= 8; l++) {
                            double x = d[0] + cell.sum(i, j, l, 0);
                            double y = d[1] + cell.sum(i, j, l, 1);
                            double z = d[2] + cell.sum(i, j, l, 2);
                            best = Math.min(best, x * x + y * y + z * z);
                        }
                    }
                }
                cell.nearest(d);
                assertEquals(best, d[0] * d[0] + d[1] * d[1] + d[2] * d[2], 1e-9);
            }
        }
    }

    @Test
    void fractionsAndVectorsAreInverse() {
        Cell cell = Cell.of(6, 0.3, 0, 2.9, 5, 0.1, -2.5, 1.8, 7);
        double[] f = {0.2, -1.3, 0.7};
        double[] x = {cell.sum(0.2, -1.3, 0.7, 0), cell.sum(0.2, -1.3, 0.7, 1), cell.sum(0.2, -1.3, 0.7, 2)};
        for (int v = 0; v < 3; v++) {
            assertEquals(f[v], cell.fraction(x[0], x[1], x[2], v), 1e-12);
        }
    }

    @Test
    void lengthsAndAnglesAreKept() {
        Cell cell = Cell.ofCosines(4, 5, 6, 0.1, 0.2, 0.3);
        assertEquals(6, cell.length(2), 1e-12);
        double ab = 0;
        double bc = 0;
        for (int c = 0; c < 3; c++) {
            ab += cell.sum(1, 0, 0, c) * cell.sum(0, 1, 0, c);
            bc += cell.sum(0, 1, 0, c) * cell.sum(0, 0, 1, c);
        }
        assertEquals(0.3 * 20, ab, 1e-12);
        assertEquals(0.1 * 30, bc, 1e-12);
        assertEquals(4 * 5 * 6 * Math.sqrt(1 - 0.01 - 0.04 - 0.09 + 2 * 0.1 * 0.2 * 0.3), cell.volume(), 1e-9);
    }

    @Test
    void flatCellsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Cell.of(1, 0, 0, 2, 0, 0, 0, 0, 1));
    }

    @Test
    void framesAreThinnedWhereMemoryEnds() {
        Atoms one = Atoms.of(new int[] {1}, new String[] {"Li"}, new double[] {6.94});
        TrajectoryRecorder r = new TrajectoryRecorder(one, Coordinates.WRAPPED, true, 120);
        Cell cell = Cell.box(4, 4, 4);
        for (int f = 0; f < 41; f++) {
            r.add(f, Double.NaN, cell, new double[] {f % 4, 0, 0}, null);
        }
        Trajectory t = r.trajectory(TrajectoryUnits.ANGSTROM);
        assertEquals(8, t.frames().every());
        assertArrayEquals(new double[] {0, 8, 16, 24, 32, 40}, t.frames().steps());
        // a step a frame, followed through the cell although most frames are gone
        assertEquals(40, t.frames().places().get(5)[0], 1e-5);
    }
}
