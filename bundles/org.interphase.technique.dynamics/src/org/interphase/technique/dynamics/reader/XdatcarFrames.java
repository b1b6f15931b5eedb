package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.Arrays;
import org.interphase.api.DatasetFormatException;
import org.interphase.technique.dynamics.reference.AtomicWeights;
import org.interphase.technique.dynamics.trajectory.Atoms;
import org.interphase.technique.dynamics.trajectory.Cell;
import org.interphase.technique.dynamics.trajectory.Coordinates;
import org.interphase.technique.dynamics.trajectory.TrajectoryRecorder;

/** The frames of an XDATCAR, one after the other. */
final class XdatcarFrames {

    private static final int LEAST_LINE = 6;

    private final LineScanner lines;
    private final long size;
    private TrajectoryRecorder recorder;
    private Cell cell;
    private String[] labels;
    private double[] xyz;

    XdatcarFrames(LineScanner lines, long size) {
        this.lines = lines;
        this.size = size;
    }

    TrajectoryRecorder recorder() {
        return recorder;
    }

    boolean next() throws IOException {
        do {
            if (!lines.next()) {
                return false;
            }
        } while (cell != null && lines.fields() == 0);
        boolean cartesian = false;
        if (!isConfiguration()) {
            head();
            lines.require("it has no atoms");
            if (!isConfiguration()) {
                throw lines.wrong("'Direct configuration=' is expected");
            }
        } else if (cell == null) {
            throw lines.wrong("atoms come before the cell");
        }
        cartesian = lines.startsWith("C") || lines.startsWith("K");
        take(cartesian);
        recorder.add(recorder.frames(), Double.NaN, cell, xyz, null);
        return true;
    }

    private boolean isConfiguration() {
        return lines.fields() > 0 && lines.text().stripLeading().matches("(?i)(direct|cartesian) configuration.*");
    }

    /** Comment, scale, three vectors, species and their numbers. */
    private void head() throws IOException {
        lines.require("its cell is cut");
        double scale = lines.number(0);
        double[] v = new double[9];
        for (int k = 0; k < 3; k++) {
            lines.require("its cell is cut");
            for (int c = 0; c < 3; c++) {
                v[3 * k + c] = lines.number(c);
            }
        }
        cell = cell(v, scale);
        lines.require("it has no species");
        if (lines.fields() == 0 || Character.isDigit(lines.text(0).charAt(0))) {
            throw lines.wrong("the names of the species are expected; files of VASP 4 without them can't tell atoms "
                    + "apart");
        }
        String[] names = new String[lines.fields()];
        for (int k = 0; k < names.length; k++) {
            names[k] = lines.text(k);
        }
        lines.require("it has no numbers of atoms");
        if (lines.fields() != names.length) {
            throw lines.wrong("there are " + lines.fields() + " numbers for " + names.length + " species");
        }
        long atoms = 0;
        int[] counts = new int[names.length];
        for (int k = 0; k < names.length; k++) {
            counts[k] = lines.whole(k);
            atoms += counts[k];
            if (counts[k] < 0 || atoms * LEAST_LINE > size) {
                throw lines.wrong("a file of " + size + " bytes does not hold " + atoms + " atoms");
            }
        }
        if (atoms == 0) {
            throw lines.wrong("there are no atoms");
        }
        atoms(names, counts, (int) atoms);
    }

    private void atoms(String[] names, int[] counts, int atoms) throws DatasetFormatException {
        String[] now = new String[atoms];
        int at = 0;
        for (int k = 0; k < names.length; k++) {
            Arrays.fill(now, at, at + counts[k], names[k]);
            at += counts[k];
        }
        if (labels != null) {
            if (!Arrays.equals(labels, now)) {
                throw lines.wrong("the atoms are others than in the first frame");
            }
            return;
        }
        labels = now;
        xyz = new double[3 * atoms];
        int[] ids = new int[atoms];
        Arrays.setAll(ids, i -> i + 1);
        recorder = new TrajectoryRecorder(Atoms.of(ids, labels, Arrays.stream(labels).mapToDouble(AtomicWeights::of)
                .toArray()), Coordinates.WRAPPED, false);
    }

    /** A negative scale is the volume of the cell. */
    private Cell cell(double[] v, double scale) throws DatasetFormatException {
        try {
            double factor = scale < 0 ? Math.cbrt(-scale / Cell.of(v).volume()) : scale;
            return Cell.of(Arrays.stream(v).map(x -> x * factor).toArray());
        } catch (IllegalArgumentException e) {
            throw lines.wrong(e.getMessage());
        }
    }

    private void take(boolean cartesian) throws IOException {
        for (int i = 0; i < labels.length; i++) {
            lines.require("it has " + i + " of " + labels.length + " atoms");
            double a = lines.number(0);
            double b = lines.number(1);
            double c = lines.number(2);
            for (int k = 0; k < 3; k++) {
                xyz[3 * i + k] = cartesian ? k == 0 ? a : k == 1 ? b : c : cell.sum(a, b, c, k);
            }
        }
    }
}
