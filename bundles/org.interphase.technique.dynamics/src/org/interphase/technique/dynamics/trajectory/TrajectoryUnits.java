package org.interphase.technique.dynamics.trajectory;

import java.util.Optional;
import org.interphase.model.unit.Unit;

/**
 * Units of a trajectory; empty where its file does not state them.
 *
 * @param length unit of lengths
 * @param time unit of the times its frames state
 */
public record TrajectoryUnits(Optional<Unit> length, Optional<Unit> time) {

    /** Neither is known. */
    public static final TrajectoryUnits UNKNOWN = new TrajectoryUnits(Optional.empty(), Optional.empty());

    /** Lengths in angstroms, as the format prescribes; times not stated. */
    public static final TrajectoryUnits ANGSTROM = UNKNOWN.lengthIn(Unit.of("Angstrom"));

    /** The same with a unit of lengths. */
    public TrajectoryUnits lengthIn(Unit unit) {
        return new TrajectoryUnits(Optional.of(unit), time);
    }

    /** The same with a unit of times. */
    public TrajectoryUnits timeIn(Unit unit) {
        return new TrajectoryUnits(length, Optional.of(unit));
    }
}
