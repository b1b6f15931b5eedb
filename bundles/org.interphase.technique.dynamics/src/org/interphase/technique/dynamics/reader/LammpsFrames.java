package org.interphase.technique.dynamics.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.trajectory.Atoms;
import org.interphase.technique.dynamics.trajectory.Cell;
import org.interphase.technique.dynamics.trajectory.TrajectoryRecorder;
import org.interphase.technique.dynamics.trajectory.TrajectoryUnits;

/** The frames of a LAMMPS dump, one after the other. */
final class LammpsFrames {

    /** Units of length and time by style (docs.lammps.org/units.html); reduced and mixed ones are left open. */
    private static final Map<String, String[]> STYLES = Map.of("metal", new String[] {"Angstrom", "ps"},
            "real", new String[] {"Angstrom", "fs"}, "si", new String[] {"m", "s"}, "cgs", new String[] {"cm", "s"},
            "micro", new String[] {"um", "us"}, "nano", new String[] {"nm", "ns"});
    /** Least bytes of a line that describes an atom. */
    private static final int LEAST_LINE = 4;

    private final LineScanner lines;
    private final long size;
    private TrajectoryUnits units = TrajectoryUnits.UNKNOWN;
    private TrajectoryRecorder recorder;
    private AtomOrder order;
    private LammpsColumns columns;
    private double[] xyz;
    private int[] images;
    private double[] origin;
    private double step = Double.NaN;
    private double time = Double.NaN;
    private int atoms = -1;
    private Cell cell;

    /** @param size bytes of the file, which bound the atoms it can hold */
    LammpsFrames(LineScanner lines, long size) {
        this.lines = lines;
        this.size = size;
    }

    TrajectoryRecorder recorder() {
        return recorder;
    }

    TrajectoryUnits units() {
        return units;
    }

    /** Takes the next frame; false at the end of the file. */
    boolean next() throws IOException {
        boolean begun = false;
        while (lines.next()) {
            if (lines.fields() == 0) {
                continue;
            }
            if (!lines.startsWith("ITEM:")) {
                throw lines.wrong("'ITEM:' is expected, not '" + clip(lines.text()) + "'");
            }
            begun = true;
            String item = lines.text().substring(5).strip();
            if (item.startsWith("TIMESTEP")) {
                lines.require("no timestep");
                step = lines.number(0);
            } else if (item.startsWith("UNITS")) {
                lines.require("no units");
                style(lines.text().strip().toLowerCase(Locale.ROOT));
            } else if (item.startsWith("TIME")) {
                lines.require("no time");
                time = lines.number(0);
            } else if (item.startsWith("NUMBER OF ATOMS")) {
                count();
            } else if (item.startsWith("BOX BOUNDS")) {
                box(item);
            } else if (item.startsWith("ATOMS")) {
                frame(item);
                return true;
            } else {
                throw lines.wrong("'ITEM: " + clip(item) + "' is no item of a dump of atoms");
            }
        }
        if (begun) {
            throw new EOFException("it has no atoms");
        }
        return false;
    }

    private void style(String style) {
        String[] known = STYLES.get(style);
        if (known != null) {
            units = TrajectoryUnits.ANGSTROM.lengthIn(Unit.of(known[0])).timeIn(Unit.of(known[1]));
        }
    }

    private void count() throws IOException {
        lines.require("no number of atoms");
        atoms = lines.whole(0);
        if (atoms < 1 || (long) atoms * LEAST_LINE > size) {
            throw lines.wrong("a file of " + size + " bytes does not hold " + atoms + " atoms");
        }
    }

