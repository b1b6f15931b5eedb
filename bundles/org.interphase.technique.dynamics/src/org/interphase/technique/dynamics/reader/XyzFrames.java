package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.Arrays;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.reference.AtomicWeights;
import org.interphase.technique.dynamics.trajectory.Atoms;
import org.interphase.technique.dynamics.trajectory.Coordinates;
import org.interphase.technique.dynamics.trajectory.TrajectoryRecorder;
import org.interphase.technique.dynamics.trajectory.TrajectoryUnits;

/** The frames of an XYZ file, one after the other; atoms keep their order. */
final class XyzFrames {

    private static final int LEAST_LINE = 7;

    private final LineScanner lines;
    private final long size;
    private TrajectoryRecorder recorder;
    private TrajectoryUnits units = TrajectoryUnits.ANGSTROM;
    private String[] labels = new String[0];
    private double[] xyz;

    XyzFrames(LineScanner lines, long size) {
        this.lines = lines;
        this.size = size;
    }

    TrajectoryRecorder recorder() {
        return recorder;
    }

    TrajectoryUnits units() {
        return units;
    }

    boolean next() throws IOException {
        do {
            if (!lines.next()) {
                return false;
            }
        } while (lines.fields() == 0);
        if (lines.fields() != 1) {
            throw lines.wrong("the number of atoms is expected alone on its line");
        }
        int atoms = lines.whole(0);
        if (atoms < 1 || (long) atoms * LEAST_LINE > size) {
            throw lines.wrong("a file of " + size + " bytes does not hold " + atoms + " atoms");
        }
        if (recorder != null && atoms != labels.length) {
            throw lines.wrong("there are " + atoms + " atoms, in the first frame " + labels.length);
        }
        lines.require("it has no comment");
        XyzComment comment;
        try {
            comment = XyzComment.of(lines.text());
        } catch (IllegalArgumentException e) {
            throw lines.wrong("the comment can't be understood: " + e.getMessage());
        }
        if (recorder == null) {
            first(comment, atoms);
        } else {
            for (int i = 0; i < atoms; i++) {
                lines.require("it has " + i + " of " + atoms + " atoms");
                if (!lines.is(comment.symbol(), labels[i])) {
                    throw lines.wrong("atom " + (i + 1) + " was " + labels[i] + " in the first frame: the order of "
                            + "atoms changes, which can't be followed");
                }
                take(comment, i);
            }
        }
        long frame = recorder.frames();
        if ((comment.cell() == null) != (recorder.coordinates() == Coordinates.NO_CELL)) {
            throw lines.wrong("some frames have a lattice and others none");
        }
        recorder.add(Double.isNaN(comment.step()) ? frame : comment.step(), comment.time(), comment.cell(), xyz, null);
        return true;
    }

    private void first(XyzComment comment, int atoms) throws IOException {
        int room = Math.min(64, atoms);
        String[] names = new String[room];
        double[] masses = new double[room];
        xyz = new double[3 * room];
        for (int i = 0; i < atoms; i++) {
            lines.require("it has " + i + " of " + atoms + " atoms");
            if (i == room) {
                room = Math.min(atoms, 2 * room);
                names = Arrays.copyOf(names, room);
                masses = Arrays.copyOf(masses, room);
                xyz = Arrays.copyOf(xyz, 3 * room);
            }
            if (comment.symbol() >= lines.fields()) {
                throw lines.wrong("there are " + lines.fields() + " fields, four or more are needed");
            }
            names[i] = lines.text(comment.symbol());
            masses[i] = comment.mass() >= 0 ? lines.number(comment.mass()) : AtomicWeights.of(names[i]);
            take(comment, i);
        }
        labels = Arrays.copyOf(names, atoms);
        xyz = Arrays.copyOf(xyz, 3 * atoms);
        int[] ids = new int[atoms];
        Arrays.setAll(ids, i -> i + 1);
        units = comment.lammps() ? TrajectoryUnits.UNKNOWN : Double.isNaN(comment.time()) ? units
                : units.timeIn(Unit.of("fs"));
        recorder = new TrajectoryRecorder(Atoms.of(ids, labels, Arrays.copyOf(masses, atoms)), comment.cell() == null
                ? Coordinates.NO_CELL : Coordinates.WRAPPED, !Double.isNaN(comment.step()));
    }

    private void take(XyzComment comment, int i) throws DatasetFormatException {
        for (int c = 0; c < 3; c++) {
            xyz[3 * i + c] = lines.number(comment.position() + c);
        }
    }
}
