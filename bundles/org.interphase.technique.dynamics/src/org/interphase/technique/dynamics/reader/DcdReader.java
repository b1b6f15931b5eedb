package org.interphase.technique.dynamics.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
 * DCD trajectories of CHARMM, NAMD, X-PLOR and LAMMPS: records of Fortran in either byte order, with or without cell
 * and fixed atoms. The file names no species and its unit of time depends on the program that wrote it.
 */
public final class DcdReader implements DatasetReader {

    private static final int HEADER = 84;
    private static final int[] CORD = {'C', 'O', 'R', 'D'};

    @Override
    public String id() {
        return "dynamics.dcd";
    }

    @Override
    public String title() {
        return "DCD trajectory";
    }

    @Override
    public List<String> extensions() {
        return List.of("dcd");
    }

    @Override
    public List<String> kinds() {
        return List.of(TrajectoryTable.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.hasBytes(4, CORD) && (head.hasBytes(0, HEADER, 0, 0, 0) || head.hasBytes(0, 0, 0, 0, HEADER)) ? 98
                : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        try (FortranRecords in = new FortranRecords(source, HEADER)) {
            byte[] head = in.next(HEADER, "the header");
            for (int k = 0; k < CORD.length; k++) {
                if (head[k] != CORD[k]) {
                    throw new DatasetFormatException(source.name(), "byte 4", "this is no DCD file of coordinates");
                }
            }
            int first = in.whole(head, 8);
            int every = in.whole(head, 12);
            int fixed = in.whole(head, 36);
            boolean charmm = in.whole(head, 80) != 0;
            boolean hasCell = charmm && in.whole(head, 44) == 1;
            boolean fourth = charmm && in.whole(head, 48) == 1;
            in.skip("the title");
            int atoms = in.whole(in.next(4, "the number of atoms"), 0);
            if (atoms < 1 || 12L * atoms > source.size() || fixed < 0 || fixed >= atoms) {
                throw new DatasetFormatException(source.name(), "header", "a file of " + source.size()
                        + " bytes does not hold " + atoms + " atoms of which " + fixed + " are fixed");
            }
            Frames frames = new Frames(in, atoms, fixed, hasCell, fourth, first, every);
            Optional<String> cut = Optional.empty();
            try {
                while (frames.next()) {
                    progress.checkCancelled();
                    progress.report((double) in.position() / source.size(), "reading frames");
                }
            } catch (EOFException e) {
                cut = Optional.of(e.getMessage());
            }
            return TrajectoryDataset.of(source, frames.recorder, TrajectoryUnits.ANGSTROM, cut, title());
        } catch (EOFException e) {
            throw new DatasetFormatException(source.name(), "header", e.getMessage(), e);
        }
    }

    /** The frames behind the header. */
    private static final class Frames {
        private final FortranRecords in;
        private final int atoms;
        private final boolean hasCell;
        private final boolean fourth;
        private final int first;
        private final int every;
        private final int[] free;
        private final double[] xyz;
        private final TrajectoryRecorder recorder;

        Frames(FortranRecords in, int atoms, int fixed, boolean hasCell, boolean fourth, int first, int every)
                throws IOException {
            this.in = in;
            this.atoms = atoms;
            this.hasCell = hasCell;
            this.fourth = fourth;
            this.first = first;
            this.every = every;
            this.free = new int[atoms - fixed];
            byte[] list = fixed > 0 ? in.next(4 * free.length, "the list of free atoms") : null;
            for (int i = 0; i < free.length; i++) {
                free[i] = list == null ? i : in.whole(list, 4 * i) - 1;
                if (free[i] < 0 || free[i] >= atoms) {
                    throw in.wrong("there is no free atom " + (free[i] + 1));
                }
            }
            xyz = new double[3 * atoms];
            int[] ids = new int[atoms];
            Arrays.setAll(ids, i -> i + 1);
            String[] labels = new String[atoms];
            Arrays.fill(labels, "atom");
            double[] masses = new double[atoms];
            Arrays.fill(masses, Double.NaN);
            recorder = new TrajectoryRecorder(Atoms.of(ids, labels, masses), hasCell ? Coordinates.WRAPPED
                    : Coordinates.NO_CELL, every > 0);
        }

        boolean next() throws IOException {
            if (in.atEnd()) {
                return false;
            }
            Cell cell = hasCell ? cell(in.next(48, "the cell")) : null;
            boolean all = recorder.frames() == 0;
            int n = all ? atoms : free.length;
            for (int c = 0; c < 3; c++) {
                byte[] values = in.next(4 * n, "coordinates");
                for (int i = 0; i < n; i++) {
                    double v = in.single(values, 4 * i);
                    if (!Double.isFinite(v)) {
                        throw in.wrong("a coordinate of atom " + (all ? i : free[i]) + " is no number");
                    }
                    xyz[3 * (all ? i : free[i]) + c] = v;
                }
            }
            if (fourth) {
                in.skip("the fourth dimension");
            }
            double step = every > 0 ? first + (double) every * recorder.frames() : recorder.frames();
            recorder.add(step, Double.NaN, cell, xyz, null);
            return true;
        }

        /** A, gamma, B, beta, alpha, C, angles in degrees or as cosines (docs of the VMD plug-in). */
        private Cell cell(byte[] r) throws DatasetFormatException {
            double[] cosine = {in.doubled(r, 32), in.doubled(r, 24), in.doubled(r, 8)};
            for (int k = 0; k < 3; k++) {
                cosine[k] = Math.abs(cosine[k]) <= 1 ? cosine[k] : cosine[k] == 90 ? 0
                        : Math.cos(Math.toRadians(cosine[k]));
            }
            try {
                return Cell.ofCosines(in.doubled(r, 0), in.doubled(r, 16), in.doubled(r, 40), cosine[0], cosine[1],
                        cosine[2]);
            } catch (IllegalArgumentException e) {
                throw in.wrong(e.getMessage());
            }
        }
    }
}