    private void box(String item) throws IOException {
        if (item.contains("abc origin")) {
            double[] v = new double[9];
            origin = new double[3];
            for (int k = 0; k < 3; k++) {
                lines.require("no box");
                for (int c = 0; c < 3; c++) {
                    v[3 * k + c] = lines.number(c);
                }
                origin[k] = lines.number(3);
            }
            cell = cell(v);
            return;
        }
        boolean tilted = item.contains("xy xz yz");
        double[][] b = new double[3][3];
        for (int k = 0; k < 3; k++) {
            lines.require("no box");
            for (int c = 0; c < (tilted ? 3 : 2); c++) {
                b[k][c] = lines.number(c);
            }
        }
        double xy = b[0][2];
        double xz = b[1][2];
        double yz = b[2][2];
        // the bounds enclose the tilted box (docs.lammps.org/Howto_triclinic.html)
        double xlo = b[0][0] - Math.min(0, Math.min(Math.min(xy, xz), xy + xz));
        double xhi = b[0][1] - Math.max(0, Math.max(Math.max(xy, xz), xy + xz));
        double ylo = b[1][0] - Math.min(0, yz);
        double yhi = b[1][1] - Math.max(0, yz);
        origin = new double[] {xlo, ylo, b[2][0]};
        cell = cell(new double[] {xhi - xlo, 0, 0, xy, yhi - ylo, 0, xz, yz, b[2][1] - b[2][0]});
    }

    private Cell cell(double[] vectors) throws DatasetFormatException {
        try {
            return Cell.of(vectors);
        } catch (IllegalArgumentException e) {
            throw lines.wrong(e.getMessage());
        }
    }

    private void frame(String item) throws IOException {
        if (atoms < 0 || cell == null || Double.isNaN(step)) {
            throw lines.wrong("atoms come before " + (atoms < 0 ? "their number" : cell == null ? "the box"
                    : "the timestep"));
        }
        LammpsColumns now = LammpsColumns.of(item.substring(5).strip(), lines);
        if (recorder == null) {
            begin(now);
        } else if (!now.equals(columns)) {
            throw lines.wrong("the columns change from frame to frame");
        } else if (atoms != order.size()) {
            throw lines.wrong("there are " + atoms + " atoms, in the first frame " + order.size());
        } else {
            order.restart();
            for (int i = 0; i < atoms; i++) {
                lines.require("it has " + i + " of " + atoms + " atoms");
                take(order.place(columns.id(lines, i), lines));
            }
        }
        recorder.add(step, time, cell, xyz, images);
        atoms = -1;
        time = Double.NaN;
        step = Double.NaN;
    }

    private void begin(LammpsColumns now) throws IOException {
        columns = now;
        int room = 64;
        int[] ids = new int[room];
        String[] labels = new String[room];
        double[] masses = new double[room];
        xyz = new double[3 * room];
        images = now.hasImages() ? new int[3 * room] : null;
        for (int i = 0; i < atoms; i++) {
            lines.require("it has " + i + " of " + atoms + " atoms");
            if (i == room) {
                room = Math.min(atoms, 2 * room);
                ids = Arrays.copyOf(ids, room);
                labels = Arrays.copyOf(labels, room);
                masses = Arrays.copyOf(masses, room);
                xyz = Arrays.copyOf(xyz, 3 * room);
                images = images == null ? null : Arrays.copyOf(images, 3 * room);
            }
            ids[i] = now.id(lines, i);
            labels[i] = now.label(lines);
            masses[i] = now.mass(lines, labels[i]);
            take(i);
        }
        order = new AtomOrder(Arrays.copyOf(ids, atoms), lines);
        xyz = Arrays.copyOf(xyz, 3 * atoms);
        images = images == null ? null : Arrays.copyOf(images, 3 * atoms);
        recorder = new TrajectoryRecorder(Atoms.of(Arrays.copyOf(ids, atoms), Arrays.copyOf(labels, atoms),
                Arrays.copyOf(masses, atoms)), now.coordinates(), true);
    }

    private void take(int place) throws DatasetFormatException {
        columns.place(lines, cell, origin, xyz, 3 * place);
        if (images != null) {
            columns.images(lines, images, 3 * place);
        }
    }

    private static String clip(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
