package org.interphase.technique.dynamics.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.technique.dynamics.trajectory.Atoms;
import org.interphase.technique.dynamics.trajectory.Cell;
import org.interphase.technique.dynamics.trajectory.Coordinates;
import org.interphase.technique.dynamics.trajectory.TrajectoryRecorder;
import org.interphase.technique.dynamics.trajectory.TrajectoryTable;
import org.interphase.technique.dynamics.trajectory.TrajectoryUnits;

/**
 * Data files of LAMMPS (docs.lammps.org/read_data.html): the atoms a run begins with, as a trajectory of one frame. The
 * style of the atoms must stand behind their heading ({@code Atoms # full}), as write_data writes it.
 */
public final class LammpsDataReader implements DatasetReader {

    /** Field of type and first coordinate by style; the id comes first. */
    private static final Map<String, int[]> STYLES = Map.of("atomic", new int[] {1, 2}, "charge", new int[] {1, 3},
            "bond",
            new int[] {2, 3}, "angle", new int[] {2, 3}, "molecular", new int[] {2, 3}, "full", new int[] {2, 4});
    private static final int LEAST_LINE = 8;

    @Override
    public String id() {
        return "dynamics.lammps-data";
    }

    @Override
    public String title() {
        return "LAMMPS data file";
    }

    @Override
    public List<String> extensions() {
        return List.of("data", "lmp");
    }

    @Override
    public List<String> kinds() {
        return List.of(TrajectoryTable.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.contains("xlo xhi") && t.contains("atom types") ? 92 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        try (LineScanner lines = new LineScanner(source)) {
            return new Reading(source, lines).datasets(title());
        } catch (EOFException e) {
            throw new DatasetFormatException(source.name(), "", "the file is cut: " + e.getMessage(), e);
        }
    }

    /** What was read so far. */
    private static final class Reading {
        private final Source source;
        private final LineScanner lines;
        private final double[][] bounds = new double[3][];
        private final double[] tilt = new double[3];
        private final Map<String, Double> masses = new HashMap<>();
        private int atoms;

        Reading(Source source, LineScanner lines) {
            this.source = source;
            this.lines = lines;
        }

        List<Dataset> datasets(String format) throws IOException {
            lines.require("it is empty");
            while (lines.next()) {
                if (lines.startsWith("Masses")) {
                    masses();
                } else if (lines.startsWith("Atoms")) {
                    return TrajectoryDataset.of(source, atoms(), TrajectoryUnits.UNKNOWN, Optional.empty(), format);
                } else {
                    header();
                }
            }
            throw new DatasetFormatException(source.name(), "", "there is no section 'Atoms'");
        }

        private void header() throws IOException {
            int n = lines.fields();
            if (n == 2 && lines.is(1, "atoms")) {
                atoms = lines.whole(0);
                if (atoms < 1 || (long) atoms * LEAST_LINE > source.size()) {
                    throw lines.wrong("a file of " + source.size() + " bytes does not hold " + atoms + " atoms");
                }
            }
            for (int c = 0; c < 3; c++) {
                if (n == 4 && lines.is(2, "xyz".charAt(c) + "lo")) {
                    bounds[c] = new double[] {lines.number(0), lines.number(1)};
                }
            }
            if (n == 6 && lines.is(3, "xy")) {
                for (int c = 0; c < 3; c++) {
                    tilt[c] = lines.number(c);
                }
            }
        }

        private void masses() throws IOException {
            lines.require("no masses");
            while (lines.next()) {
                if (lines.fields() < 2 || !Character.isDigit(lines.text(0).charAt(0))) {
                    lines.back();
                    return;
                }
                masses.put(lines.text(0), lines.number(1));
            }
        }

        private TrajectoryRecorder atoms() throws IOException {
            int hash = lines.text().indexOf('#');
            String style = hash < 0 ? "" : lines.text().substring(hash + 1).strip();
            int[] at = STYLES.get(style);
            if (at == null) {
                throw lines.wrong("the style of the atoms, '" + style + "', is none of "
                        + STYLES.keySet().stream().sorted()
                        .toList() + "; LAMMPS writes it behind 'Atoms #'");
            }
            if (atoms == 0 || bounds[0] == null || bounds[1] == null || bounds[2] == null) {
                throw lines.wrong("atoms come before their number and the box");
            }
            lines.require("it has no atoms");
            int[] ids = new int[atoms];
            String[] labels = new String[atoms];
            double[] mass = new double[atoms];
            double[] xyz = new double[3 * atoms];
            int[] images = new int[3 * atoms];
            boolean flags = false;
            for (int i = 0; i < atoms; i++) {
                lines.require("it has " + i + " of " + atoms + " atoms");
                ids[i] = lines.whole(0);
                for (int c = 0; c < 3; c++) {
                    xyz[3 * i + c] = lines.number(at[1] + c);
                    boolean flag = lines.fields() > at[1] + 5;
                    images[3 * i + c] = flag ? lines.whole(at[1] + 3 + c) : 0;
                    flags |= flag;
                }
                labels[i] = lines.text(at[0]);
                mass[i] = masses.getOrDefault(labels[i], Double.NaN);
            }
            new AtomOrder(Arrays.copyOf(ids, atoms), lines);
            TrajectoryRecorder out = new TrajectoryRecorder(Atoms.of(ids, labels, mass), flags ? Coordinates.IMAGES
                    : Coordinates.WRAPPED, false);
            out.add(0, Double.NaN, cell(), xyz, images);
            return out;
        }

        private Cell cell() throws DatasetFormatException {
            try {
                return Cell.of(bounds[0][1] - bounds[0][0], 0, 0, tilt[0], bounds[1][1] - bounds[1][0], 0, tilt[1],
                        tilt[2],
                        bounds[2][1] - bounds[2][0]);
            } catch (IllegalArgumentException e) {
                throw lines.wrong(e.getMessage());
            }
        }
    }
}
