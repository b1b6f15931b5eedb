package org.interphase.technique.dynamics.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.Verdict;

/**
 * Takes frames one by one and keeps places that run on beyond the cell, in bounded memory: where there is no more room,
 * every second frame is dropped and from there on only every second is kept. Displacements from frame to frame are
 * added up as they are (S. von Buelow, J. T. Bullerjahn, G. Hummer, J. Chem. Phys. 153 (2020) 021101), so that a cell
 * that breathes does not let atoms far from the origin jump. Not safe for use by several threads.
 */
public final class TrajectoryRecorder {

    /** Bytes of places kept at most; the same everywhere, so that numbers do not depend on the memory there is. */
    private static final long MOST = 1L << 29;
    private static final int INITIAL = 64;

    private final Atoms atoms;
    private final Coordinates coordinates;
    private final boolean steppedBySimulation;
    private final long most;
    private final List<float[]> kept = new ArrayList<>();
    private double[] steps = new double[INITIAL];
    private double[] times = new double[INITIAL];
    private int every = 1;
    private long seen;
    private double[] previous;
    private int[] previousImages;
    private double[] place;
    private double[] first;
    private Cell firstCell;
    private Cell cell;
    private double volumes;
    private boolean varies;
    private final float[] largest;

    /**
     * @param steppedBySimulation whether frames carry the number of their simulation step
     */
    public TrajectoryRecorder(Atoms atoms, Coordinates coordinates, boolean steppedBySimulation) {
        this(atoms, coordinates, steppedBySimulation, MOST);
    }

    /** As above, with the bytes of places that are kept at most. */
    TrajectoryRecorder(Atoms atoms, Coordinates coordinates, boolean steppedBySimulation, long most) {
        this.atoms = atoms;
        this.coordinates = coordinates;
        this.steppedBySimulation = steppedBySimulation;
        this.most = most;
        this.largest = new float[atoms.size()];
    }

    /** What the coordinates are. */
    public Coordinates coordinates() {
        return coordinates;
    }

    /** Number of frames taken so far. */
    public long frames() {
        return seen;
    }

    /**
     * Takes a frame.
     *
     * @param step number of its simulation step, or its place
     * @param time its time; NaN where it states none
     * @param cellNow its cell; null without one
     * @param xyz Cartesian coordinates, three an atom; not kept
     * @param images counters of the cell vectors crossed, three an atom; null without
     */
    public void add(double step, double time, Cell cellNow, double[] xyz, int[] images) {
        if (seen == 0) {
            place = xyz.clone();
            if (coordinates == Coordinates.IMAGES) {
                for (int i = 0; i < atoms.size(); i++) {
                    for (int c = 0; c < 3; c++) {
                        place[3 * i + c] += cellNow.sum(images[3 * i], images[3 * i + 1], images[3 * i + 2], c);
                    }
                }
            }
            first = place.clone();
            firstCell = cellNow;
        } else {
            varies |= cellNow != null && cell != null && !cellNow.isSame(cell);
            advance(cellNow, xyz, images);
        }
        previous = xyz.clone();
        previousImages = images == null ? null : images.clone();
        cell = cellNow;
        volumes += cellNow == null ? Double.NaN : cellNow.volume();
        keep(step, time);
        seen++;
    }

    private void advance(Cell cellNow, double[] xyz, int[] images) {
        double[] d = new double[3];
        for (int i = 0; i < atoms.size(); i++) {
            for (int c = 0; c < 3; c++) {
                d[c] = xyz[3 * i + c] - previous[3 * i + c];
            }
            switch (coordinates) {
                case WRAPPED -> largest[i] = Math.max(largest[i], (float) cellNow.nearest(d));
                case IMAGES -> {
                    int a = images[3 * i] - previousImages[3 * i];
                    int b = images[3 * i + 1] - previousImages[3 * i + 1];
                    int k = images[3 * i + 2] - previousImages[3 * i + 2];
                    for (int c = 0; c < 3 && (a != 0 || b != 0 || k != 0); c++) {
                        d[c] += 0.5 * (cellNow.sum(a, b, k, c) + cell.sum(a, b, k, c));
                    }
                }
                case UNWRAPPED -> {
                    if (varies && cellNow != null && cell != null) {
                        cellNow.since(cell, previous, 3 * i, xyz, 3 * i, d);
                    }
                }
                case NO_CELL -> {
                    // as it is
                }
            }
            for (int c = 0; c < 3; c++) {
                place[3 * i + c] += d[c];
            }
        }
    }

    private void keep(double step, double time) {
        if (seen % every != 0) {
            return;
        }
        if (kept.size() >= 4 && (kept.size() + 1L) * 12 * atoms.size() > most) {
            halve();
            if (seen % every != 0) {
                return;
            }
        }
        int n = kept.size();
        if (n == steps.length) {
            steps = Arrays.copyOf(steps, 2 * n);
            times = Arrays.copyOf(times, 2 * n);
        }
        float[] frame = new float[place.length];
        for (int k = 0; k < frame.length; k++) {
            frame[k] = (float) place[k];
        }
        kept.add(frame);
        steps[n] = step;
        times[n] = time;
    }

    private void halve() {
        int n = 0;
        for (int k = 0; k < kept.size(); k += 2) {
            kept.set(n, kept.get(k));
            steps[n] = steps[k];
            times[n++] = times[k];
        }
        kept.subList(n, kept.size()).clear();
        every *= 2;
    }

    /**
     * What was taken.
     *
     * @param units units of the file, as far as they are known
     */
    public Trajectory trajectory(TrajectoryUnits units) {
        int n = kept.size();
        double[] last = previous;
        if (coordinates == Coordinates.IMAGES) {
            last = previous.clone();
            for (int i = 0; i < last.length; i++) {
                int at = i - i % 3;
                last[i] += cell.sum(previousImages[at], previousImages[at + 1], previousImages[at + 2], i % 3);
            }
        }
        return new Trajectory(atoms, new Trajectory.Frames(kept, Arrays.copyOf(steps, n), Arrays.copyOf(times, n),
                steppedBySimulation, every), coordinates, units, largest, new Trajectory.Ends(first, firstCell, last,
                cell), volumes / seen, varies, Verdict.SOUND);
    }
}
