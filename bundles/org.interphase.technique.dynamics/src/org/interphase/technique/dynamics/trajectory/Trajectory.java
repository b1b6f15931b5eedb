package org.interphase.technique.dynamics.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.model.Product;
import org.interphase.model.Verdict;

/**
 * Places of atoms over time, running on beyond the cell, packed as single-precision numbers: one array a frame, nothing
 * an atom. Immutable; arrays are handed out as they are and must not be written to.
 */
public final class Trajectory implements Product {

    private final Atoms atoms;
    private final Frames frames;
    private final Coordinates coordinates;
    private final TrajectoryUnits units;
    private final float[] largestStep;
    private final Ends ends;
    private final double meanVolume;
    private final boolean cellVaries;
    private final Verdict verdict;

    /**
     * @param largestStep largest part of a cell vector each atom moved from one frame to the next; of wrapped
     *     coordinates
     * @param meanVolume mean volume of the cell; NaN without one
     * @param verdict whether its displacements can be trusted
     */
    Trajectory(Atoms atoms, Frames frames, Coordinates coordinates, TrajectoryUnits units, float[] largestStep,
            Ends ends, double meanVolume, boolean cellVaries, Verdict verdict) {
        this.atoms = atoms;
        this.frames = frames;
        this.coordinates = coordinates;
        this.units = units;
        this.largestStep = largestStep;
        this.ends = ends;
        this.meanVolume = meanVolume;
        this.cellVaries = cellVaries;
        this.verdict = verdict;
    }

    /**
     * First and last frame as the file has them, image counters added.
     *
     * @param firstPlace coordinates of the first frame, three an atom
     * @param firstCell its cell, or null
     * @param lastPlace coordinates of the last frame
     * @param lastCell its cell, or null
     */
    record Ends(double[] firstPlace, Cell firstCell, double[] lastPlace, Cell lastCell) {
    }

    /**
     * The frames kept.
     *
     * @param places one array a frame, three coordinates an atom
     * @param steps number of each frame: that of the simulation's step, or its place from 0
     * @param times time of each frame as the file states it; NaN where it states none
     * @param steppedBySimulation whether the numbers are steps of the simulation
     * @param every every how many frames of the file one is kept
     */
    public record Frames(List<float[]> places, double[] steps, double[] times, boolean steppedBySimulation,
            int every) {
        /** Copies the list. */
        public Frames {
            places = List.copyOf(places);
        }

        /** Number of frames. */
        public int size() {
            return steps.length;
        }
    }

    @Override
    public String title() {
        return "trajectory of " + atoms.size() + " atoms in " + frames.size() + " frames";
    }

    /** The atoms. */
    public Atoms atoms() {
        return atoms;
    }

    /** The frames. */
    public Frames frames() {
        return frames;
    }

    /** What the coordinates of the file were. */
    public Coordinates coordinates() {
        return coordinates;
    }

    /** Units of lengths and times, as far as they are known. */
    public TrajectoryUnits units() {
        return units;
    }

    /** Largest part of a cell vector an atom moved from one frame to the next, of wrapped coordinates; else 0. */
    public float largestStep(int atom) {
        return largestStep[atom];
    }

    /** The last frame's cell. */
    public Optional<Cell> cell() {
        return Optional.ofNullable(ends.lastCell);
    }

    /** Mean volume of the cell in the unit of lengths cubed; NaN without a cell. */
    public double meanVolume() {
        return meanVolume;
    }

    /** Whether the cell changes from frame to frame. */
    public boolean cellVaries() {
        return cellVaries;
    }

    /** First and last frame as the file has them. */
    Ends ends() {
        return ends;
    }

    /** Whether its displacements can be trusted, as far as reading and joining tell. */
    Verdict verdict() {
        return verdict;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trajectory t && t.frames.size() == frames.size()
                && Arrays.equals(t.atoms.ids(), atoms.ids()) && Arrays.equals(t.frames.steps(), frames.steps())
                && t.units.equals(units) && samePlaces(t);
    }

    private boolean samePlaces(Trajectory t) {
        for (int k = 0; k < frames.size(); k++) {
            if (!Arrays.equals(t.frames.places().get(k), frames.places().get(k))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(atoms.ids()) + Arrays.hashCode(frames.steps());
    }
}
